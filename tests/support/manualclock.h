// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace lanyard::test {

/// A clock that moves only when a test says so, unless it is told to run. Thread-safe.
class ManualClock final : public Clock
{
public:
    /// The calendar starts at 2001-09-09T01:46:40Z, the steady clock an hour after its epoch.
    WallTime wallNow() const override
    {
        return WallTime{std::chrono::seconds{1'000'000'000}} + since() +
               std::chrono::milliseconds{m_jumpedMs.load()};
    }

    SteadyTime steadyNow() const override { return SteadyTime{std::chrono::hours{1}} + since(); }

    void advance(std::chrono::milliseconds by) { m_sinceMs += by.count(); }

    /// The calendar alone, as when somebody sets it.
    void jump(std::chrono::milliseconds by) { m_jumpedMs += by.count(); }

    /// From now on it goes by itself, as the machine's does.
    void run() { m_runsFromMs = machineMs(); }

private:
    static constexpr std::int64_t stands = -1;

    static std::int64_t machineMs()
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    }

    std::chrono::milliseconds since() const
    {
        const std::int64_t from = m_runsFromMs;
        const std::int64_t gone = from == stands ? 0 : machineMs() - from;
        return std::chrono::milliseconds{m_sinceMs.load() + gone};
    }

    std::atomic<std::int64_t> m_sinceMs{0};
    std::atomic<std::int64_t> m_jumpedMs{0};
    std::atomic<std::int64_t> m_runsFromMs{stands};
};

} // namespace lanyard::test
