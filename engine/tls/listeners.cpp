// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/listeners.h"

#include <utility>

namespace lanyard::tls {

Listeners::Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory issuers)
    : m_server(server)
    , m_clock(clock)
    , m_makeIssuer(std::move(issuers))
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

Result<std::shared_ptr<const http::TransportFactory>>
Listeners::transportsFor(const TlsConfig &config)
{
    TlsConfig where = config;
    if (auto issuer = m_makeIssuer(config)) {
        connect(issuer.get(), &CertificateIssuer::warningRaised, this, &Listeners::warningRaised);
        const auto issued = issuer->start();
        if (!issued)
            return tl::unexpected(issued.error());
        where.certificate = issued->certificate;
        where.key = issued->key;
        m_issuers.push_back(std::move(issuer));
    }
    auto files = TlsFiles::open(where, m_clock);
    if (!files)
        return tl::unexpected(files.error());
    connect(files->get(), &TlsFiles::warningRaised, this, &Listeners::warningRaised);
    m_files.push_back(std::move(*files));
    return m_files.back()->transports();
}

} // namespace lanyard::tls
