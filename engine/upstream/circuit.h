// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <optional>

namespace lanyard::upstream {

/// Whether a server may be asked now, by what became of the requests before: so those behind the
/// first that failed are refused at once, instead of each waiting for its own timeout. Who owns it
/// finds out when a broken server answers again. One thread.
class Circuit
{
public:
    enum class State {
        Closed,  ///< it may be asked
        Broken,  ///< it could not be reached, until it answers
        Limited, ///< it wants no requests until a time that it said
    };

    /// `clock` outlives it.
    explicit Circuit(const Clock &clock);

    State state() const;
    /// What brought it into this state; nullopt when it is closed.
    std::optional<Error> trouble() const;

    /// Since when, by the calendar: of a closed one since its last trouble, or its making.
    WallTime since() const { return m_since; }

    /// Until when, of one that is limited.
    std::optional<WallTime> until() const;

    /// Why nothing may be asked now, and when that may be over: Offline, or RateLimited; nullopt:
    /// it may.
    std::optional<Error> refusal() const;

    /// Unreachable and TimedOut break it, RateLimited limits it for as long as it says, else for
    /// limits::rateLimitPause; nothing else is its fault. Whether it broke now.
    bool recordFailure(const Error &error);
    /// It answered: it is not broken. One that is limited stays so. Whether it was broken.
    bool recordAnswer();

private:
    struct Trouble
    {
        Error error;
        std::optional<SteadyTime> until; ///< nullopt: until it answers
    };

    const Clock &m_clock;
    std::optional<Trouble> m_trouble;
    WallTime m_since;
};

} // namespace lanyard::upstream
