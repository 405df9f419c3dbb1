// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace lanyard {

/// How many pulls a registry still grants, as it said last (Docker Hub's `ratelimit-limit`,
/// `ratelimit-remaining` and `docker-ratelimit-source`).
struct PullBudget
{
    QString account; ///< whose pulls are counted: an address, or the id of an account; may be empty
    std::int64_t limit = 0;
    std::int64_t remaining = 0;
    std::chrono::seconds window{0}; ///< the limit is for so long; 0: it did not say
    std::int64_t readAtMs = 0;      ///< since 1970-01-01 UTC

    /// When all of it is there again at the latest; nullopt: it is now, or nobody knows.
    std::optional<std::int64_t> fullAtMs() const
    {
        if (remaining >= limit || window.count() == 0)
            return std::nullopt;
        return readAtMs + std::chrono::milliseconds(window).count();
    }

    bool operator==(const PullBudget &) const = default;
};

/// One of the places where a registry is.
struct UpstreamServerStatus
{
    enum class State {
        Unknown, ///< not asked yet
        Online,  ///< it answered last
        Offline, ///< it could not be reached; it is asked now and then whether it is back
        Limited, ///< it wants no requests until `untilMs`
    };

    QString url;
    State state = State::Unknown;
    Message trouble;          ///< why it is offline or limited
    std::int64_t sinceMs = 0; ///< in this state
    std::int64_t untilMs = 0; ///< of one that is limited; else 0
    bool operator==(const UpstreamServerStatus &) const = default;
};

/// What is known of an upstream.
struct UpstreamStatus
{
    QString registry;
    bool isEnabled = true;
    QList<UpstreamServerStatus> servers; ///< in the order in which they are asked
    QList<PullBudget> budgets;           ///< by account, the last to be heard of first
    Message refusal;                     ///< of its credentials, the last; empty: none was refused
    std::uint64_t requests = 0;          ///< sent to it, tokens included
    std::uint64_t pullsSaved = 0;        ///< manifests that clients got and it was not asked for
    bool operator==(const UpstreamStatus &) const = default;
};

/// A registry that clients ask for and that is no upstream.
struct UpstreamSuggestion
{
    QString registry;
    std::uint64_t requests = 0;
    std::int64_t lastAtMs = 0; ///< since 1970-01-01 UTC
    bool operator==(const UpstreamSuggestion &) const = default;
};

/// All of them.
struct UpstreamOverview
{
    bool isOffline = false;                ///< switched off by the user: none is asked
    QList<UpstreamStatus> upstreams;       ///< as in the configuration
    QList<UpstreamSuggestion> suggestions; ///< the most wanted first
    bool operator==(const UpstreamOverview &) const = default;
};

} // namespace lanyard
