// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/manifest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// Which platforms of an index are wanted. A plain value.
class PlatformChoice
{
public:
    /// From os/architecture[/variant] each, or "all"; none: linux on this machine's processor.
    /// InvalidInput when one is no platform, or there are more than limits::platformsMax.
    static Result<PlatformChoice> parse(const std::vector<std::string> &names);

    /// The places in `platforms` of those that are wanted. Without a variant, every variant is
    /// wanted; attestations (unknown/unknown) only with "all". NotFound when a wanted platform is
    /// not among them, with those that are.
    Result<std::vector<std::size_t>> choose(const std::vector<store::Platform> &platforms) const;

private:
    std::vector<store::Platform> m_wanted; ///< empty: all
};

/// os/architecture[/variant]
std::string platformName(const store::Platform &platform);

} // namespace lanyard::registry
