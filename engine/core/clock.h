// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lanyard {

using WallTime = std::chrono::system_clock::time_point;
using SteadyTime = std::chrono::steady_clock::time_point;

/// Where the engine takes the time from, so that a test can set it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Calendar time: for what is stored or shown.
    virtual WallTime wallNow() const = 0;
    /// Time that never goes back: for durations and deadlines.
    virtual SteadyTime steadyNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    WallTime wallNow() const override;
    SteadyTime steadyNow() const override;
};

/// Milliseconds since 1970-01-01 UTC, the form in which times are stored.
std::int64_t toEpochMs(WallTime time);
WallTime fromEpochMs(std::int64_t epochMs);

} // namespace lanyard
