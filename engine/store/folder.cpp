// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folder.h"

#include "store/folderlisting.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::store {

namespace {

// The content of private repositories lies in them.
constexpr mode_t fileMode = S_IRUSR | S_IWUSR;

constexpr std::int64_t nsPerSecond = 1'000'000'000;

constexpr const char *cannotOpen = QT_TRANSLATE_NOOP("engine", "cannot open: %1");

std::string systemReason()
{
    return std::generic_category().message(errno);
}

} // namespace

Folder::Folder(std::string path, FileDescriptor descriptor)
    : m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
{
}

Result<Folder> Folder::open(std::string path, unsigned int mode)
{
    if (mkdir(path.c_str(), mode) != 0 && errno != EEXIST)
        return failure(ErrorCode::Io,
                       Message::at(path, {QT_TRANSLATE_NOOP("engine", "cannot make the folder: %1"),
                                          {systemReason()}}));
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isValid())
        return failure(ErrorCode::Io,
                       Message::at(path, {QT_TRANSLATE_NOOP("engine", "cannot open the folder: %1"),
                                          {systemReason()}}));
    // A read-only file system and foreign ownership show here, not in the middle of a pull.
    if (faccessat(descriptor.get(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return failure(
            ErrorCode::Io,
            Message::at(path, {QT_TRANSLATE_NOOP("engine", "the folder is not writable: %1"),
                               {systemReason()}}));
    return Folder(std::move(path), std::move(descriptor));
}

Folder Folder::openReadOnly(std::string path)
{
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return Folder(std::move(path), std::move(descriptor));
}

Result<OpenFile> Folder::openFile(const std::string &name) const
{
    return openRegular(name, O_RDONLY);
}

Result<OpenFile> Folder::openForWriting(const std::string &name) const
{
    return openRegular(name, O_RDWR);
}

Result<OpenFile> Folder::openRegular(const std::string &name, int access) const
{
    FileDescriptor file(
        openat(m_descriptor.get(), name.c_str(), access | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isValid())
        return systemFailure(name, cannotOpen);
    struct stat status = {};
    if (fstat(file.get(), &status) != 0)
        return systemFailure(name, cannotOpen);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::Corrupt,
                       Message::at(m_path + '/' + name, QT_TRANSLATE_NOOP("engine", "not a file")));
    return OpenFile{.descriptor = std::move(file), .size = status.st_size};
}

Result<FileDescriptor> Folder::createFile(const std::string &name) const
{
    FileDescriptor file(openat(m_descriptor.get(), name.c_str(),
                               O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, fileMode));
    if (!file.isValid())
        return systemFailure(name, QT_TRANSLATE_NOOP("engine", "cannot make the file: %1"));
    return file;
}

bool Folder::contains(const std::string &name) const
{
    return faccessat(m_descriptor.get(), name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<FileStamp> Folder::stamp(const std::string &name) const
{
    struct stat status = {};
    if (fstatat(m_descriptor.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(name, QT_TRANSLATE_NOOP("engine", "cannot look at it: %1"));
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::Corrupt,
                       Message::at(m_path + '/' + name, QT_TRANSLATE_NOOP("engine", "not a file")));
    return FileStamp{.size = status.st_size,
                     .modifiedAtNs = std::int64_t{status.st_mtim.tv_sec} * nsPerSecond +
                                     status.st_mtim.tv_nsec};
}

bool Folder::remove(const std::string &name) const
{
    return unlinkat(m_descriptor.get(), name.c_str(), 0) == 0 || errno == ENOENT;
}

std::vector<std::string> Folder::names() const
{
    return FolderListing(m_path).next(SIZE_MAX);
}

Message Folder::complaint() const
{
    struct stat status = {};
    if (fstat(m_descriptor.get(), &status) != 0)
        return {};
    const char *what = nullptr;
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        what = QT_TRANSLATE_NOOP(
            "engine",
            "others may write in the folder, and so decide what is served; run: chmod 700 %1");
    else if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        what = QT_TRANSLATE_NOOP(
            "engine", "others on this computer may look into the folder; run: chmod 700 %1");
    return what == nullptr ? Message() : Message::at(m_path, {what, {m_path}});
}

Result<DiskSpace> Folder::space() const
{
    struct statvfs status = {};
    if (fstatvfs(m_descriptor.get(), &status) != 0)
        return failure(
            ErrorCode::Io,
            Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "cannot ask for free space: %1"),
                                 {systemReason()}}));
    const auto unit = static_cast<std::int64_t>(status.f_frsize);
    return DiskSpace{.free = static_cast<std::int64_t>(status.f_bavail) * unit,
                     .size = static_cast<std::int64_t>(status.f_blocks) * unit};
}

bool Folder::move(const std::string &name, const Folder &target,
                  const std::string &targetName) const
{
    return renameat(m_descriptor.get(), name.c_str(), target.m_descriptor.get(),
                    targetName.c_str()) == 0;
}

Result<void> Folder::moveDurably(const FileDescriptor &file, const std::string &name,
                                 const Folder &target, const std::string &targetName) const
{
    if (fdatasync(file.get()) != 0)
        return systemFailure(name, QT_TRANSLATE_NOOP("engine", "cannot make it durable: %1"));
    if (renameat(m_descriptor.get(), name.c_str(), target.m_descriptor.get(), targetName.c_str()) !=
        0)
        return target.systemFailure(targetName,
                                    QT_TRANSLATE_NOOP("engine", "cannot put it in place: %1"));
    if (fsync(target.m_descriptor.get()) != 0)
        return target.systemFailure(
            targetName, QT_TRANSLATE_NOOP("engine", "cannot make its name durable: %1"));
    return {};
}

Result<void> Folder::writeDurably(const std::string &name, QByteArrayView bytes,
                                  const Folder &target, const std::string &targetName) const
{
    QByteArray rest = QByteArray::fromRawData(bytes.data(), bytes.size());
    return writeDurably(
        name, [&rest] { return std::exchange(rest, {}); }, target, targetName);
}

Result<void> Folder::writeDurably(const std::string &name, const Source &next, const Folder &target,
                                  const std::string &targetName) const
{
    remove(name);
    Result<FileDescriptor> file = createFile(name);
    if (!file)
        return tl::unexpected(file.error());
    std::int64_t offset = 0;
    for (QByteArray bytes = next(); !bytes.isEmpty(); bytes = next()) {
        if (!writeAll(*file, bytes, offset)) {
            const auto error = systemFailure(name, QT_TRANSLATE_NOOP("engine", "cannot write: %1"));
            remove(name);
            return error;
        }
        offset += bytes.size();
    }
    Result<void> moved = moveDurably(*file, name, target, targetName);
    if (!moved)
        remove(name);
    return moved;
}

tl::unexpected<Error> Folder::systemFailure(const std::string &name, const char *what) const
{
    const ErrorCode code = m_descriptor.isValid() ? systemErrorCode() : ErrorCode::NotFound;
    return failure(code, Message::at(m_path + '/' + name, {what, {systemReason()}}));
}

ErrorCode systemErrorCode()
{
    switch (errno) {
    case ENOENT:
        return ErrorCode::NotFound;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::NoRoom;
    default:
        return ErrorCode::Io;
    }
}

Result<bool> allocate(const FileDescriptor &file, std::int64_t offset, std::int64_t length)
{
    if (length <= 0)
        return true;
    int done = 0;
    do {
        done = fallocate(file.get(), FALLOC_FL_KEEP_SIZE, offset, length);
    } while (done != 0 && errno == EINTR);
    if (done != 0 && systemErrorCode() == ErrorCode::NoRoom)
        return failure(ErrorCode::NoRoom, systemReason());
    return done == 0;
}

} // namespace lanyard::store
