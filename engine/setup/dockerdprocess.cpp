// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/dockerdprocess.h"

#include "core/filedescriptor.h"
#include "core/filereader.h"
#include "setup/setuplimits.h"

#include <QFileInfo>
#include <QString>

#include <cerrno>
#include <csignal>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

// The C library of Debian 12 does not say so itself.
extern "C" {
#include <sys/pidfd.h>
}

namespace lanyard::setup {

namespace {

constexpr QLatin1String dockerd("dockerd");

bool isPossible(std::int64_t pid)
{
    return pid > 1 && pid <= std::numeric_limits<pid_t>::max();
}

QString folderOf(std::int64_t pid)
{
    return QStringLiteral("/proc/%1").arg(pid);
}

QByteArray textOf(std::int64_t pid, const char *file)
{
    if (!isPossible(pid))
        return {};
    return readSmallFile(folderOf(pid) + QLatin1String(file), limits::fileBytesMax)
        .value_or(QByteArray());
}

/// The name of the file that it runs; empty: this user may not see it.
QString programOf(std::int64_t pid)
{
    QString name =
        QFileInfo(QFileInfo(folderOf(pid) + QStringLiteral("/exe")).symLinkTarget()).fileName();
    // After an update of its package.
    constexpr QLatin1String replaced(" (deleted)");
    if (name.endsWith(replaced))
        name.chop(replaced.size());
    return name;
}

bool isOfKnownUser(std::int64_t pid)
{
    struct stat status = {};
    return isPossible(pid) && ::stat(qPrintable(folderOf(pid)), &status) == 0 &&
           (status.st_uid == 0 || status.st_uid == ::geteuid());
}

bool isDockerd(std::int64_t pid)
{
    return isOfKnownUser(pid) && programOf(pid) == dockerd;
}

} // namespace

bool looksLikeDockerd(std::int64_t pid)
{
    const QString program = programOf(pid);
    return isOfKnownUser(pid) &&
           (program.isEmpty() ? textOf(pid, "/comm").trimmed() : program.toUtf8()) ==
               QByteArray(dockerd.data());
}

Result<void> reloadDockerd(std::int64_t pid)
{
    const std::string number = std::to_string(pid);
    if (!isPossible(pid))
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "process %1 is no process"), {number}});
    // Held, so that no other process is meant when this one ends now.
    const FileDescriptor process(::pidfd_open(static_cast<pid_t>(pid), 0));
    if (!process.isValid() || !isDockerd(pid))
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "process %1 is no Docker Engine"), {number}});
    if (::pidfd_send_signal(process.get(), SIGHUP, nullptr, 0) != 0)
        return failure(ErrorCode::Io, {QT_TRANSLATE_NOOP("engine", "process %1 cannot be told: %2"),
                                       {number, std::generic_category().message(errno)}});
    return {};
}

QByteArray cgroupOf(std::int64_t pid)
{
    return textOf(pid, "/cgroup");
}

} // namespace lanyard::setup
