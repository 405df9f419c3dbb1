// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/credentialdesk.h"

#include "credentials/credentialimport.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lanyard::registry {

using credentials::Credential;
using credentials::CredentialScope;

namespace {

/// Why a credential is not kept that was shown to the servers of an upstream.
std::optional<Error> problemIn(const UpstreamTest &test)
{
    using Access = ServerTest::Access;
    for (const ServerTest &server : test.servers) {
        if (server.access == Access::Refused)
            return Error{.code = ErrorCode::NotFound, .message = server.trouble};
    }
    // A mirror that wants nothing says nothing of the registry.
    const ServerTest &first = test.servers.constFirst();
    const bool isRight =
        first.access == Access::Open ||
        std::any_of(test.servers.begin(), test.servers.end(),
                    [](const auto &server) { return server.access == Access::Accepted; });
    if (isRight)
        return std::nullopt;
    return Error{.code = ErrorCode::Unreachable, .message = first.trouble};
}

CredentialInfo infoOf(const credentials::ImportCandidate &candidate, CredentialPlace place)
{
    return {.scope = QString::fromStdString(candidate.scope.toString()),
            .username = QString::fromStdString(candidate.username),
            .place = candidate.helper.empty() ? place : CredentialPlace::File,
            .helper = QString::fromStdString(candidate.helper)};
}

} // namespace

CredentialDesk::CredentialDesk(const Parts &parts)
    : m_parts(parts)
{
}

CredentialDesk::~CredentialDesk() = default;

CredentialOverview CredentialDesk::list() const
{
    const credentials::CredentialList all = m_parts.store.list();
    CredentialOverview overview;
    for (const credentials::CredentialSummary &one : all.entries)
        overview.credentials.append({.scope = QString::fromStdString(one.scope.toString()),
                                     .username = QString::fromStdString(one.username),
                                     .place = one.place,
                                     .helper = QString::fromStdString(one.helper)});
    for (const Error &problem : all.problems)
        overview.problems.append(problem.message);
    return overview;
}

/// With the name under which its requests look for it.
Result<CredentialScope> CredentialDesk::scopeOf(const std::string &text) const
{
    auto scope = CredentialScope::parse(text);
    if (!scope)
        return scope;
    auto name = m_parts.upstreams.nameOf(scope->registry);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    scope->registry = std::move(*name);
    return scope;
}

void CredentialDesk::login(const LoginRequest &request,
                           const std::function<void(const Result<LoginResult> &)> &done)
{
    const auto scope = scopeOf(request.scope);
    if (!scope) {
        done(tl::unexpected(scope.error()));
        return;
    }
    const Credential credential{.username = request.username,
                                .password = credentials::Secret(request.password),
                                .isIdentityToken = request.isIdentityToken};
    if (const auto usable = checkCredential(credential); !usable) {
        done(tl::unexpected(usable.error()));
        return;
    }
    if (!request.isChecked) {
        keep(*scope, credential, done);
        return;
    }
    m_parts.upstreams.test(scope->registry, credential,
                           [this, scope = *scope, credential, done](const auto &test) {
                               if (!test)
                                   done(tl::unexpected(test.error()));
                               else if (const auto problem = problemIn(*test))
                                   done(tl::unexpected(*problem));
                               else
                                   keep(scope, credential, done);
                           });
}

void CredentialDesk::keep(const CredentialScope &scope, const Credential &credential,
                          const std::function<void(const Result<LoginResult> &)> &done)
{
    choosePlace([this, scope, credential, done](const Result<CredentialPlace> &chosen) {
        if (!chosen) {
            done(tl::unexpected(chosen.error()));
            return;
        }
        const CredentialPlace place = *chosen;
        m_parts.store.set(scope, credential, place, this, [scope, place, done](const auto &kept) {
            done(kept.map([&] {
                return LoginResult{.scope = QString::fromStdString(scope.toString()),
                                   .place = place};
            }));
        });
    });
}

/// A keychain that is there and does not answer, or is locked, is no reason for plain text.
void CredentialDesk::choosePlace(const Chosen &chosen)
{
    if (m_parts.keychain == nullptr) {
        chosen(CredentialPlace::File);
        return;
    }
    m_parts.keychain->probe(this, [chosen](const Result<void> &works) {
        if (works)
            chosen(CredentialPlace::Keychain);
        else if (works.error().code == ErrorCode::Unreachable)
            chosen(CredentialPlace::File);
        else
            chosen(tl::unexpected(works.error()));
    });
}

void CredentialDesk::logout(const std::string &scope,
                            const std::function<void(const Result<QString> &)> &done)
{
    // What is no upstream any more may still have one.
    auto known = scopeOf(scope);
    if (!known)
        known = CredentialScope::parse(scope);
    if (!known) {
        done(tl::unexpected(known.error()));
        return;
    }
    m_parts.store.remove(*known, this, [scope = *known, done](const Result<void> &removed) {
        done(removed.map([&] { return QString::fromStdString(scope.toString()); }));
    });
}

void CredentialDesk::importFrom(
    const CredentialImport &request,
    const std::function<void(const Result<CredentialImportResult> &)> &done)
{
    auto config = credentials::parseDockerConfig(request.text);
    if (!config) {
        done(tl::unexpected(std::move(config.error())));
        return;
    }
    if (config->store.empty()) {
        take(*config, {}, request.isDryRun, done);
        return;
    }
    m_parts.helpers.list(
        config->store, this,
        [this, config = *config, isDryRun = request.isDryRun, done](const auto &stored) {
            if (stored)
                take(config, *stored, isDryRun, done);
            else
                done(tl::unexpected(stored.error()));
        });
}

void CredentialDesk::take(const credentials::DockerConfig &config,
                          const std::vector<credentials::KnownCredential> &stored, bool isDryRun,
                          const std::function<void(const Result<CredentialImportResult> &)> &done)
{
    CredentialImportResult result;
    for (const Message &what : config.skipped)
        result.skipped.append(what);
    std::map<CredentialScope, credentials::ImportCandidate> wanted;
    for (const auto &candidate : importCandidates(config, stored)) {
        const auto name = m_parts.upstreams.nameOf(candidate.scope.registry);
        if (name && *name == candidate.scope.registry)
            wanted.emplace(candidate.scope, candidate);
        else
            result.skipped.append(Message::at(
                candidate.scope.toString(),
                name
                    ? Message(QT_TRANSLATE_NOOP("engine", "it is another name of %1; log in there"),
                              {*name})
                    : Message(QT_TRANSLATE_NOOP("engine", "it is no upstream"))));
    }
    choosePlace([this, config, wanted, result, isDryRun,
                 done](const Result<CredentialPlace> &chosen) mutable {
        if (!chosen) {
            done(tl::unexpected(chosen.error()));
            return;
        }
        const CredentialPlace place = *chosen;
        std::vector<CredentialScope> scopes;
        for (const auto &[scope, candidate] : wanted)
            scopes.push_back(scope);
        if (isDryRun) {
            for (const CredentialScope &scope : scopes)
                result.taken.append(infoOf(wanted.at(scope), place));
            done(result);
            return;
        }
        importCredentials(
            m_parts.store, config, scopes, place, this,
            [wanted, result, place, done](const credentials::ImportOutcome &outcome) mutable {
                for (const CredentialScope &scope : outcome.taken)
                    result.taken.append(infoOf(wanted.at(scope), place));
                for (const auto &[scope, error] : outcome.refused)
                    result.refused.append({.scope = QString::fromStdString(scope.toString()),
                                           .reason = error.message});
                done(result);
            });
    });
}

} // namespace lanyard::registry
