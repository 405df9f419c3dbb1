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
    if (from.isForUpstream && endpoint.tls)
        request.setSslConfiguration(*endpoint.tls);
    return request;
}

std::shared_ptr<Lane> makeLane(std::int64_t bufferBytes, const UpstreamTimeouts &timeouts,
                               const RequestCounter &counter)
{
    auto lane = std::make_shared<Lane>();
    lane->bufferBytes = bufferBytes;
    lane->timeouts = timeouts;
    lane->counter = counter;
    return lane;
}

} // namespace

Transport::Transport(const std::vector<Endpoint> &endpoints, const UpstreamTimeouts &timeouts,
                     const RequestCounter &counter)
    : m_endpoints(endpoints)
{
    m_lanes.reserve(endpoints.size());
    for (std::size_t upstream = 0; upstream < endpoints.size(); ++upstream)
        m_lanes.push_back(makeLanes(timeouts, counter));
    if (!counter)
        detachCounter();
}

Transport::Lanes Transport::makeLanes(const UpstreamTimeouts &timeouts,
                                      const RequestCounter &counter)
{
    return {makeLane(limits::upstreamReadBufferBytes, timeouts, counter),
            makeLane(limits::upstreamReadBufferBytes, timeouts, counter),
            makeLane(limits::blobPieceBytes, timeouts, counter)};
}

std::unique_ptr<Transfer> Transport::send(const TransferRequest &request)
{
    const Endpoint &endpoint = m_endpoints[request.upstream];
    const Lanes &lanes = m_lanes[request.upstream];
    return std::make_unique<Transfer>(lanes[static_cast<std::size_t>(request.traffic)],
                                      request.upstream, endpoint.registry,
                                      makeRequest(request, endpoint), request.method);
}

void Transport::detachCounter()
{
    for (const Lanes &lanes : m_lanes) {
        for (const auto &lane : lanes)
            lane->counter = [](UpstreamId) {
            };
    }
}

} // namespace lanyard::upstream
