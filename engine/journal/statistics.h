// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "api/statssnapshot.h"
#include "api/wrongdigests.h"
#include "core/clock.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace lanyard::journal {

/// The counters of a run. Thread-safe; a snapshot is not atomic as a whole.
class Statistics
{
public:
    void countRequest(const RequestRecord &record);
    /// A body, or a part of one, that came from upstream.
    void countFetched(RequestKind kind, std::int64_t bytes);
    void countUpstreamRequest(const std::string &registry);
    /// An upstream sent bytes that are not those of their digest.
    void countWrongDigest(const std::string &registry, const std::string &repository, WallTime now);
    void connectionsChanged(int difference);
    StatsSnapshot snapshot() const;

    /// What is counted of one upstream.
    struct UpstreamCounts
    {
        std::uint64_t requests = 0;   ///< sent to it
        std::uint64_t pullsSaved = 0; ///< manifests that clients got and it was not asked for
        bool operator==(const UpstreamCounts &) const = default;
    };

    WrongDigests wrongDigests() const;

    /// Of each that has any, by its registry.
    std::map<std::string, UpstreamCounts> upstreamCounts() const;

private:
    using Counter = std::atomic<std::uint64_t>;

    /// What is counted for manifests and for blobs alike.
    struct Traffic
    {
        Counter hits{0};
        Counter misses{0};
        Counter bytesServed{0};
        Counter bytesFetched{0};
    };

    /// nullptr for a kind that is neither.
    Traffic *trafficOf(RequestKind kind);

    /// The counters of one upstream.
    struct UpstreamTraffic
    {
        Counter requests{0};
        Counter pullsSaved{0};
    };

    UpstreamTraffic &upstreamTraffic(std::string_view registry);

    Traffic m_manifests;
    Traffic m_blobs;
    Counter m_requests{0};
    Counter m_stale{0};
    Counter m_failed{0};
    Counter m_upstreamRequests{0};
    std::atomic<int> m_connections{0};
    mutable std::shared_mutex m_mutex;
    std::map<std::string, UpstreamTraffic, std::less<>> m_upstreams; // guarded, its values are not
    WrongDigests m_wrongDigests;                                     // guarded
};

} // namespace lanyard::journal
