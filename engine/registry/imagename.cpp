// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagename.h"

#include <optional>
#include <string>

namespace lanyard::registry {

namespace {

constexpr std::string_view dockerHub = "docker.io";
constexpr std::size_t shownBytesMax = 200;

/// What stands before the first slash, when an upstream has that name.
std::optional<upstream::UpstreamId> namedUpstream(std::string_view text,
                                                  const upstream::Routes &routes)
{
    const std::size_t slash = text.find('/');
    return slash == std::string_view::npos ? std::nullopt : routes.byName(text.substr(0, slash));
}

} // namespace

Result<ImageRef> resolveImageName(std::string_view text, const upstream::Routes &routes)
{
    std::string_view registry = dockerHub;
    std::string_view rest = text;
    // Before the rules of references: an alias need not look like a host.
    if (const auto named = namedUpstream(text, routes)) {
        registry = routes.registry(*named);
        rest = text.substr(text.find('/') + 1);
    } else if (const auto standard = routes.defaultUpstream()) {
        registry = routes.registry(*standard);
    }
    // A name that was given is given once: what follows it is part of the repository.
    auto ref = rest.size() == text.size()
                   ? ImageRef::parse(text, registry)
                   : ImageRef::parse(std::string(registry).append("/").append(rest), registry);
    if (!ref) {
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "'%1' is not the name of an image, such as "
                                                    "alpine:3.19 or quay.io/org/name@sha256:..."),
                        {std::string(text.substr(0, shownBytesMax))}});
    }
    return *ref;
}

} // namespace lanyard::registry
