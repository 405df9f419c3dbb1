// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/routes.h"

#include <algorithm>
#include <array>

namespace lanyard::upstream {

namespace {

constexpr std::string_view dockerHub = "docker.io";

char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string toLower(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return toLower(c); });
    return lower;
}

std::string_view withoutDefaultPort(std::string_view name)
{
    constexpr std::string_view port = ":443";
    if (name.size() > port.size() && name.substr(name.size() - port.size()) == port)
        name.remove_suffix(port.size());
    return name;
}

/// `host` of host:port, where host may be an IPv6 address in brackets.
std::string_view withoutPort(std::string_view host)
{
    const std::size_t colon = host.rfind(':');
    const std::size_t bracket = host.rfind(']');
    const bool hasPort =
        colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon);
    return hasPort ? host.substr(0, colon) : host;
}

/// A name in lower case, kept on the stack: the lookup of every request makes one.
class LowerName
{
public:
    explicit LowerName(std::string_view name)
        : m_size(name.size() <= m_buffer.size() ? name.size() : 0)
    {
        std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(m_size),
                       m_buffer.begin(), [](char c) { return toLower(c); });
    }

    /// Empty when the name was longer than any that can be configured.
    std::string_view view() const { return {m_buffer.data(), m_size}; }

private:
    static constexpr std::size_t nameBytesMax = 255 + 6; // a DNS name and a port

    std::array<char, nameBytesMax> m_buffer{};
    std::size_t m_size;
};

} // namespace

Routes::Routes(const std::vector<UpstreamConfig> &upstreams, std::string_view defaultRegistry)
{
    assign(upstreams, defaultRegistry);
}

std::vector<UpstreamId> Routes::assign(const std::vector<UpstreamConfig> &upstreams,
                                       std::string_view defaultRegistry)
{
    const std::lock_guard lock(m_mutex);
    m_byName.clear();
    m_byHost.clear();
    std::vector<UpstreamId> ids;
    ids.reserve(upstreams.size());
    for (const UpstreamConfig &upstream : upstreams) {
        const std::string registry = toLower(upstream.registry);
        const UpstreamId id = ids.emplace_back(idOf(registry));
        if (!upstream.isEnabled)
            continue;
        m_byName.emplace(withoutDefaultPort(registry), id);
        for (const std::string &alias : upstream.aliases)
            m_byName.emplace(withoutDefaultPort(toLower(alias)), id);
        for (const std::string &host : upstream.hosts)
            m_byHost.emplace(toLower(host), id);
    }
    // After all the configured names, which go first.
    if (const auto hub = named(dockerHub)) {
        m_byName.emplace("index.docker.io", *hub);
        m_byName.emplace("registry-1.docker.io", *hub);
    }
    m_default = named(defaultRegistry);
    return ids;
}

UpstreamId Routes::idOf(const std::string &registry)
{
    const auto known = std::find(m_registries.begin(), m_registries.end(), registry);
    if (known != m_registries.end())
        return static_cast<UpstreamId>(known - m_registries.begin());
    m_registries.push_back(registry);
    return m_registries.size() - 1;
}

std::optional<UpstreamId> Routes::named(std::string_view name) const
{
    const LowerName lower(name);
    const auto found = m_byName.find(withoutDefaultPort(lower.view()));
    if (found == m_byName.end())
        return std::nullopt;
    return found->second;
}

std::optional<UpstreamId> Routes::byName(std::string_view name) const
{
    const std::shared_lock lock(m_mutex);
    return named(name);
}

std::optional<UpstreamId> Routes::byHost(std::string_view host) const
{
    const LowerName lower(host);
    const std::shared_lock lock(m_mutex);
    auto found = m_byHost.find(lower.view());
    if (found == m_byHost.end())
        found = m_byHost.find(withoutPort(lower.view()));
    if (found == m_byHost.end())
        return std::nullopt;
    return found->second;
}

std::optional<UpstreamId> Routes::defaultUpstream() const
{
    const std::shared_lock lock(m_mutex);
    return m_default;
}

std::vector<std::string> Routes::registries() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<std::string> names;
    if (m_default)
        names.push_back(m_registries[*m_default]);
    for (UpstreamId id = 0; id < m_registries.size(); ++id) {
        if (id != m_default && named(m_registries[id]) == id)
            names.push_back(m_registries[id]);
    }
    return names;
}

std::size_t Routes::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_registries.size();
}

const std::string &Routes::registry(UpstreamId id) const
{
    const std::shared_lock lock(m_mutex);
    return m_registries[id];
}

bool Routes::addsLibrary(UpstreamId id) const
{
    return registry(id) == dockerHub;
}

} // namespace lanyard::upstream
