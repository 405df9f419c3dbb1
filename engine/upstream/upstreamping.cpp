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

UpstreamPing::UpstreamPing(std::shared_ptr<Upstream> upstream, Done done, QObject *parent)
    : QObject(parent)
    , m_upstream(std::move(upstream))
    , m_done(std::move(done))
    , m_test{.registry = QString::fromStdString(m_upstream->config.registry), .servers = {}}
{
    QMetaObject::invokeMethod(this, &UpstreamPing::next, Qt::QueuedConnection);
}

UpstreamPing::~UpstreamPing()
{
    m_upstream->close();
}

void UpstreamPing::next()
{
    m_server = static_cast<std::size_t>(m_test.servers.size());
    if (m_server == m_upstream->endpoints.size()) {
        deleteLater();
        m_done(m_test);
        return;
    }
    const UpstreamConfig &config = m_upstream->config;
    const std::string &url = m_server == 0 ? config.url : config.fallbackUrls[m_server - 1];
    m_test.servers.append({.url = QString::fromStdString(url)});
    reach();
}

void UpstreamPing::reach()
{
    if (const auto &flaw = m_upstream->endpoints[m_server].flaw) {
        unreached(flaw);
        return;
    }
    m_timer.start();
    m_transfer = m_upstream->ping(m_server);
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
        findCredential();
    } else {
        current().trouble = {QT_TRANSLATE_NOOP("engine", "%1 answered %2, as no registry does"),
                             {m_test.registry, std::to_string(status)}};
        next();
    }
}

void UpstreamPing::unreached(const std::optional<Error> &error)
{
    if (m_transfer)
        retire(std::move(m_transfer), this);
    if (error)
        current().trouble = error->message;
    next();
}

void UpstreamPing::findCredential()
{
    m_hasCredential = false;
    if (!m_upstream->endpoints[m_server].isForCredentials) {
        askForAccess();
        return;
    }
    m_upstream->findCredential({}, this, [this](const auto &found) {
        if (!found) {
            haveAccess(found.error());
            return;
        }
        m_hasCredential = found->has_value();
        askForAccess();
    });
}

void UpstreamPing::askForAccess()
{
    UpstreamRequest request;
    request.path = "/v2/";
    request.isCredentialTest = true;
    m_reply = std::make_unique<Exchange>(m_upstream, std::move(request), m_server);
    connect(m_reply.get(), &UpstreamReply::headReceived, this,
            [this] { haveAccess(std::nullopt); });
    connect(m_reply.get(), &UpstreamReply::finished, this, &UpstreamPing::haveAccess);
}

void UpstreamPing::haveAccess(const std::optional<Error> &error)
{
    using Access = ServerTest::Access;
    if (m_reply)
        retire(std::move(m_reply), this);
    if (!error) {
        current().access = m_hasCredential ? Access::Accepted : Access::Anonymous;
    } else {
        current().trouble = error->message;
        if (error->code == ErrorCode::NotFound)
            current().access = m_hasCredential ? Access::Refused : Access::Required;
    }
    next();
}

} // namespace lanyard::upstream
