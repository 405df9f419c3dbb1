// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace lanyard {

WallTime SystemClock::wallNow() const
{
    return std::chrono::system_clock::now();
}

SteadyTime SystemClock::steadyNow() const
{
    return std::chrono::steady_clock::now();
}

std::int64_t toEpochMs(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime fromEpochMs(std::int64_t epochMs)
{
    return WallTime{std::chrono::milliseconds{epochMs}};
}

} // namespace lanyard
