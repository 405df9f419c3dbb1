// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "credentials/credentialstore.h"
#include "registry/registryrequest.h"
#include "store/store.h"
#include "upstream/upstreamclient.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::registry {

/// What becomes of a request.
enum class Admission {
    Pass,
    Refuse,
    AskAnonymously, ///< passes if upstream would give it to anybody
    AskAgain,       ///< passes if upstream still gives it to us
};

/// Who asks, and for what.
struct Applicant
{
    bool mayReadPrivate = false;
    bool isByDigest = false;
};

/// Decides what becomes of a request for a repository. `hasCredential`: upstream is shown one for
/// it. Pure.
Admission admissionOf(const store::RepositoryAccess &access, bool hasCredential,
                      const Applicant &applicant, std::int64_t nowMs);

/// Whether a client may read what is private.
bool mayReadPrivate(PrivateAccess rule, bool isTrusted);

/// Keeps what upstream gives for a credential only from those for whom it is not. Which
/// repositories these are it finds out by a request without a credential for what was read with
/// one; the store remembers it, and limits::visibilityKept later it is found out again. What
/// strangers ask for says nothing of a repository, unless they get it. When upstream denies what it
/// gave before, tags are not served any more, and content by its digest for
/// limits::withdrawnDigests.
/// Engine thread.
class PrivateGate final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateGate)

public:
    using Pass = std::function<void(RegistryRequest)>;

    /// All references outlive it. `pass` is called for each request that passes, now or later.
    PrivateGate(store::Store &store, upstream::UpstreamClient &client,
                credentials::CredentialStore &credentials, const Clock &clock, PrivateAccess rule,
                Pass pass);
    ~PrivateGate() override;

    void admit(RegistryRequest request);

    /// Upstream may answer otherwise from now on.
    void forgetDenials() { m_deniedUntil.clear(); }

private:
    /// One question to upstream, and who waits for its answer.
    struct Flight
    {
        Repository repository;
        bool isAnonymous = false;
        bool isForContent = false; ///< and not for a list
        bool isThere = false;      ///< what is asked for: it was read with a credential just now
        std::vector<RegistryRequest> waiting;
    };

    void ask(RegistryRequest request, bool isAnonymous);
    void send(upstream::UpstreamRequest question, const std::string &key);
    void land(const std::string &key, const Result<upstream::UpstreamDocument> &answer);
    /// What the answer to an anonymous question says of its repository.
    void learn(const Flight &flight, const std::optional<Error> &error);
    void onAccessKnown(const upstream::UpstreamRequest &request, upstream::Grant grant);
    void granted(const Repository &repository, const upstream::UpstreamRequest &request);
    void findOut(const Repository &repository, const upstream::UpstreamRequest &request);

    store::RepositoryAccess accessOf(const Repository &repository) const;
    void set(const Repository &repository, Visibility visibility);
    bool hasCredential(const Repository &repository);
    bool isRemembered(const std::string &key) const;
    void remember(const std::string &key, std::chrono::seconds time);

    store::Store &m_store;
    upstream::UpstreamClient &m_client;
    credentials::CredentialStore &m_credentials;
    const Clock &m_clock;
    const PrivateAccess m_rule;
    const Pass m_pass;
    std::map<std::string, Flight> m_flights;         ///< by what is asked, and how
    std::map<std::string, SteadyTime> m_deniedUntil; ///< questions that need not be asked again yet
};

} // namespace lanyard::registry
