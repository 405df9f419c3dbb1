// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <sys/stat.h>

namespace lanyard {

/// What tells one writing of a file from another; all zero: it is not there. A value.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;         ///< bytes
    std::int64_t modifiedAtNs = 0; ///< since 1970-01-01 UTC
    std::int64_t changedAtNs = 0;  ///< of its mode or owner, too
    bool operator==(const FileStamp &) const = default;

    static FileStamp of(const struct stat &status);
    /// Of the file at a path, or of what a link there leads to. Blocks on the disk.
    static FileStamp of(const std::string &path);
};

} // namespace lanyard
