// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/folderlock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard {

namespace {

constexpr mode_t lockFileMode = 0600;

/// The process id that the holder wrote; empty when it has not yet.
std::string holderOf(const FileDescriptor &file)
{
    std::array<char, 32> text{};
    const ssize_t length = pread(file.get(), text.data(), text.size(), 0);
    const std::string holder(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return holder.substr(0, holder.find_first_not_of("0123456789"));
}

} // namespace

FolderLock::FolderLock(FileDescriptor file)
    : m_file(std::move(file))
{
}

Result<FolderLock> FolderLock::acquire(const std::string &path)
{
    FileDescriptor file(
        ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, lockFileMode));
    if (!file.isValid()) {
        const std::string reason = std::generic_category().message(errno);
        return failure(
            ErrorCode::Io,
            Message::at(path, {QT_TRANSLATE_NOOP("engine", "cannot open: %1"), {reason}}));
    }
    if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        const std::string reason = std::generic_category().message(errno);
        if (errno != EWOULDBLOCK)
            return failure(
                ErrorCode::Io,
                Message::at(path, {QT_TRANSLATE_NOOP("engine", "cannot lock: %1"), {reason}}));
        const std::string holder = holderOf(file);
        const Message what =
            holder.empty()
                ? Message(QT_TRANSLATE_NOOP("engine", "the folder is in use by another Lanyard"))
                : Message(QT_TRANSLATE_NOOP("engine",
                                            "the folder is in use by another Lanyard (process %1)"),
                          {holder});
        return failure(ErrorCode::InUse, Message::at(path, what));
    }
    // For the message above only; that it could not be written does not weaken the lock.
    const std::string id = std::to_string(getpid()) + '\n';
    if (ftruncate(file.get(), 0) == 0) [[maybe_unused]]
        const ssize_t written = pwrite(file.get(), id.data(), id.size(), 0);
    return FolderLock(std::move(file));
}

} // namespace lanyard
