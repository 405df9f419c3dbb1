// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/downloadprogress.h"
#include "api/requestrecord.h"
#include "api/statssnapshot.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <cstdint>

namespace lanyard::ui {

/// Looks at the engine a few times a second and tells the window what is new, in batches: the
/// cost is that of a look, whatever the rate of requests. Lives on the UI thread.
class EngineFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineFeed)

public:
    /// What it asks; the façade's queries of the same names. Must outlive the feed.
    class Source
    {
    public:
        Source() = default;
        Q_DISABLE_COPY_MOVE(Source)
        virtual ~Source() = default;

        virtual StatsSnapshot statistics() const = 0;
        virtual QList<DownloadProgress> downloads() const = 0;
        virtual QList<RequestRecord> recordsSince(std::uint64_t afterId, int max) const = 0;
    };

    explicit EngineFeed(const Source &source, QObject *parent = nullptr);

    /// Begins to look. It goes on with the first record that was not told yet: their numbers ascend
    /// for as long as the source lives.
    void begin();
    /// Looks for the last time.
    void end();

    /// Whether somebody looks at the window: it is told less often otherwise.
    void setWatched(bool isWatched);
    /// While paused no records are told. Those that the engine still keeps come afterwards.
    void setPaused(bool isPaused);

    bool isPaused() const { return m_isPaused; }

    /// Looks now.
    void poll();

    const StatsSnapshot &statistics() const { return m_statistics; }

Q_SIGNALS:
    /// Never empty, oldest first. `skipped` came before them and are not to be had any more.
    void recordsArrived(const QList<lanyard::RequestRecord> &records, quint64 skipped);
    void statisticsChanged(const lanyard::StatsSnapshot &statistics);
    /// At every look while something is in flight, and once when nothing is any more. `nowMs` is
    /// of a steady clock.
    void downloadsChanged(const QList<lanyard::DownloadProgress> &downloads, qint64 nowMs);

private:
    void pollRecords();

    const Source &m_source;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::uint64_t m_lastId = 0;
    StatsSnapshot m_statistics;
    bool m_hadDownloads = false;
    bool m_isPaused = false;
};

} // namespace lanyard::ui
