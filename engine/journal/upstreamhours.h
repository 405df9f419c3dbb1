// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamhistory.h"
#include "core/clock.h"

#include <QList>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lanyard::journal {

/// An hour of one upstream.
struct HourRow
{
    std::string registry;
    UpstreamHour hour;
    bool operator==(const HourRow &) const = default;
};

/// What happened with the upstreams, by the hour: of the last limits::historyKept, and what is
/// older as one sum. Knows which hours have changed since they were written. One thread.
class UpstreamHours
{
public:
    UpstreamHours() = default;
    /// What was written before.
    explicit UpstreamHours(const std::vector<HourRow> &rows);

    /// Adds to the hour of `now`.
    void count(const std::string &registry, std::uint64_t requests, std::uint64_t pullsSaved,
               WallTime now);
    /// What a registry grants, in the hour in which that was read.
    void note(const std::string &registry, const PullBudget &heard);

    struct Totals
    {
        std::uint64_t requests = 0;
        std::uint64_t pullsSaved = 0;
    };

    /// Of all time.
    Totals totals(const std::string &registry) const;
    /// What was heard last of each account, the last to be heard of last; nothing of what a clock
    /// that went wrong has put after `now`.
    QList<PullBudget> budgets(const std::string &registry, WallTime now) const;
    /// Those that begin at `since` or later.
    QList<UpstreamHour> hours(const std::string &registry, WallTime since) const;

    /// Adds up what is too old at `now`. When the first hour begins that is kept.
    std::int64_t addUpOld(WallTime now);
    /// What has to be written, whole. It counts as written then.
    std::vector<HourRow> takeChanged();
    /// They were not written, after all.
    void putBack(const std::vector<HourRow> &rows);
    /// Nothing is written any more.
    void changeAll();

private:
    using Key = std::pair<std::string, std::int64_t>; ///< registry, begin

    UpstreamHour &change(const std::string &registry, std::int64_t beginMs);

    std::map<Key, UpstreamHour> m_hours;
    std::set<Key> m_changed;
};

} // namespace lanyard::journal
