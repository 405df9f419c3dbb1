// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefeed.h"

#include "uilimits.h"

namespace lanyard::ui {

EngineFeed::EngineFeed(const Source &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_clock.start();
    m_timer.setInterval(limits::pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &EngineFeed::poll);
}

void EngineFeed::begin()
{
    m_timer.start();
    poll();
}

void EngineFeed::end()
{
    m_timer.stop();
    poll();
}

void EngineFeed::setWatched(bool isWatched)
{
    m_timer.setInterval(isWatched ? limits::pollInterval : limits::hiddenPollInterval);
    if (isWatched && m_timer.isActive())
        poll();
}

void EngineFeed::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (!isPaused)
        pollRecords();
}

void EngineFeed::poll()
{
    if (!m_isPaused)
        pollRecords();
    const StatsSnapshot statistics = m_source.statistics();
    if (statistics != m_statistics) {
        m_statistics = statistics;
        Q_EMIT statisticsChanged(statistics);
    }
    const QList<DownloadProgress> downloads = m_source.downloads();
    const bool hasDownloads = !downloads.isEmpty();
    if (hasDownloads || m_hadDownloads) {
        m_hadDownloads = hasDownloads;
        Q_EMIT downloadsChanged(downloads, m_clock.elapsed());
    }
}

void EngineFeed::pollRecords()
{
    const QList<RequestRecord> records = m_source.recordsSince(m_lastId, limits::recordsPerPoll);
    if (records.isEmpty())
        return;
    const quint64 skipped = records.first().id - m_lastId - 1;
    m_lastId = records.last().id;
    Q_EMIT recordsArrived(records, skipped);
}

} // namespace lanyard::ui
