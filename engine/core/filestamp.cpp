// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filestamp.h"

namespace lanyard {

namespace {

std::int64_t nanoseconds(const timespec &time)
{
    constexpr std::int64_t perSecond = 1'000'000'000;
    return static_cast<std::int64_t>(time.tv_sec) * perSecond + time.tv_nsec;
}

} // namespace

FileStamp FileStamp::of(const struct stat &status)
{
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .modifiedAtNs = nanoseconds(status.st_mtim),
            .changedAtNs = nanoseconds(status.st_ctim)};
}

FileStamp FileStamp::of(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? of(status) : FileStamp();
}

} // namespace lanyard
