// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// Counters since the engine started. Requests are those that asked the cache something
/// (manifests and blobs), as `registry_proxy_*` of distribution counts them.
struct StatsSnapshot
{
    std::uint64_t requests = 0;     ///< all of them, pings and refusals too
    std::uint64_t manifestHits = 0; ///< Hit, Revalidated, Stale and Collapsed count as hits
    std::uint64_t manifestMisses = 0;
    std::uint64_t blobHits = 0;
    std::uint64_t blobMisses = 0;
    std::uint64_t stale = 0;
    std::uint64_t failed = 0;
    std::uint64_t manifestBytesServed = 0;
    std::uint64_t blobBytesServed = 0;
    std::uint64_t manifestBytesFetched = 0; ///< bodies only
    std::uint64_t blobBytesFetched = 0;
    std::uint64_t upstreamRequests = 0;
    int connections = 0; ///< open now

    std::uint64_t hits() const { return manifestHits + blobHits; }

    std::uint64_t misses() const { return manifestMisses + blobMisses; }

    std::uint64_t bytesServed() const { return manifestBytesServed + blobBytesServed; }

    std::uint64_t bytesFetched() const { return manifestBytesFetched + blobBytesFetched; }

    bool operator==(const StatsSnapshot &) const = default;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::StatsSnapshot)
