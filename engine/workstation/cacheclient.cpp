// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/cacheclient.h"

#include "api/probe.h"
#include "core/printabletext.h"
#include "workstation/cacheanswer.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <utility>

namespace lanyard::workstation {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QNetworkRequest requestFor(const CacheEndpoint &cache, const QString &path)
{
    QNetworkRequest request(QUrl(cache.url() + path));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "lanyard/" LANYARD_VERSION);
    request.setRawHeader("Accept-Encoding", "identity");
    if (!cache.user.isEmpty())
        request.setRawHeader("Authorization",
                             "Basic " + (cache.user + u':' + cache.password).toUtf8().toBase64());
    if (cache.isTls && !cache.authority.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        // As clients do, who trust it beside what they trust already.
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() +
                              QSslCertificate::fromData(cache.authority));
        request.setSslConfiguration(tls);
    }
    return request;
}

/// What is said of a failure, with where it was.
auto named(const CacheEndpoint &cache)
{
    return [where = cache.hostPort()](Error error) {
        error.message = Message::at(where, error.message);
        return error;
    };
}

const char *wordlessEnd(bool isTls)
{
    return isTls ? QT_TRANSLATE_NOOP("engine",
                                     "it ends the connection without a word: it does not serve the "
                                     "address of this computer, or has no TLS there")
                 : QT_TRANSLATE_NOOP("engine",
                                     "it ends the connection without a word: it does not serve the "
                                     "address of this computer, or wants TLS there");
}

/// One question, until its answer.
class CacheQuestion final : public QObject
{
public:
    CacheQuestion(const CacheEndpoint &cache, QNetworkReply *reply, const CacheClientTimes &times,
                  Answer<QJsonObject> done, QObject *parent)
        : QObject(parent)
        , m_cache(cache)
        , m_reply(reply)
        , m_done(std::move(done))
    {
        m_reply->setParent(this);
        m_reply->setReadBufferSize(prooflimits::answerBytesMax + 1);
        giveUpAfter(m_connecting, times.connect,
                    {ErrorCode::Unreachable,
                     QT_TRANSLATE_NOOP("engine", "does not take a connection in time")});
        giveUpAfter(m_answering, times.answer,
                    {ErrorCode::TimedOut, QT_TRANSLATE_NOOP("engine", "does not answer in time")});
        connect(m_reply, &QNetworkReply::requestSent, &m_connecting, &QTimer::stop);
        connect(m_reply, &QIODevice::readyRead, this, [this] {
            if (m_reply->bytesAvailable() > prooflimits::answerBytesMax)
                giveUp({ErrorCode::BadUpstream,
                        QT_TRANSLATE_NOOP("engine", "says more than Lanyard would")});
        });
        // Queued: whoever hears the answer may destroy all of this, and a reply must not be
        // destroyed within its own signal.
        connect(m_reply, &QNetworkReply::finished, this, &CacheQuestion::end, Qt::QueuedConnection);
    }

    ~CacheQuestion() override { m_reply->disconnect(this); }

private:
    void giveUpAfter(QTimer &timer, std::chrono::milliseconds patience, const Error &error)
    {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, error] { giveUp(error); });
        timer.start(patience);
    }

    void giveUp(const Error &error)
    {
        if (!m_error)
            m_error = error;
        m_reply->abort();
    }

    void end()
    {
        m_connecting.stop();
        m_answering.stop();
        const Answer<QJsonObject> done = std::move(m_done);
        const Result<QJsonObject> answer = read();
        deleteLater();
        done(answer);
    }

    Result<QJsonObject> read()
    {
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0)
            return tl::unexpected<Error>(connectionError());
        if (status == 401)
            return failure(
                ErrorCode::NotFound,
                m_cache.user.isEmpty()
                    ? QT_TRANSLATE_NOOP("engine", "it wants a user and a password")
                    : QT_TRANSLATE_NOOP("engine", "it refuses this user or this password"));
        if (status == 403)
            return failure(
                ErrorCode::NotFound,
                QT_TRANSLATE_NOOP("engine", "it does not serve the address of this computer"));
        if (status == 503)
            return failure(ErrorCode::BadUpstream,
                           QT_TRANSLATE_NOOP("engine", "it is in trouble, and serves nobody now"));
        const QJsonDocument document = QJsonDocument::fromJson(m_reply->readAll());
        if (status != 200 || m_reply->error() != QNetworkReply::NoError || !document.isObject())
            return failure(ErrorCode::BadUpstream,
                           QT_TRANSLATE_NOOP("engine", "it is not Lanyard, or a much older one"));
        return document.object();
    }

    Error connectionError() const
    {
        switch (m_reply->error()) {
        case QNetworkReply::HostNotFoundError:
            return {ErrorCode::Unreachable,
                    QT_TRANSLATE_NOOP("engine", "there is no host of this name")};
        case QNetworkReply::ConnectionRefusedError:
            return {ErrorCode::Unreachable, QT_TRANSLATE_NOOP("engine", "nothing listens there")};
        case QNetworkReply::RemoteHostClosedError:
            return {ErrorCode::NotFound, wordlessEnd(m_cache.isTls)};
        case QNetworkReply::SslHandshakeFailedError:
            return {ErrorCode::Unreachable,
                    {QT_TRANSLATE_NOOP("engine", "its certificate is not trusted: %1"), {words()}}};
        default:
            return {ErrorCode::Unreachable, words()};
        }
    }

    QString words() const { return printable(m_reply->errorString()); }

    const CacheEndpoint &m_cache; // of the parent
    QNetworkReply *m_reply;
    Answer<QJsonObject> m_done;
    QTimer m_connecting;
    QTimer m_answering;
    std::optional<Error> m_error;
};

} // namespace

CacheClient::CacheClient(CacheEndpoint cache, CacheClientTimes times, QObject *parent)
    : QObject(parent)
    , m_cache(std::move(cache))
    , m_times(times)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void CacheClient::ask(const QString &path, Answer<QJsonObject> done)
{
    QNetworkReply *const reply = m_network.get(requestFor(m_cache, path));
    new CacheQuestion(m_cache, reply, m_times, std::move(done), this);
}

void CacheClient::askFacts(Answer<CacheFacts> done)
{
    ask(text(cachePath),
        [done = std::move(done), in = named(m_cache)](const Result<QJsonObject> &answer) {
            done(answer.and_then(cacheFactsOf).map_error(in));
        });
}

void CacheClient::askSightings(const QString &nonce, Answer<QList<ProbeSighting>> done)
{
    ask(text(probePath) + nonce,
        [done = std::move(done), in = named(m_cache)](const Result<QJsonObject> &answer) {
            done(answer.and_then(sightingsOf).map_error(in));
        });
}

} // namespace lanyard::workstation
