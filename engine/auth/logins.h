// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/htpasswd.h"
#include "auth/loginlimits.h"
#include "core/clock.h"

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lanyard::auth {

using UsersPointer = std::shared_ptr<const Htpasswd>;

/// Which Authorization values were right a short time ago, so that not every request of a client
/// costs a hash. Keeps no password: values are known by their HMAC-SHA256 (RFC 2104) under a key
/// that dies with the process. Thread-safe; who asks does not wait for others who ask.
class Logins
{
public:
    /// `clock` must outlive it.
    Logins(const Clock &clock, const LoginLimits &limits);
    Logins(const Logins &) = delete;
    Logins &operator=(const Logins &) = delete;
    ~Logins();

    /// The user whose login `value` was, with `users`, no longer than loginMemory ago.
    std::optional<std::string> userOf(std::string_view value, const UsersPointer &users) const;

    /// `value` is right for `user` of `users`. What was known of other users is forgotten; the
    /// oldest of loginsMax goes.
    void remember(std::string_view value, const std::string &user, const UsersPointer &users);

private:
    using Mac = std::array<unsigned char, 32>;

    /// A MAC is as good as random to whoever does not have the key.
    struct MacHash
    {
        std::size_t operator()(const Mac &mac) const;
    };

    struct Login
    {
        std::string user;
        SteadyTime until;
    };

    Mac macOf(std::string_view value) const;

    const Clock &m_clock;
    const LoginLimits m_limits;
    Mac m_key{};
    bool m_hasKey = false;

    mutable std::shared_mutex m_mutex;
    // Guarded by m_mutex:
    UsersPointer m_users; // for whom the logins hold; kept, so that no others get its address
    std::unordered_map<Mac, Login, MacHash> m_logins;
    std::deque<Mac> m_order; // of m_logins, the oldest first
};

} // namespace lanyard::auth
