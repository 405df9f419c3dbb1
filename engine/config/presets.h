// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace lanyard::config {

/// A registry whose place is known.
struct Preset
{
    std::string_view registry;
    std::string_view url;
};

/// The registries that most images are in.
inline constexpr std::array presets{
    Preset{"docker.io", "https://registry-1.docker.io"},
    Preset{"quay.io", "https://quay.io"},
    Preset{"ghcr.io", "https://ghcr.io"},
    Preset{"registry.k8s.io", "https://registry.k8s.io"},
    Preset{"gcr.io", "https://gcr.io"},
    Preset{"mcr.microsoft.com", "https://mcr.microsoft.com"},
    Preset{"public.ecr.aws", "https://public.ecr.aws"},
    Preset{"registry.gitlab.com", "https://registry.gitlab.com"},
};

/// Where a registry is: as above, else https://REGISTRY. Pure.
std::string placeOf(const std::string &registry);

} // namespace lanyard::config
