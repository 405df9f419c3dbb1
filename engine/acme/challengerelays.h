// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/limits.h"
#include "core/taskqueue.h"

#include <QObject>

#include <chrono>
#include <cstdint>

class QTcpSocket;

namespace lanyard::acme {

/// Connections to a listener that go on to lego, which answers a challenge at a port of this
/// computer: what either side says is carried to the other, until one has ended. At most
/// limits::challengeRelaysMax at once; further ones are closed. Its end closes all. Has its thread,
/// with an event loop.
class ChallengeRelays final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChallengeRelays)

public:
    /// To this port of 127.0.0.1.
    explicit ChallengeRelays(std::uint16_t port,
                             std::chrono::milliseconds timeout = limits::challengeRelayTimeout);
    ~ChallengeRelays() override;

    std::uint16_t port() const { return m_port; }

    /// Thread-safe. `socket` is connected.
    void take(FileDescriptor socket);

private:
    void relay(FileDescriptor socket);
    void carry(QTcpSocket *from, QTcpSocket *to);

    const std::uint16_t m_port;
    const std::chrono::milliseconds m_timeout;
    std::size_t m_running = 0;
    TaskQueue m_arrivals;
};

} // namespace lanyard::acme
