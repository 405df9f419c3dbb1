// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/upstreamping.h"

#include "core/retire.h"
#include "upstream/exchange.h"

#include <utility>

namespace lanyard::upstream {

namespace {

constexpr int unauthorized = 401;

std::optional<ServerTest::Certificate> describe(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return std::nullopt;
    return ServerTest::Certificate{
        .subject = certificate.subjectDisplayName(),
        .issuer = certificate.issuerDisplayName(),
        .expiresAtMs = certificate.expiryDate().toMSecsSinceEpoch(),
    };
}

} // namespace

UpstreamPing::UpstreamPing(UpstreamConfig config, const Clock &clock,
                           const UpstreamTimeouts &timeouts, std::function<void()> counter,
                           Done done, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_timeouts(timeouts)
    , m_counter(std::move(counter))
    , m_done(std::move(done))
    , m_test{.registry = QString::fromStdString(m_config.registry), .servers = {}}
{
    QMetaObject::invokeMethod(this, &UpstreamPing::next, Qt::QueuedConnection);
}

UpstreamPing::~UpstreamPing()
{
    if (m_upstream)
        m_upstream->close();
}

void UpstreamPing::next()
{
    const auto asked = static_cast<std::size_t>(m_test.servers.size());
    if (asked > m_config.fallbackUrls.size()) {
        deleteLater();
        m_done(m_test);
        return;
    }
    // Asked as the list has it: credentials are for the first one and its kin.
    const std::string url = asked == 0 ? m_config.url : m_config.fallbackUrls[asked - 1];
    const Endpoint endpoint(m_config, url);
    UpstreamConfig alone = m_config;
    alone.url = url;
    alone.fallbackUrls.clear();
    if (endpoint.basicAuthorization.empty())
        alone.credentials = {};
    m_upstream = std::make_shared<Upstream>(alone, m_clock, m_timeouts, m_counter);
    m_test.servers.append({.url = QString::fromStdString(url)});
    reach();
}

void UpstreamPing::reach()
{
    if (const auto &flaw = m_upstream->endpoints.front().flaw) {
        unreached(flaw);
        return;
    }
    m_timer.start();
    m_transfer = m_upstream->ping(0);
    connect(m_transfer.get(), &Transfer::headReceived, this, &UpstreamPing::reached);
    connect(m_transfer.get(), &Transfer::finished, this, &UpstreamPing::unreached);
}

void UpstreamPing::reached()
{
    current().isReachable = true;
    current().latency = std::chrono::milliseconds(m_timer.elapsed());
    current().certificate = describe(m_transfer->certificate());
    const int status = m_transfer->status();
    retire(std::move(m_transfer), this);
    if (status == 200) {
        current().access = ServerTest::Access::Open;
        next();
    } else if (status == unauthorized) {
        askForAccess();
    } else {
        current().trouble =
            QStringLiteral("%1 answered %2, as no registry does").arg(m_test.registry).arg(status);
        next();
    }
}

void UpstreamPing::unreached(const std::optional<Error> &error)
{
    if (m_transfer)
        retire(std::move(m_transfer), this);
    if (error)
        current().trouble = QString::fromStdString(error->message);
    next();
}

void UpstreamPing::askForAccess()
{
    UpstreamRequest request;
    request.path = "/v2/";
    m_reply = std::make_unique<Exchange>(m_upstream, std::move(request));
    connect(m_reply.get(), &UpstreamReply::headReceived, this,
            [this] { haveAccess(std::nullopt); });
    connect(m_reply.get(), &UpstreamReply::finished, this, &UpstreamPing::haveAccess);
}

void UpstreamPing::haveAccess(const std::optional<Error> &error)
{
    using Access = ServerTest::Access;
    retire(std::move(m_reply), this);
    const bool hasCredentials = !m_upstream->config.credentials.isEmpty();
    if (!error) {
        current().access = hasCredentials ? Access::Accepted : Access::Anonymous;
    } else {
        current().trouble = QString::fromStdString(error->message);
        if (error->code == ErrorCode::NotFound)
            current().access = hasCredentials ? Access::Refused : Access::Required;
    }
    next();
}

} // namespace lanyard::upstream
