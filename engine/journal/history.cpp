// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/history.h"

#include <utility>

namespace lanyard::journal {

History::History(const QString &path, const Statistics &statistics, const Clock &clock,
                 std::chrono::milliseconds interval)
    : m_file(path)
    , m_statistics(statistics)
    , m_clock(clock)
    , m_counted(statistics.upstreamCounts())
{
    read();
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &History::write);
    if (!m_isClosed)
        m_timer.start(interval);
}

History::~History()
{
    m_disk.drain();
    // Whatever became of it: to write an hour twice does no harm.
    m_hours.putBack(m_writing);
    collect();
    const std::int64_t firstMs = m_hours.addUpOld(m_clock.wallNow());
    const std::vector<HourRow> rows = m_hours.takeChanged();
    // A failure that lasts was told before.
    if (!rows.empty() && !m_isClosed)
        (void)m_file.write(rows, firstMs);
}

void History::read()
{
    const Result<std::vector<HourRow>> rows = m_file.read();
    if (rows)
        m_hours = UpstreamHours(*rows);
    else if (rows.error().code == ErrorCode::Corrupt)
        replaceDamaged(rows.error());
    else
        warn(rows.error().message + "; what upstreams granted before is not known, and what they "
                                    "grant now is forgotten at the end");
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
}

/// One write at a time: what changes meanwhile is for the next.
void History::write()
{
    if (!m_writing.empty())
        return;
    collect();
    const std::int64_t firstMs = m_hours.addUpOld(m_clock.wallNow());
    m_writing = m_hours.takeChanged();
    if (m_writing.empty())
        return;
    m_disk.start([this, rows = m_writing, firstMs] {
        const Result<void> result = m_file.write(rows, firstMs);
        m_tasks.post([this, result] { written(result); });
    });
}

void History::written(const Result<void> &result)
{
    const std::vector<HourRow> rows = std::exchange(m_writing, {});
    if (result) {
        m_isFailing = false;
        return;
    }
    m_hours.putBack(rows);
    if (result.error().code == ErrorCode::Corrupt)
        replaceDamaged(result.error());
    else if (!std::exchange(m_isFailing, true))
        warn(result.error().message + "; what upstreams grant is kept in memory only");
}

/// All that is known goes into the one that will be made in its place.
void History::replaceDamaged(const Error &error)
{
    m_hours.changeAll();
    const Result<std::string> aside = m_file.putAside(m_clock.wallNow());
    if (aside)
        warn(error.message + "; it was put aside as " + *aside);
    else if (!std::exchange(m_isFailing, true))
        warn(aside.error().message);
}

void History::warn(const std::string &message)
{
    m_tasks.post([this, message] { Q_EMIT warningRaised(QString::fromStdString(message)); });
}

} // namespace lanyard::journal
