// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filewatch.h"

#include <sys/stat.h>
#include <utility>

namespace lanyard {

namespace {

std::int64_t nanoseconds(const timespec &time)
{
    constexpr std::int64_t perSecond = 1'000'000'000;
    return static_cast<std::int64_t>(time.tv_sec) * perSecond + time.tv_nsec;
}

} // namespace

FileStamp FileStamp::of(const std::string &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = status.st_size,
            .modifiedAtNs = nanoseconds(status.st_mtim),
            .changedAtNs = nanoseconds(status.st_ctim)};
}

FileWatch::FileWatch(std::vector<std::string> paths, std::chrono::milliseconds interval)
    : m_paths(std::move(paths))
    , m_seen(stamps())
    , m_told(m_seen)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::look);
    m_timer.start(interval);
}

FileWatch::~FileWatch() = default;

void FileWatch::look()
{
    std::vector<FileStamp> now = stamps();
    const bool standsStill = now == m_seen;
    m_seen = std::move(now);
    if (!standsStill || m_seen == m_told)
        return;
    m_told = m_seen;
    Q_EMIT changed();
}

std::vector<FileStamp> FileWatch::stamps() const
{
    std::vector<FileStamp> all;
    all.reserve(m_paths.size());
    for (const std::string &path : m_paths)
        all.push_back(FileStamp::of(path));
    return all;
}

} // namespace lanyard
