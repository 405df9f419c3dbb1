// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credential.h"
#include "credentials/credentialscope.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::credentials {

// What credential helpers of Docker say (github.com/docker/docker-credential-helpers,
// credentials/credentials.go and error.go). Pure; no error repeats any of it.

/// What a helper, or the keychain, has a credential for.
struct KnownCredential
{
    CredentialScope scope;
    std::string username;
    bool operator==(const KnownCredential &) const = default;
};

/// The answer to `get`: {"ServerURL", "Username", "Secret"}. The user name <token> says that the
/// secret is an identity token. BadUpstream when it is something else.
Result<Credential> parseHelperCredential(const QByteArray &answer);

/// The answer to `list`: URLs, each with a user name; those that are for no registry are left out.
/// BadUpstream when it is something else.
Result<std::vector<KnownCredential>> parseHelperList(const QByteArray &answer);

/// What it says on stdout when it ends with another status than 0: NotFound when it has no such
/// credential, else BadUpstream.
Error helperFailure(const QByteArray &answer);

/// What helpers know a registry by: Docker Hub by https://index.docker.io/v1/, others by their
/// name.
std::string serverUrlOf(const CredentialScope &scope);

} // namespace lanyard::credentials
