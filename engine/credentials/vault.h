// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credential.h"
#include "credentials/credentialscope.h"
#include "credentials/helperanswer.h"

#include <functional>
#include <optional>
#include <vector>

class QObject;

namespace lanyard::credentials {

/// Where a desktop keeps secrets: it is asked, answers when it likes, and may ask its user first.
/// One thread, with an event loop. All calls with `done` call it once, now or later, unless
/// `context` is gone by then.
class Vault
{
public:
    using GetCallback = std::function<void(Result<std::optional<Credential>>)>;
    using DoneCallback = std::function<void(Result<void>)>;

    virtual ~Vault() = default;

    /// What is in it, without secrets; without asking it.
    virtual Result<std::vector<KnownCredential>> entries() = 0;
    /// That of exactly this scope; nullopt when there is none, and an error when entries() has it
    /// and it cannot be had.
    virtual void get(const CredentialScope &scope, QObject *context, GetCallback done) = 0;
    /// Adds or replaces it.
    virtual void set(const CredentialScope &scope, const Credential &credential, QObject *context,
                     DoneCallback done) = 0;
    /// It need not be there.
    virtual void remove(const CredentialScope &scope, QObject *context, DoneCallback done) = 0;
};

} // namespace lanyard::credentials
