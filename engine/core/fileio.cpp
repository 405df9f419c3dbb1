// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fileio.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace lanyard {

std::int64_t readSome(const FileDescriptor &file, char *bytes, std::int64_t size,
                      std::int64_t offset)
{
    ssize_t got = 0;
    do {
        got = pread(file.get(), bytes, static_cast<std::size_t>(size), offset);
    } while (got < 0 && errno == EINTR);
    return got;
}

bool readUpTo(const FileDescriptor &file, std::int64_t bytesMax, QByteArray &bytes)
{
    bytes.resize(bytesMax + 1);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const std::int64_t got = readSome(file, bytes.data() + size, bytes.size() - size, size);
        if (got < 0)
            return false;
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return true;
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

bool syncFolder(const char *path)
{
    const FileDescriptor folder(::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.isValid() && fsync(folder.get()) == 0;
}

} // namespace lanyard
