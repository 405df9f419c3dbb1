// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/transport.h"

namespace lanyard::upstream {

namespace {

void setField(QNetworkRequest &request, const char *name, const std::string &value)
{
    if (!value.empty())
        request.setRawHeader(name, QByteArray::fromStdString(value));
}

QNetworkRequest makeRequest(const TransferRequest &from, const Endpoint &endpoint)
{
    QNetworkRequest request(from.url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // With this field set, Qt also leaves the bytes as they come: what is hashed is what was sent.
    setField(request, "Accept-Encoding", "identity");
    setField(request, "User-Agent", "lanyard/" LANYARD_VERSION);
    setField(request, "Accept", from.accept);
    setField(request, "Authorization", from.authorization);
    setField(request, "Range", from.range);
    if (!from.form.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArray("application/x-www-form-urlencoded"));
    if (from.isForUpstream && endpoint.tls)
        request.setSslConfiguration(*endpoint.tls);
    return request;
}

UpstreamRecord recordOf(const TransferRequest &request, const Endpoint &endpoint)
{
    UpstreamRecord record;
    record.registry = QByteArray::fromStdString(endpoint.registry);
    record.repository = QByteArray::fromStdString(request.repository);
    record.host = request.url.host(QUrl::FullyEncoded).toLatin1();
    if (request.url.port() >= 0)
        record.host += ':' + QByteArray::number(request.url.port());
    // The query is not for the record: of a redirect it is a key.
    record.path = request.path.empty()
                      ? request.url.path(QUrl::FullyEncoded).toLatin1()
                      : QByteArray::fromStdString(request.path.substr(0, request.path.find('?')));
    record.isForToken = request.isForToken;
    return record;
}

std::shared_ptr<Lane> makeLane(std::int64_t bufferBytes, const QNetworkProxy &proxy,
                               const UpstreamTimeouts &timeouts,
                               const std::function<void()> &counter)
{
    auto lane = std::make_shared<Lane>();
    lane->manager.setProxy(proxy);
    lane->bufferBytes = bufferBytes;
    lane->timeouts = timeouts;
    lane->counter = counter;
    return lane;
}

} // namespace

Transport::Transport(const std::vector<Endpoint> &endpoints, const UpstreamTimeouts &timeouts,
                     const std::function<void()> &counter)
    : m_endpoints(endpoints)
{
    for (std::size_t traffic = 0; traffic < m_lanes.size(); ++traffic) {
        const bool isAhead = traffic == static_cast<std::size_t>(Traffic::Ahead);
        m_lanes[traffic] =
            makeLane(isAhead ? limits::blobPieceBytes : limits::upstreamReadBufferBytes,
                     endpoints.front().proxy, timeouts, counter);
    }
}

std::unique_ptr<Transfer> Transport::send(const TransferRequest &request)
{
    const Endpoint &endpoint = m_endpoints[request.server];
    return std::make_unique<Transfer>(m_lanes[static_cast<std::size_t>(request.traffic)],
                                      endpoint.registry, makeRequest(request, endpoint),
                                      request.method, request.form, recordOf(request, endpoint));
}

void Transport::tellEnded(const std::function<void(const UpstreamRecord &)> &ended)
{
    for (const auto &lane : m_lanes)
        lane->ended = ended;
}

void Transport::detach()
{
    for (const auto &lane : m_lanes) {
        lane->counter = [] {
        };
        lane->ended = nullptr;
    }
}

} // namespace lanyard::upstream
