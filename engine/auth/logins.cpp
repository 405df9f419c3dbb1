// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/logins.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <cstring>
#include <mutex>

namespace lanyard::auth {

Logins::Logins(const Clock &clock, const LoginLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_hasKey(RAND_bytes(m_key.data(), static_cast<int>(m_key.size())) == 1)
{
}

Logins::~Logins()
{
    OPENSSL_cleanse(m_key.data(), m_key.size());
}

std::size_t Logins::MacHash::operator()(const Mac &mac) const
{
    std::size_t hash = 0;
    std::memcpy(&hash, mac.data(), sizeof(hash));
    return hash;
}

Logins::Mac Logins::macOf(std::string_view value) const
{
    Mac mac{};
    HMAC(EVP_sha256(), m_key.data(), static_cast<int>(m_key.size()),
         reinterpret_cast<const unsigned char *>(value.data()), value.size(), mac.data(), nullptr);
    return mac;
}

std::optional<std::string> Logins::userOf(std::string_view value, const UsersPointer &users) const
{
    const Mac mac = macOf(value);
    const SteadyTime now = m_clock.steadyNow();
    const std::shared_lock lock(m_mutex);
    const auto found = m_logins.find(mac);
    if (users != m_users || found == m_logins.end() || found->second.until <= now)
        return std::nullopt;
    return found->second.user;
}

void Logins::remember(std::string_view value, const std::string &user, const UsersPointer &users)
{
    if (!m_hasKey)
        return; // then each request costs its hash
    const Mac mac = macOf(value);
    const SteadyTime now = m_clock.steadyNow();
    const std::lock_guard lock(m_mutex);
    if (users != m_users) {
        m_logins.clear();
        m_order.clear();
        m_users = users;
    }
    if (const auto known = m_logins.find(mac); known != m_logins.end()) {
        known->second.until = now + m_limits.loginMemory;
        return;
    }
    while (!m_order.empty() &&
           (m_logins.size() >= m_limits.loginsMax || m_logins.at(m_order.front()).until <= now)) {
        m_logins.erase(m_order.front());
        m_order.pop_front();
    }
    m_logins.emplace(mac, Login{.user = user, .until = now + m_limits.loginMemory});
    m_order.push_back(mac);
}

} // namespace lanyard::auth
