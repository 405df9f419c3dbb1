// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/privategate.h"

#include "core/limits.h"
#include "registry/manifestaccept.h"
#include "upstream/answerstatus.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

using upstream::UpstreamRequest;

namespace {

RegistryError unknownOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Manifest:
        return RegistryError::ManifestUnknown;
    case Endpoint::Blob:
        return RegistryError::BlobUnknown;
    default:
        return RegistryError::NameUnknown;
    }
}

/// The same for what is private and for what does not exist, so that nobody can tell them apart.
void refuseAsUnknown(RegistryRequest &request)
{
    request.isDenied = true;
    request.refuse(unknownOf(request.endpoint), {});
}

/// What upstream is asked, to find out whether it gives what `request` is for.
UpstreamRequest questionFor(const RegistryRequest &request)
{
    UpstreamRequest question;
    question.isAccessOnly = true;
    question.upstream = request.repository.upstream;
    question.repository = request.repository.name;
    switch (request.endpoint) {
    case Endpoint::Manifest:
        question.method = UpstreamRequest::Method::Head;
        question.path = request.repository.path("manifests/" + request.reference);
        question.accept = upstreamAccept(request.accept);
        break;
    case Endpoint::Blob:
        question.method = UpstreamRequest::Method::Head;
        question.path = request.repository.path("blobs/" + request.reference);
        break;
    default:
        // Not all registries know HEAD for a list.
        question.path = request.repository.path("tags/list?n=1");
        break;
    }
    return question;
}

/// Lists are denied by registries that give their content to everybody.
bool isForContent(const UpstreamRequest &request)
{
    const std::string base = "/v2/" + request.repository;
    return request.path.starts_with(base + "/manifests/") ||
           request.path.starts_with(base + "/blobs/");
}

std::string keyOf(const Repository &repository, const UpstreamRequest &question)
{
    return repository.key(question.path) + (question.isAnonymous ? " anonymous" : "");
}

} // namespace

Admission admissionOf(const store::RepositoryAccess &access, bool hasCredential,
                      const Applicant &applicant, std::int64_t nowMs)
{
    const bool isRecent =
        nowMs < access.sinceMs + std::chrono::milliseconds(limits::withdrawnDigests).count();
    switch (access.visibility) {
    case Visibility::Unknown:
        return applicant.mayReadPrivate || !hasCredential ? Admission::Pass
                                                          : Admission::AskAnonymously;
    case Visibility::Public:
        return Admission::Pass;
    case Visibility::Unproven:
        return applicant.mayReadPrivate ? Admission::Pass : Admission::AskAnonymously;
    case Visibility::Private:
        return applicant.mayReadPrivate ? Admission::Pass : Admission::Refuse;
    case Visibility::Withdrawn:
        if (!applicant.mayReadPrivate)
            return Admission::AskAnonymously;
        return applicant.isByDigest && isRecent ? Admission::Pass : Admission::AskAgain;
    }
    return Admission::Refuse;
}

bool mayReadPrivate(PrivateAccess rule, bool isTrusted)
{
    return rule == PrivateAccess::Any || (rule == PrivateAccess::Trusted && isTrusted);
}

PrivateGate::PrivateGate(store::Store &store, upstream::UpstreamClient &client,
                         credentials::CredentialStore &credentials, const Clock &clock,
                         PrivateAccess rule, Pass pass)
    : m_store(store)
    , m_client(client)
    , m_credentials(credentials)
    , m_clock(clock)
    , m_rule(rule)
    , m_pass(std::move(pass))
{
    connect(&client, &upstream::UpstreamClient::accessKnown, this, &PrivateGate::onAccessKnown);
}

PrivateGate::~PrivateGate() = default;

void PrivateGate::admit(RegistryRequest request)
{
    const Applicant applicant{.mayReadPrivate =
                                  request.isOwn || mayReadPrivate(m_rule, request.isTrusted),
                              .isByDigest = request.digest.has_value()};
    const store::RepositoryAccess access = accessOf(request.repository);
    request.isPrivate = isPrivate(access.visibility);
    // To look for one is a look at the disk, and counts for nothing else.
    const bool mayBePrivate =
        access.visibility == Visibility::Unknown && hasCredential(request.repository);
    switch (admissionOf(access, mayBePrivate, applicant, toEpochMs(m_clock.wallNow()))) {
    case Admission::Pass:
        m_pass(std::move(request));
        return;
    case Admission::Refuse:
        refuseAsUnknown(request);
        return;
    case Admission::AskAnonymously:
        ask(std::move(request), true);
        return;
    case Admission::AskAgain:
        ask(std::move(request), false);
        return;
    }
}

void PrivateGate::ask(RegistryRequest request, bool isAnonymous)
{
    UpstreamRequest question = questionFor(request);
    question.isAnonymous = isAnonymous;
    const std::string key = keyOf(request.repository, question);
    if (isRemembered(key)) {
        refuseAsUnknown(request);
        return;
    }
    const auto [flight, isNew] =
        m_flights.try_emplace(key, Flight{.repository = request.repository,
                                          .isAnonymous = isAnonymous,
                                          .isForContent = isForContent(question)});
    if (flight->second.waiting.size() >= limits::waitersPerFlightMax) {
        request.refuse(RegistryError::Unavailable,
                       QT_TRANSLATE_NOOP("engine", "too many requests wait for this repository"));
        return;
    }
    flight->second.waiting.push_back(std::move(request));
    if (isNew)
        send(std::move(question), key);
}

