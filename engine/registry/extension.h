// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "registry/probes.h"
#include "upstream/routes.h"

#include <string_view>

namespace lanyard::registry {

/// What the cache says of itself to those whom it serves, below /v2/_lanyard/ (OCI
/// distribution-spec 1.1, "Extensions"): `cache`, that it is one and for which registries, and
/// `probe/NONCE`, what it has seen of a probe. Thread-safe.
class Extension final
{
public:
    /// All references outlive it.
    Extension(const upstream::Routes &routes, const Probes &probes)
        : m_routes(routes)
        , m_probes(probes)
    {
    }

    /// `path`: what follows /v2/_lanyard/.
    http::Response answer(std::string_view path) const;

private:
    http::Response cache() const;
    http::Response probe(std::string_view nonce) const;

    const upstream::Routes &m_routes;
    const Probes &m_probes;
};

} // namespace lanyard::registry
