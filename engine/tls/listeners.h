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

#include <functional>
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
    /// Server and clock outlive it. Listeners that want the same of an issuer share one.
    Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory makeIssuer);
    ~Listeners() override;

    /// Begins to listen, once: where clients come then, as http://HOST:PORT or https://HOST:PORT.
    /// On an error, which names the address or the file, some may listen already.
    Result<QStringList> open(const std::vector<ListenConfig> &listeners);

Q_SIGNALS:
    /// As of TlsFiles and CertificateIssuer.
    void warningRaised(const QString &message);

private:
    struct RunningIssuer
    {
        TlsConfig::Issuer wanted;
        std::unique_ptr<CertificateIssuer> issuer;
        CertificateIssuer::Files files;
    };

    Result<std::shared_ptr<const http::TransportFactory>> transportsFor(TlsConfig config);
    Result<const RunningIssuer *> issuerFor(const TlsConfig &config);

    http::HttpServer &m_server;
    const Clock &m_clock;
    const IssuerFactory m_makeIssuer;
    std::vector<RunningIssuer> m_issuers;
    std::vector<std::unique_ptr<TlsFiles>> m_files;
};

} // namespace lanyard::tls
