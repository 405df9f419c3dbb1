// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/circuit.h"

#include "core/limits.h"

namespace lanyard::upstream {

Circuit::Circuit(const Clock &clock)
    : m_clock(clock)
    , m_since(clock.wallNow())
{
}

Circuit::State Circuit::state() const
{
    if (!m_trouble)
        return State::Closed;
    if (!m_trouble->until)
        return State::Broken;
    return m_clock.steadyNow() < *m_trouble->until ? State::Limited : State::Closed;
}

std::optional<Error> Circuit::trouble() const
{
    return state() == State::Closed ? std::nullopt : std::optional(m_trouble->error);
}

std::optional<WallTime> Circuit::until() const
{
    if (state() != State::Limited)
        return std::nullopt;
    return m_clock.wallNow() + std::chrono::duration_cast<std::chrono::milliseconds>(
                                   *m_trouble->until - m_clock.steadyNow());
}

std::optional<Error> Circuit::refusal() const
{
    if (state() == State::Closed)
        return std::nullopt;
    Error error = m_trouble->error;
    if (m_trouble->until) {
        error.retryAfter =
            std::chrono::ceil<std::chrono::seconds>(*m_trouble->until - m_clock.steadyNow());
    } else {
        error.code = ErrorCode::Offline;
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(limits::probeDelayMax);
    }
    return error;
}

bool Circuit::recordFailure(const Error &error)
{
    const bool isLimit = error.code == ErrorCode::RateLimited;
    const bool isBreak = error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut;
    if (!isLimit && !isBreak)
        return false;
    const bool wasBroken = state() == State::Broken;
    if (state() == State::Closed)
        m_since = m_clock.wallNow();
    m_trouble = Trouble{.error = error, .until = {}};
    if (isLimit) {
        const bool isSaid = error.retryAfter.count() > 0;
        m_trouble->until =
            m_clock.steadyNow() + (isSaid ? error.retryAfter : limits::rateLimitPause);
    }
    return isBreak && !wasBroken;
}

bool Circuit::recordAnswer()
{
    if (state() != State::Broken)
        return false;
    m_trouble.reset();
    m_since = m_clock.wallNow();
    return true;
}

} // namespace lanyard::upstream
