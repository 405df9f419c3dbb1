// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/exchange.h"

#include "core/retire.h"
#include "upstream/answerstatus.h"

#include <algorithm>

namespace lanyard::upstream {

namespace {

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

Authentication::Who askerOf(const UpstreamRequest &request)
{
    if (request.isAnonymous)
        return Authentication::Who::Anybody;
    return request.isCredentialTest ? Authentication::Who::AccountOnly
                                    : Authentication::Who::Account;
}

} // namespace

Exchange::Exchange(std::shared_ptr<Upstream> upstream, UpstreamRequest request,
                   std::optional<std::size_t> only)
    : m_upstream(std::move(upstream))
    , m_request(std::move(request))
    , m_only(only)
    , m_authentication(m_upstream, m_request.repository, askerOf(m_request))
{
    connect(m_upstream.get(), &Upstream::closing, this, [this] {
        fail({ErrorCode::Cancelled, QT_TRANSLATE_NOOP("engine", "the upstream client stops"), {}});
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
    const Result<std::size_t> server = m_only ? *m_only : serverFrom(0);
    if (server)
        ask(*server);
    else
        fail(server.error());
}

/// What everybody may see, only the registry itself can say: a mirror may have an account there.
Result<std::size_t> Exchange::serverFrom(std::size_t from) const
{
    Result<std::size_t> server = m_upstream->serverFrom(from);
    while (server && m_request.isAccessOnly && !m_upstream->endpoints[*server].isForCredentials)
        server = m_upstream->serverFrom(*server + 1);
    return server;
}

void Exchange::ask(std::size_t server)
{
    m_server = server;
    const QUrl url = endpoint().resolve(m_request.path);
    if (!url.isValid() || !isFieldValue(m_request.accept)) {
        fail({ErrorCode::InvalidInput,
              Message::at(endpoint().registry,
                          QT_TRANSLATE_NOOP("engine", "not a path of a registry")),
              {}});
        return;
    }
    m_redirects = 0;
    m_authentication.begin(server, [this, url](const Result<void> &ready) { goTo(url, ready); });
}

void Exchange::goTo(const QUrl &url, const Result<void> &ready)
{
    if (m_isFinished)
        return;
    if (ready)
        sendTo(url);
    else
        goOn(ready.error());
}

void Exchange::sendTo(const QUrl &url)
{
    m_url = url;
    m_discardedBytes = 0;
    m_said.clear();
    TransferRequest request;
    request.server = m_server;
    request.url = url;
    request.method = m_request.method;
    request.accept = m_request.accept;
    if (endpoint().isOwn(url))
        request.authorization = m_authentication.field();
    if (m_request.range)
        request.range = rangeField(*m_request.range);
    request.traffic = m_request.traffic;
    request.isForUpstream = endpoint().isOwnHost(url);
    request.repository = m_request.repository;
    request.path = m_request.path;
    m_transfer = m_upstream->transport.send(request);
    connect(m_transfer.get(), &Transfer::headReceived, this, &Exchange::onHead);
    connect(m_transfer.get(), &Transfer::readyRead, this, &Exchange::onReadyRead);
    connect(m_transfer.get(), &Transfer::finished, this, &Exchange::onFinished);
}

void Exchange::onHead()
{
    if (isOwnHop()) {
        m_upstream->recordAnswer(m_server);
        // That of an address says nothing of an account's.
        if (!m_request.isAnonymous)
            noteBudget();
    }
    const int status = m_transfer->status();
    if (kindOf(status) != AnswerKind::Success) {
        // The body of a redirect or refusal is read off, so that its connection can be used again.
        if (m_transfer->contentLength().value_or(0) > limits::discardedBodyBytesMax)
            conclude();
    } else if (status == 206 && !m_request.range) {
        fail({ErrorCode::BadUpstream,
              {QT_TRANSLATE_NOOP("engine", "%1 sent a part of what was asked"),
               {endpoint().registry}},
              {}});
    } else {
        acceptHead();
    }
}

void Exchange::noteBudget()
{
    const auto heard = parseBudget({.limit = m_transfer->field("ratelimit-limit"),
                                    .remaining = m_transfer->field("ratelimit-remaining"),
                                    .source = m_transfer->field("docker-ratelimit-source")},
                                   m_upstream->clock.wallNow());
    if (heard)
        m_upstream->recordBudget(*heard);
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
    if (isOwnHop()) {
        m_authentication.accepted();
        recordGrant();
    }
    Q_EMIT headReceived(head);
}

void Exchange::onReadyRead()
{
    if (m_isAccepted) {
        Q_EMIT readyRead();
        return;
    }
    const QByteArray discarded = m_transfer->read(limits::discardedBodyBytesMax);
    m_said += discarded.left(limits::refusalBytesMax - m_said.size());
    m_discardedBytes += discarded.size();
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
            failServer(*error);
        else
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
        authenticate(challenges, std::exchange(m_said, {}));
    } else {
        const Error error =
            errorForStatus(endpoint().registry, status, retryAfter, m_upstream->clock.wallNow());
        if (isOwnHop() && (status >= 500 || error.code == ErrorCode::RateLimited))
            failServer(error);
        else if (isOwnHop() && error.code == ErrorCode::NotFound)
            goOn(error);
        else
            fail(error);
    }
}

/// Without a body.
void Exchange::finish()
{
    m_isFinished = true;
    Q_EMIT headReceived({});
    Q_EMIT finished(std::nullopt);
}

void Exchange::follow(const std::string &location)
{
    QUrl target = m_url.resolved(QUrl::fromEncoded(QByteArray::fromStdString(location)));
    target.setUserInfo({});
    target.setFragment({});
    const bool isSecure = target.scheme() == QLatin1String("https");
    const bool isPlain = target.scheme() == QLatin1String("http");
    const std::string &registry = endpoint().registry;
    if (location.empty() || target.host().isEmpty() || !(isSecure || isPlain)) {
        fail({ErrorCode::BadUpstream,
              {QT_TRANSLATE_NOOP("engine", "%1 redirects to what is no URL"), {registry}},
              {}});
    } else if (isPlain && m_url.scheme() == QLatin1String("https")) {
        fail({ErrorCode::BadUpstream,
              {QT_TRANSLATE_NOOP("engine", "%1 redirects from https to http"), {registry}},
              {}});
    } else if (++m_redirects > limits::redirectsMax) {
        fail({ErrorCode::BadUpstream,
              {QT_TRANSLATE_NOOP("engine", "%1 redirects too often"), {registry}},
              {}});
    } else {
        m_target.judge(endpoint(), target, [this, target](const Result<void> &allowed) {
            if (m_isFinished)
                return;
            if (allowed)
                goOnTo(target);
            else
                fail(allowed.error());
        });
    }
}

void Exchange::goOnTo(const QUrl &target)
{
    // Elsewhere nobody asks who it is for.
    const bool isYes = isOwnHop() && !endpoint().isOwn(target);
    if (isYes)
        recordGrant();
    if (isYes && m_request.isAccessOnly)
        finish();
    else
        sendTo(target);
}

void Exchange::recordGrant()
{
    recordAccess(m_authentication.isOfCredential() ? Grant::ForCredential : Grant::ForAnybody);
}

/// A mirror that is somebody else's says nothing of the registry.
void Exchange::recordAccess(Grant grant)
{
    if (endpoint().isForCredentials)
        m_upstream->recordAccess(m_request, grant);
}

void Exchange::authenticate(const std::string &challenges, const QByteArray &said)
{
    m_authentication.answer(challenges, said,
                            [this](const Result<void> &ready) { goTo(m_url, ready); });
}

void Exchange::failServer(const Error &error)
{
    // What nobody may ask any more, whoever has a credential still may.
    if (!m_request.isAnonymous)
        m_upstream->recordFailure(m_server, error);
    goOn(error);
}

void Exchange::goOn(const Error &error)
{
    if (!m_trouble)
        m_trouble = error;
    // What a mirror of somebody else does not have, the registry may have.
    const bool isNotThere = error.code == ErrorCode::NotFound;
    if (m_only || (isNotThere && endpoint().isForCredentials)) {
        fail(error);
        return;
    }
    const auto next = serverFrom(m_server + 1);
    if (!next) {
        fail(isNotThere ? *m_trouble : error);
        return;
    }
    dropTransfer();
    ask(*next);
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
    if (isDenial(error) && isOwnHop())
        recordAccess(Grant::Denied);
    Q_EMIT finished(error);
}

} // namespace lanyard::upstream
