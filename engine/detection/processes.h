// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard::detection {

/// A program that runs on this computer, and not in a container on it.
struct RunningProcess
{
    std::int64_t pid = 0;
    std::int64_t user = 0; ///< the number of who runs it: root's 0, or the one who looks
    QString name;          ///< of its file, without the folder
    QStringList arguments; ///< behind its name

    /// The values that an option was given, by any of its names with their dashes: `--name value`,
    /// `--name=value`.
    QStringList valuesOf(const QStringList &names) const;
};

/// Those of root and of `user` that run under any of these names, as Linux tells of them in
/// `folder` (proc(5)); none on other systems. Anybody may give a process such a name and such
/// arguments, and these say which files are read and changed: others are not believed. Blocks.
QList<RunningProcess> runningProcesses(const QString &folder, std::int64_t user,
                                       const QStringList &names);

/// The environment that a process was started with; nullopt: this user may not see it. Blocks.
std::optional<QProcessEnvironment> environmentOf(const QString &folder, std::int64_t pid);

} // namespace lanyard::detection
