// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/uselog.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::store {

void UseLog::note(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs, bool isPull)
{
    const Key key{.repository = repository, .digest = digest};
    const std::lock_guard lock(m_mutex);
    auto known = m_uses.find(key);
    if (known == m_uses.end() && m_uses.size() < limits::usesMax)
        known = m_uses.emplace(key, Use()).first;
    if (known == m_uses.end())
        return;
    known->second.lastAtMs = usedAtMs;
    if (isPull)
        ++known->second.pulls;
}

UseLog::Use UseLog::use(RepositoryId repository, const Digest &digest) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_uses.find({.repository = repository, .digest = digest});
    return known == m_uses.end() ? Use() : known->second;
}

std::vector<ContentUsed> UseLog::take()
{
    std::unordered_map<Key, Use, KeyHash> uses;
    {
        const std::lock_guard lock(m_mutex);
        uses.swap(m_uses);
    }
    std::vector<ContentUsed> taken;
    taken.reserve(uses.size());
    for (const auto &[key, use] : uses)
        taken.push_back({.repository = key.repository,
                         .digest = key.digest,
                         .usedAtMs = use.lastAtMs,
                         .pulls = use.pulls});
    return taken;
}

} // namespace lanyard::store
