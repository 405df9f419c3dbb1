// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/tokenservice.h"

#include "core/limits.h"
#include "core/retire.h"
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

Message nameOf(const Endpoint &endpoint)
{
    //: The subject of a sentence, such as "%1 does not answer in time".
    return {QT_TRANSLATE_NOOP("engine", "the token service of %1"), {endpoint.registry}};
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
    if (Token token = cached(key); !token.value.empty()) {
        done(std::move(token));
        return;
    }
    QUrl realm(toQString(challenge.parameter("realm")), QUrl::StrictMode);
    realm.setUserInfo({});
    realm.setFragment({});
    if (auto error = refusal(key, realm)) {
        done(tl::unexpected(std::move(*error)));
        return;
    }
    const auto joined = m_flights.join(key);
    if (joined.flight.waiters.size() >= limits::waitersPerFlightMax) {
        done(failure(ErrorCode::RateLimited,
                     QT_TRANSLATE_NOOP("engine", "too many requests wait for one token")));
        return;
    }
    joined.flight.waiters.push_back({context, std::move(done)});
    if (!joined.isNew)
        return;
    joined.flight.credential = credential;
    ask(joined.number, challenge, realm);
}

TokenService::Token TokenService::cached(const Key &key) const
{
    CachedToken token = m_tokens.find(key);
    return {.value = std::move(token.value), .isOfCredential = token.isOfCredential};
}

std::optional<Error> TokenService::refusal(const Key &key, const QUrl &realm)
{
    const Endpoint &endpoint = m_endpoints[key.server];
    if (!isRealmAllowed(endpoint.url, realm, endpoint.tokenRealms)) {
        const Message host = realm.host().isEmpty()
                                 ? Message(QT_TRANSLATE_NOOP("engine", "one that is no URL"))
                                 : realm.host();
        return Error{ErrorCode::BadUpstream,
                     //: %1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.
                     {QT_TRANSLATE_NOOP("engine", "%1 names a foreign token realm: %2 %3; it is "
                                                  "asked when it is one of tokenRealms"),
                      {endpoint.registry, realm.scheme(), host}},
                     {}};
    }
    return m_health.refusal(key.server);
}

void TokenService::ask(Number number, const Challenge &challenge, const QUrl &realm)
{
    Flight &flight = m_flights.flight(number);
    const Key &key = m_flights.key(number);
    const auto &credential = flight.credential;
    TransferRequest request;
    request.server = key.server;
    request.url = realm;
    request.accept = "application/json";
    request.isForUpstream = true;
    request.repository = key.repository();
    request.isForToken = true;
    if (credential && credential->isIdentityToken)
        request.form = formOf(challenge, key.scope, credential->password.reveal());
    else
        request.url.setQuery(questionOf(QUrlQuery(realm), challenge, key.scope));
    if (credential && !credential->isIdentityToken)
        request.authorization = basicField(*credential);
    flight.transfer = m_transport.send(request);
    connect(flight.transfer.get(), &Transfer::readyRead, this,
            [this, number] { onReadyRead(number); });
    connect(flight.transfer.get(), &Transfer::finished, this,
            [this, number](const auto &error) { onFinished(number, error); });
    flight.deadline = std::make_unique<QTimer>();
    flight.deadline->setSingleShot(true);
    connect(flight.deadline.get(), &QTimer::timeout, this, [this, number] { onTimeout(number); });
    flight.deadline->start(m_timeouts.token);
}

void TokenService::onReadyRead(Number number)
{
    Flight &flight = m_flights.flight(number);
    const std::int64_t room = limits::tokenAnswerBytesMax - flight.body.size();
    flight.body += flight.transfer->read(room);
    if (flight.transfer->bytesAvailable() == 0)
        return;
    land(number, failure(ErrorCode::BadUpstream,
                         Message::at(m_endpoints[m_flights.key(number).server].registry,
                                     QT_TRANSLATE_NOOP("engine", "its token answer is too long"))));
}

void TokenService::onFinished(Number number, const std::optional<Error> &error)
{
    const Key &key = m_flights.key(number);
    if (error) {
        recordFailure(key, *error);
        land(number, tl::unexpected(*error));
        return;
    }
    m_health.recordAnswer(key.server);
    land(number, evaluate(number));
}

void TokenService::onTimeout(Number number)
{
    const Key &key = m_flights.key(number);
    Error error{ErrorCode::TimedOut,
                {QT_TRANSLATE_NOOP("engine", "%1 does not answer in time"),
                 {nameOf(m_endpoints[key.server])}},
                {}};
    recordFailure(key, error);
    land(number, tl::unexpected(std::move(error)));
}

Result<TokenService::Token> TokenService::evaluate(Number number)
{
    const Key &key = m_flights.key(number);
    const Flight &flight = m_flights.flight(number);
    if (kindOf(flight.transfer->status()) != AnswerKind::Success) {
        Error error = refusalIn(number);
        recordFailure(key, error);
        return tl::unexpected(std::move(error));
    }
    auto answer = parseTokenAnswer(flight.body, m_clock.wallNow());
    if (!answer)
        return failure(ErrorCode::BadUpstream, {QT_TRANSLATE_NOOP("engine", "%1 gave no token"),
                                                {nameOf(m_endpoints[key.server])}});
    const bool isOfCredential = flight.credential.has_value();
    if (m_flights.isCurrent(number))
        m_tokens.insert(key, {.value = answer->token, .isOfCredential = isOfCredential},
                        answer->lifetime);
    return Token{
        .value = std::move(answer->token), .isFresh = true, .isOfCredential = isOfCredential};
}

/// It says in a body of its own what was wrong.
Error TokenService::refusalIn(Number number) const
{
    const Flight &flight = m_flights.flight(number);
    const Message name = nameOf(m_endpoints[m_flights.key(number).server]);
    const int status = flight.transfer->status();
    Error error =
        errorForStatus(name, status, flight.transfer->field("Retry-After"), m_clock.wallNow());
    const std::string words = refusalWords(flight.body, flight.credential);
    if (flight.credential && isCredentialRefusal(status, *flight.credential)) {
        error.code = ErrorCode::NotFound;
        error.message = refusalOf(name, *flight.credential, words);
    } else if (!words.empty()) {
        error.message = Message::at(error.message, words);
    }
    return error;
}

/// What nobody may ask any more, whoever has a credential still may.
void TokenService::recordFailure(const Key &key, const Error &error)
{
    if (!key.isAnonymous || error.code != ErrorCode::RateLimited)
        m_health.recordFailure(key.server, error);
}

void TokenService::forget()
{
    m_tokens.clear();
    m_flights.forget([](const Key & /*key*/) { return true; });
}

/// Ends the flight before anyone is told: a waiter may ask for the next token at once.
void TokenService::land(Number number, const Result<Token> &result)
{
    Flight flight = m_flights.take(number);
    retire(std::move(flight.transfer), this);
    retire(std::move(flight.deadline), this);
    for (const Waiter &waiter : flight.waiters) {
        if (waiter.context)
            waiter.done(result);
    }
}

} // namespace lanyard::upstream
