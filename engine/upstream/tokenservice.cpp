// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/tokenservice.h"

#include "core/limits.h"
#include "upstream/answerstatus.h"
#include "upstream/realmrule.h"
#include "upstream/tokenanswer.h"

#include <QUrlQuery>

namespace lanyard::upstream {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void addItem(QUrlQuery &query, const QString &key, std::string_view value)
{
    if (!value.empty())
        query.addQueryItem(key,
                           QString::fromLatin1(QUrl::toPercentEncoding(toQString(value), ":/,")));
}

QUrl tokenUrl(const QUrl &realm, const Challenge &challenge, const std::string &scope)
{
    QUrl url = realm;
    QUrlQuery query(realm);
    addItem(query, QStringLiteral("service"), challenge.parameter("service"));
    const std::string_view asked = challenge.parameter("scope");
    addItem(query, QStringLiteral("scope"), asked.empty() ? std::string_view(scope) : asked);
    url.setQuery(query);
    return url;
}

} // namespace

TokenService::TokenService(const std::vector<Endpoint> &endpoints, Transport &transport,
                           const Clock &clock, const UpstreamTimeouts &timeouts)
    : m_endpoints(endpoints)
    , m_transport(transport)
    , m_clock(clock)
    , m_timeouts(timeouts)
    , m_health(endpoints.size(), clock, timeouts)
    , m_tokens(clock)
{
}

TokenService::~TokenService() = default;

void TokenService::request(const Key &key, const Challenge &challenge, QObject *context,
                           Callback done)
{
    if (std::string token = cached(key); !token.empty()) {
        done(Token{.value = std::move(token), .isFresh = false});
        return;
    }
    QUrl realm(toQString(challenge.parameter("realm")), QUrl::StrictMode);
    realm.setUserInfo({});
    realm.setFragment({});
    if (auto error = refusal(key, realm)) {
        done(tl::unexpected(std::move(*error)));
        return;
    }
    std::vector<Waiter> &waiters = m_flights[key].waiters;
    if (waiters.size() >= limits::waitersPerFlightMax) {
        done(failure(ErrorCode::RateLimited, "too many requests wait for one token"));
        return;
    }
    waiters.push_back({context, std::move(done)});
    if (waiters.size() == 1)
        ask(key, challenge, realm);
}

std::optional<Error> TokenService::refusal(const Key &key, const QUrl &realm)
{
    const Endpoint &endpoint = m_endpoints[key.server];
    if (!isRealmAllowed(endpoint.url, realm, endpoint.tokenRealms)) {
        const std::string host =
            realm.host().isEmpty() ? "one that is no URL" : realm.host().toStdString();
        return Error{ErrorCode::BadUpstream,
                     endpoint.registry + " names a foreign token realm: " +
                         realm.scheme().toStdString() + ' ' + host,
                     {}};
    }
    return m_health.refusal(key.server);
}

void TokenService::ask(const Key &key, const Challenge &challenge, const QUrl &realm)
{
    const Endpoint &endpoint = m_endpoints[key.server];
    TransferRequest request;
    request.server = key.server;
    request.url = tokenUrl(realm, challenge, key.scope);
    request.accept = "application/json";
    request.isForUpstream = true;
    request.authorization = endpoint.basicAuthorization;
    auto transfer = m_transport.send(request);
    connect(transfer.get(), &Transfer::readyRead, this, [this, key] { onReadyRead(key); });
    connect(transfer.get(), &Transfer::finished, this,
            [this, key](const auto &error) { onFinished(key, error); });
    auto deadline = std::make_unique<QTimer>();
    deadline->setSingleShot(true);
    connect(deadline.get(), &QTimer::timeout, this, [this, key] { onTimeout(key); });
    deadline->start(m_timeouts.token);
    m_flights[key].transfer = std::move(transfer);
    m_flights[key].deadline = std::move(deadline);
}

void TokenService::onReadyRead(const Key &key)
{
    Flight &flight = m_flights[key];
    const std::int64_t room = limits::tokenAnswerBytesMax - flight.body.size();
    flight.body += flight.transfer->read(room);
    if (flight.transfer->bytesAvailable() == 0)
        return;
    land(key, failure(ErrorCode::BadUpstream,
                      m_endpoints[key.server].registry + ": its token answer is too long"));
}

void TokenService::onFinished(const Key &key, const std::optional<Error> &error)
{
    if (error) {
        m_health.recordFailure(key.server, *error);
        land(key, tl::unexpected(*error));
        return;
    }
    m_health.recordAnswer(key.server);
    land(key, evaluate(key, m_flights[key]));
}

void TokenService::onTimeout(const Key &key)
{
    Error error{ErrorCode::TimedOut,
                "the token service of " + m_endpoints[key.server].registry +
                    " does not answer in time",
                {}};
    m_health.recordFailure(key.server, error);
    land(key, tl::unexpected(std::move(error)));
}

Result<TokenService::Token> TokenService::evaluate(const Key &key, const Flight &flight)
{
    const std::string name = "the token service of " + m_endpoints[key.server].registry;
    const int status = flight.transfer->status();
    if (kindOf(status) != AnswerKind::Success) {
        Error error =
            errorForStatus(name, status, flight.transfer->field("Retry-After"), m_clock.wallNow());
        m_health.recordFailure(key.server, error);
        return tl::unexpected(std::move(error));
    }
    auto answer = parseTokenAnswer(flight.body, m_clock.wallNow());
    if (!answer)
        return failure(ErrorCode::BadUpstream, name + " gave no token");
    m_tokens.insert(key, answer->token, answer->lifetime);
    return Token{.value = std::move(answer->token), .isFresh = true};
}

/// Ends the flight before anyone is told: a waiter may ask for the next token at once.
void TokenService::land(const Key &key, const Result<Token> &result)
{
    auto flight = m_flights.extract(key);
    Transfer *const transfer = flight.mapped().transfer.release();
    transfer->disconnect(this);
    transfer->deleteLater();
    QTimer *const deadline = flight.mapped().deadline.release();
    deadline->disconnect(this);
    deadline->deleteLater();
    for (const Waiter &waiter : flight.mapped().waiters) {
        if (waiter.context)
            waiter.done(result);
    }
}

} // namespace lanyard::upstream
