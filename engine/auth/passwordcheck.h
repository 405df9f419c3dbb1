// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/basiclogin.h"
#include "auth/loginlimits.h"
#include "auth/logins.h"
#include "core/diskpool.h"
#include "core/flights.h"

#include <compare>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::auth {

/// Looks at passwords, one after the other, on a thread of its own: each takes as long as bcrypt
/// wants it to, and no client may have more of the processor by asking more. Who asks what is being
/// looked at already joins. Thread-safe.
class PasswordCheck
{
public:
    enum class Outcome {
        Right,
        Wrong, ///< or there is no such user, which takes as long
        Busy,  ///< not looked at: too many wait, of this client or of all, or it has stopped
    };

    struct Answer
    {
        Outcome outcome = Outcome::Busy;
        bool isJoined = false; ///< another asked before, and is told first
    };

    struct Question
    {
        BasicLogin login;
        UsersPointer users; ///< never null
        std::string client; ///< whose share it counts in: that of clientGroup()
    };

    using Callback = std::function<void(const Answer &)>;
    /// Whether a hash is that of a password: matches() of bcrypt.h, but for tests.
    using Matches = std::function<bool(std::string_view password, const std::string &hash)>;

    PasswordCheck(Matches matches, const LoginLimits &limits);
    PasswordCheck(const PasswordCheck &) = delete;
    PasswordCheck &operator=(const PasswordCheck &) = delete;
    /// Stops.
    ~PasswordCheck();

    /// Calls `done` once: on the thread that hashes, or for Busy on this one, before it returns.
    void check(Question question, Callback done);

    /// What waits is told Busy. Blocks until the hash that is being made is done, and nobody is
    /// told anything any more. Not from a callback.
    void stop();

private:
    struct Key
    {
        UsersPointer users;
        std::string user;
        std::string password;
        auto operator<=>(const Key &) const = default;
    };

    struct Flight
    {
        Question question;
        Callback asker;
        std::vector<Callback> joined;
    };

    using Number = Flights<Key, Flight>::Number;

    bool enter(Question &question, Callback &done, Number &number, bool &isNew);
    void run(Number number);
    bool isRight(const Question &question) const;

    const Matches m_matches;
    const LoginLimits m_limits;

    std::mutex m_mutex;
    // Guarded by m_mutex:
    Flights<Key, Flight> m_flights;
    std::size_t m_checks = 0; // that wait or run
    std::map<std::string, std::size_t> m_checksByClient;
    bool m_isStopped = false;

    DiskPool m_thread{1}; // ends first: its tasks use the others
};

} // namespace lanyard::auth
