// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/attempts.h"

#include <algorithm>

namespace lanyard::auth {

namespace {

/// Before the next password, after so many wrong ones in a row.
std::chrono::seconds pauseAfter(int wrong)
{
    std::chrono::seconds pause = limits::wrongPasswordPause;
    for (int i = limits::wrongPasswordsFree; i < wrong && pause < limits::wrongPasswordPauseMax;
         ++i)
        pause *= 2;
    return std::min(pause, limits::wrongPasswordPauseMax);
}

} // namespace

Attempts::Attempts(const Clock &clock, const LoginLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

std::chrono::seconds Attempts::begin(const std::string &client)
{
    const SteadyTime now = m_clock.steadyNow();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    const auto known = m_byClient.find(client);
    if (known == m_byClient.end() || known->second->wrong < limits::wrongPasswordsFree)
        return std::chrono::seconds{0};
    Entry &entry = *known->second;
    if (now < entry.notBefore)
        return std::chrono::ceil<std::chrono::seconds>(entry.notBefore - now);
    entry.notBefore = now + pauseAfter(entry.wrong);
    return std::chrono::seconds{0};
}

void Attempts::countWrong(const std::string &client)
{
    const SteadyTime now = m_clock.steadyNow();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    const auto known = m_byClient.find(client);
    if (known != m_byClient.end()) {
        m_entries.splice(m_entries.end(), m_entries, known->second);
    } else {
        if (m_entries.size() >= m_limits.attemptAddressesMax) {
            m_byClient.erase(m_entries.front().client);
            m_entries.pop_front();
        }
        m_entries.push_back({.client = client});
        m_byClient.emplace(client, std::prev(m_entries.end()));
    }
    Entry &entry = m_entries.back();
    ++entry.wrong;
    entry.lastWrong = now;
    entry.notBefore = now + pauseAfter(entry.wrong);
}

void Attempts::forget(const std::string &client)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byClient.find(client);
    if (known == m_byClient.end())
        return;
    m_entries.erase(known->second);
    m_byClient.erase(known);
}

void Attempts::forgetOld(SteadyTime now)
{
    while (!m_entries.empty() && m_entries.front().lastWrong + limits::wrongPasswordMemory <= now) {
        m_byClient.erase(m_entries.front().client);
        m_entries.pop_front();
    }
}

} // namespace lanyard::auth
