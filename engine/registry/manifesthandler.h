// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/absences.h"
#include "registry/manifestfetcher.h"
#include "registry/registryrequest.h"
#include "registry/storedmanifests.h"

#include <QObject>

#include <functional>

namespace lanyard::registry {

/// Answers requests for a manifest whose digest is known: from the store, or by fetching it.
/// Engine thread.
class ManifestHandler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManifestHandler)

public:
    /// All references outlive it.
    ManifestHandler(store::Store &store, StoredManifests &manifests, ManifestFetcher &fetcher,
                    Absences &absences);

    /// A request by digest.
    void handle(RegistryRequest request);

    /// Answers from the store, if it is there for this repository: as HEAD also from a descriptor.
    /// Returns whether it did.
    bool answerStored(RegistryRequest &request, const Digest &digest, const CacheNote &note);

    /// What to do with a request whose manifest could not be had.
    using Fallback = std::function<void(RegistryRequest, const Error &)>;

    /// GET from upstream, then the answer. `note` without its result: that is Miss or Collapsed.
    void answerFetched(RegistryRequest request, const Digest &digest, const CacheNote &note,
                       Fallback fallback);

private:
    void authorise(RegistryRequest request);
    void refuse(RegistryRequest &request, const Error &error);

    store::Store &m_store;
    StoredManifests &m_manifests;
    ManifestFetcher &m_fetcher;
    Absences &m_absences;
};

} // namespace lanyard::registry
