// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workstationplaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#if defined(Q_OS_UNIX)
#include <unistd.h>
#endif

namespace lanyard {

namespace {

bool isAdministrator()
{
#if defined(Q_OS_UNIX)
    return geteuid() == 0;
#else
    return false;
#endif
}

/// The helper that belongs to this program: installed as polkit knows it, or built beside it.
QString helperProgram()
{
    const QDir folder(QCoreApplication::applicationDirPath());
    for (const QString &candidate :
         {QStringLiteral(LANYARD_HELPER), folder.filePath(QStringLiteral("lanyard-helper"))}) {
        if (QFileInfo(candidate).isExecutable())
            return candidate;
    }
    return {};
}

/// The XDG base directory specification.
QString stateFolder(const QProcessEnvironment &environment, const QString &home)
{
    const QString base = environment.value(QStringLiteral("XDG_STATE_HOME"));
    return (QDir::isAbsolutePath(base) ? base : home + QStringLiteral("/.local/state")) +
           QStringLiteral("/lanyard");
}

} // namespace

WorkstationPlaces WorkstationPlaces::ofThisUser()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString home = QDir::homePath();
    return {.root = {},
            .home = home,
            .stateFolder = lanyard::stateFolder(environment, home),
            .helper = helperProgram(),
            .isRoot = isAdministrator(),
            .environment = environment};
}

} // namespace lanyard
