// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/upstreamclient.h"

#include "upstream/documentfetch.h"
#include "upstream/exchange.h"

namespace lanyard::upstream {

class UpstreamClient::Private
{
public:
    std::shared_ptr<ExchangeHub> hub; // shared with the replies, which callers may keep longer
};

UpstreamClient::UpstreamClient(const std::vector<UpstreamConfig> &upstreams, const Clock &clock,
                               const UpstreamTimeouts &timeouts, const RequestCounter &counter,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->hub = std::make_shared<ExchangeHub>(upstreams, clock, timeouts, counter);
}

UpstreamClient::~UpstreamClient()
{
    // Fetches that run are this object's children: they must not report any more.
    qDeleteAll(findChildren<DocumentFetch *>(QString(), Qt::FindDirectChildrenOnly));
    d->hub->transport.detachCounter();
    Q_EMIT d->hub->closing();
}

const UpstreamTimeouts &UpstreamClient::timeouts() const
{
    return d->hub->timeouts;
}

std::unique_ptr<UpstreamReply> UpstreamClient::send(UpstreamRequest request)
{
    return std::make_unique<Exchange>(d->hub, std::move(request));
}

void UpstreamClient::fetch(UpstreamRequest request, std::int64_t bytesMax, QObject *context,
                           DocumentCallback done)
{
    const DocumentFetch::Terms terms{.bytesMax = bytesMax,
                                     .timeout = d->hub->timeouts.document,
                                     .registry = d->hub->endpoints[request.upstream].registry};
    new DocumentFetch(send(std::move(request)), terms, context, std::move(done), this);
}

} // namespace lanyard::upstream
