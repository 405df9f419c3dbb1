// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/folderwriter.h"

#include "core/fileio.h"
#include "store/folder.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::archive {

namespace fs = std::filesystem;

namespace {

constexpr mode_t fileMode = 0666; // the umask says who else reads it

tl::unexpected<Error> refusal(const fs::path &path, const std::error_code &error,
                              ErrorCode code = ErrorCode::Io)
{
    return failure(
        code, Message::at(path.string(),
                          {QT_TRANSLATE_NOOP("engine", "cannot write it: %1"), {error.message()}}));
}

tl::unexpected<Error> systemRefusal(const fs::path &path)
{
    return refusal(path, {errno, std::generic_category()});
}

Result<void> makeDurable(const fs::path &folder)
{
    if (!syncFolder(folder.c_str()))
        return systemRefusal(folder);
    return {};
}

} // namespace

Result<std::unique_ptr<LayoutWriter>> FolderWriter::create(const std::string &path)
{
    std::unique_ptr<FolderWriter> writer(new FolderWriter(path));
    std::error_code error;
    // What an export has left that was killed.
    fs::remove_all(writer->m_unfinished, error);
    if (!fs::create_directory(writer->m_unfinished, error))
        return refusal(path, error, ErrorCode::InvalidInput);
    return writer;
}

FolderWriter::FolderWriter(std::string path)
    : m_path(std::move(path))
    , m_unfinished(m_path + ".lanyard-export")
{
}

FolderWriter::~FolderWriter()
{
    std::error_code error; // nobody can be told any more
    fs::remove_all(m_unfinished, error);
}

Result<void> FolderWriter::add(const std::string &name, std::int64_t size, const ByteSource &next)
{
    const fs::path path = fs::path(m_unfinished) / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return refusal(path.parent_path(), error);
    const FileDescriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode));
    if (!file.isValid())
        return systemRefusal(path);
    std::int64_t offset = 0;
    return copyBytes(name, size, next,
                     [&](const QByteArray &bytes) -> Result<void> {
                         if (!writeAll(file, bytes, offset))
                             return systemRefusal(path);
                         offset += bytes.size();
                         return {};
                     })
        .and_then([&]() -> Result<void> {
            return fdatasync(file.get()) == 0 ? Result<void>() : systemRefusal(path);
        });
}

Result<void> FolderWriter::finish()
{
    std::error_code error;
    for (fs::recursive_directory_iterator entry(m_unfinished, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_directory(error))
            continue;
        if (Result<void> durable = makeDurable(entry->path()); !durable)
            return durable;
    }
    if (!error)
        fs::rename(m_unfinished, m_path, error);
    if (error)
        return refusal(m_path, error);
    return makeDurable(fs::absolute(m_path, error).parent_path());
}

} // namespace lanyard::archive
