// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "journal/statistics.h"
#include "registry/repository.h"
#include "registry/singleflight.h"
#include "registry/storedmanifests.h"
#include "upstream/upstreamclient.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lanyard::registry {

struct FetchedManifest
{
    Digest digest;
    HotManifest content;
};

/// Fetches manifests from upstream, each once at a time, checks their digest, and stores them.
/// Engine thread.
class ManifestFetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManifestFetcher)

public:
    ManifestFetcher(store::Store &store, StoredManifests &manifests,
                    upstream::UpstreamClient &client, journal::Statistics &statistics,
                    const Clock &clock);

    using Callback = SingleFlight<FetchedManifest>::Callback;

    /// GET by tag or digest. The bytes have the digest that was asked for, or that upstream named,
    /// before `done` is called; storing goes on after it. Corrupt when they have not.
    void get(const Repository &repository, const std::string &reference, std::string_view accept,
             const Callback &done);

    /// nullopt: upstream did not say digest, type and size in its answer, as some do.
    using HeadCallback = std::function<void(const Result<std::optional<store::Descriptor>> &)>;

    /// HEAD by tag or digest: moves no body. `done` is called unless this object is gone.
    void head(const Repository &repository, const std::string &reference, std::string_view accept,
              HeadCallback done);

    /// Whether one that was fetched is on its way to the disk.
    bool isStoring(const Repository &repository, const Digest &digest) const
    {
        return m_storing.contains(repository.key(digest.toString()));
    }

Q_SIGNALS:
    /// The manifest is durable, linked and in the catalogue.
    void stored(const lanyard::registry::Repository &repository, const lanyard::Digest &digest);
    /// What the user should know; without secrets.
    void warningRaised(const lanyard::Message &message);

private:
    upstream::UpstreamRequest requestFor(const Repository &repository, const std::string &reference,
                                         std::string_view accept) const;
    Result<FetchedManifest> accept(const Repository &repository, const std::string &reference,
                                   const upstream::UpstreamDocument &document);
    void store(const Repository &repository, const FetchedManifest &fetched,
               store::ManifestRecord record);

    store::Store &m_store;
    StoredManifests &m_manifests;
    upstream::UpstreamClient &m_client;
    journal::Statistics &m_statistics;
    const Clock &m_clock;
    SingleFlight<FetchedManifest> m_flights;
    /// Answered and not stored yet, by repository and digest: a request that comes meanwhile is
    /// served from here, also when the first one asked by tag.
    std::unordered_map<std::string, FetchedManifest> m_storing;
};

} // namespace lanyard::registry
