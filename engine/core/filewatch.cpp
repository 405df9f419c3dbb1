// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filewatch.h"

#include <utility>

namespace lanyard {

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
