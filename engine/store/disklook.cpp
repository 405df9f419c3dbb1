// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/disklook.h"

#include "core/filedescriptor.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace lanyard::store {

namespace {

// One damaged file does not make a bad disk, but so many would.
constexpr int filesMax = 4;

constexpr const char *cannotList =
    QT_TRANSLATE_NOOP("engine", "what is stored cannot be listed: %1");

struct FolderCloser
{
    void operator()(DIR *stream) const { closedir(stream); }
};

/// What the process lacks says nothing of the disk.
bool isOwnLack(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOMEM;
}

tl::unexpected<Error> systemFailure(int error, const char *what)
{
    return failure(error == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                   {what, {std::generic_category().message(error)}});
}

Result<void> outcomeOf(int error, const char *what)
{
    return isOwnLack(error) ? Result<void>() : systemFailure(error, what);
}

/// Of a file that is not hidden; nullptr: that was the last.
Result<const char *> nextName(DIR &listing)
{
    const dirent *entry = nullptr;
    do {
        errno = 0;
        // readdir(3) is safe on a stream that only one thread has.
        entry = readdir(&listing); // NOLINT(concurrency-mt-unsafe)
    } while (entry != nullptr && *static_cast<const char *>(entry->d_name) == '.');
    if (entry == nullptr && errno != 0)
        return systemFailure(errno, cannotList);
    return entry == nullptr ? nullptr : static_cast<const char *>(entry->d_name);
}

/// 0, or why the first byte does not come from the disk.
int errorOfReading(int folder, const char *name)
{
    constexpr off_t page = 4096;
    const FileDescriptor file(openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isValid())
        return errno;
    // Else memory would answer for the disk.
    (void)posix_fadvise(file.get(), 0, page, POSIX_FADV_DONTNEED);
    char byte = 0;
    return pread(file.get(), &byte, 1, 0) < 0 ? errno : 0;
}

} // namespace

DiskLook::DiskLook(const Layout &layout)
    : m_folder(layout.data())
    , m_content(layout.blobs(Digest::Algorithm::Sha256))
    , m_layoutFile(layout.data() + '/' + Layout::layoutName)
    , m_identity(FileStamp::of(layout.data()))
{
}

Result<void> DiskLook::operator()() const
{
    struct stat status = {};
    if (::stat(m_folder.c_str(), &status) != 0)
        return outcomeOf(errno,
                         QT_TRANSLATE_NOOP("engine", "the data folder is not to be had: %1"));
    const FileStamp now = FileStamp::of(status);
    if (now.device != m_identity.device || now.inode != m_identity.inode)
        return failure(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP(
                "engine",
                "another folder is in the place of the data folder; is the disk mounted?"));

    const std::unique_ptr<DIR, FolderCloser> listing(opendir(m_content.c_str()));
    if (!listing)
        return outcomeOf(errno, cannotList);
    int readError = 0;
    int files = 0;
    for (; files < filesMax; ++files) {
        const Result<const char *> name = nextName(*listing);
        if (!name)
            return tl::unexpected(name.error());
        if (*name == nullptr)
            break;
        const int error = errorOfReading(dirfd(listing.get()), *name);
        if (error == 0)
            return {};
        // It may have been evicted a moment ago.
        if (error != ENOENT)
            readError = error;
    }
    if (files == 0)
        readError = errorOfReading(AT_FDCWD, m_layoutFile.c_str());
    if (readError == 0 || readError == ENOENT)
        return {};
    return outcomeOf(readError, QT_TRANSLATE_NOOP("engine", "what is stored cannot be read: %1"));
}

} // namespace lanyard::store
