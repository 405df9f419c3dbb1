// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/credentials.h"
#include "control/verb.h"

#include <functional>
#include <string>

namespace lanyard::control {

/// `credentials`: which ones are kept, and where; no secrets.
Verb credentialsVerb(std::function<CredentialOverview()> list);

/// `login`: keeps a credential that the registry accepts. Arguments: `scope` (REGISTRY[/PATH]),
/// `username`, `password`; optional: `identityToken` (the password is one), `check` (false: kept
/// without asking the registry).
using Login = std::function<void(const LoginRequest &,
                                 const std::function<void(const Result<LoginResult> &)> &)>;
Verb loginVerb(Login login);

/// `logout`: forgets one. Argument: `scope`.
using Logout = std::function<void(const std::string &scope,
                                  const std::function<void(const Result<QString> &)> &)>;
Verb logoutVerb(Logout logout);

/// `credentials-import`: takes over those of a config.json of Docker. Arguments: `text`, the file;
/// optional: `dryRun`.
using ImportCredentials = std::function<void(
    const CredentialImport &, const std::function<void(const Result<CredentialImportResult> &)> &)>;
Verb credentialsImportVerb(ImportCredentials import);

} // namespace lanyard::control
