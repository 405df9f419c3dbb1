// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/upstreamdesk.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

/// What of a configuration decides how the upstream is asked.
UpstreamConfig wayOf(UpstreamConfig upstream)
{
    upstream.aliases.clear();
    upstream.hosts.clear();
    upstream.tagRules.clear();
    return upstream;
}

} // namespace

UpstreamDesk::UpstreamDesk(const Parts &parts)
    : m_parts(parts)
{
}

void UpstreamDesk::assign(const std::vector<UpstreamConfig> &upstreams,
                          const std::string &defaultRegistry)
{
    std::vector<upstream::UpstreamId> ids = m_parts.routes.assign(upstreams, defaultRegistry);
    // At first no tag has been held to a rule yet.
    const bool isFirst = m_configs.empty();
    bool areRulesOther = false;
    for (std::size_t i = 0; i < ids.size(); ++i)
        areRulesOther = assign(ids[i], upstreams[i]) || areRulesOther;
    if (areRulesOther && !isFirst)
        m_parts.store.expireTags();
    for (const upstream::UpstreamId id : std::exchange(m_ids, std::move(ids))) {
        if (std::find(m_ids.begin(), m_ids.end(), id) == m_ids.end()) {
            m_parts.client.remove(id);
            m_configs.erase(id);
        }
    }
}

bool UpstreamDesk::assign(upstream::UpstreamId id, const UpstreamConfig &upstream)
{
    const auto known = m_configs.find(id);
    const bool isNew = known == m_configs.end();
    const bool areRulesOther = isNew || known->second.tagRules != upstream.tagRules;
    if (areRulesOther)
        m_parts.registry.setTagRules(id, upstream.tagRules);
    if (isNew || wayOf(known->second) != wayOf(upstream)) {
        m_parts.client.set(id, upstream);
        if (!upstream.isEnabled)
            m_parts.client.remove(id);
    }
    m_configs.insert_or_assign(id, upstream);
    return areRulesOther;
}

void UpstreamDesk::setOffline(bool isOffline)
{
    m_parts.client.setOffline(isOffline);
}

UpstreamOverview UpstreamDesk::overview() const
{
    UpstreamOverview overview{.isOffline = m_parts.client.isOffline(),
                              .suggestions = m_parts.suggestions.all()};
    // One that is disabled is so because somebody wants it.
    overview.suggestions.removeIf([this](const UpstreamSuggestion &suggestion) {
        return isConfigured(suggestion.registry.toStdString());
    });
    for (const upstream::UpstreamId id : m_ids) {
        UpstreamStatus status = m_parts.client.status(id);
        const auto counts = m_parts.statistics.countsOf(m_parts.routes.registry(id));
        status.requests = counts.requests;
        status.pullsSaved = counts.pullsSaved;
        overview.upstreams.append(status);
    }
    return overview;
}

bool UpstreamDesk::isConfigured(const std::string &registry) const
{
    return std::any_of(m_configs.begin(), m_configs.end(), [&registry](const auto &entry) {
        const UpstreamConfig &config = entry.second;
        return config.registry == registry ||
               std::find(config.aliases.begin(), config.aliases.end(), registry) !=
                   config.aliases.end();
    });
}

void UpstreamDesk::test(const std::string &registry,
                        const std::function<void(const Result<UpstreamTest> &)> &done)
{
    for (const auto &[id, config] : m_configs) {
        if (config.registry == registry) {
            m_parts.client.test(id, [done](const UpstreamTest &test) { done(test); });
            return;
        }
    }
    done(failure(ErrorCode::NotFound, registry + " is no upstream"));
}

} // namespace lanyard::registry
