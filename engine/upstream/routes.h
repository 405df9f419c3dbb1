// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lanyard::upstream {

/// The key by which rooms name an upstream: its position in the list of all that there have been.
using UpstreamId = std::size_t;

/// The closed list of upstreams and all names under which each is known. Thread-safe; looks up
/// without allocating.
class Routes
{
public:
    /// `upstreams` is valid already: names are well-formed and unique. Their ids are their
    /// positions in this first list.
    Routes(const std::vector<UpstreamConfig> &upstreams, std::string_view defaultRegistry);

    /// Takes the place of the list before, and gives the ids. A registry keeps its id for ever; one
    /// that is not in the list any more, or not enabled, has no name that leads to it.
    std::vector<UpstreamId> assign(const std::vector<UpstreamConfig> &upstreams,
                                   std::string_view defaultRegistry);

    /// By registry name or alias; case is ignored, and so is a port of 443.
    /// index.docker.io and registry-1.docker.io are docker.io where that is configured.
    std::optional<UpstreamId> byName(std::string_view name) const;
    /// By a `Host` field (with or without port) that the configuration gives to an upstream.
    std::optional<UpstreamId> byHost(std::string_view host) const;

    std::optional<UpstreamId> defaultUpstream() const;

    /// The names of those that requests can lead to, the default one first.
    std::vector<std::string> registries() const;

    /// Of all that there have been.
    std::size_t size() const;

    /// Its name in image references. Lives as long as this.
    const std::string &registry(UpstreamId id) const;

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

    UpstreamId idOf(const std::string &registry);
    std::optional<UpstreamId> named(std::string_view name) const;

    mutable std::shared_mutex m_mutex;
    // Guarded by m_mutex; the texts themselves do not change, nor move:
    std::deque<std::string> m_registries;
    NameMap m_byName;
    NameMap m_byHost;
    std::optional<UpstreamId> m_default;
};

} // namespace lanyard::upstream
