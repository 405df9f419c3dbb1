// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "core/result.h"
#include "http/httpserver.h"
#include "tls/certificateissuer.h"
#include "tls/tlsfiles.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace lanyard::tls {

/// The addresses at which a server's clients come, plain and with TLS side by side. Lives on the
/// server's thread.
class Listeners final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listeners)

public:
    /// All outlive it.
    Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory issuers);
    ~Listeners() override;

    /// Begins to listen, once: where clients come then, as http://HOST:PORT or https://HOST:PORT.
    /// On an error, which names the address or the file, some may listen already.
    Result<QStringList> open(const std::vector<ListenConfig> &listeners);

Q_SIGNALS:
    /// As of TlsFiles and CertificateIssuer.
    void warningRaised(const QString &message);

private:
    Result<std::shared_ptr<const http::TransportFactory>> transportsFor(const TlsConfig &config);

    http::HttpServer &m_server;
    const Clock &m_clock;
    const IssuerFactory m_makeIssuer;
    std::vector<std::unique_ptr<CertificateIssuer>> m_issuers;
    std::vector<std::unique_ptr<TlsFiles>> m_files;
};

} // namespace lanyard::tls
