// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <string>
#include <sys/stat.h>

namespace lanyard::test {

inline QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes a file with exactly this mode.
inline bool writeFile(const QString &path, const QByteArray &text, mode_t mode = 0600)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush() &&
           chmod(path.toLocal8Bit().constData(), mode) == 0;
}

inline mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return lstat(path.toLocal8Bit().constData(), &status) == 0 ? status.st_mode & 07777u : 0;
}

/// The files below `folder` that have `secret` in them.
inline QStringList filesWith(const QByteArray &secret, const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (textOf(path).contains(secret))
            found.append(QDir(folder).relativeFilePath(path));
    }
    return found;
}

} // namespace lanyard::test
