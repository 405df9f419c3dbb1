// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/health.h"
#include "upstream/tokenservice.h"
#include "upstream/transport.h"
#include "upstream/upstreamclient.h"

namespace lanyard::upstream {

/// What the requests of one client share.
class ExchangeHub final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeHub)

public:
    ExchangeHub(const std::vector<UpstreamConfig> &upstreams, const Clock &upstreamClock,
                const UpstreamTimeouts &upstreamTimeouts, const RequestCounter &counter);
    ~ExchangeHub() override = default;

    const Clock &clock;
    const UpstreamTimeouts timeouts;
    const std::vector<Endpoint> endpoints;
    Transport transport;
    TokenService tokens;
    Health health;
    std::vector<bool> wantsBasic; ///< it has asked for Basic before: spare it the 401

Q_SIGNALS:
    /// The client goes: what still runs is cancelled.
    void closing();
};

/// A request to an upstream as its callers see it: one or more transfers, with redirects followed
/// and challenges answered. Credentials go to the upstream's own server only.
class Exchange final : public UpstreamReply
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(std::shared_ptr<ExchangeHub> hub, UpstreamRequest request);
    ~Exchange() override;

    QByteArray read(std::int64_t max) override;
    std::int64_t bytesAvailable() const override;

private:
    void begin();
    void sendTo(const QUrl &url);
    void onHead();
    void onReadyRead();
    void onFinished(const std::optional<Error> &error);
    void acceptHead();
    void conclude();
    void follow(const std::string &location);
    void authenticate(const std::string &challenges);
    void useToken(const Result<TokenService::Token> &token);
    void dropTransfer();
    void fail(Error error);
    std::string authorizationFor(const QUrl &url) const;

    bool isOwnHop() const { return m_endpoint.isOwn(m_url); }

    const std::shared_ptr<ExchangeHub> m_hub;
    const UpstreamRequest m_request;
    const Endpoint &m_endpoint;
    const TokenService::Key m_key;
    std::unique_ptr<Transfer> m_transfer;
    QUrl m_url; // of the current hop
    TokenService::Token m_token;
    bool m_isAccepted = false; // the answer is the caller's; before, bodies are discarded
    std::int64_t m_discardedBytes = 0;
    bool m_isFinished = false;
    int m_redirects = 0;
    int m_authentications = 0;
};

} // namespace lanyard::upstream
