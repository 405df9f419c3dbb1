// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/servedcertificate.h"
#include "core/clock.h"
#include "core/filewatch.h"
#include "core/limits.h"
#include "core/result.h"
#include "http/transport.h"
#include "tls/challengedoor.h"
#include "tls/tlscontext.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace lanyard::tls {

/// What becomes of connections while there are no files.
enum class WithoutFiles {
    Refused, ///< there have to be some
    Closed,  ///< at once; they come later
    Plain,   ///< without TLS; they come later
};

/// What connections of a listener are made from, now: the same for all of them, until somebody has
/// replaced the certificate. Thread-safe.
class TlsTransports final : public http::TransportFactory
{
public:
    /// Makes none until set(), or such without TLS.
    explicit TlsTransports(WithoutFiles meanwhile)
        : m_meanwhile(meanwhile)
    {
    }

    std::unique_ptr<http::Transport> make(FileDescriptor socket,
                                          std::vector<char> &buffer) const override;
    /// For connections from now on; those that there are go on as they began.
    void set(ContextPointer context);

    /// Who comes through the door for a challenge is let there while it is open, whoever it is.
    void setDoor(std::shared_ptr<const ChallengeDoor> door);
    bool admitsStrangers() const override;
    std::unique_ptr<http::Transport> makeForStranger(FileDescriptor socket) const override;

    /// nullptr until set().
    ContextPointer context() const;

private:
    /// nullptr: it is closed, or there is none.
    std::shared_ptr<const ChallengeDoor> openDoor() const;

    const WithoutFiles m_meanwhile;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    ContextPointer m_context;
    std::shared_ptr<const ChallengeDoor> m_door;
};

/// The files of a listener's TLS: read at the start, and again when they have changed. Files that
/// have become wrong leave the ones of before in use. Lives on the thread that made it.
class TlsFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsFiles)

public:
    /// Errors as of loadContext(), but not for a certificate that may come later and is not there:
    /// its appearance is the first change. `clock` outlives it.
    static Result<std::unique_ptr<TlsFiles>>
    open(const TlsConfig &config, const Clock &clock,
         std::chrono::milliseconds interval = limits::tlsCheckInterval,
         WithoutFiles meanwhile = WithoutFiles::Refused);
    ~TlsFiles() override;

    const std::shared_ptr<TlsTransports> &transports() const { return m_transports; }

    /// The one that new connections get; nullopt: there is none yet.
    std::optional<ServedCertificate> certificate() const;

Q_SIGNALS:
    /// Something is wrong with the files, or will be: told once, until that changes. Not before the
    /// event loop runs.
    void warningRaised(const lanyard::Message &message);

private:
    TlsFiles(const TlsConfig &config, const Clock &clock, std::chrono::milliseconds interval,
             WithoutFiles meanwhile);

    Result<void> load();
    void reload();
    void tell(const QList<Message> &warnings);

    const TlsConfig m_config;
    const Clock &m_clock;
    const std::chrono::milliseconds m_interval;
    const std::shared_ptr<TlsTransports> m_transports;
    QList<Message> m_told; ///< what is wrong, as far as the user knows
    FileWatch m_watch;
    QTimer m_daily; ///< what is right today may end tomorrow
};

} // namespace lanyard::tls
