// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialstore.h"
#include "credentials/heldvault.h"
#include "credentials/helperscript.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace lanyard::test {

/// A store with all that it needs, and its questions as calls that wait for nothing.
class StoreFixture
{
public:
    static constexpr const char *secret = "hunter2-never-said";

    explicit StoreFixture(const std::map<std::string, Credentials> &configured = {},
                          bool hasKeychain = true)
        : helpers(script.searchPath())
        , store(credentials::CredentialFile(path().toStdString()), helpers,
                hasKeychain ? &vault : nullptr, clock)
    {
        store.setConfigured(configured);
    }

    static credentials::CredentialScope scopeOf(const std::string &text)
    {
        const auto scope = credentials::CredentialScope::parse(text);
        if (!scope)
            qFatal("%s is no scope", text.c_str());
        return *scope;
    }

    static credentials::Credential credentialOf(const std::string &user)
    {
        return {.username = user, .password = credentials::Secret(secret)};
    }

    QString path() const { return folder.filePath(QStringLiteral("credentials.json")); }

    /// What happened when `done` was not called: nothing.
    using Outcome = std::optional<Result<void>>;

    Outcome set(const std::string &scope, const credentials::KeptCredential &credential,
                CredentialPlace place = CredentialPlace::File)
    {
        Outcome outcome;
        store.set(scopeOf(scope), credential, place, &store,
                  [&](const auto &result) { outcome = result; });
        return outcome;
    }

    Outcome remove(const std::string &scope)
    {
        Outcome outcome;
        store.remove(scopeOf(scope), &store, [&](const auto &result) { outcome = result; });
        return outcome;
    }

    /// SCOPE USER PLACE[ HELPER], a line each.
    QByteArray list()
    {
        QByteArray text;
        for (const auto &one : store.list().entries) {
            const char *const places[] = {"configuration", "file", "keychain"};
            const std::string helper = one.helper.empty() ? std::string() : ' ' + one.helper;
            text += QByteArray::fromStdString(one.scope.toString() + ' ' + one.username + ' ' +
                                              places[static_cast<int>(one.place)] + helper + '\n');
        }
        return text;
    }

    QTemporaryDir folder;
    HelperScript script;
    ManualClock clock;
    HeldVault vault;
    credentials::CredentialHelper helpers;
    credentials::CredentialStore store;
};

/// The answer to one question of a user name, when it is there.
class Answer
{
public:
    Answer(credentials::CredentialStore &store, const std::string &registry,
           const std::string &repository = {})
    {
        store.find(registry, repository, &m_context,
                   [this](const auto &result) { m_result = result; });
    }

    bool isThere() const { return m_result.has_value(); }

    /// The user name; "-" when there is no credential, "error: ..." when that failed.
    QByteArray text() const
    {
        if (!m_result)
            return "nothing yet";
        if (!*m_result)
            return "error: " + QByteArray::fromStdString(m_result->error().message.english());
        return **m_result ? QByteArray::fromStdString((**m_result)->username) : QByteArray("-");
    }

private:
    QObject m_context;
    std::optional<Result<std::optional<credentials::Credential>>> m_result;
};

} // namespace lanyard::test
