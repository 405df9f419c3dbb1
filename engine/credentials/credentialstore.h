// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/credentials.h"
#include "core/clock.h"
#include "credentials/askedcredentials.h"
#include "credentials/credentialfile.h"
#include "credentials/credentialhelper.h"
#include "credentials/vault.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lanyard::credentials {

/// What is known of a credential that is kept: no secret.
struct CredentialSummary
{
    CredentialScope scope;
    std::string username; ///< may be empty: of an identity token, or with a helper
    CredentialPlace place = CredentialPlace::File;
    std::string helper; ///< who is asked for it; empty: nobody
    bool operator==(const CredentialSummary &) const = default;
};

struct CredentialList
{
    std::vector<CredentialSummary> entries; ///< by place, each by scope
    std::vector<Error> problems;            ///< of places that could not be read
};

/// All credentials with which registries are asked, wherever they are kept: in the configuration,
/// in a file, in the keychain; or known to a helper, whose name is in the file. A scope is kept in
/// one place besides the configuration. Engine thread; the file is small, and read and written on
/// it.
class CredentialStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialStore)

public:
    using FindCallback = std::function<void(const Result<std::optional<Credential>> &)>;
    using DoneCallback = std::function<void(const Result<void> &)>;

    /// `helpers`, `keychain` (nullptr: there is none) and `clock` must outlive it.
    CredentialStore(CredentialFile file, CredentialHelper &helpers, Vault *keychain,
                    const Clock &clock);
    ~CredentialStore() override;

    /// The credential for a repository of a registry (empty: for the registry as such): of all
    /// scopes that cover it the longest counts, at equal length that of the configuration, then
    /// of the file, then of the keychain. nullopt: it is to be asked without one; also when the
    /// helper has none. An error when the place or the helper that counts failed,
    /// or when nothing was found and a place could not be read; it never has a secret. Calls
    /// `done` once, now or later, unless `context` is gone by then.
    void find(std::string_view registry, std::string_view repository, QObject *context,
              FindCallback done);

    /// The scope whose credential find() gives; nullopt: none.
    std::optional<CredentialScope> scopeFor(std::string_view registry, std::string_view repository);

    /// The registry has refused it: a helper, or the keychain, is asked anew the next time.
    void forget(std::string_view registry, std::string_view repository);

    /// The configuration has these now, by scope; empty ones are none.
    void setConfigured(const std::map<std::string, Credentials> &configured);

    CredentialList list();

    /// Keeps it in the file or in the keychain, and no more where it was before. A helper's name
    /// is kept in the file only. InvalidInput when it could not be used, or when the configuration
    /// has this scope, which would go first; Unreachable without a keychain; errors of the file
    /// and the keychain. `done` as above; it is kept even when `context` is gone.
    void set(const CredentialScope &scope, const KeptCredential &credential, CredentialPlace place,
             QObject *context, DoneCallback done);

    /// From wherever it is. NotFound when it is nowhere, InvalidInput when it is in the
    /// configuration. `done` as above.
    void remove(const CredentialScope &scope, QObject *context, DoneCallback done);

Q_SIGNALS:
    /// By set(), remove() or setConfigured(): what list() and find() give is another.
    void changed();

private:
    struct InKeychain
    {
    };

    struct Located
    {
        CredentialScope scope;
        std::variant<Credentials, KeptCredential, InKeychain> kept;
    };

    Result<std::optional<Located>> locate(std::string_view registry, std::string_view repository);
    void ask(const std::string &helper, const CredentialScope &scope, QObject *context,
             FindCallback done);
    Result<void> checkChange(const CredentialScope &scope);
    Result<bool> isInKeychain(const CredentialScope &scope);
    void setInFile(const CredentialScope &scope, const KeptCredential &credential,
                   DoneCallback done);
    void setInKeychain(const CredentialScope &scope, const KeptCredential &credential,
                       DoneCallback done);
    DoneCallback reportingTo(const CredentialScope &scope, QObject *context, DoneCallback done);

    std::map<CredentialScope, Credentials> m_configured;
    CredentialFile m_file;
    CredentialHelper &m_helpers;
    Vault *const m_keychain;
    AskedCredentials m_asked;
};

} // namespace lanyard::credentials
