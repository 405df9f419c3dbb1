// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "registry/absences.h"
#include "registry/expectedtags.h"
#include "registry/freshness.h"
#include "registry/manifesthandler.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lanyard::registry {

/// Answers requests for a manifest by tag: finds out which digest the tag has now, asking upstream
/// once for all who want to know, and serves what is stored when upstream cannot be asked.
/// Engine thread.
class TagResolver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagResolver)

public:
    /// Says how much of the pull budget of an upstream is left, from 0 to 1.
    using BudgetShare = std::function<double(upstream::UpstreamId)>;

    /// All references outlive it.
    TagResolver(store::Store &store, ManifestFetcher &fetcher, ManifestHandler &manifests,
                Absences &absences, const Clock &clock, BudgetShare budgetShare);

    /// Before the first request of that upstream, and whenever they change: then until when known
    /// tags hold is found out anew.
    void setRules(upstream::UpstreamId id, TagRules rules);

    void handle(RegistryRequest request);

    using LookDone = std::function<void(const Result<std::optional<Digest>> &)>;

    /// Asks upstream by HEAD which manifest a tag names. That it is still the one that is known is
    /// noted; another one changes nothing here. nullopt: upstream did not say. `done` is called
    /// later, unless this is gone by then.
    void look(const Repository &repository, const std::string &tag, LookDone done);

    /// The rule of a tag, as it counts now.
    AppliedRule ruleFor(const Repository &repository, const std::string &tag) const;

private:
    /// The requests that wait for one tag.
    struct Flight
    {
        Repository repository;
        std::string tag;
        SharedMessage rule; ///< that decided
        std::vector<RegistryRequest> waiting;
    };

    std::optional<store::TagState> knownTag(const Repository &repository,
                                            const std::string &tag) const;
    void start(const std::string &key);
    void revalidate(const std::string &key);
    void fetch(const std::string &key);
    void remoteKnown(const std::string &key, const store::Descriptor &remote);
    void fetched(const std::string &key, const FetchedManifest &manifest);
    void failed(const std::string &key, const Error &error);
    Flight landed(const std::string &key);

    /// Answers each waiting request with the manifest `digest`; one that has to be fetched first
    /// and cannot be is answered by the stale one.
    void deliver(Flight flight, const Digest &digest, const CacheNote &note);
    /// The same with a digest that upstream has just named: not to have it is no answer.
    void deliverNew(Flight flight, const Digest &digest);
    /// The same with a digest that upstream named some time ago: asks anew when it is gone.
    void deliverExpected(Flight flight, const Digest &digest, const CacheNote &note);
    void deliver(std::vector<RegistryRequest> waiting, const Digest &digest, const CacheNote &note,
                 const ManifestHandler::Fallback &fallback);
    void deliverStale(RegistryRequest request, const Error &error);
    void setTag(const Repository &repository, const std::string &tag, const store::TagState &state);
    void expect(const Repository &repository, const std::string &tag, const Digest &digest);
    void manifestStored(const Repository &repository, const Digest &digest);
    CacheNote noteFor(CacheResult result, const std::optional<store::TagState> &known) const;

    std::int64_t nowMs() const { return toEpochMs(m_clock.wallNow()); }

    store::Store &m_store;
    ManifestFetcher &m_fetcher;
    ManifestHandler &m_manifests;
    Absences &m_absences;
    const Clock &m_clock;
    const BudgetShare m_budgetShare;
    std::vector<TagRules> m_rules; ///< by upstream
    std::unordered_map<std::string, Flight> m_flights;
    ExpectedTags m_expected;
};

} // namespace lanyard::registry
