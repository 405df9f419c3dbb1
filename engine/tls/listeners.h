// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "core/limits.h"
#include "core/result.h"
#include "http/httpserver.h"
#include "tls/certificateissuer.h"
#include "tls/tlsfiles.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace lanyard::tls {

/// The addresses at which a server's clients come, plain and with TLS side by side, each with its
/// own access. They may change while it serves. Lives on the server's thread.
class Listeners final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listeners)

public:
    /// `server` and `clock` outlive it.
    Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory issuers,
              std::chrono::milliseconds retryDelay = limits::listenRetryDelay);
    ~Listeners() override;

    /// Begins to listen, once. On an error, which names the address or the file, some may listen
    /// already.
    Result<void> open(const Config &config);
    /// Does what another configuration says: of its `listen`, `allow` and `trusted`. Connections
    /// that there are go on. What cannot be is told and tried again until it can; meanwhile an
    /// address that there was stays as it was.
    void change(const Config &config);
    /// What could not be is tried no more.
    void stopTrying();

    /// What is listened to, or will be.
    std::vector<ListenConfig> wanted() const;

    /// Where clients come, as http://HOST:PORT or https://HOST:PORT.
    QStringList urls() const;
    /// By which they know it, each once.
    QList<ServedCertificate> certificates() const;

Q_SIGNALS:
    void urlsChanged();
    /// What is wrong, once, or that it is over. As of TlsFiles and CertificateIssuer, too.
    void warningRaised(const lanyard::Message &message);

private:
    struct RunningIssuer
    {
        std::unique_ptr<CertificateIssuer> issuer;
        CertificateIssuer::Files files;
    };

    /// TLS of one listener.
    struct Tls
    {
        TlsConfig config;
        std::shared_ptr<RunningIssuer> issuer; ///< none: somebody else writes the files
        std::unique_ptr<TlsFiles> files;
    };

    /// An address that is wanted.
    struct Place
    {
        ListenConfig wanted;
        std::optional<ListenAddress> bound = std::nullopt; ///< none: not listened to
        std::shared_ptr<Tls> tls = nullptr;                ///< none: plain HTTP, or not yet
        http::ListenerRules rules = {};                    ///< that counted when it was settled
        bool isSettled = false;                            ///< it is as wanted
        Message told = {}; ///< why it is not, as far as the user knows
    };

    void assign(const Config &config);
    void settleAll();
    Result<void> settle(Place &place);
    Result<http::ListenerRules> rulesFor(const ListenConfig &wanted) const;
    Result<std::shared_ptr<Tls>> tlsFor(const std::optional<TlsConfig> &wanted);
    Result<std::shared_ptr<RunningIssuer>> issuerFor(const TlsConfig &config);

    http::HttpServer &m_server;
    const Clock &m_clock;
    const IssuerFactory m_issuers;
    const std::chrono::milliseconds m_retryDelay;
    std::chrono::milliseconds m_nextDelay;
    std::vector<std::string> m_allow;
    std::vector<std::string> m_trusted;
    std::vector<Place> m_places;
    QStringList m_toldUrls;
    QTimer m_retryTimer;
};

} // namespace lanyard::tls
