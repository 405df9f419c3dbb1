// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credential.h"
#include "credentials/credentialscope.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::credentials {

/// What Docker's config.json says of credentials (docs.docker.com, "docker login"), and Podman's
/// auth.json, which has the same keys and paths behind the registries (containers-auth.json(5)).
struct DockerConfig
{
    std::map<CredentialScope, Credential> entries; ///< `auths` with a secret
    std::set<CredentialScope> markers;             ///< `auths` without: somebody logged in there
    /// `credHelpers`. An empty name: no helper for this one, even if there is a `credsStore`.
    std::map<CredentialScope, std::string> helpers;
    std::string store;            ///< `credsStore`, a helper for all others; empty: none
    std::vector<Message> skipped; ///< what cannot be used, and why; without secrets

    /// What Docker would use for it: the helper of its own, else the helper for all, else its
    /// entry; of several for parts of its path, the longest. nullopt: nothing.
    std::optional<KeptCredential> sourceOf(const CredentialScope &scope) const;

    /// All that it names, besides what only its `credsStore` knows.
    std::set<CredentialScope> scopes() const;
};

/// Reads such a file. InvalidInput says where: line and column, or the key. It repeats no value,
/// nor a key that is no registry. Pure.
Result<DockerConfig> parseDockerConfig(const QByteArray &text);

/// What a key of `auths` or `credHelpers`, or a URL that a helper lists, is for: a host, also with
/// a scheme and with /v1/ behind it, or a path of a host without them. nullopt when it is for no
/// registry; Docker Desktop keeps tokens of its own in the same place. Pure.
std::optional<CredentialScope> scopeOfServer(std::string_view server);

} // namespace lanyard::credentials
