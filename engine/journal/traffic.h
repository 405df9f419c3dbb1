// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic.h"
#include "core/clock.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace lanyard::journal {

/// Traffic as it is written.
struct TrafficRows
{
    std::vector<TrafficStep> hours;   ///< `beginMs` 0: the sum of those that are not kept
    std::vector<TrafficStep> minutes; ///< all that are kept
    bool operator==(const TrafficRows &) const = default;
};

/// What went through the cache, by the minute of the last hour and by the hour of the last
/// limits::historyKept; what is older is one sum. Knows which hours have changed since they were
/// written. One thread.
///
/// Steps are those of UTC, so that no change of a local clock makes one twice as long. When the
/// clock is set back, what is counted then adds to steps that there are; steps that lie ahead are
/// in the sum of all time, and are not told before the clock comes to them.
class Traffic
{
public:
    Traffic() = default;
    /// What was written before.
    explicit Traffic(const TrafficRows &rows);

    /// Adds to the minute and the hour of `now`; drops minutes that are too old then.
    void count(const TrafficCounts &more, WallTime now);

    TrafficHistory history(WallTime now) const;

    /// Adds up hours and drops minutes that are too old at `now`, or, of minutes, ahead of it.
    void addUpOld(WallTime now);
    /// The hours that have to be written, and if there are any, all the minutes. They count as
    /// written then.
    TrafficRows takeChanged();
    /// They were not written, after all.
    void putBack(const TrafficRows &rows);
    /// Nothing is written any more.
    void changeAll();

private:
    using Steps = std::map<std::int64_t, TrafficCounts>; ///< by begin

    Steps m_hours;
    Steps m_minutes;
    std::set<std::int64_t> m_changed; ///< hours
};

} // namespace lanyard::journal
