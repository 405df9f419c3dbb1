// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/tagresolver.h"

#include "core/limits.h"
#include "upstream/answerstatus.h"

#include <utility>

namespace lanyard::registry {

TagResolver::TagResolver(store::Store &store, ManifestFetcher &fetcher, ManifestHandler &manifests,
                         Absences &absences, const Clock &clock, BudgetShare budgetShare)
    : m_store(store)
    , m_fetcher(fetcher)
    , m_manifests(manifests)
    , m_absences(absences)
    , m_clock(clock)
    , m_budgetShare(std::move(budgetShare))
{
    connect(&m_fetcher, &ManifestFetcher::stored, this, &TagResolver::manifestStored);
}

void TagResolver::setRules(upstream::UpstreamId id, TagRules rules)
{
    while (m_rules.size() <= id)
        m_rules.emplace_back(std::vector<TagRule>());
    m_rules[id] = std::move(rules);
}

AppliedRule TagResolver::ruleFor(const Repository &repository, const std::string &tag) const
{
    return m_rules.at(repository.upstream).ruleFor(tag, m_budgetShare(repository.upstream));
}

void TagResolver::handle(RegistryRequest request)
{
    const std::string key = request.repository.key(request.reference);
    Flight &flight = m_flights[key];
    if (flight.waiting.size() >= limits::waitersPerFlightMax) {
        request.refuse(RegistryError::Unavailable,
                       QT_TRANSLATE_NOOP("engine", "too many requests wait for this tag"));
        return;
    }
    flight.waiting.push_back(std::move(request));
    if (flight.waiting.size() > 1)
        return;
    const RegistryRequest &first = flight.waiting.front();
    flight.repository = first.repository;
    flight.tag = first.reference;
    start(key);
}

void TagResolver::look(const Repository &repository, const std::string &tag, LookDone done)
{
    // It counts from when it was asked: what a client learns meanwhile is newer.
    m_fetcher.head(repository, tag, {},
                   [this, repository, tag, askedAtMs = nowMs(), done = std::move(done)](
                       const Result<std::optional<store::Descriptor>> &remote) {
                       if (!remote) {
                           done(tl::unexpected<Error>(remote.error()));
                           return;
                       }
                       if (!*remote) {
                           done(std::optional<Digest>());
                           return;
                       }
                       const Digest digest = (*remote)->digest;
                       const auto known = knownTag(repository, tag);
                       if (known && known->digest == digest)
                           setTag(repository, tag, {.digest = digest, .checkedAtMs = askedAtMs});
                       done(std::optional(digest));
                   });
}

std::optional<store::TagState> TagResolver::knownTag(const Repository &repository,
                                                     const std::string &tag) const
{
    const store::Catalogue &catalogue = m_store.catalogue();
    const auto id = catalogue.find(repository.registry, repository.name);
    return id ? catalogue.tag(*id, tag) : std::nullopt;
}

void TagResolver::start(const std::string &key)
{
    Flight &flight = m_flights.at(key);
    const AppliedRule rule = ruleFor(flight.repository, flight.tag);
    flight.rule = rule.text;
    // What was said last counts, also while its manifest is not stored: clients that ask by tag
    // and by digest at once share one fetch.
    const auto expected = m_expected.find(flight.repository, flight.tag);
    const auto latest = expected ? expected : knownTag(flight.repository, flight.tag);
    switch (flight.waiting.front().mustAsk ? Verdict::Revalidate : judge(latest, rule, nowMs())) {
    case Verdict::Serve: {
        const CacheNote note = noteFor(CacheResult::Hit, latest);
        if (expected) {
            deliverExpected(landed(key), latest->digest, note);
            return;
        }
        // Kept, so that the next request is answered without coming here.
        setTag(flight.repository, flight.tag, *latest);
        deliver(landed(key), latest->digest, note);
        return;
    }
    case Verdict::Revalidate:
        revalidate(key);
        return;
    case Verdict::Fetch:
        if (m_absences.answer(flight.waiting.front())) {
            m_flights.erase(key);
            return;
        }
        // A HEAD costs no pull; a GET needs the manifest anyway.
        if (flight.waiting.front().terms.isHead)
            revalidate(key);
        else
            fetch(key);
        return;
    }
}

void TagResolver::revalidate(const std::string &key)
{
    const Flight &flight = m_flights.at(key);
    m_fetcher.head(flight.repository, flight.tag, flight.waiting.front().accept,
                   [this, key](const Result<std::optional<store::Descriptor>> &remote) {
                       if (!remote)
                           failed(key, remote.error());
                       else if (!*remote)
                           fetch(key);
                       else
                           remoteKnown(key, **remote);
                   });
}

void TagResolver::fetch(const std::string &key)
{
    const Flight &flight = m_flights.at(key);
    m_fetcher.get(flight.repository, flight.tag, flight.waiting.front().accept,
                  [this, key](const Result<FetchedManifest> &manifest, bool /*isShared*/) {
                      if (manifest)
                          fetched(key, *manifest);
                      else
                          failed(key, manifest.error());
                  });
}

void TagResolver::remoteKnown(const std::string &key, const store::Descriptor &remote)
{
    Flight flight = landed(key);
    m_absences.remove(flight.repository, flight.tag);
    const store::RepositoryId id =
        m_store.ensureRepository(flight.repository.registry, flight.repository.name);
    // Upstream says that the repository has it.
    m_store.link(id, remote, true);
    const auto content = m_store.catalogue().content(id, remote.digest);
    if (content && content->isStored) {
        setTag(flight.repository, flight.tag, {.digest = remote.digest, .checkedAtMs = nowMs()});
        deliver(std::move(flight), remote.digest,
                {.result = CacheResult::Revalidated, .ageSeconds = 0});
        return;
    }
    expect(flight.repository, flight.tag, remote.digest);
    deliverNew(std::move(flight), remote.digest);
}

void TagResolver::fetched(const std::string &key, const FetchedManifest &manifest)
{
    Flight flight = landed(key);
    m_absences.remove(flight.repository, flight.tag);
    expect(flight.repository, flight.tag, manifest.digest);
    bool isShared = false;
    for (RegistryRequest &request : flight.waiting) {
        const CacheResult result =
            std::exchange(isShared, true) ? CacheResult::Collapsed : CacheResult::Miss;
        request.answer(manifestAnswer(manifest.content, manifest.digest, request.terms,
                                      {.result = result, .ageSeconds = 0}),
                       result);
    }
}

void TagResolver::failed(const std::string &key, const Error &error)
{
    Flight flight = landed(key);
    m_absences.note(flight.repository, flight.tag, error);
    // An answer, not a failure: the tag is gone. One that may not be seen any more may come back.
    if (error.code == ErrorCode::NotFound && !upstream::isDenial(error)) {
        m_expected.remove(flight.repository, flight.tag);
        if (knownTag(flight.repository, flight.tag))
            m_store.removeTag(
                m_store.ensureRepository(flight.repository.registry, flight.repository.name),
                flight.tag);
    }
    for (RegistryRequest &request : flight.waiting)
        deliverStale(std::move(request), error);
}

TagResolver::Flight TagResolver::landed(const std::string &key)
{
    const auto found = m_flights.find(key);
    Q_ASSERT(found != m_flights.end());
    Flight flight = std::move(found->second);
    m_flights.erase(found);
    for (RegistryRequest &request : flight.waiting)
        request.rule = flight.rule;
    return flight;
}

void TagResolver::deliver(Flight flight, const Digest &digest, const CacheNote &note)
{
    deliver(std::move(flight.waiting), digest, note,
            [this](RegistryRequest refused, const Error &error) {
                deliverStale(std::move(refused), error);
            });
}

void TagResolver::deliverNew(Flight flight, const Digest &digest)
{
    deliver(std::move(flight.waiting), digest, {.result = CacheResult::Miss, .ageSeconds = 0},
            [this](RegistryRequest refused, Error error) {
                // It has just said that the tag names this manifest: not to have it is no answer.
                if (error.upstreamStatus == 404) {
                    error.code = ErrorCode::BadUpstream;
                    m_expected.remove(refused.repository, refused.reference);
                }
                deliverStale(std::move(refused), error);
            });
}

void TagResolver::deliverExpected(Flight flight, const Digest &digest, const CacheNote &note)
{
    deliver(std::move(flight.waiting), digest, note,
            [this](RegistryRequest refused, const Error &error) {
                if (error.code != ErrorCode::NotFound) {
                    deliverStale(std::move(refused), error);
                    return;
                }
                // It has gone since it was named: the tag names another now, or none.
                m_expected.remove(refused.repository, refused.reference);
                handle(std::move(refused));
            });
}

void TagResolver::deliver(std::vector<RegistryRequest> waiting, const Digest &digest,
                          const CacheNote &note, const ManifestHandler::Fallback &fallback)
{
    for (RegistryRequest &request : waiting) {
        if (!m_manifests.answerStored(request, digest, note))
            m_manifests.answerFetched(std::move(request), digest, note, fallback);
    }
}

void TagResolver::deliverStale(RegistryRequest request, const Error &error)
{
    // What is known by now: the manifest may have been stored since the request came.
    const auto known = knownTag(request.repository, request.reference);
    if (known && error.code != ErrorCode::NotFound) {
        CacheNote note = noteFor(CacheResult::Stale, known);
        note.upstreamStatus = error.upstreamStatus;
        if (m_manifests.answerStored(request, known->digest, note))
            return;
    }
    request.refuse(error, RegistryError::ManifestUnknown);
}

void TagResolver::setTag(const Repository &repository, const std::string &tag,
                         const store::TagState &state)
{
    const AppliedRule rule = ruleFor(repository, tag);
    m_store.setTag(m_store.ensureRepository(repository.registry, repository.name), tag,
                   {.digest = state.digest,
                    .checkedAtMs = state.checkedAtMs,
                    .freshUntilMs = freshUntilMs(rule, state.checkedAtMs),
                    .rule = rule.text});
    m_expected.remove(repository, tag);
}

void TagResolver::expect(const Repository &repository, const std::string &tag, const Digest &digest)
{
    m_expected.insert({.repository = repository,
                       .tag = tag,
                       .state = {.digest = digest, .checkedAtMs = nowMs()}});
}

void TagResolver::manifestStored(const Repository &repository, const Digest &digest)
{
    for (const ExpectedTag &expected : m_expected.take(repository, digest))
        setTag(repository, expected.tag, expected.state);
}

CacheNote TagResolver::noteFor(CacheResult result,
                               const std::optional<store::TagState> &known) const
{
    CacheNote note{.result = result};
    if (known)
        note.ageSeconds = ageSeconds(*known, nowMs());
    return note;
}

} // namespace lanyard::registry
