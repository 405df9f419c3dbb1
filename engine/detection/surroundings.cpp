// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/surroundings.h"

#include "core/filereader.h"
#include "detection/detectionlimits.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace lanyard::detection {

namespace {

bool isWithin(const QString &path, const QString &folder)
{
    return !folder.isEmpty() && path.startsWith(folder) &&
           (path.size() == folder.size() || path.at(folder.size()) == u'/');
}

} // namespace

QString Surroundings::variable(const char *name) const
{
    return environment.value(QString::fromLatin1(name));
}

QString Surroundings::configHome() const
{
    const QString named = variable("XDG_CONFIG_HOME");
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named) : home + QStringLiteral("/.config");
}

QString Surroundings::onDisk(const QString &path) const
{
    return isWithin(path, home) || isWithin(path, root) ? path : root + path;
}

bool Surroundings::has(const QString &path) const
{
    return QFileInfo::exists(onDisk(path));
}

Result<QByteArray> Surroundings::read(const QString &path) const
{
    return readSmallFile(onDisk(path), limits::clientFileBytesMax);
}

QStringList Surroundings::namesIn(const QString &folder) const
{
    const QStringList names =
        QDir(onDisk(folder))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    return names.mid(0, limits::folderNamesMax);
}

QString Surroundings::program(const QString &name) const
{
    QStringList folders = variable("PATH").split(u':', Qt::SkipEmptyParts);
    folders = folders.mid(0, limits::searchFoldersMax);
    // Daemons are often where a user's PATH does not lead.
    for (const char *folder : {"/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin"})
        folders << onDisk(QString::fromLatin1(folder));
    return QStandardPaths::findExecutable(name, folders);
}

} // namespace lanyard::detection
