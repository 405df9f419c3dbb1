// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/statistics.h"

namespace lanyard::journal {

namespace {

// The counters order nothing else, so they need atomicity only.
constexpr auto relaxed = std::memory_order_relaxed;

/// Whether the body was content of a registry: that of an error is not traffic of the cache, nor is
/// a probe, which no registry has.
bool isContent(const RequestRecord &record)
{
    return record.labels.result != CacheResult::None &&
           (record.status == 200 || record.status == 206);
}

} // namespace

Statistics::Traffic *Statistics::trafficOf(RequestKind kind)
{
    if (kind == RequestKind::Manifest)
        return &m_manifests;
    return kind == RequestKind::Blob ? &m_blobs : nullptr;
}

void Statistics::countRequest(const RequestRecord &record)
{
    const CacheResult result = record.labels.result;
    m_requests.fetch_add(1, relaxed);
    if (result == CacheResult::Stale)
        m_stale.fetch_add(1, relaxed);
    if (result == CacheResult::Failed)
        m_failed.fetch_add(1, relaxed);

    Traffic *traffic = trafficOf(record.labels.kind);
    if (!traffic)
        return;
    if (record.labels.kind == RequestKind::Manifest && isHit(result) && record.status == 200 &&
        record.method == "GET")
        upstreamTraffic({record.labels.upstream.data(),
                         static_cast<std::size_t>(record.labels.upstream.size())})
            .pullsSaved.fetch_add(1, relaxed);
    if (isHit(result))
        traffic->hits.fetch_add(1, relaxed);
    if (result == CacheResult::Miss)
        traffic->misses.fetch_add(1, relaxed);
    if (isContent(record))
        traffic->bytesServed.fetch_add(static_cast<std::uint64_t>(record.bodyBytes), relaxed);
}

void Statistics::countFetched(RequestKind kind, std::int64_t bytes)
{
    if (Traffic *traffic = trafficOf(kind))
        traffic->bytesFetched.fetch_add(static_cast<std::uint64_t>(bytes), relaxed);
}

void Statistics::countUpstreamRequest(const std::string &registry)
{
    m_upstreamRequests.fetch_add(1, relaxed);
    upstreamTraffic(registry).requests.fetch_add(1, relaxed);
}

void Statistics::countWrongDigest(const std::string &registry, const std::string &repository,
                                  WallTime now)
{
    const std::lock_guard lock(m_mutex);
    m_wrongDigests = {.count = m_wrongDigests.count + 1,
                      .lastRegistry = QByteArray::fromStdString(registry),
                      .lastRepository = QByteArray::fromStdString(repository),
                      .lastAtMs = toEpochMs(now)};
}

WrongDigests Statistics::wrongDigests() const
{
    const std::shared_lock lock(m_mutex);
    return m_wrongDigests;
}

/// Upstreams are few, a closed list, and none is ever removed.
Statistics::UpstreamTraffic &Statistics::upstreamTraffic(std::string_view registry)
{
    {
        const std::shared_lock lock(m_mutex);
        if (const auto known = m_upstreams.find(registry); known != m_upstreams.end())
            return known->second;
    }
    const std::lock_guard lock(m_mutex);
    return m_upstreams.try_emplace(std::string(registry)).first->second;
}

std::map<std::string, Statistics::UpstreamCounts> Statistics::upstreamCounts() const
{
    std::map<std::string, UpstreamCounts> all;
    const std::shared_lock lock(m_mutex);
    for (const auto &[registry, traffic] : m_upstreams)
        all.emplace(registry, UpstreamCounts{.requests = traffic.requests.load(relaxed),
                                             .pullsSaved = traffic.pullsSaved.load(relaxed)});
    return all;
}

void Statistics::connectionsChanged(int difference)
{
    m_connections.fetch_add(difference, relaxed);
}

StatsSnapshot Statistics::snapshot() const
{
    return {
        .requests = m_requests.load(relaxed),
        .manifestHits = m_manifests.hits.load(relaxed),
        .manifestMisses = m_manifests.misses.load(relaxed),
        .blobHits = m_blobs.hits.load(relaxed),
        .blobMisses = m_blobs.misses.load(relaxed),
        .stale = m_stale.load(relaxed),
        .failed = m_failed.load(relaxed),
        .manifestBytesServed = m_manifests.bytesServed.load(relaxed),
        .blobBytesServed = m_blobs.bytesServed.load(relaxed),
        .manifestBytesFetched = m_manifests.bytesFetched.load(relaxed),
        .blobBytesFetched = m_blobs.bytesFetched.load(relaxed),
        .upstreamRequests = m_upstreamRequests.load(relaxed),
        .connections = m_connections.load(relaxed),
    };
}

} // namespace lanyard::journal
