// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialimport.h"

#include <QPointer>

#include <map>
#include <memory>
#include <set>

namespace lanyard::credentials {

namespace {

/// One import; it lives as long as the store owes it an answer.
class Import final : public std::enable_shared_from_this<Import>
{
public:
    Import(CredentialStore &store, DockerConfig config, std::vector<CredentialScope> chosen,
           CredentialPlace place, QObject *context, std::function<void(const ImportOutcome &)> done)
        : m_store(store)
        , m_config(std::move(config))
        , m_chosen(std::move(chosen))
        , m_place(place)
        , m_context(context)
        , m_done(std::move(done))
    {
    }

    void takeNext()
    {
        if (m_next == m_chosen.size()) {
            if (m_context)
                m_done(m_outcome);
            return;
        }
        const CredentialScope scope = m_chosen[m_next++];
        const auto source = m_config.sourceOf(scope);
        if (!source) {
            onTaken(scope,
                    failure(ErrorCode::NotFound,
                            {QT_TRANSLATE_NOOP("engine", "the file has no credential for %1"),
                             {scope.toString()}}));
            return;
        }
        const bool isHelper = std::holds_alternative<HelperBinding>(*source);
        m_store.set(scope, *source, isHelper ? CredentialPlace::File : m_place, &m_store,
                    [self = shared_from_this(), scope](const Result<void> &result) {
                        self->onTaken(scope, result);
                    });
    }

private:
    void onTaken(const CredentialScope &scope, const Result<void> &result)
    {
        if (result)
            m_outcome.taken.push_back(scope);
        else
            m_outcome.refused.emplace_back(scope, result.error());
        takeNext();
    }

    CredentialStore &m_store;
    const DockerConfig m_config;
    const std::vector<CredentialScope> m_chosen;
    const CredentialPlace m_place;
    const QPointer<QObject> m_context;
    const std::function<void(const ImportOutcome &)> m_done;
    std::size_t m_next = 0;
    ImportOutcome m_outcome;
};

} // namespace

std::vector<ImportCandidate> importCandidates(const DockerConfig &config,
                                              const std::vector<KnownCredential> &stored)
{
    std::map<CredentialScope, std::string> usernames;
    for (const CredentialScope &scope : config.scopes())
        usernames.emplace(scope, std::string());
    for (const KnownCredential &known : stored)
        usernames.insert_or_assign(known.scope, known.username);
    std::vector<ImportCandidate> candidates;
    for (const auto &[scope, username] : usernames) {
        const auto source = config.sourceOf(scope);
        if (!source)
            continue;
        if (const auto *binding = std::get_if<HelperBinding>(&*source))
            candidates.push_back({scope, username, binding->name});
        else
            candidates.push_back({scope, std::get<Credential>(*source).username, {}});
    }
    return candidates;
}

void importCredentials(CredentialStore &store, const DockerConfig &config,
                       const std::vector<CredentialScope> &chosen, CredentialPlace place,
                       QObject *context, std::function<void(const ImportOutcome &)> done)
{
    std::make_shared<Import>(store, config, chosen, place, context, std::move(done))->takeNext();
}

} // namespace lanyard::credentials