void PrivateGate::send(UpstreamRequest question, const std::string &key)
{
    m_client.fetch(std::move(question), limits::listAnswerBytesMax, this,
                   [this, key](const auto &answer) { land(key, answer); });
}

void PrivateGate::land(const std::string &key, const Result<upstream::UpstreamDocument> &answer)
{
    const auto found = m_flights.find(key);
    Q_ASSERT(found != m_flights.end());
    Flight flight = std::move(found->second);
    m_flights.erase(found);
    if (flight.isAnonymous)
        learn(flight, answer ? std::nullopt : std::optional(answer.error()));
    if (answer) {
        for (RegistryRequest &request : flight.waiting)
            m_pass(std::move(request));
        return;
    }
    const Error &error = answer.error();
    if (upstream::isDenial(error))
        remember(key, limits::visibilityRetry);
    else if (error.code == ErrorCode::NotFound)
        remember(key, limits::absenceMemory);
    const bool isHidden = flight.isAnonymous && error.code == ErrorCode::NotFound;
    for (RegistryRequest &request : flight.waiting) {
        if (isHidden)
            refuseAsUnknown(request);
        else
            request.refuse(error, unknownOf(request.endpoint));
    }
}

void PrivateGate::learn(const Flight &flight, const std::optional<Error> &error)
{
    const Repository &repository = flight.repository;
    if (!error && flight.isForContent) {
        set(repository, Visibility::Public);
    } else if (error && flight.isThere) {
        // Some answer 404 to who may not know.
        if (error->code == ErrorCode::NotFound &&
            accessOf(repository).visibility != Visibility::Withdrawn)
            set(repository, Visibility::Private);
        remember(repository.key({}), limits::visibilityRetry);
    }
}

/// What upstream said to a request of ours.
void PrivateGate::onAccessKnown(const UpstreamRequest &request, upstream::Grant grant)
{
    if (!isForContent(request))
        return;
    const Repository repository{.upstream = request.upstream,
                                .registry = m_client.registry(request.upstream),
                                .name = request.repository};
    const Visibility known = accessOf(repository).visibility;
    switch (grant) {
    case upstream::Grant::ForAnybody:
        if (known != Visibility::Public)
            set(repository, Visibility::Public);
        return;
    case upstream::Grant::ForCredential:
        granted(repository, request);
        return;
    case upstream::Grant::Denied:
        if (known != Visibility::Withdrawn &&
            m_store.catalogue().find(repository.registry, repository.name))
            set(repository, Visibility::Withdrawn);
        return;
    }
}

void PrivateGate::granted(const Repository &repository, const UpstreamRequest &request)
{
    const store::RepositoryAccess known = accessOf(repository);
    const std::int64_t age = toEpochMs(m_clock.wallNow()) - known.sinceMs;
    const bool isKnown =
        known.visibility == Visibility::Public || known.visibility == Visibility::Private;
    if (isKnown && age >= 0 && age < std::chrono::milliseconds(limits::visibilityKept).count())
        return;
    if (known.visibility == Visibility::Unknown || known.visibility == Visibility::Withdrawn)
        set(repository, Visibility::Unproven);
    findOut(repository, request);
}

void PrivateGate::findOut(const Repository &repository, const UpstreamRequest &request)
{
    const bool isAsked =
        std::any_of(m_flights.begin(), m_flights.end(), [&repository](const auto &flight) {
            return flight.second.isThere && flight.second.repository == repository;
        });
    if (isAsked || isRemembered(repository.key({})))
        return;
    UpstreamRequest question = request;
    question.method = UpstreamRequest::Method::Head;
    question.range.reset();
    question.traffic = upstream::Traffic::Answers;
    question.isAnonymous = true;
    question.isAccessOnly = true;
    const std::string key = keyOf(repository, question);
    const auto [flight, isNew] = m_flights.try_emplace(
        key, Flight{.repository = repository, .isAnonymous = true, .isForContent = true});
    flight->second.isThere = true;
    if (isNew)
        send(std::move(question), key);
}

store::RepositoryAccess PrivateGate::accessOf(const Repository &repository) const
{
    const store::Catalogue &catalogue = m_store.catalogue();
    const auto id = catalogue.find(repository.registry, repository.name);
    return id ? catalogue.access(*id) : store::RepositoryAccess();
}

void PrivateGate::set(const Repository &repository, Visibility visibility)
{
    m_store.setVisibility(m_store.ensureRepository(repository.registry, repository.name),
                          visibility);
}

bool PrivateGate::hasCredential(const Repository &repository)
{
    return m_credentials.scopeFor(repository.registry, repository.name).has_value();
}

bool PrivateGate::isRemembered(const std::string &key) const
{
    const auto found = m_deniedUntil.find(key);
    return found != m_deniedUntil.end() && m_clock.steadyNow() < found->second;
}

void PrivateGate::remember(const std::string &key, std::chrono::seconds time)
{
    const SteadyTime now = m_clock.steadyNow();
    // Strangers bring denials about: each costs no walk through all of them.
    if (m_deniedUntil.size() >= limits::deniedQuestionsMax)
        std::erase_if(m_deniedUntil, [now](const auto &one) { return one.second <= now; });
    if (m_deniedUntil.size() < limits::deniedQuestionsMax)
        m_deniedUntil.insert_or_assign(key, now + time);
}

} // namespace lanyard::registry
