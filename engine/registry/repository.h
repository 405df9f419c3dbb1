// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/routes.h"

#include <string>
#include <string_view>

namespace lanyard::registry {

/// A repository of an upstream, as a request names it. It need not exist.
struct Repository
{
    upstream::UpstreamId upstream = 0;
    std::string registry; ///< the upstream's name
    std::string name;

    bool operator==(const Repository &) const = default;

    /// "/v2/<name>/<rest>": where upstream has it.
    std::string path(std::string_view rest) const
    {
        return std::string("/v2/").append(name).append("/").append(rest);
    }

    /// A key that no other reference of any repository has.
    std::string key(std::string_view reference) const
    {
        return std::string(registry).append("/").append(name).append(" ").append(reference);
    }
};

} // namespace lanyard::registry
