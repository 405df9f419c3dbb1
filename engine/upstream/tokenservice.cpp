// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/tokenservice.h"

#include "core/limits.h"
#include "upstream/answerstatus.h"
#include "upstream/realmrule.h"
#include "upstream/refusal.h"
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

/// For what the token shall be.
QUrlQuery questionOf(QUrlQuery query, const Challenge &challenge, const std::string &scope)
{
    addItem(query, QStringLiteral("service"), challenge.parameter("service"));
    const std::string_view asked = challenge.parameter("scope");
    addItem(query, QStringLiteral("scope"), asked.empty() ? std::string_view(scope) : asked);
    return query;
}

/// The form that exchanges an identity token (distribution spec, "OAuth 2.0 token").
QByteArray formOf(const Challenge &challenge, const std::string &scope, const std::string &token)
{
    QUrlQuery form;
    addItem(form, QStringLiteral("grant_type"), "refresh_token");
    addItem(form, QStringLiteral("client_id"), "lanyard");
    form.addQueryItem(QStringLiteral("refresh_token"),
                      QString::fromLatin1(QUrl::toPercentEncoding(toQString(token))));
    return questionOf(form, challenge, scope).toString(QUrl::FullyEncoded).toLatin1();
}

std::string nameOf(const Endpoint &endpoint)
{
    return "the token service of " + endpoint.registry;
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

void TokenService::request(const Key &key, const Challenge &challenge,
                           const std::optional<credentials::Credential> &credential,
                           QObject *context, Callback done)
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
    Flight &flight = m_flights[key];
    std::vector<Waiter> &waiters = flight.waiters;
    if (waiters.size() >= limits::waitersPerFlightMax) {
        done(failure(ErrorCode::RateLimited, "too many requests wait for one token"));
        return;
    }
    waiters.push_back({context, std::move(done)});
    if (waiters.size() > 1)
        return;
    flight.credential = credential;
    ask(key, challenge, realm);
}

std::optional<Error> TokenService::refusal(const Key &key, const QUrl &realm)
{
    const Endpoint &endpoint = m_endpoints[key.server];
    if (!isRealmAllowed(endpoint.url, realm, endpoint.tokenRealms)) {
        const std::string host =
            realm.host().isEmpty() ? "one that is no URL" : realm.host().toStdString();
        return Error{ErrorCode::BadUpstream,
                     endpoint.registry +
                         " names a foreign token realm: " + realm.scheme().toStdString() + ' ' +
                         host + "; it is asked when it is one of tokenRealms",
                     {}};
    }
    return m_health.refusal(key.server);
}

void TokenService::ask(const Key &key, const Challenge &challenge, const QUrl &realm)
{
    const auto &credential = m_flights[key].credential;
    TransferRequest request;
    request.server = key.server;
    request.url = realm;
    request.accept = "application/json";
    request.isForUpstream = true;
    if (credential && credential->isIdentityToken)
        request.form = formOf(challenge, key.scope, credential->password.reveal());
    else
        request.url.setQuery(questionOf(QUrlQuery(realm), challenge, key.scope));
    if (credential && !credential->isIdentityToken)
        request.authorization = basicField(*credential);
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
    Error error{
        ErrorCode::TimedOut, nameOf(m_endpoints[key.server]) + " does not answer in time", {}};
    m_health.recordFailure(key.server, error);
    land(key, tl::unexpected(std::move(error)));
}

Result<TokenService::Token> TokenService::evaluate(const Key &key, const Flight &flight)
{
    if (kindOf(flight.transfer->status()) != AnswerKind::Success) {
        Error error = refusalIn(key, flight);
        m_health.recordFailure(key.server, error);
        return tl::unexpected(std::move(error));
    }
    auto answer = parseTokenAnswer(flight.body, m_clock.wallNow());
    if (!answer)
        return failure(ErrorCode::BadUpstream, nameOf(m_endpoints[key.server]) + " gave no token");
    if (!flight.isForgotten)
        m_tokens.insert(key, answer->token, answer->lifetime);
    return Token{.value = std::move(answer->token), .isFresh = true};
}

/// It says in a body of its own what was wrong.
Error TokenService::refusalIn(const Key &key, const Flight &flight) const
{
    const std::string name = nameOf(m_endpoints[key.server]);
    const int status = flight.transfer->status();
    Error error =
        errorForStatus(name, status, flight.transfer->field("Retry-After"), m_clock.wallNow());
    const std::string words = refusalWords(flight.body, flight.credential);
    if (flight.credential && isCredentialRefusal(status, *flight.credential)) {
        error.code = ErrorCode::NotFound;
        error.message = refusalOf(name, *flight.credential, words);
    } else if (!words.empty()) {
        error.message += ": " + words;
    }
    return error;
}

void TokenService::forget()
{
    m_tokens.clear();
    for (auto &[key, flight] : m_flights)
        flight.isForgotten = true;
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
