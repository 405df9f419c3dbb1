// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstore.h"

#include "credentials/configuredcredential.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace lanyard::credentials {

namespace {

std::string usernameOf(const KeptCredential &kept)
{
    const auto *credential = std::get_if<Credential>(&kept);
    return credential == nullptr ? std::string() : credential->username;
}

std::string helperOf(const KeptCredential &kept)
{
    const auto *binding = std::get_if<HelperBinding>(&kept);
    return binding == nullptr ? std::string() : binding->name;
}

template <typename Values>
const typename Values::value_type *longestIn(const Values &values, std::string_view registry,
                                             std::string_view repository)
{
    const typename Values::value_type *best = nullptr;
    for (const auto &one : values) {
        if (one.first.covers(registry, repository) &&
            (best == nullptr || one.first.path.size() > best->first.path.size()))
            best = &one;
    }
    return best;
}

} // namespace

CredentialStore::CredentialStore(CredentialFile file, CredentialHelper &helpers, Vault *keychain,
                                 const Clock &clock)
    : m_file(std::move(file))
    , m_helpers(helpers)
    , m_keychain(keychain)
    , m_asked(clock)
{
}

CredentialStore::~CredentialStore() = default;

void CredentialStore::find(std::string_view registry, std::string_view repository, QObject *context,
                           FindCallback done)
{
    const auto located = locate(registry, repository);
    if (!located) {
        done(tl::unexpected(located.error()));
        return;
    }
    if (!*located) {
        done(std::nullopt);
        return;
    }
    const CredentialScope &scope = (*located)->scope;
    std::string helper; // empty: the keychain is asked
    if (const auto *configured = std::get_if<Credentials>(&(*located)->kept)) {
        done(
            resolve(*configured).map([](Credential one) { return std::optional(std::move(one)); }));
        return;
    }
    if (const auto *kept = std::get_if<KeptCredential>(&(*located)->kept)) {
        if (const auto *credential = std::get_if<Credential>(kept)) {
            done(std::optional(*credential));
            return;
        }
        helper = helperOf(*kept);
    }
    m_asked.find(
        {scope, helper},
        [this, scope, helper](QObject *asker, FindCallback answered) {
            ask(helper, scope, asker, std::move(answered));
        },
        context, std::move(done));
}

std::optional<CredentialScope> CredentialStore::scopeFor(std::string_view registry,
                                                         std::string_view repository)
{
    const auto located = locate(registry, repository);
    return located && *located ? std::optional((*located)->scope) : std::nullopt;
}

void CredentialStore::forget(std::string_view registry, std::string_view repository)
{
    if (const auto scope = scopeFor(registry, repository))
        m_asked.forget(*scope);
}

void CredentialStore::setConfigured(const std::map<std::string, Credentials> &configured)
{
    std::map<CredentialScope, Credentials> now;
    for (const auto &[text, credentials] : configured) {
        const auto scope = CredentialScope::parse(text);
        if (scope && !credentials.isEmpty())
            now.emplace(*scope, credentials);
    }
    if (now == m_configured)
        return;
    m_configured = std::move(now);
    Q_EMIT changed();
}

Result<std::optional<CredentialStore::Located>> CredentialStore::locate(std::string_view registry,
                                                                        std::string_view repository)
{
    std::optional<Located> best;
    std::optional<Error> problem;
    // In this order, and only a longer one goes before what was there.
    const auto offer = [&](const CredentialScope &scope, auto kept) {
        if (!best || scope.path.size() > best->scope.path.size())
            best = Located{scope, std::move(kept)};
    };
    if (const auto *found = longestIn(m_configured, registry, repository))
        offer(found->first, found->second);
    if (const auto entries = m_file.entries(); !entries)
        problem = entries.error();
    else if (const auto *found = longestIn(*entries, registry, repository))
        offer(found->first, found->second);
    if (m_keychain != nullptr) {
        const auto entries = m_keychain->entries();
        for (const KnownCredential &known : entries.value_or(std::vector<KnownCredential>())) {
            if (known.scope.covers(registry, repository))
                offer(known.scope, InKeychain{});
        }
        if (!entries && !problem)
            problem = entries.error();
    }
    if (!best && problem)
        return tl::unexpected(std::move(*problem));
    return best;
}

/// Asks a helper, or without its name the keychain.
void CredentialStore::ask(const std::string &helper, const CredentialScope &scope, QObject *context,
                          FindCallback done)
{
    if (helper.empty()) {
        m_keychain->get(scope, context, std::move(done));
        return;
    }
    m_helpers.get(helper, scope, context, [done = std::move(done)](Result<Credential> answer) {
        if (!answer && answer.error().code == ErrorCode::NotFound)
            done(std::nullopt);
        else
            done(std::move(answer).map([](Credential one) { return std::optional(one); }));
    });
}

