// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/tokencache.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::upstream {

std::string TokenKey::repository() const
{
    constexpr std::string_view prefix = "repository:";
    constexpr std::string_view suffix = ":pull";
    if (!scope.starts_with(prefix) || !scope.ends_with(suffix))
        return {};
    return scope.substr(prefix.size(), scope.size() - prefix.size() - suffix.size());
}

TokenCache::TokenCache(const Clock &clock)
    : m_clock(clock)
{
}

CachedToken TokenCache::find(const TokenKey &key) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || m_clock.steadyNow() >= found->second.until)
        return {};
    return found->second.token;
}

void TokenCache::insert(const TokenKey &key, CachedToken token, std::chrono::seconds lifetime)
{
    if (!m_entries.contains(key))
        makeRoom();
    const auto margin = std::min(limits::tokenSafetyMargin, lifetime / 2);
    m_entries.insert_or_assign(key,
                               Entry{std::move(token), m_clock.steadyNow() + lifetime - margin});
}

void TokenCache::makeRoom()
{
    if (m_entries.size() < limits::tokensMax)
        return;
    std::erase_if(m_entries, [now = m_clock.steadyNow()](const auto &entry) {
        return entry.second.until <= now;
    });
    if (m_entries.size() < limits::tokensMax)
        return;
    m_entries.erase(
        std::min_element(m_entries.begin(), m_entries.end(), [](const auto &a, const auto &b) {
            return a.second.until < b.second.until;
        }));
}

void TokenCache::drop(const TokenKey &key, const std::string &token)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end() && found->second.token.value == token)
        m_entries.erase(found);
}

} // namespace lanyard::upstream
