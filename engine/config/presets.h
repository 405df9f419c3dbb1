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
    std::string_view title; ///< what its owner calls it
    std::string_view url;
};

/// The registries that most images are in.
inline constexpr std::array presets{
    Preset{"docker.io", "Docker Hub", "https://registry-1.docker.io"},
    Preset{"quay.io", "Quay", "https://quay.io"},
    Preset{"ghcr.io", "GitHub", "https://ghcr.io"},
    Preset{"registry.k8s.io", "Kubernetes", "https://registry.k8s.io"},
    Preset{"gcr.io", "Google Container Registry", "https://gcr.io"},
    Preset{"us-docker.pkg.dev", "Google Artifact Registry (US)", "https://us-docker.pkg.dev"},
    Preset{"europe-docker.pkg.dev", "Google Artifact Registry (Europe)",
           "https://europe-docker.pkg.dev"},
    Preset{"mcr.microsoft.com", "Microsoft", "https://mcr.microsoft.com"},
    Preset{"public.ecr.aws", "Amazon ECR Public", "https://public.ecr.aws"},
    Preset{"registry.gitlab.com", "GitLab", "https://registry.gitlab.com"},
    Preset{"nvcr.io", "NVIDIA", "https://nvcr.io"},
    Preset{"registry.access.redhat.com", "Red Hat", "https://registry.access.redhat.com"},
    Preset{"docker.elastic.co", "Elastic", "https://docker.elastic.co"},
    Preset{"lscr.io", "LinuxServer.io", "https://lscr.io"},
};

/// Where a registry is: as above, else https://REGISTRY. Pure.
std::string placeOf(const std::string &registry);

} // namespace lanyard::config
