// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/exchange.h"

#include "core/retire.h"
#include "upstream/answerstatus.h"

#include <algorithm>

namespace lanyard::upstream {

namespace {

std::vector<Endpoint> makeEndpoints(const std::vector<UpstreamConfig> &upstreams)
{
    return {upstreams.begin(), upstreams.end()};
}

std::string scopeFor(const std::string &repository)
{
    return repository.empty() ? std::string() : "repository:" + repository + ":pull";
}

/// RFC 9110 §14.1.2: the last position is part of the range.
std::string rangeField(const UpstreamRequest::Range &range)
{
    return "bytes=" + std::to_string(range.begin) + '-' +
           (range.end ? std::to_string(*range.end - 1) : std::string());
}

bool isFieldValue(const std::string &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

} // namespace

ExchangeHub::ExchangeHub(const std::vector<UpstreamConfig> &upstreams, const Clock &upstreamClock,
                         const UpstreamTimeouts &upstreamTimeouts, const RequestCounter &counter)
    : clock(upstreamClock)
    , timeouts(upstreamTimeouts)
    , endpoints(makeEndpoints(upstreams))
    , transport(endpoints, timeouts, counter)
    , tokens(endpoints, transport, clock, timeouts)
    , health(endpoints.size(), clock, timeouts)
    , wantsBasic(endpoints.size())
{
}

Exchange::Exchange(std::shared_ptr<ExchangeHub> hub, UpstreamRequest request)
    : m_hub(std::move(hub))
    , m_request(std::move(request))
    , m_endpoint(m_hub->endpoints[m_request.upstream])
    , m_key{m_request.upstream, scopeFor(m_request.repository)}
{
    connect(m_hub.get(), &ExchangeHub::closing, this, [this] {
        fail({ErrorCode::Cancelled, "the upstream client stops", {}});
    });
    // Queued: the caller connects to the signals first.
    QMetaObject::invokeMethod(this, &Exchange::begin, Qt::QueuedConnection);
}

Exchange::~Exchange() = default;

QByteArray Exchange::read(std::int64_t max)
{
    return m_isAccepted && m_transfer ? m_transfer->read(max) : QByteArray();
}

std::int64_t Exchange::bytesAvailable() const
{
    return m_isAccepted && m_transfer ? m_transfer->bytesAvailable() : 0;
}

void Exchange::begin()
{
    const QUrl url = m_endpoint.resolve(m_request.path);
    auto remembered = m_endpoint.flaw ? m_endpoint.flaw : m_hub->health.refusal(m_key.upstream);
    if (remembered) {
        fail(std::move(*remembered));
    } else if (!url.isValid() || !isFieldValue(m_request.accept)) {
        fail({ErrorCode::InvalidInput, m_endpoint.registry + ": not a path of a registry", {}});
    } else {
        m_token.value = m_hub->tokens.cached(m_key);
        sendTo(url);
    }
}

void Exchange::sendTo(const QUrl &url)
{
    m_url = url;
    m_discardedBytes = 0;
    TransferRequest request;
    request.upstream = m_key.upstream;
    request.url = url;
    request.method = m_request.method;
    request.accept = m_request.accept;
    request.authorization = authorizationFor(url);
    if (m_request.range)
        request.range = rangeField(*m_request.range);
    request.traffic = m_request.traffic;
    request.isForUpstream = m_endpoint.isOwnHost(url);
    m_transfer = m_hub->transport.send(request);
    connect(m_transfer.get(), &Transfer::headReceived, this, &Exchange::onHead);
    connect(m_transfer.get(), &Transfer::readyRead, this, &Exchange::onReadyRead);
    connect(m_transfer.get(), &Transfer::finished, this, &Exchange::onFinished);
}

std::string Exchange::authorizationFor(const QUrl &url) const
{
    if (!m_endpoint.isOwn(url))
        return {};
    if (!m_token.value.empty())
        return "Bearer " + m_token.value;
    return m_hub->wantsBasic[m_key.upstream] ? m_endpoint.basicAuthorization : std::string();
}

void Exchange::onHead()
{
    if (isOwnHop())
        m_hub->health.recordAnswer(m_key.upstream);
    const int status = m_transfer->status();
    if (kindOf(status) != AnswerKind::Success) {
        // The body of a redirect or refusal is read off, so that its connection can be used again.
        if (m_transfer->contentLength().value_or(0) > limits::discardedBodyBytesMax)
            conclude();
    } else if (status == 206 && !m_request.range) {
        fail({ErrorCode::BadUpstream, m_endpoint.registry + " sent a part of what was asked", {}});
    } else {
        acceptHead();
    }
}

void Exchange::acceptHead()
{
    UpstreamHead head;
    head.status = m_transfer->status();
    head.contentType = m_transfer->field("Content-Type");
    head.contentLength = m_transfer->contentLength();
    head.contentDigest = m_transfer->field("Docker-Content-Digest");
    head.contentRange = m_transfer->field("Content-Range");
    head.link = m_transfer->field("Link");
    head.filtersApplied = m_transfer->field("OCI-Filters-Applied");
    m_isAccepted = true;
    Q_EMIT headReceived(head);
}

void Exchange::onReadyRead()
{
    if (m_isAccepted) {
        Q_EMIT readyRead();
        return;
    }
    m_discardedBytes += m_transfer->read(limits::discardedBodyBytesMax).size();
    if (m_discardedBytes >= limits::discardedBodyBytesMax)
        conclude();
}

void Exchange::onFinished(const std::optional<Error> &error)
{
    if (m_isAccepted) {
        m_isFinished = true;
        Q_EMIT finished(error);
    } else if (m_transfer->status() != 0) {
        conclude();
    } else {
        Q_ASSERT(error); // a transfer without a status has failed
        if (isOwnHop())
            m_hub->health.recordFailure(m_key.upstream, *error);
        fail(*error);
    }
}

/// The answer is not a success: goes on elsewhere, or with a credential, or ends.
void Exchange::conclude()
{
    const int status = m_transfer->status();
    const std::string location = m_transfer->field("Location");
    const std::string challenges = m_transfer->field("WWW-Authenticate");
    const std::string retryAfter = m_transfer->field("Retry-After");
    dropTransfer();
    const AnswerKind kind = kindOf(status);
    if (kind == AnswerKind::Redirect) {
        follow(location);
    } else if (kind == AnswerKind::Unauthorized && isOwnHop()) {
        authenticate(challenges);
    } else {
        Error error =
            errorForStatus(m_endpoint.registry, status, retryAfter, m_hub->clock.wallNow());
        if (isOwnHop())
            m_hub->health.recordFailure(m_key.upstream, error);
        fail(std::move(error));
    }
}

void Exchange::follow(const std::string &location)
{
    QUrl target = m_url.resolved(QUrl::fromEncoded(QByteArray::fromStdString(location)));
    target.setUserInfo({});
    target.setFragment({});
    const bool isSecure = target.scheme() == QLatin1String("https");
    const bool isPlain = target.scheme() == QLatin1String("http");
    const std::string &registry = m_endpoint.registry;
    if (location.empty() || target.host().isEmpty() || !(isSecure || isPlain)) {
        fail({ErrorCode::BadUpstream, registry + " redirects to what is no URL", {}});
    } else if (isPlain && m_url.scheme() == QLatin1String("https")) {
        fail({ErrorCode::BadUpstream, registry + " redirects from https to http", {}});
    } else if (++m_redirects > limits::redirectsMax) {
        fail({ErrorCode::BadUpstream, registry + " redirects too often", {}});
    } else {
        sendTo(target);
    }
}

void Exchange::authenticate(const std::string &challenges)
{
    const std::string refused = m_token.value;
    if (!refused.empty())
        m_hub->tokens.drop(m_key, refused);
    const bool wasFresh = m_token.isFresh;
    const bool wasBasic = refused.empty() && !authorizationFor(m_url).empty();
    m_token = {};
    const auto bearer = findChallenge(challenges, "bearer");
    const bool mayRetry = !wasFresh && ++m_authentications <= limits::authenticationsMax;
    if (mayRetry && bearer && !bearer->parameter("realm").empty()) {
        m_hub->tokens.request(m_key, *bearer, this, [this](const auto &token) { useToken(token); });
    } else if (mayRetry && !wasBasic && !m_endpoint.basicAuthorization.empty() &&
               findChallenge(challenges, "basic")) {
        m_hub->wantsBasic[m_key.upstream] = true;
        sendTo(m_url);
    } else {
        fail({ErrorCode::NotFound, m_endpoint.registry + " denies access", {}});
    }
}

void Exchange::useToken(const Result<TokenService::Token> &token)
{
    if (!token) {
        fail(token.error());
        return;
    }
    m_token = *token;
    sendTo(m_url);
}

void Exchange::dropTransfer()
{
    if (m_transfer)
        retire(std::move(m_transfer), this);
}

void Exchange::fail(Error error)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    dropTransfer();
    Q_EMIT finished(error);
}

} // namespace lanyard::upstream
