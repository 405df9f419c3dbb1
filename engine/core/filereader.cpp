// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filereader.h"

#include "core/filedescriptor.h"
#include "core/fileerror.h"
#include "core/fileio.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace lanyard {

namespace {

constexpr const char *cannotBeRead = QT_TRANSLATE_NOOP("engine", "cannot be read: %1");

tl::unexpected<Error> unreadable()
{
    // ENOTDIR: where a folder would be is a file.
    if (errno == ENOENT || errno == ENOTDIR)
        return failure(ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "there is no such file"));
    return tl::unexpected(systemError(cannotBeRead));
}

tl::unexpected<Error> folder()
{
    return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("engine", "this is a folder, not a file"));
}

Result<QByteArray> bounded(const QByteArray &bytes, std::int64_t bytesMax)
{
    if (bytes.size() > bytesMax)
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine", "is larger than %1 bytes"), {std::to_string(bytesMax)}});
    return bytes;
}

} // namespace

Result<QByteArray> readSmallFile(const QString &path, std::int64_t bytesMax)
{
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status = {};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0)
        return unreadable();
    if (S_ISDIR(status.st_mode))
        return folder();
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "this is not a file, but a pipe or a device"));
    QByteArray bytes;
    if (!readUpTo(file, bytesMax, bytes))
        return unreadable();
    return bounded(bytes, bytesMax);
}

Result<QByteArray> readSmallInput(const QString &path, std::int64_t bytesMax)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "there is no such file"));
    if (info.isDir())
        return folder();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, {cannotBeRead, {file.errorString()}});
    const QByteArray bytes = file.read(bytesMax + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Io, {cannotBeRead, {file.errorString()}});
    return bounded(bytes, bytesMax);
}

} // namespace lanyard
