// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/guardedfiles.h"

#include "setup/privilegedtarget.h"
#include "setup/setuplimits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lanyard::setup {

namespace {

tl::unexpected<Error> refusal(const QString &path, const Message &reason)
{
    return failure(ErrorCode::InvalidInput, Message::at(path, reason));
}

bool isOwn(const struct stat &status)
{
    return status.st_uid == ::geteuid();
}

bool isOnlyOurs(const FileDescriptor &folder)
{
    struct stat status = {};
    return ::fstat(folder.get(), &status) == 0 && isOwn(status) &&
           (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// One name at a time, so that no link leads elsewhere.
Result<FileDescriptor> openGuarded(const QString &root, const QString &path)
{
    auto folder = openFolder(root.isEmpty() ? QStringLiteral("/") : root);
    QString passed;
    for (const QString &name : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (!folder)
            return folder;
        passed += QLatin1Char('/') + name;
        FileDescriptor next(::openat(folder->get(), QFile::encodeName(name).constData(),
                                     O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next.isValid() && errno == ENOENT)
            return failure(
                ErrorCode::NotFound,
                Message::at(passed, QT_TRANSLATE_NOOP("engine", "there is no such folder")));
        if (!next.isValid() && (errno == ELOOP || errno == ENOTDIR))
            return refusal(
                passed,
                QT_TRANSLATE_NOOP("engine",
                                  "this is a link, or no folder; root follows none for others"));
        if (!next.isValid())
            return tl::unexpected(
                systemError(passed, QT_TRANSLATE_NOOP("engine", "cannot be opened: %1")));
        if (!isOnlyOurs(next))
            return refusal(
                passed,
                {QT_TRANSLATE_NOOP("engine",
                                   "others than root may change this folder; run: %1 and %2 on it"),
                 {"chown root", "chmod go-w"}});
        folder = std::move(next);
    }
    return folder;
}

QString linkAt(const FileDescriptor &folder, const QString &name)
{
    QByteArray target(limits::pathLengthMax, '\0');
    const ssize_t size = ::readlinkat(folder.get(), QFile::encodeName(name).constData(),
                                      target.data(), static_cast<std::size_t>(target.size()));
    return QFile::decodeName(target.left(std::max<ssize_t>(size, 0)));
}

} // namespace

GuardedFiles::GuardedFiles(QString root)
    : m_root(std::move(root))
{
}

FilePlace GuardedFiles::placeOf(const QString &path) const
{
    const auto open = [root = m_root](const QString &folder) {
        return openGuarded(root, folder);
    };
    const QFileInfo file(path);
    return {open, FilePlace::Domain::System, m_root, file.path(), file.fileName()};
}

Result<FilePlace> GuardedFiles::find(const QString &path, const recipes::Recipe &recipe) const
{
    if (auto allowed = checkTarget(path, recipe); !allowed)
        return tl::unexpected(allowed.error());
    FilePlace place = placeOf(path);
    const auto folder = place.openFolder();
    if (!folder && folder.error().code == ErrorCode::NotFound)
        return place;
    if (!folder)
        return tl::unexpected(folder.error());
    struct stat status = {};
    if (::fstatat(folder->get(), QFile::encodeName(place.name()).constData(), &status,
                  AT_SYMLINK_NOFOLLOW) != 0)
        return place;
    if (S_ISLNK(status.st_mode))
        return follow(QFileInfo(path).path(), *folder, place.name(), recipe);
    if (!S_ISREG(status.st_mode) || !isOwn(status))
        return refusal(path,
                       {QT_TRANSLATE_NOOP("engine", "this is no file of root's; run: %1 on it"),
                        {"chown root"}});
    return place;
}

/// One link only.
Result<FilePlace> GuardedFiles::follow(const QString &folder, const FileDescriptor &opened,
                                       const QString &name, const recipes::Recipe &recipe) const
{
    const QString target = QDir::cleanPath(QDir(folder).absoluteFilePath(linkAt(opened, name)));
    if (!checkTarget(target, recipe))
        return refusal(
            folder + QLatin1Char('/') + name,
            QT_TRANSLATE_NOOP("engine",
                              "this is a link to a file that Lanyard does not change as root"));
    FilePlace place = placeOf(target);
    const auto targetFolder = place.openFolder();
    if (!targetFolder)
        return tl::unexpected(targetFolder.error());
    struct stat status = {};
    if (::fstatat(targetFolder->get(), QFile::encodeName(place.name()).constData(), &status,
                  AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(status.st_mode) || !isOwn(status))
        return refusal(target, QT_TRANSLATE_NOOP(
                                   "engine", "a link leads here, and this is no file of root's"));
    return place;
}

} // namespace lanyard::setup
