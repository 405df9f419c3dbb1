// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/enginepid.h"

#include <QDir>

namespace lanyard::workstation {

namespace {

QString configFileOf(const detection::RunningProcess &process, const detection::Surroundings &here)
{
    const QString named = process.valuesOf({QStringLiteral("--config-file")}).value(0);
    if (QDir::isAbsolutePath(named))
        return QDir::cleanPath(named);
    return process.user == 0 ? QStringLiteral("/etc/docker/daemon.json")
                             : here.configHome() + QStringLiteral("/docker/daemon.json");
}

} // namespace

std::int64_t enginePid(const QList<detection::RunningProcess> &processes,
                       const detection::Surroundings &here, const QStringList &files)
{
    for (const detection::RunningProcess &process : processes) {
        if (process.name == QStringLiteral("dockerd") &&
            files.contains(here.onDisk(configFileOf(process, here))))
            return process.pid;
    }
    return 0;
}

} // namespace lanyard::workstation
