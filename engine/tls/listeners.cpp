// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/listeners.h"

#include <algorithm>
#include <utility>

namespace lanyard::tls {

namespace {

WithoutFiles withoutFilesOf(const TlsConfig &config, const CertificateIssuer &issuer)
{
    if (!issuer.mayComeLater())
        return WithoutFiles::Refused;
    const auto *acme = std::get_if<AcmeConfig>(&config.issuer);
    return acme != nullptr && acme->servesPlainMeanwhile ? WithoutFiles::Plain
                                                         : WithoutFiles::Closed;
}

} // namespace

Listeners::Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory makeIssuer)
    : m_server(server)
    , m_clock(clock)
    , m_makeIssuer(std::move(makeIssuer))
{
}

Listeners::~Listeners() = default;

Result<QStringList> Listeners::open(const std::vector<ListenConfig> &listeners)
{
    QStringList urls;
    for (const ListenConfig &one : listeners) {
        std::shared_ptr<const http::TransportFactory> transports;
        if (one.tls) {
            auto made = transportsFor(*one.tls);
            if (!made)
                return tl::unexpected(made.error());
            transports = std::move(*made);
        }
        const auto addresses = m_server.listen({one.address}, transports);
        if (!addresses)
            return tl::unexpected(addresses.error());
        urls.append(QString::fromStdString((one.tls ? "https://" : "http://") +
                                           addresses->front().toString()));
    }
    return urls;
}

Result<std::shared_ptr<const http::TransportFactory>> Listeners::transportsFor(TlsConfig config)
{
    const Result<const RunningIssuer *> issuer = issuerFor(config);
    if (!issuer)
        return tl::unexpected(issuer.error());
    WithoutFiles meanwhile = WithoutFiles::Refused;
    if (*issuer != nullptr) {
        config.certificate = (*issuer)->files.certificate;
        config.key = (*issuer)->files.key;
        meanwhile = withoutFilesOf(config, *(*issuer)->issuer);
    }
    auto files = TlsFiles::open(config, m_clock, limits::tlsCheckInterval, meanwhile);
    if (!files)
        return tl::unexpected(files.error());
    connect(files->get(), &TlsFiles::warningRaised, this, &Listeners::warningRaised);
    if (*issuer != nullptr)
        (*files)->transports()->setDoor((*issuer)->issuer->challengeDoor());
    m_files.push_back(std::move(*files));
    return m_files.back()->transports();
}

/// nullptr where the configuration names files.
Result<const Listeners::RunningIssuer *> Listeners::issuerFor(const TlsConfig &config)
{
    const auto found = std::find_if(m_issuers.begin(), m_issuers.end(), [&config](const auto &one) {
        return one.wanted == config.issuer;
    });
    if (found != m_issuers.end())
        return &*found;
    auto issuer = m_makeIssuer(config);
    if (!issuer)
        return nullptr;
    connect(issuer.get(), &CertificateIssuer::warningRaised, this, &Listeners::warningRaised);
    const auto files = issuer->start();
    if (!files)
        return tl::unexpected(files.error());
    m_issuers.push_back({config.issuer, std::move(issuer), *files});
    return &m_issuers.back();
}

} // namespace lanyard::tls
