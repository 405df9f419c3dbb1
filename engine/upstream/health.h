// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "upstream/upstreamtimeouts.h"

#include <optional>
#include <vector>

namespace lanyard::upstream {

/// Remembers for UpstreamTimeouts::failureMemory that a server could not be asked, so that the
/// requests behind the first one fail at once instead of each waiting for its own timeout. One
/// request in each trialInterval is let through nevertheless, and finds out when the server is
/// back. One thread.
class Health
{
public:
    /// `servers` are known by their position.
    Health(std::size_t servers, const Clock &clock, const UpstreamTimeouts &timeouts);

    /// Whether a request may go out now: nullopt, or the failure that is remembered. Asked once for
    /// each request.
    std::optional<Error> refusal(std::size_t server);

    /// Remembers Unreachable and TimedOut, and RateLimited when it says until when; nothing else.
    void recordFailure(std::size_t server, const Error &error);
    void recordAnswer(std::size_t server);

private:
    struct Failure
    {
        Error error;
        SteadyTime until;
        SteadyTime nextTrial;
    };

    const Clock &m_clock;
    const UpstreamTimeouts m_timeouts;
    std::vector<std::optional<Failure>> m_failures;
};

} // namespace lanyard::upstream
