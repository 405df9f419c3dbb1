// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/transfer.h"

#include "core/clock.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QStringList>

namespace lanyard::upstream {

namespace {

/// Qt reports a status of 400 and above as an error as well; here it is an answer.
bool isStatusError(QNetworkReply::NetworkError error)
{
    constexpr int contentErrors = 200; // ContentAccessDenied is 201, ...
    constexpr int protocolFailures = 300;
    constexpr int serverErrors = 400; // InternalServerError is 401, ...
    return (error > contentErrors && error < protocolFailures) || error > serverErrors;
}

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ErrorCode::BadUpstream;
    default:
        return ErrorCode::Unreachable;
    }
}

// %1 is the host. Our own words: those of Qt may have the URL in them, and with it the secrets of
// its query.
const char *describe(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QT_TRANSLATE_NOOP("engine", "%1 refuses connections");
    case QNetworkReply::RemoteHostClosedError:
        return QT_TRANSLATE_NOOP("engine", "%1 closed the connection before its answer was whole");
    case QNetworkReply::HostNotFoundError:
        return QT_TRANSLATE_NOOP("engine", "%1 is not a known host");
    case QNetworkReply::TimeoutError:
        return QT_TRANSLATE_NOOP("engine", "%1 does not accept a connection in time");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return QT_TRANSLATE_NOOP("engine", "%1 cannot be reached without a password");
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return QT_TRANSLATE_NOOP("engine", "%1 does not speak HTTP");
    default:
        return QT_TRANSLATE_NOOP("engine", "%1 cannot be reached");
    }
}

} // namespace

Transfer::Transfer(std::shared_ptr<Lane> lane, std::string registry, const QNetworkRequest &request,
                   UpstreamRequest::Method method, QByteArray form, UpstreamRecord purpose)
    : m_lane(std::move(lane))
    , m_registry(std::move(registry))
    , m_request(request)
    , m_method(method)
    , m_form(std::move(form))
    , m_record(std::move(purpose))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Transfer::onTimeout);
    m_ticket = m_lane->queue.enter(originOf(m_request.url()), [this] { start(); });
}

Transfer::~Transfer()
{
    if (m_reply == nullptr)
        return;
    record(QByteArrayLiteral("given up before its end"));
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void Transfer::start()
{
    QNetworkAccessManager &manager = m_lane->manager;
    m_lane->counter();
    m_phase = Phase::Connecting;
    m_timer.start(m_lane->timeouts.connect);
    m_record.startedAtMs = toEpochMs(std::chrono::system_clock::now());
    m_elapsed.start();
    if (!m_form.isEmpty()) {
        m_record.method = QByteArrayLiteral("POST");
        m_reply = manager.post(m_request, m_form);
    } else if (m_method == UpstreamRequest::Method::Head) {
        m_record.method = QByteArrayLiteral("HEAD");
        m_reply = manager.head(m_request);
    } else {
        m_record.method = QByteArrayLiteral("GET");
        m_reply = manager.get(m_request);
    }
    m_reply->setReadBufferSize(m_lane->bufferBytes);
    connect(m_reply, &QNetworkReply::requestSent, this, &Transfer::onRequestSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::onMetaDataChanged);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Transfer::onTlsErrors);
}

void Transfer::onRequestSent()
{
    if (m_phase != Phase::Connecting)
        return;
    m_phase = Phase::Waiting;
    m_timer.start(m_lane->timeouts.headers);
}

void Transfer::onMetaDataChanged()
{
    if (m_phase >= Phase::Receiving || status() == 0)
        return;
    m_phase = Phase::Receiving;
    watchSilence();
    Q_EMIT headReceived();
}

void Transfer::onReadyRead()
{
    watchSilence();
    Q_EMIT readyRead();
}

void Transfer::onFinished()
{
    onMetaDataChanged();
    const auto error = replyError();
    finish(error ? error : lengthError());
}

void Transfer::onTimeout()
{
    const Phase phase = m_phase;
    m_reply->disconnect(this);
    m_reply->abort();
    switch (phase) {
    case Phase::Connecting:
        finish(makeError(ErrorCode::Unreachable, describe(QNetworkReply::TimeoutError)));
        break;
    case Phase::Waiting:
        finish(makeError(ErrorCode::TimedOut,
                         QT_TRANSLATE_NOOP("engine", "%1 does not answer in time")));
        break;
    default:
        finish(makeError(ErrorCode::TimedOut,
                         QT_TRANSLATE_NOOP("engine", "%1 stopped in the middle of its answer")));
        break;
    }
}