CredentialList CredentialStore::list()
{
    CredentialList all;
    for (const auto &[scope, credential] : m_configured)
        all.entries.push_back({scope, credential.username, CredentialPlace::Configuration, {}});
    if (const auto entries = m_file.entries()) {
        for (const auto &[scope, kept] : *entries)
            all.entries.push_back({scope, usernameOf(kept), CredentialPlace::File, helperOf(kept)});
    } else {
        all.problems.push_back(entries.error());
    }
    if (m_keychain == nullptr)
        return all;
    if (const auto entries = m_keychain->entries()) {
        for (const KnownCredential &known : *entries)
            all.entries.push_back({known.scope, known.username, CredentialPlace::Keychain, {}});
    } else {
        all.problems.push_back(entries.error());
    }
    return all;
}

void CredentialStore::set(const CredentialScope &scope, const KeptCredential &credential,
                          CredentialPlace place, QObject *context, DoneCallback done)
{
    DoneCallback report = reportingTo(scope, context, std::move(done));
    if (const auto checked = checkChange(scope); !checked)
        report(checked);
    else if (m_configured.contains(scope))
        report(failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "%1 has a credential in the configuration, "
                                                    "which goes before others; change it there"),
                        {scope.toString()}}));
    else if (place == CredentialPlace::File)
        setInFile(scope, credential, std::move(report));
    else if (place == CredentialPlace::Keychain)
        setInKeychain(scope, credential, std::move(report));
    else
        report(failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the configuration is written by hand only")));
}

void CredentialStore::setInFile(const CredentialScope &scope, const KeptCredential &credential,
                                DoneCallback done)
{
    const auto written = m_file.set(scope, credential);
    if (written && isInKeychain(scope).value_or(false))
        m_keychain->remove(scope, this, std::move(done));
    else
        done(written);
}

void CredentialStore::setInKeychain(const CredentialScope &scope, const KeptCredential &credential,
                                    DoneCallback done)
{
    const auto *secret = std::get_if<Credential>(&credential);
    if (secret == nullptr) {
        done(failure(ErrorCode::InvalidInput,
                     QT_TRANSLATE_NOOP("engine", "the name of a helper is kept in the file only")));
        return;
    }
    if (m_keychain == nullptr) {
        done(failure(ErrorCode::Unreachable,
                     QT_TRANSLATE_NOOP("engine", "there is no keychain here")));
        return;
    }
    if (const auto checked = checkCredential(*secret); !checked) {
        done(checked);
        return;
    }
    m_keychain->set(scope, *secret, this,
                    [this, scope, done = std::move(done)](const Result<void> &result) {
                        done(result ? m_file.remove(scope).map([](bool) {}) : result);
                    });
}

void CredentialStore::remove(const CredentialScope &scope, QObject *context, DoneCallback done)
{
    DoneCallback report = reportingTo(scope, context, std::move(done));
    if (const auto checked = checkChange(scope); !checked) {
        report(checked);
        return;
    }
    const auto isRemoved = m_file.remove(scope);
    if (!isRemoved)
        report(tl::unexpected(isRemoved.error()));
    else if (isInKeychain(scope).value_or(false))
        m_keychain->remove(scope, this, std::move(report));
    else if (*isRemoved)
        report({});
    else if (m_configured.contains(scope))
        report(
            failure(ErrorCode::InvalidInput,
                    {QT_TRANSLATE_NOOP(
                         "engine", "%1 has its credential in the configuration; remove it there"),
                     {scope.toString()}}));
    else
        report(failure(
            ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("engine", "no credential is kept for %1"), {scope.toString()}}));
}

/// Whether all places can be read, so that nothing is left half done.
Result<void> CredentialStore::checkChange(const CredentialScope &scope)
{
    if (const auto entries = m_file.entries(); !entries)
        return tl::unexpected(entries.error());
    return isInKeychain(scope).map([](bool) {});
}

Result<bool> CredentialStore::isInKeychain(const CredentialScope &scope)
{
    if (m_keychain == nullptr)
        return false;
    return m_keychain->entries().map([&](const std::vector<KnownCredential> &all) {
        return std::any_of(all.begin(), all.end(),
                           [&](const KnownCredential &one) { return one.scope == scope; });
    });
}

/// What was remembered holds no more, even when it was changed only in part.
CredentialStore::DoneCallback CredentialStore::reportingTo(const CredentialScope &scope,
                                                           QObject *context, DoneCallback done)
{
    return [this, scope, context = QPointer<QObject>(context),
            done = std::move(done)](const Result<void> &result) {
        m_asked.forget(scope);
        if (result)
            Q_EMIT changed();
        if (context)
            done(result);
    };
}

} // namespace lanyard::credentials
