// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/history.h"

#include <utility>

namespace lanyard::journal {

namespace {

/// So that what happens in a minute is counted in it, whoever asks.
constexpr std::chrono::seconds collectInterval{5};

TrafficCounts countsOf(const StatsSnapshot &statistics)
{
    return {.requests = statistics.requests,
            .hits = statistics.hits(),
            .misses = statistics.misses(),
            .failed = statistics.failed,
            .bytesServed = statistics.bytesServed(),
            .bytesFetched = statistics.bytesFetched()};
}

TrafficCounts difference(const TrafficCounts &now, const TrafficCounts &before)
{
    return {.requests = now.requests - before.requests,
            .hits = now.hits - before.hits,
            .misses = now.misses - before.misses,
            .failed = now.failed - before.failed,
            .bytesServed = now.bytesServed - before.bytesServed,
            .bytesFetched = now.bytesFetched - before.bytesFetched};
}

} // namespace

History::History(const QString &path, const Statistics &statistics, const Clock &clock,
                 std::chrono::milliseconds interval)
    : m_file(path)
    , m_statistics(statistics)
    , m_clock(clock)
    , m_counted(statistics.upstreamCounts())
    , m_countedTraffic(countsOf(statistics.snapshot()))
{
    read();
    m_collecting.setTimerType(Qt::CoarseTimer);
    connect(&m_collecting, &QTimer::timeout, this, &History::collect);
    m_collecting.start(collectInterval);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &History::write);
    if (!m_isClosed)
        m_timer.start(interval);
}

History::~History()
{
    m_disk.drain();
    // Whatever became of it: to write an hour twice does no harm.
    putBack(m_writing);
    std::int64_t firstMs = 0;
    const HistoryRows rows = takeChanged(firstMs);
    // A failure that lasts was told before.
    if (!rows.isEmpty() && !m_isClosed)
        (void)m_file.write(rows, firstMs);
}

void History::read()
{
    const Result<HistoryRows> rows = m_file.read();
    if (rows) {
        m_hours = UpstreamHours(rows->upstreams);
        m_traffic = Traffic(rows->traffic);
    } else if (rows.error().code == ErrorCode::Corrupt) {
        replaceDamaged(rows.error());
    } else {
        warn(
            Message::both(rows.error().message,
                          QT_TRANSLATE_NOOP("engine", "what happened before is not known, and what "
                                                      "happens now is forgotten at the end")));
    }
    m_isClosed = !rows && rows.error().code != ErrorCode::Corrupt;
}

void History::note(const std::string &registry, const PullBudget &heard)
{
    m_hours.note(registry, heard);
}

UpstreamHours::Totals History::totals(const std::string &registry)
{
    collect();
    return m_hours.totals(registry);
}

QList<PullBudget> History::budgets(const std::string &registry) const
{
    return m_hours.budgets(registry, m_clock.wallNow());
}

UpstreamHistory History::hours(const std::string &registry, WallTime since)
{
    collect();
    return {.registry = QString::fromStdString(registry), .hours = m_hours.hours(registry, since)};
}

TrafficHistory History::traffic()
{
    collect();
    return m_traffic.history(m_clock.wallNow());
}

/// The counters only ever grow.
void History::collect()
{
    const WallTime now = m_clock.wallNow();
    for (const auto &[registry, counts] : m_statistics.upstreamCounts()) {
        Statistics::UpstreamCounts &counted = m_counted[registry];
        if (counts != counted)
            m_hours.count(registry, counts.requests - counted.requests,
                          counts.pullsSaved - counted.pullsSaved, now);
        counted = counts;
    }
    collectTraffic(now);
}

void History::collectTraffic(WallTime now)
{
    const TrafficCounts counts = countsOf(m_statistics.snapshot());
    if (counts != m_countedTraffic)
        m_traffic.count(difference(counts, m_countedTraffic), now);
    m_countedTraffic = counts;
}

/// `firstMs`: when the first hour begins that is kept.
HistoryRows History::takeChanged(std::int64_t &firstMs)
{
    collect();
    firstMs = m_hours.addUpOld(m_clock.wallNow());
    m_traffic.addUpOld(m_clock.wallNow());
    return {.upstreams = m_hours.takeChanged(), .traffic = m_traffic.takeChanged()};
}

void History::putBack(const HistoryRows &rows)
{
    m_hours.putBack(rows.upstreams);
    m_traffic.putBack(rows.traffic);
}

/// One write at a time: what changes meanwhile is for the next.
void History::write()
{
    if (!m_writing.isEmpty())
        return;
    std::int64_t firstMs = 0;
    m_writing = takeChanged(firstMs);
    if (m_writing.isEmpty())
        return;
    m_disk.start([this, rows = m_writing, firstMs] {
        const Result<void> result = m_file.write(rows, firstMs);
        m_tasks.post([this, result] { written(result); });
    });
}

void History::written(const Result<void> &result)
{
    const HistoryRows rows = std::exchange(m_writing, {});
    if (result) {
        m_isFailing = false;
        return;
    }
    putBack(rows);
    if (result.error().code == ErrorCode::Corrupt)
        replaceDamaged(result.error());
    else if (!std::exchange(m_isFailing, true))
        warn(Message::both(result.error().message,
                           QT_TRANSLATE_NOOP("engine", "what happens is kept in memory only")));
}

/// All that is known goes into the one that will be made in its place.
void History::replaceDamaged(const Error &error)
{
    m_hours.changeAll();
    m_traffic.changeAll();
    const Result<std::string> aside = m_file.putAside(m_clock.wallNow());
    if (aside)
        warn(Message::both(error.message,
                           {QT_TRANSLATE_NOOP("engine", "it was put aside as %1"), {*aside}}));
    else if (!std::exchange(m_isFailing, true))
        warn(aside.error().message);
}

void History::warn(const Message &message)
{
    m_tasks.post([this, message] { Q_EMIT warningRaised(message); });
}

} // namespace lanyard::journal
