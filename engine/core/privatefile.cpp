// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include "core/fileio.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard {

namespace {

constexpr const char *cannotBeWritten = QT_TRANSLATE_NOOP("engine", "cannot be written: %1");

constexpr mode_t privateMode = S_IRUSR | S_IWUSR;

/// What is wrong with who may do what to it, and what to do; empty: nothing.
Message complaintAbout(const struct stat &status, const std::string &path)
{
    if (!S_ISREG(status.st_mode))
        return QT_TRANSLATE_NOOP("engine", "this is not a file; put it aside");
    if (status.st_uid != geteuid())
        return {QT_TRANSLATE_NOOP("engine", "it belongs to another user; run: %1"),
                {"chown " + std::to_string(geteuid()) + ' ' + path}};
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return {
            QT_TRANSLATE_NOOP("engine", "it has secrets, and others may read or write it; run: %1"),
            {"chmod 600 " + path}};
    return {};
}

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

} // namespace

PrivateFile::PrivateFile(std::string path, std::int64_t bytesMax)
    : m_path(std::move(path))
    , m_bytesMax(bytesMax)
{
}

Result<PrivateFile::Content> PrivateFile::read() const
{
    const FileDescriptor file(
        ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isValid() && errno == ENOENT)
        return Content{};
    if (!file.isValid() && errno == ELOOP)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                m_path,
                QT_TRANSLATE_NOOP(
                    "engine", "this is a symbolic link, not a file; put the file in its place")));
    struct stat status = {};
    if (!file.isValid() || fstat(file.get(), &status) != 0)
        return systemFailure(QT_TRANSLATE_NOOP("engine", "cannot be opened: %1"));
    if (const Message complaint = complaintAbout(status, m_path); !complaint.isEmpty())
        return failure(ErrorCode::InvalidInput, Message::at(m_path, complaint));
    Content content{.bytes = {}, .stamp = FileStamp::of(status)};
    if (!readUpTo(file, m_bytesMax, content.bytes))
        return systemFailure(QT_TRANSLATE_NOOP("engine", "cannot be read: %1"));
    if (content.bytes.size() > m_bytesMax)
        return failure(ErrorCode::Corrupt,
                       Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "longer than %1 bytes"),
                                            {std::to_string(m_bytesMax)}}));
    return content;
}

FileStamp PrivateFile::stamp() const
{
    struct stat status = {};
    return lstat(m_path.c_str(), &status) == 0 ? FileStamp::of(status) : FileStamp();
}

Result<void> PrivateFile::replace(QByteArrayView bytes) const
{
    const std::string temporary = m_path + ".new";
    unlink(temporary.c_str()); // what a process left that was killed here
    FileDescriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, privateMode));
    if (!file.isValid())
        return systemFailure(cannotBeWritten);
    // The umask may have taken more away than is good for the next time it is read.
    const bool isWritten =
        fchmod(file.get(), privateMode) == 0 && writeAll(file, bytes, 0) && fsync(file.get()) == 0;
    if (!isWritten || rename(temporary.c_str(), m_path.c_str()) != 0) {
        const auto error = systemFailure(cannotBeWritten);
        unlink(temporary.c_str());
        return error;
    }
    if (!syncFolder(folderOf(m_path).c_str()))
        return systemFailure(QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1"));
    return {};
}

tl::unexpected<Error> PrivateFile::systemFailure(const char *sentence) const
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return failure(isFull ? ErrorCode::NoRoom : ErrorCode::Io,
                   Message::at(m_path, {sentence, {std::generic_category().message(errno)}}));
}

} // namespace lanyard
