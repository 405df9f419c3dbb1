// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <optional>
#include <vector>

namespace lanyard {

/// A program on a machine that asks the cache.
struct ClientSummary
{
    /// A request for content that did not give it. Every client then goes to the registry itself,
    /// and its user does not see it.
    struct Fallback
    {
        std::int64_t atMs = 0; ///< since 1970-01-01 UTC
        int status = 0;        ///< what it was answered
        QByteArray upstream;   ///< registry name; empty where none was resolved
        QByteArray repository;
        QByteArray reference; ///< tag or digest
        bool operator==(const Fallback &) const = default;
    };

    QByteArray address;
    QByteArray userAgent;           ///< as sent
    QByteArray user;                ///< who logged in there last; empty: nobody had to
    std::vector<RequestForm> forms; ///< in which it named upstreams, each once, the last one last
    std::int64_t firstSeenMs = 0;   ///< since 1970-01-01 UTC
    std::int64_t lastSeenMs = 0;    ///< since 1970-01-01 UTC
    std::uint64_t requests = 0;     ///< all of them
    std::uint64_t hits = 0;         ///< manifests and blobs
    std::uint64_t misses = 0;
    std::uint64_t bytesServed = 0;
    std::uint64_t fallbacks = 0;          ///< requests for content after which it had to fall back
    std::optional<Fallback> lastFallback; ///< none: it never had to
    bool isServed = true; ///< its last request for content got it, or has not come yet
    bool operator==(const ClientSummary &) const = default;
};

} // namespace lanyard
