// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lanyard {

/// Whether `name` is a repository name (OCI distribution-spec 1.1, "Pulling manifests": the
/// `<name>` expression), at most 255 bytes. Such a name has no "..", no "%", no backslash.
bool isRepositoryName(std::string_view name);

/// Whether `tag` is a tag: [a-zA-Z0-9_][a-zA-Z0-9._-]{0,127} (the same section).
bool isTag(std::string_view tag);

/// Whether `name` can be the name of a registry: host[:port], lower case, IPv4 or a DNS name or
/// an IPv6 address in brackets.
bool isRegistryName(std::string_view name);

/// One spelling for all names of a registry: lower case, without a port of 443, docker.io for
/// index.docker.io and registry-1.docker.io. Two upstreams whose names come to the same cannot be
/// told apart.
std::string canonicalRegistryName(std::string_view name);

/// What people type: docker.io/library/alpine:3.19, quay.io/org/img@sha256:..., alpine.
/// The first component is a registry when it has a dot or a colon or is "localhost"
/// (as distribution/reference does); otherwise the registry is the default one. A one-component
/// name of docker.io gets "library/". Without tag and digest, the tag is "latest".
struct ImageRef
{
    std::string registry;
    std::string repository;
    std::string tag; ///< empty when only a digest was given
    std::optional<Digest> digest;

    /// nullopt when any part breaks its rule. The default registry is docker.io.
    static std::optional<ImageRef> parse(std::string_view text);
    static std::optional<ImageRef> parse(std::string_view text, std::string_view defaultRegistry);
    std::string toString() const;
    bool operator==(const ImageRef &) const = default;
};

} // namespace lanyard
