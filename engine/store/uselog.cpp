// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/uselog.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::store {

void UseLog::note(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs)
{
    const Key key{.repository = repository, .digest = digest};
    const std::lock_guard lock(m_mutex);
    const auto known = m_uses.find(key);
    if (known != m_uses.end())
        known->second = usedAtMs;
    else if (m_uses.size() < limits::usesMax)
        m_uses.emplace(key, usedAtMs);
}

std::int64_t UseLog::usedAtMs(RepositoryId repository, const Digest &digest) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_uses.find({.repository = repository, .digest = digest});
    return known == m_uses.end() ? 0 : known->second;
}

std::vector<ContentUsed> UseLog::take()
{
    std::unordered_map<Key, std::int64_t, KeyHash> uses;
    {
        const std::lock_guard lock(m_mutex);
        uses.swap(m_uses);
    }
    std::vector<ContentUsed> taken;
    taken.reserve(uses.size());
    for (const auto &[key, usedAtMs] : uses)
        taken.push_back({.repository = key.repository, .digest = key.digest, .usedAtMs = usedAtMs});
    return taken;
}

} // namespace lanyard::store
