// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/health.h"

#include <algorithm>

namespace lanyard::upstream {

Health::Health(std::size_t servers, const Clock &clock, const UpstreamTimeouts &timeouts)
    : m_clock(clock)
    , m_timeouts(timeouts)
    , m_failures(servers)
{
}

std::optional<Error> Health::refusal(std::size_t server)
{
    auto &failure = m_failures[server];
    const SteadyTime now = m_clock.steadyNow();
    if (!failure || now >= failure->until)
        return std::nullopt;
    if (now < failure->nextTrial)
        return failure->error;
    failure->nextTrial = now + m_timeouts.trialInterval;
    return std::nullopt;
}

void Health::recordFailure(std::size_t server, const Error &error)
{
    auto &known = m_failures[server];
    const SteadyTime now = m_clock.steadyNow();
    if (error.code == ErrorCode::RateLimited && error.retryAfter.count() > 0) {
        const SteadyTime until =
            now + std::min<std::chrono::milliseconds>(error.retryAfter, m_timeouts.failureMemory);
        known = Failure{.error = error, .until = until, .nextTrial = until}; // it said when
    } else if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut) {
        // A trial that fails late does not put off the next one.
        const bool isFirst = !known || now >= known->until;
        known = Failure{.error = error,
                        .until = now + m_timeouts.failureMemory,
                        .nextTrial = isFirst ? now + m_timeouts.trialInterval : known->nextTrial};
    }
}

void Health::recordAnswer(std::size_t server)
{
    m_failures[server].reset();
}

} // namespace lanyard::upstream
