// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flights.h"
#include "credentials/credential.h"
#include "upstream/challenge.h"
#include "upstream/health.h"
#include "upstream/tokencache.h"
#include "upstream/transport.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::upstream {

/// Gets bearer tokens from the token services of an upstream's servers (distribution spec "Token
/// Authentication Specification") and keeps them while they are good, one per server and scope;
/// one request per scope runs at a time, and all who want the token share its outcome.
/// Engine thread.
class TokenService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenService)

public:
    using Key = TokenKey;

    struct Token
    {
        std::string value;           ///< a secret; empty: there is none
        bool isFresh = false;        ///< given out after it was asked for, so never refused yet
        bool isOfCredential = false; ///< given for a credential, and not to anybody
    };

    using Callback = std::function<void(Result<Token>)>;

    /// `endpoints`, `transport` and `clock` must outlive it.
    TokenService(const std::vector<Endpoint> &endpoints, Transport &transport, const Clock &clock,
                 const UpstreamTimeouts &timeouts);
    ~TokenService() override;

    /// A token that is good now; empty when there is none.
    Token cached(const Key &key) const;

    /// Answers a bearer challenge: with a cached token, or by asking its realm, for the credential
    /// or for nobody. A realm that does not belong to the upstream (see isRealmAllowed) is
    /// BadUpstream, and is sent nothing. One that has not answered after UpstreamTimeouts::token is
    /// TimedOut. One that refuses is NotFound, with its own words. Calls `done` once, now or later,
    /// unless `context` is gone by then.
    void request(const Key &key, const Challenge &challenge,
                 const std::optional<credentials::Credential> &credential, QObject *context,
                 Callback done);

    /// Forgets the token of that key if it is still this one: it was refused.
    void drop(const Key &key, const std::string &token) { m_tokens.drop(key, token); }

    /// Forgets all of them, also those that are on their way: credentials have changed.
    void forget();

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Callback done;
    };

    struct Flight
    {
        std::unique_ptr<Transfer> transfer;
        std::unique_ptr<QTimer> deadline;
        QByteArray body;
        std::optional<credentials::Credential> credential;
        std::vector<Waiter> waiters;
    };

    std::optional<Error> refusal(const Key &key, const QUrl &realm);
    using Number = Flights<Key, Flight>::Number;

    void ask(Number number, const Challenge &challenge, const QUrl &realm);
    void onReadyRead(Number number);
    void onFinished(Number number, const std::optional<Error> &error);
    void onTimeout(Number number);
    Result<Token> evaluate(Number number);
    Error refusalIn(Number number) const;
    void recordFailure(const Key &key, const Error &error);
    void land(Number number, const Result<Token> &result);

    const std::vector<Endpoint> &m_endpoints;
    Transport &m_transport;
    const Clock &m_clock;
    const UpstreamTimeouts m_timeouts;
    Health m_health; // of the servers' token services
    TokenCache m_tokens;
    Flights<Key, Flight> m_flights;
};

} // namespace lanyard::upstream
