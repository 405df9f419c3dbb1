// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/credentials.h"
#include "credentials/credentialhelper.h"
#include "credentials/credentialstore.h"
#include "credentials/dockerconfig.h"
#include "credentials/keychain.h"
#include "registry/upstreamdesk.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lanyard::registry {

/// Credentials as a person manages them: logs in and out of upstreams, and takes over what Docker
/// has. Engine thread. All calls with `done` call it once, now or later, unless this is gone then.
class CredentialDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialDesk)

public:
    /// All outlive it. `keychain` may be nullptr: then they are kept in the file.
    struct Parts
    {
        credentials::CredentialStore &store;
        credentials::CredentialHelper &helpers;
        credentials::Keychain *keychain;
        UpstreamDesk &upstreams;
    };

    explicit CredentialDesk(const Parts &parts);
    ~CredentialDesk() override;

    CredentialOverview list() const;

    /// Keeps a credential. InvalidInput when it could not be used, NotFound when the registry is no
    /// upstream or refuses the credential, in its own words, Unreachable when it could not be
    /// asked; errors of the place where it is kept.
    void login(const LoginRequest &request,
               const std::function<void(const Result<LoginResult> &)> &done);

    /// `scope` is REGISTRY[/PATH]. Errors as of CredentialStore::remove(). Gives the scope.
    void logout(const std::string &scope, const std::function<void(const Result<QString> &)> &done);

    /// Takes what the file has for upstreams. InvalidInput when it is no such file; errors of its
    /// `credsStore`.
    void importFrom(const CredentialImport &request,
                    const std::function<void(const Result<CredentialImportResult> &)> &done);

private:
    using Chosen = std::function<void(const Result<CredentialPlace> &)>;

    Result<credentials::CredentialScope> scopeOf(const std::string &text) const;
    void keep(const credentials::CredentialScope &scope, const credentials::Credential &credential,
              const std::function<void(const Result<LoginResult> &)> &done);
    /// Where new ones go: to the keychain, if it works.
    void choosePlace(const Chosen &chosen);
    void take(const credentials::DockerConfig &config,
              const std::vector<credentials::KnownCredential> &stored, bool isDryRun,
              const std::function<void(const Result<CredentialImportResult> &)> &done);

    const Parts m_parts;
};

} // namespace lanyard::registry
