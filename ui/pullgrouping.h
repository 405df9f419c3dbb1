// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QByteArray>

#include <cstdint>
#include <unordered_map>

namespace lanyard::ui {

/// What the requests of one pull are together.
struct PullSummary
{
    QByteArray client;
    QByteArray user;
    QByteArray userAgent;
    QByteArray upstream;
    QByteArray repository;
    QByteArray reference;         ///< the tag, or the digest, that was pulled
    std::int64_t startedAtMs = 0; ///< of the first request
    std::int64_t endedAtMs = 0;   ///< of the last answer
    std::int64_t bodyBytes = 0;
    int requests = 0;
    int hits = 0;     ///< from the store, whether upstream was asked or not
    int misses = 0;   ///< from upstream
    int failures = 0; ///< not to be had, or cut off
    CacheResult worst = CacheResult::None;
    int worstStatus = 0; ///< the highest
    bool isPrivate = false;
    bool operator==(const PullSummary &) const = default;
};

/// Takes a request into the summary; the first one names the pull. Pure.
void addTo(PullSummary &summary, const RequestRecord &record);

/// Finds the requests of one pull: of the same client, with the same program, for the same
/// repository, none longer than pauseMs after the ones before. A pull begins with a manifest; one
/// by another tag, or by the same one once content was fetched, begins the next one. What belongs
/// to no pull stands alone.
///
/// Takes records in the order in which they ended. Remembers pullsMax pulls at most. One thread.
class PullGrouping
{
public:
    static constexpr std::int64_t pauseMs = 10'000;
    static constexpr int requestsMax = 10'000; ///< of one pull; what follows is another one
    static constexpr std::size_t pullsMax = 2'000;

    struct Place
    {
        std::uint64_t number = 0; ///< of the pull, or of the request that stands alone: from 1
        bool isPull = false;
        bool operator==(const Place &) const = default;
    };

    /// Where the next record belongs. A new number is the last one plus 1.
    Place placeOf(const RequestRecord &record);

private:
    struct Pull
    {
        std::uint64_t number = 0;
        QByteArray tag; ///< the first that was asked for; empty: digests only
        std::int64_t endedAtMs = 0;
        int requests = 0;
        bool hasContent = false; ///< a blob was asked for
    };

    static bool continues(const Pull &pull, const RequestRecord &record);
    void makeRoom();

    std::unordered_map<std::string, Pull> m_pulls; ///< by who pulls what
    std::uint64_t m_lastNumber = 0;
};

} // namespace lanyard::ui
