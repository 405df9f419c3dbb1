// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/upstreamdesk.h"

#include "core/imageref.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

tl::unexpected<Error> noUpstream(const std::string &registry)
{
    return failure(ErrorCode::NotFound,
                   {QT_TRANSLATE_NOOP("engine", "%1 is no upstream"), {registry}});
}

/// What of a configuration decides how the upstream is asked.
UpstreamConfig wayOf(UpstreamConfig upstream)
{
    upstream.aliases.clear();
    upstream.hosts.clear();
    upstream.tagRules.clear();
    upstream.credentials = {};
    upstream.pathCredentials.clear();
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
    std::map<std::string, Credentials> configured;
    for (const UpstreamConfig &upstream : upstreams) {
        configured.emplace(upstream.registry, upstream.credentials);
        for (const PathCredentials &one : upstream.pathCredentials)
            configured.emplace(upstream.registry + '/' + one.path, one.credentials);
    }
    m_parts.credentials.setConfigured(configured);
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
        m_parts.client.setBudgets(id, m_parts.history.budgets(upstream.registry));
        m_parts.registry.forgetAbsences(id);
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
        return idOf(suggestion.registry.toStdString()).has_value();
    });
    for (const upstream::UpstreamId id : m_ids) {
        UpstreamStatus status = m_parts.client.status(id);
        const auto totals = m_parts.history.totals(m_parts.routes.registry(id));
        status.requests = totals.requests;
        status.pullsSaved = totals.pullsSaved;
        overview.upstreams.append(status);
    }
    return overview;
}

Result<QList<UpstreamHistory>> UpstreamDesk::history(const std::string &registry,
                                                     WallTime since) const
{
    std::optional<upstream::UpstreamId> only;
    if (!registry.empty() && !(only = idOf(registry)))
        return noUpstream(registry);
    QList<UpstreamHistory> histories;
    for (const upstream::UpstreamId id : m_ids) {
        if (only.value_or(id) == id)
            histories.append(m_parts.history.hours(m_configs.at(id).registry, since));
    }
    return histories;
}

Message UpstreamDesk::ruleOf(const ImageSummary &image) const
{
    const std::string registry = image.registry.toStdString();
    const auto upstream = m_parts.routes.byName(registry);
    if (!upstream || image.tag.isEmpty())
        return {};
    const Repository repository{
        .upstream = *upstream, .registry = registry, .name = image.repository.toStdString()};
    return *m_parts.registry.ruleFor(repository, image.tag.toStdString()).text;
}

std::optional<upstream::UpstreamId> UpstreamDesk::idOf(const std::string &registry) const
{
    const std::string name = canonicalRegistryName(registry);
    const auto found = std::find_if(m_configs.begin(), m_configs.end(), [&](const auto &entry) {
        const UpstreamConfig &config = entry.second;
        return config.registry == name || std::find(config.aliases.begin(), config.aliases.end(),
                                                    name) != config.aliases.end();
    });
    return found == m_configs.end() ? std::nullopt : std::optional(found->first);
}

Result<std::string> UpstreamDesk::nameOf(const std::string &registry) const
{
    if (const auto id = idOf(registry))
        return m_configs.at(*id).registry;
    return noUpstream(registry);
}

void UpstreamDesk::test(const std::string &registry,
                        const std::optional<credentials::Credential> &given,
                        const std::function<void(const Result<UpstreamTest> &)> &done)
{
    if (const auto id = idOf(registry))
        m_parts.client.test(*id, given, [done](const UpstreamTest &test) { done(test); });
    else
        done(noUpstream(registry));
}

} // namespace lanyard::registry
