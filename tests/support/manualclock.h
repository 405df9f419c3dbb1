// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace lanyard::test {

/// A clock that moves only when a test says so. Thread-safe.
class ManualClock final : public Clock
{
public:
    /// The calendar starts at 2001-09-09T01:46:40Z, the steady clock an hour after its epoch.
    WallTime wallNow() const override
    {
        return WallTime{std::chrono::seconds{1'000'000'000}} + since();
    }

    SteadyTime steadyNow() const override { return SteadyTime{std::chrono::hours{1}} + since(); }

    void advance(std::chrono::milliseconds by) { m_sinceMs += by.count(); }

private:
    std::chrono::milliseconds since() const { return std::chrono::milliseconds{m_sinceMs.load()}; }

    std::atomic<std::int64_t> m_sinceMs{0};
};

} // namespace lanyard::test
