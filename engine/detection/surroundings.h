// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace lanyard::detection {

/// The computer and the user that are looked at. Nothing of it changes anything. A value; what
/// touches the disk blocks, and is bounded (detection/detectionlimits.h).
struct Surroundings
{
    QString root;                    ///< stands before every path of the system; empty: /
    QString home;                    ///< absolute
    QProcessEnvironment environment; ///< of the user
    bool isRoot = false;             ///< the user is the administrator
    std::int64_t user = 0;           ///< the number of the user
    QString processFolder = QStringLiteral("/proc"); ///< absolute; nothing stands before it

    /// An environment variable; empty where it is not set.
    QString variable(const char *name) const;
    /// Where XDG has the user's configuration.
    QString configHome() const;
    /// Of an absolute path as programs name it, where it is found: what is in the home or below the
    /// root already is there, all else below the root.
    QString onDisk(const QString &path) const;
    /// Whether there is anything under that name.
    bool has(const QString &path) const;
    /// NotFound; InvalidInput: too large; Io: it is no file, or may not be read. The message does
    /// not repeat the path.
    Result<QByteArray> read(const QString &path) const;
    /// The names in a folder, sorted; none where there is no such folder.
    QStringList namesIn(const QString &folder) const;
    /// The absolute path of a program in PATH, or where the administrator's are; empty: it is not
    /// there.
    QString program(const QString &name) const;
};

} // namespace lanyard::detection
