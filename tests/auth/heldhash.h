// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/passwordcheck.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::test {

/// In place of bcrypt: a password is right for the hash that ends with it. Counts what it is asked,
/// and can be held in the middle of it. Thread-safe; must outlive who asks.
class HeldHash
{
public:
    auth::PasswordCheck::Matches matches()
    {
        return [this](std::string_view password, const std::string &hash) {
            return look(password, hash);
        };
    }

    /// Who asks from now on waits for release().
    void hold()
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = true;
    }

    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = false;
        m_changed.notify_all();
    }

    /// Until so many were begun.
    void awaitBegun(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_hashes.size() >= count; });
    }

    /// Those that were looked at, in order.
    std::vector<std::string> hashes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_hashes;
    }

    std::size_t count() const { return hashes().size(); }

private:
    bool look(std::string_view password, const std::string &hash)
    {
        std::unique_lock lock(m_mutex);
        m_hashes.push_back(hash);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_isHeld; });
        return hash.ends_with(password);
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex:
    bool m_isHeld = false;
    std::vector<std::string> m_hashes;
};

/// A line for a user with that cost, whose hash has the password in the sense of HeldHash: letters
/// and digits, 40 at most.
inline std::string userLine(const std::string &name, const std::string &password,
                            const std::string &cost = "05")
{
    const std::string filling(53 - password.size(), '.');
    return name + ":$2y$" + cost + "$" + filling + password + "\n";
}

} // namespace lanyard::test
