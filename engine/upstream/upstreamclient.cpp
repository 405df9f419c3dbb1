// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/upstreamclient.h"

#include "upstream/documentfetch.h"
#include "upstream/exchange.h"
#include "upstream/upstreamping.h"

#include <algorithm>

namespace lanyard::upstream {

class UpstreamClient::Private
{
public:
    Private(credentials::CredentialStore &credentialStore, const Clock &upstreamClock,
            const UpstreamTimeouts &upstreamTimeouts, RequestCounter requestCounter)
        : credentials(credentialStore)
        , clock(upstreamClock)
        , timeouts(upstreamTimeouts)
        , counter(std::move(requestCounter))
    {
    }

    credentials::CredentialStore &credentials;
    const Clock &clock;
    const UpstreamTimeouts timeouts;
    const RequestCounter counter;
    bool isOffline = false;
    // Shared with the replies, which callers may keep longer.
    std::vector<std::shared_ptr<Upstream>> upstreams; // by id
    std::vector<std::weak_ptr<Upstream>> replaced;    // whose replies may still run
};

UpstreamClient::UpstreamClient(const std::vector<UpstreamConfig> &upstreams,
                               credentials::CredentialStore &credentials, const Clock &clock,
                               const UpstreamTimeouts &timeouts, const RequestCounter &counter,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(
          credentials, clock, timeouts, counter ? counter : [](UpstreamId) {}))
{
    connect(&credentials, &credentials::CredentialStore::changed, this, [this] {
        for (const auto &upstream : d->upstreams)
            upstream->forgetCredentials();
    });
    for (UpstreamId id = 0; id < upstreams.size(); ++id)
        set(id, upstreams[id]);
}

UpstreamClient::~UpstreamClient()
{
    // Fetches that run are this object's children: they must not report any more.
    qDeleteAll(findChildren<DocumentFetch *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<UpstreamPing *>(QString(), Qt::FindDirectChildrenOnly));
    d->replaced.insert(d->replaced.end(), d->upstreams.begin(), d->upstreams.end());
    for (const std::weak_ptr<Upstream> &each : d->replaced) {
        if (const auto upstream = each.lock())
            upstream->close();
    }
}

const UpstreamTimeouts &UpstreamClient::timeouts() const
{
    return d->timeouts;
}

const std::string &UpstreamClient::registry(UpstreamId id) const
{
    return d->upstreams[id]->config.registry;
}

void UpstreamClient::set(UpstreamId id, const UpstreamConfig &config)
{
    if (id >= d->upstreams.size())
        d->upstreams.resize(id + 1);
    if (const auto &before = d->upstreams[id]) {
        std::erase_if(d->replaced, [](const auto &each) { return each.expired(); });
        before->withdraw();
        d->replaced.emplace_back(before);
    }
    d->upstreams[id] = std::make_shared<Upstream>(config, d->credentials, d->clock, d->timeouts,
                                                  [counter = d->counter, id] { counter(id); });
    d->upstreams[id]->setOffline(d->isOffline);
    connect(d->upstreams[id].get(), &Upstream::accessKnown, this, &UpstreamClient::accessKnown);
    connect(d->upstreams[id].get(), &Upstream::budgetHeard, this,
            [this, id](const PullBudget &heard) { Q_EMIT budgetHeard(id, heard); });
    connect(d->upstreams[id].get(), &Upstream::requestEnded, this,
            [this, id](const UpstreamRecord &record) { Q_EMIT requestEnded(id, record); });
}

void UpstreamClient::remove(UpstreamId id)
{
    d->upstreams[id]->withdraw();
}

void UpstreamClient::setOffline(bool isOffline)
{
    d->isOffline = isOffline;
    for (const auto &upstream : d->upstreams)
        upstream->setOffline(isOffline);
}

bool UpstreamClient::isOffline() const
{
    return d->isOffline;
}

UpstreamStatus UpstreamClient::status(UpstreamId id) const
{
    return d->upstreams[id]->status();
}

double UpstreamClient::budgetShare(UpstreamId id) const
{
    return d->upstreams[id]->budget.share(d->clock.wallNow());
}

void UpstreamClient::setBudgets(UpstreamId id, const QList<PullBudget> &heard)
{
    for (const PullBudget &budget : heard)
        d->upstreams[id]->budget.note(budget);
}

void UpstreamClient::test(UpstreamId id, const std::optional<credentials::Credential> &given,
                          std::function<void(const UpstreamTest &)> done)
{
    // One of its own: nothing that is known of the servers counts, and nothing is learnt.
    auto upstream =
        std::make_shared<Upstream>(d->upstreams[id]->config, d->credentials, d->clock, d->timeouts,
                                   [counter = d->counter, id] { counter(id); });
    if (given)
        upstream->showInstead(*given);
    new UpstreamPing(std::move(upstream), std::move(done), this);
}

std::unique_ptr<UpstreamReply> UpstreamClient::send(UpstreamRequest request)
{
    const UpstreamId id = request.upstream;
    return std::make_unique<Exchange>(d->upstreams[id], std::move(request));
}

void UpstreamClient::fetch(UpstreamRequest request, std::int64_t bytesMax, QObject *context,
                           DocumentCallback done)
{
    const DocumentFetch::Terms terms{.bytesMax = bytesMax,
                                     .timeout = d->timeouts.document,
                                     .registry = d->upstreams[request.upstream]->config.registry};
    new DocumentFetch(send(std::move(request)), terms, context, std::move(done), this);
}

} // namespace lanyard::upstream
