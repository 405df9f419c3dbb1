// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/expectedtags.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::registry {

void ExpectedTags::insert(ExpectedTag expected)
{
    // Most are taken within a second; what is never fetched must not pile up.
    if (m_tags.size() >= limits::expectedTagsMax)
        m_tags.clear();
    std::string key = expected.repository.key(expected.tag);
    m_tags.insert_or_assign(std::move(key), std::move(expected));
}

std::optional<store::TagState> ExpectedTags::find(const Repository &repository,
                                                  const std::string &tag) const
{
    const auto found = m_tags.find(repository.key(tag));
    return found != m_tags.end() ? std::optional(found->second.state) : std::nullopt;
}

void ExpectedTags::remove(const Repository &repository, const std::string &tag)
{
    m_tags.erase(repository.key(tag));
}

std::vector<ExpectedTag> ExpectedTags::take(const Repository &repository, const Digest &digest)
{
    std::vector<ExpectedTag> taken;
    for (auto candidate = m_tags.begin(); candidate != m_tags.end();) {
        ExpectedTag &expected = candidate->second;
        if (expected.state.digest != digest || expected.repository != repository) {
            ++candidate;
            continue;
        }
        taken.push_back(std::move(expected));
        candidate = m_tags.erase(candidate);
    }
    return taken;
}

} // namespace lanyard::registry
