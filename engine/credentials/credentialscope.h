// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::credentials {

/// What a credential is for: a registry, or the repositories below a path of it. As text:
/// docker.io, quay.io/org, ghcr.io/org/team. A value, in one spelling.
struct CredentialScope
{
    std::string registry; ///< as canonicalRegistryName() has it
    std::string path;     ///< whole components of a repository's name; empty: all of the registry

    /// Reads REGISTRY[/PATH], in any spelling. InvalidInput, without repeating the text: people
    /// paste passwords into the wrong field.
    static Result<CredentialScope> parse(std::string_view text);
    /// The form of containers-auth.json(5), which parse() reads.
    std::string toString() const;

    /// Whether it is for that repository. `org` is for org/img and org, not for organ/img. The
    /// name of the registry may be in any spelling.
    bool covers(std::string_view registryName, std::string_view repository) const;

    auto operator<=>(const CredentialScope &) const = default;
};

/// The scope that says most about the repository: of those that cover it, the one with the longest
/// path; nullopt when none does. Pure.
std::optional<CredentialScope> longestMatch(const std::vector<CredentialScope> &scopes,
                                            std::string_view registry, std::string_view repository);

} // namespace lanyard::credentials
