// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lanyard::upstream {

/// The position of an upstream in the configured list; the key by which rooms name it.
using UpstreamId = std::size_t;

/// The closed list of upstreams and all names under which each is known. Immutable, so read from
/// any thread; looks up without allocating.
class Routes
{
public:
    /// `config` is valid already: names are well-formed and unique.
    Routes(const std::vector<UpstreamConfig> &upstreams, std::string_view defaultRegistry);

    /// By registry name or alias; case is ignored, and so is a port of 443.
    /// index.docker.io and registry-1.docker.io are docker.io where that is configured.
    std::optional<UpstreamId> byName(std::string_view name) const;
    /// By a `Host` field (with or without port) that the configuration gives to an upstream.
    std::optional<UpstreamId> byHost(std::string_view host) const;

    std::optional<UpstreamId> defaultUpstream() const { return m_default; }

    std::size_t size() const { return m_registries.size(); }

    /// Its name in image references.
    const std::string &registry(UpstreamId id) const { return m_registries[id]; }

    /// Whether one-component names get "library/" (docker.io).
    bool addsLibrary(UpstreamId id) const;

private:
    struct Hash
    {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    using NameMap = std::unordered_map<std::string, UpstreamId, Hash, std::equal_to<>>;

    std::vector<std::string> m_registries;
    NameMap m_byName;
    NameMap m_byHost;
    std::optional<UpstreamId> m_default;
};

} // namespace lanyard::upstream
