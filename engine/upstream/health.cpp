// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/health.h"

#include "core/limits.h"

#include <algorithm>

namespace lanyard::upstream {

Health::Health(std::size_t servers, const Clock &clock)
    : m_clock(clock)
    , m_failures(servers)
{
}

std::optional<Error> Health::failure(std::size_t server) const
{
    const auto &failure = m_failures[server];
    if (!failure || m_clock.steadyNow() >= failure->until)
        return std::nullopt;
    return failure->error;
}

void Health::recordFailure(std::size_t server, const Error &error)
{
    std::chrono::milliseconds memory{0};
    if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut)
        memory = limits::failureMemory;
    else if (error.code == ErrorCode::RateLimited)
        memory = std::min<std::chrono::milliseconds>(error.retryAfter, limits::failureMemory);
    if (memory.count() > 0)
        m_failures[server] = Failure{error, m_clock.steadyNow() + memory};
}

void Health::recordAnswer(std::size_t server)
{
    m_failures[server].reset();
}

} // namespace lanyard::upstream
