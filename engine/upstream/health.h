// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <optional>
#include <vector>

namespace lanyard::upstream {

/// Remembers for limits::failureMemory that a server could not be asked, so that the requests
/// behind the first one fail at once instead of each waiting for its own timeout. One thread.
class Health
{
public:
    /// `servers` are known by their position.
    Health(std::size_t servers, const Clock &clock);

    /// The remembered failure, while it holds.
    std::optional<Error> failure(std::size_t server) const;

    /// Remembers Unreachable and TimedOut, and RateLimited when it says until when; nothing else.
    void recordFailure(std::size_t server, const Error &error);
    void recordAnswer(std::size_t server);

private:
    struct Failure
    {
        Error error;
        SteadyTime until;
    };

    const Clock &m_clock;
    std::vector<std::optional<Failure>> m_failures;
};

} // namespace lanyard::upstream
