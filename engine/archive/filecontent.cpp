// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/filecontent.h"

#include "core/limits.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace lanyard::archive {

namespace {

/// Up to `sizeMax` bytes from `offset` on; empty at the end.
Result<QByteArray> readPiece(const store::OpenFile &file, std::int64_t offset, std::int64_t sizeMax,
                             const std::string &path)
{
    const std::int64_t size = std::clamp<std::int64_t>(file.size - offset, 0, sizeMax);
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::int64_t got = readSome(file.descriptor, bytes.data(), size, offset);
    if (got < 0)
        return failure(ErrorCode::Io,
                       Message::at(path, {QT_TRANSLATE_NOOP("engine", "cannot read it: %1"),
                                          {std::generic_category().message(errno)}}));
    bytes.truncate(static_cast<qsizetype>(got));
    return bytes;
}

} // namespace

Result<void> takeFile(const store::Folder &folder, const std::string &name, const Digest &digest,
                      const std::stop_token &stop, const ImageSource::Take &take)
{
    if (stop.stop_requested())
        return givenUp();
    const Result<store::OpenFile> file = folder.openFile(name);
    if (!file && file.error().code == ErrorCode::NotFound) {
        // A folder that must not be read hides what is in it.
        if (access(folder.path().c_str(), R_OK | X_OK) == 0 || errno == ENOENT)
            return {};
        return failure(
            ErrorCode::Io,
            Message::at(folder.path(), {QT_TRANSLATE_NOOP("engine", "cannot look into it: %1"),
                                        {std::generic_category().message(errno)}}));
    }
    if (!file)
        return tl::unexpected(file.error());
    const std::string path = folder.path() + '/' + name;
    std::int64_t offset = 0;
    return take({.digest = digest, .size = file->size, .next = [&]() -> Result<QByteArray> {
                     if (stop.stop_requested())
                         return givenUp();
                     Result<QByteArray> bytes =
                         readPiece(*file, offset, limits::archiveChunkBytes, path);
                     offset += bytes ? bytes->size() : 0;
                     return bytes;
                 }});
}

Result<QByteArray> readSmallFile(const store::Folder &folder, const std::string &name,
                                 std::int64_t bytesMax)
{
    const std::string path = folder.path() + '/' + name;
    return folder.openFile(name).and_then([&](const store::OpenFile &file) -> Result<QByteArray> {
        if (file.size > bytesMax)
            return failure(
                ErrorCode::Corrupt,
                Message::at(path, {QT_TRANSLATE_NOOP("engine", "it has more than %1 bytes"),
                                   {std::to_string(bytesMax)}}));
        QByteArray whole;
        while (whole.size() < file.size) {
            Result<QByteArray> piece =
                readPiece(file, whole.size(), file.size - whole.size(), path);
            if (!piece)
                return piece;
            if (piece->isEmpty())
                break;
            whole += *piece;
        }
        return whole;
    });
}

Result<QByteArray> readToEnd(const ByteSource &next)
{
    QByteArray whole;
    while (true) {
        Result<QByteArray> bytes = next();
        if (!bytes)
            return bytes;
        if (bytes->isEmpty())
            return whole;
        whole += *bytes;
    }
}

tl::unexpected<Error> givenUp()
{
    return failure(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("engine", "it was given up"));
}

} // namespace lanyard::archive
