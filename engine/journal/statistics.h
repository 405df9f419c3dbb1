// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "api/statssnapshot.h"

#include <atomic>
#include <cstdint>

namespace lanyard::journal {

/// The counters of a run. Thread-safe, without locks; a snapshot is not atomic as a whole.
class Statistics
{
public:
    void countRequest(const RequestRecord &record);
    /// A body, or a part of one, that came from upstream.
    void countFetched(RequestKind kind, std::int64_t bytes);
    void countUpstreamRequest();
    void connectionsChanged(int difference);
    StatsSnapshot snapshot() const;

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

    Traffic m_manifests;
    Traffic m_blobs;
    Counter m_requests{0};
    Counter m_stale{0};
    Counter m_failed{0};
    Counter m_upstreamRequests{0};
    std::atomic<int> m_connections{0};
};

} // namespace lanyard::journal
