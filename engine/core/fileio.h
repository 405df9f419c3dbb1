// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace lanyard {

/// pread(2), again after a signal; -1 with errno set.
std::int64_t readSome(const FileDescriptor &file, char *bytes, std::int64_t size,
                      std::int64_t offset);
/// All of a file from its start, or `bytesMax` and one more; false with errno set.
bool readUpTo(const FileDescriptor &file, std::int64_t bytesMax, QByteArray &bytes);
/// pwrite(2) until all is written; false with errno set.
bool writeAll(const FileDescriptor &file, QByteArrayView bytes, std::int64_t offset);
/// Makes durable which files a folder has; false with errno set.
bool syncFolder(const char *path);

} // namespace lanyard
