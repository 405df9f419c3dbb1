// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/layoutwriter.h"

#include "archive/folderwriter.h"
#include "archive/tarwriter.h"

#include <filesystem>
#include <system_error>

namespace lanyard::archive {

namespace fs = std::filesystem;

Result<std::unique_ptr<LayoutWriter>> LayoutWriter::create(const std::string &path)
{
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error)))
        return failure(ErrorCode::InvalidInput,
                       Message::at(path, QT_TRANSLATE_NOOP("engine", "it is there already")));
    if (fs::path(path).extension() == ".tar")
        return TarWriter::create(path);
    return FolderWriter::create(path);
}

Result<void> LayoutWriter::add(const std::string &name, const QByteArray &bytes)
{
    return add(name, bytes.size(), onePiece(bytes));
}

Result<void> copyBytes(const std::string &name, std::int64_t size, const ByteSource &next,
                       const std::function<Result<void>(const QByteArray &)> &write)
{
    std::int64_t copied = 0;
    while (true) {
        const Result<QByteArray> bytes = next();
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (bytes->isEmpty() && copied == size)
            return {};
        if (bytes->isEmpty() || bytes->size() > size - copied)
            break;
        if (Result<void> written = write(*bytes); !written)
            return written;
        copied += bytes->size();
    }
    return failure(
        ErrorCode::Corrupt,
        Message::at(name, {QT_TRANSLATE_NOOP("engine", "not the %1 bytes that it should have"),
                           {std::to_string(size)}}));
}

} // namespace lanyard::archive