void Transfer::onTlsErrors(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors)
        texts.append(error.errorString());
    m_tlsErrors = texts.join(QLatin1String("; "));
}

int Transfer::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

std::string Transfer::field(const char *name) const
{
    return m_reply->rawHeader(name).toStdString();
}

std::optional<std::int64_t> Transfer::contentLength() const
{
    bool isNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && length >= 0 ? std::optional<std::int64_t>(length) : std::nullopt;
}

QSslCertificate Transfer::certificate() const
{
    return m_reply->sslConfiguration().peerCertificate();
}

QByteArray Transfer::read(std::int64_t max)
{
    if (!m_reply->isOpen())
        return {}; // it was aborted, by a timeout
    QByteArray bytes = m_reply->read(max);
    m_bytesRead += bytes.size();
    if (m_phase == Phase::Receiving)
        watchSilence();
    return bytes;
}

std::int64_t Transfer::bytesAvailable() const
{
    return m_reply->isOpen() ? m_reply->bytesAvailable() : 0;
}

/// Silence counts while the buffer has room: when it is full, it is the reader who is slow.
void Transfer::watchSilence()
{
    if (m_reply->bytesAvailable() >= m_lane->bufferBytes / 2)
        m_timer.stop();
    else
        m_timer.start(m_lane->timeouts.silence);
}

void Transfer::finish(const std::optional<Error> &error)
{
    m_phase = Phase::Finished;
    m_timer.stop();
    m_ticket.reset();
    record(error ? QByteArray::fromStdString(error->message.english()) : QByteArray());
    Q_EMIT finished(error);
}

/// Once.
void Transfer::record(const QByteArray &trouble)
{
    if (!m_elapsed.isValid())
        return;
    m_record.durationUs = m_elapsed.nsecsElapsed() / 1000;
    m_elapsed.invalidate();
    m_record.status = status();
    m_record.trouble = trouble;
    m_record.bodyBytes = m_bytesRead + bytesAvailable();
    if (m_lane->ended)
        m_lane->ended(m_record);
}

std::optional<Error> Transfer::replyError() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError || (isStatusError(error) && status() != 0))
        return std::nullopt;
    if (error == QNetworkReply::SslHandshakeFailedError) {
        const QString text = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors;
        return makeError(ErrorCode::Unreachable,
                         QT_TRANSLATE_NOOP("engine", "%1 cannot be trusted, TLS failed: %2"),
                         {text});
    }
    return makeError(codeOf(error), describe(error));
}

/// Whatever the network said: a body is whole only if its bytes are there.
std::optional<Error> Transfer::lengthError() const
{
    const auto expected = contentLength();
    const std::int64_t received = m_bytesRead + m_reply->bytesAvailable();
    if (status() == 0)
        return makeError(ErrorCode::BadUpstream, describe(QNetworkReply::ProtocolFailure));
    if (m_method == UpstreamRequest::Method::Head || !expected || *expected == received)
        return std::nullopt;
    return makeError(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("engine", "%1 sent %2 of %3 bytes"),
                     {std::to_string(received), std::to_string(*expected)});
}

Error Transfer::makeError(ErrorCode code, const char *sentence,
                          const std::vector<Message> &values) const
{
    const QUrl url = m_request.url();
    const std::string host = url.host().toStdString();
    const std::string port = url.port() < 0 ? "" : ":" + std::to_string(url.port());
    std::vector<Message> all{host + port};
    all.insert(all.end(), values.begin(), values.end());
    Message what(sentence, std::move(all));
    const QNetworkProxy proxy = m_lane->manager.proxy();
    if (proxy.type() != QNetworkProxy::NoProxy)
        //: %1: what is wrong, such as "quay.io cannot be reached"; %2: a host and a port
        what = {QT_TRANSLATE_NOOP("engine", "%1 (through the proxy %2)"),
                {what, proxy.hostName().toStdString() + ':' + std::to_string(proxy.port())}};
    return {code, Message::at(m_registry, what), {}};
}

} // namespace lanyard::upstream
