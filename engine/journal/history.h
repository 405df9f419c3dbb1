// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic.h"
#include "api/upstreamhistory.h"
#include "core/clock.h"
#include "core/diskpool.h"
#include "core/limits.h"
#include "core/taskqueue.h"
#include "journal/historyfile.h"
#include "journal/statistics.h"
#include "journal/traffic.h"
#include "journal/upstreamhours.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace lanyard::journal {

/// What happened beyond the run of this engine: with the upstreams, by the hour, how many requests
/// they got, how many pulls the cache has saved, and what they grant; and what went through the
/// cache, by the minute and the hour. It is written now and then and at the end; where it cannot be
/// written, it is kept until it can, or this ends, and the user is told once. Engine thread.
class History final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(History)

public:
    /// Reads what was written before, and blocks until that is done. A damaged file is put aside.
    /// What `statistics` has counted by now is not of this history, or is in it. Both outlive it.
    History(const QString &path, const Statistics &statistics, const Clock &clock,
            std::chrono::milliseconds interval = limits::historyInterval);
    /// Writes; blocks until that is done.
    ~History() override;

    /// What a registry said of its budget.
    void note(const std::string &registry, const PullBudget &heard);

    // Of all time, and of now.

    UpstreamHours::Totals totals(const std::string &registry);
    /// What was heard last of each account, the last to be heard of last.
    QList<PullBudget> budgets(const std::string &registry) const;
    /// The hours of an upstream that begin at `since` or later.
    UpstreamHistory hours(const std::string &registry, WallTime since);
    TrafficHistory traffic();

Q_SIGNALS:
    /// What the user should know. What happened before is told when the event loop runs.
    void warningRaised(const lanyard::Message &message);

private:
    void read();
    void collect();
    void collectTraffic(WallTime now);
    HistoryRows takeChanged(std::int64_t &firstMs);
    void putBack(const HistoryRows &rows);
    void write();
    void written(const Result<void> &result);
    void replaceDamaged(const Error &error);
    void warn(const Message &message);

    const HistoryFile m_file;
    const Statistics &m_statistics;
    const Clock &m_clock;
    UpstreamHours m_hours;
    Traffic m_traffic;
    std::map<std::string, Statistics::UpstreamCounts> m_counted; ///< that are in m_hours
    TrafficCounts m_countedTraffic;                              ///< that is in m_traffic
    HistoryRows m_writing;                                       ///< by the disk's thread, now
    bool m_isClosed = false;  ///< what is there cannot be read: nothing takes its place
    bool m_isFailing = false; ///< the last write failed, and the user was told
    QTimer m_collecting;
    QTimer m_timer;
    TaskQueue m_tasks;
    DiskPool m_disk{1};
};

} // namespace lanyard::journal
