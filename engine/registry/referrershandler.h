// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/listcache.h"
#include "registry/registryrequest.h"
#include "registry/singleflight.h"
#include "upstream/upstreamclient.h"

#include <QJsonArray>
#include <QList>
#include <QObject>

#include <string>
#include <string_view>

namespace lanyard::registry {

/// The descriptors in the pages of a referrers answer, or in an image index. Pure. BadUpstream when
/// a page is not such a document.
Result<QJsonArray> referrersOf(const QList<QByteArray> &pages);

/// Those of `descriptors` with that artifactType. Pure.
QJsonArray withArtifactType(const QJsonArray &descriptors, const std::string &artifactType);

/// Answers referrers (OCI distribution-spec 1.1 "Listing Referrers"): upstream's, or those of its
/// referrers tag where it has no such API; an empty index where there is neither. Engine thread.
class ReferrersHandler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReferrersHandler)

public:
    ReferrersHandler(upstream::UpstreamClient &client, const Clock &clock);

    void handle(RegistryRequest request);

private:
    void fetch(const Repository &repository, const Digest &subject, const std::string &key);
    /// "Referrers Tag Schema" of the specification: the tag <algorithm>-<hex> is the index.
    void fetchByTag(const Repository &repository, const Digest &subject, const std::string &key);
    void land(const std::string &key, const Result<QJsonArray> &descriptors);
    static void answer(RegistryRequest &request, const QJsonArray &descriptors,
                       const CacheNote &note);

    upstream::UpstreamClient &m_client;
    ListCache<QJsonArray> m_cache;
    SingleFlight<QJsonArray> m_flights;
};

} // namespace lanyard::registry
