// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/loginlimits.h"
#include "core/clock.h"

#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace lanyard::auth {

/// Slows guesses of passwords: after limits::wrongPasswordsFree wrong ones in a row a client waits
/// limits::wrongPasswordPause before another is looked at, then twice as long each time, up to
/// limits::wrongPasswordPauseMax. A right one forgets that, and so does limits::wrongPasswordMemory
/// without a wrong one. Clients are those of clientGroup(). Thread-safe.
class Attempts
{
public:
    /// `clock` must outlive it.
    Attempts(const Clock &clock, const LoginLimits &limits);
    Attempts(const Attempts &) = delete;
    Attempts &operator=(const Attempts &) = delete;

    /// Zero: a password of the client may be looked at now. A client that had to wait has to wait
    /// for its next from then on, so that its guesses come one by one. Else how long it has to
    /// wait, 1 second at least.
    std::chrono::seconds begin(const std::string &client);

    // What came of it:

    void countWrong(const std::string &client);
    void forget(const std::string &client);

private:
    struct Entry
    {
        std::string client;
        int wrong = 0; ///< in a row
        SteadyTime lastWrong;
        SteadyTime notBefore;
    };

    using Entries = std::list<Entry>;

    void forgetOld(SteadyTime now);

    const Clock &m_clock;
    const LoginLimits m_limits;

    std::mutex m_mutex;
    // Guarded by m_mutex:
    Entries m_entries; // by lastWrong, the oldest first
    std::unordered_map<std::string, Entries::iterator> m_byClient;
};

} // namespace lanyard::auth
