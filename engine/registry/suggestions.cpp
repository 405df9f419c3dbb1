// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/suggestions.h"

#include "core/imageref.h"
#include "core/limits.h"

#include <algorithm>

namespace lanyard::registry {

void Suggestions::note(std::string_view registry, std::int64_t nowMs)
{
    if (!isRegistryName(registry))
        return;
    const std::lock_guard lock(m_mutex);
    auto wanted = m_wanted.find(registry);
    if (wanted == m_wanted.end()) {
        if (m_wanted.size() == limits::suggestionsMax)
            m_wanted.erase(std::min_element(m_wanted.begin(), m_wanted.end(),
                                            [](const auto &left, const auto &right) {
                                                return left.second.lastAtMs < right.second.lastAtMs;
                                            }));
        wanted = m_wanted.try_emplace(std::string(registry)).first;
    }
    ++wanted->second.requests;
    wanted->second.lastAtMs = nowMs;
}

QList<UpstreamSuggestion> Suggestions::all() const
{
    QList<UpstreamSuggestion> all;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[registry, wanted] : m_wanted)
            all.append({.registry = QString::fromStdString(registry),
                        .requests = wanted.requests,
                        .lastAtMs = wanted.lastAtMs});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &left, const auto &right) {
        return left.requests > right.requests;
    });
    return all;
}

} // namespace lanyard::registry
