// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folder.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::store {

namespace {

// The data folder is the gate; with its mode, its owner decides who reads what is below.
constexpr mode_t fileMode = 0644;

struct DirectoryCloser
{
    void operator()(DIR *directory) const { closedir(directory); }
};

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
        return failure(ErrorCode::Io, path + ": cannot make the folder: " + systemReason());
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isValid())
        return failure(ErrorCode::Io, path + ": cannot open the folder: " + systemReason());
    // A read-only file system and foreign ownership show here, not in the middle of a pull.
    if (faccessat(descriptor.get(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return failure(ErrorCode::Io, path + ": the folder is not writable: " + systemReason());
    return Folder(std::move(path), std::move(descriptor));
}

Result<FileDescriptor> Folder::openFile(const std::string &name) const
{
    FileDescriptor file(
        openat(m_descriptor.get(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isValid())
        return systemFailure(name, "cannot open");
    struct stat status = {};
    if (fstat(file.get(), &status) != 0)
        return systemFailure(name, "cannot open");
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::Io, m_path + '/' + name + ": not a file");
    return file;
}

Result<FileDescriptor> Folder::createFile(const std::string &name) const
{
    FileDescriptor file(openat(m_descriptor.get(), name.c_str(),
                               O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, fileMode));
    if (!file.isValid())
        return systemFailure(name, "cannot make the file");
    return file;
}

bool Folder::contains(const std::string &name) const
{
    return faccessat(m_descriptor.get(), name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

bool Folder::remove(const std::string &name) const
{
    return unlinkat(m_descriptor.get(), name.c_str(), 0) == 0 || errno == ENOENT;
}

std::vector<std::string> Folder::names() const
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, DirectoryCloser> directory(opendir(m_path.c_str()));
    if (!directory)
        return names;
    // readdir(3) is safe on a stream that only this thread has.
    while (const dirent *entry = readdir(directory.get())) { // NOLINT(concurrency-mt-unsafe)
        const std::string name = static_cast<const char *>(entry->d_name);
        if (name != "." && name != "..")
            names.push_back(name);
    }
    return names;
}

Result<void> Folder::moveDurably(const FileDescriptor &file, const std::string &name,
                                 const Folder &target, const std::string &targetName) const
{
    if (fdatasync(file.get()) != 0)
        return systemFailure(name, "cannot make it durable");
    if (renameat(m_descriptor.get(), name.c_str(), target.m_descriptor.get(), targetName.c_str()) !=
        0)
        return target.systemFailure(targetName, "cannot put it in place");
    if (fsync(target.m_descriptor.get()) != 0)
        return target.systemFailure(targetName, "cannot make its name durable");
    return {};
}

Result<void> Folder::writeDurably(const std::string &name, QByteArrayView bytes,
                                  const Folder &target, const std::string &targetName) const
{
    remove(name);
    Result<FileDescriptor> file = createFile(name);
    if (!file)
        return tl::unexpected(file.error());
    if (!writeAll(*file, bytes, 0)) {
        const auto error = systemFailure(name, "cannot write");
        remove(name);
        return error;
    }
    Result<void> moved = moveDurably(*file, name, target, targetName);
    if (!moved)
        remove(name);
    return moved;
}

tl::unexpected<Error> Folder::systemFailure(const std::string &name, const char *what) const
{
    const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
    return failure(code, m_path + '/' + name + ": " + what + ": " + systemReason());
}

bool writeAll(const FileDescriptor &file, QByteArrayView bytes, std::int64_t offset)
{
    while (!bytes.isEmpty()) {
        const ssize_t written =
            pwrite(file.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.sliced(written);
        offset += written;
    }
    return true;
}

} // namespace lanyard::store
