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
