// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <cstdint>

namespace lanyard {

/// What went between the cache, its clients and its upstreams.
struct TrafficCounts
{
    std::uint64_t requests = 0; ///< of clients: all of them, pings and refusals too
    std::uint64_t hits = 0;     ///< as StatsSnapshot counts them
    std::uint64_t misses = 0;
    std::uint64_t failed = 0;
    std::uint64_t bytesServed = 0;  ///< to clients
    std::uint64_t bytesFetched = 0; ///< from upstreams, bodies only

    /// What clients got and no upstream had to send.
    std::uint64_t bytesSaved() const
    {
        return bytesServed > bytesFetched ? bytesServed - bytesFetched : 0;
    }

    TrafficCounts &operator+=(const TrafficCounts &more)
    {
        requests += more.requests;
        hits += more.hits;
        misses += more.misses;
        failed += more.failed;
        bytesServed += more.bytesServed;
        bytesFetched += more.bytesFetched;
        return *this;
    }

    bool operator==(const TrafficCounts &) const = default;
};

/// A minute or an hour.
struct TrafficStep
{
    std::int64_t beginMs = 0; ///< a full minute or hour, since 1970-01-01 UTC
    TrafficCounts counts;
    bool operator==(const TrafficStep &) const = default;
};

/// What went through the cache in the course of time, beyond the run of the engine. Steps in which
/// nothing happened are left out; the oldest comes first, and none is later than `nowMs`.
struct TrafficHistory
{
    std::int64_t nowMs = 0;     ///< by the engine's clock, since 1970-01-01 UTC
    QList<TrafficStep> minutes; ///< of the last hour
    QList<TrafficStep> hours;   ///< of the last 31 days
    TrafficCounts allTime;
    bool operator==(const TrafficHistory &) const = default;
};

} // namespace lanyard
