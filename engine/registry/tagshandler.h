// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/listcache.h"
#include "registry/registryrequest.h"
#include "registry/singleflight.h"
#include "store/store.h"
#include "upstream/upstreamclient.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <string>
#include <vector>

namespace lanyard::registry {

/// The tags in the pages of a tags/list answer, bytewise ascending, each once; what is not a tag is
/// left out. Pure. BadUpstream when a page is not such a document.
Result<std::vector<std::string>> tagsOf(const QList<QByteArray> &pages);

/// Answers tags/list: upstream's list, sorted and paged here; the cached tags when upstream cannot
/// be asked. Engine thread.
class TagsHandler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagsHandler)

public:
    TagsHandler(store::Store &store, upstream::UpstreamClient &client, const Clock &clock);

    void handle(RegistryRequest request);

private:
    using Tags = std::vector<std::string>;

    void fetch(const Repository &repository, const std::string &key);
    void answerFailed(RegistryRequest &request, const std::string &key, const Error &error);
    static void answer(RegistryRequest &request, const Tags &tags, const CacheNote &note);

    store::Store &m_store;
    upstream::UpstreamClient &m_client;
    ListCache<Tags> m_cache;
    SingleFlight<Tags> m_flights;
};

} // namespace lanyard::registry
