// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry.h"

#include <memory>
#include <utility>

namespace lanyard::registry {

Registry::Registry(store::Store &store, StoredManifests &manifests,
                   upstream::UpstreamClient &client, credentials::CredentialStore &credentials,
                   journal::Statistics &statistics, const Clock &clock, const Config &config)
    : m_fetcher(store, manifests, client, statistics, clock)
    , m_absences(clock)
    , m_manifests(store, manifests, m_fetcher, m_absences)
    , m_tagResolver(store, m_fetcher, m_manifests, m_absences, clock,
                    [&client](upstream::UpstreamId id) { return client.budgetShare(id); })
    , m_blobs(store, client, statistics, clock, config.downloads)
    , m_tags(store, client, clock)
    , m_referrers(client, clock)
    , m_gate(store, client, credentials, clock, config.privateAccess,
             [this](RegistryRequest request) { dispatch(std::move(request)); })
{
    connect(&m_blobs, &BlobHandler::downloadEnded, this, &Registry::downloadEnded);
    connect(&m_blobs, &BlobHandler::warningRaised, this, &Registry::warningRaised);
    connect(&m_fetcher, &ManifestFetcher::warningRaised, this, &Registry::warningRaised);
    connect(&credentials, &credentials::CredentialStore::changed, this, [this] {
        m_absences.forgetAll();
        m_gate.forgetDenials();
    });
}

void Registry::submit(RegistryRequest request)
{
    // Shared, because a task can be copied and a request cannot.
    auto carried = std::make_shared<RegistryRequest>(std::move(request));
    m_submitted.post([this, carried = std::move(carried)] {
        if (isProbe(carried->repository.name))
            carried->refuse(RegistryError::NameUnknown, "no upstream has it: it is for probes");
        else
            m_gate.admit(std::move(*carried));
    });
}

void Registry::dispatch(RegistryRequest request)
{
    switch (request.endpoint) {
    case Endpoint::Manifest:
        if (request.digest)
            m_manifests.handle(std::move(request));
        else
            m_tagResolver.handle(std::move(request));
        return;
    case Endpoint::Blob:
        m_blobs.handle(std::move(request));
        return;
    case Endpoint::Tags:
        m_tags.handle(std::move(request));
        return;
    case Endpoint::Referrers:
        m_referrers.handle(std::move(request));
        return;
    case Endpoint::Ping:
    case Endpoint::Catalog:
    case Endpoint::Extension:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace lanyard::registry
