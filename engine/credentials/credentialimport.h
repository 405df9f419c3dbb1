// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialstore.h"
#include "credentials/dockerconfig.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace lanyard::credentials {

// Taking over what Docker or Podman have. Engine thread, as CredentialStore.

/// Something that could come in.
struct ImportCandidate
{
    CredentialScope scope;
    std::string username; ///< empty where nobody says
    std::string helper;   ///< who will be asked; empty: the credential itself is copied
    bool operator==(const ImportCandidate &) const = default;
};

/// What an import could take: what the file names, and what its `credsStore` has (`stored`, from
/// CredentialHelper::list), without what has no source. By scope. Pure.
std::vector<ImportCandidate> importCandidates(const DockerConfig &config,
                                              const std::vector<KnownCredential> &stored);

struct ImportOutcome
{
    std::vector<CredentialScope> taken;
    std::vector<std::pair<CredentialScope, Error>> refused; ///< the others go on
};

/// Keeps the chosen ones, one after the other: credentials in `place`, names of helpers in the
/// file; what is kept for the same scopes is replaced. Calls `done` once, now or later, unless
/// `context` or the store is gone by then; what was taken is kept all the same.
void importCredentials(CredentialStore &store, const DockerConfig &config,
                       const std::vector<CredentialScope> &chosen, CredentialPlace place,
                       QObject *context, std::function<void(const ImportOutcome &)> done);

} // namespace lanyard::credentials
