// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "http/accesslist.h"
#include "http/transport.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lanyard::http {

class NetworkThread;

/// Accepts connections on one address and deals them to the network threads, in turn. A client
/// that the access list does not allow is closed at once, unless the transports want to see what it
/// comes for. Lives on a network thread.
///
/// QTcpServer opens the socket; accepting is done here. Qt 6.4 does not tell when accept(2) finds
/// no free descriptor, and tries again without a pause.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Everything outlives this object. `connectionCount`: see NetworkThread.
    Listener(const AccessList &accessList, const AccessList &trusted,
             std::shared_ptr<const TransportFactory> transports,
             std::vector<NetworkThread *> threads, std::atomic<int> &connectionCount,
             int connectionsMax);

    /// Listens, from any thread, before this object moves to its own. On failure see errorString().
    bool open(const QHostAddress &address, std::uint16_t port);
    /// Begins to accept.
    void start();
    /// Accepts no more and closes the socket.
    void shut();

Q_SIGNALS:
    /// See HttpServer.
    void descriptorsExhausted();

private:
    void acceptPending();
    void add(FileDescriptor socket, const QHostAddress &peer);
    void pause();
    void reportExhaustion();

    const AccessList &m_accessList;
    const AccessList &m_trusted;
    const std::shared_ptr<const TransportFactory> m_transports;
    const std::vector<NetworkThread *> m_threads;
    std::atomic<int> &m_connectionCount;
    const int m_connectionsMax;
    std::size_t m_nextThread = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_resumeTimer;
    std::optional<std::chrono::steady_clock::time_point> m_reportedAt;
};

} // namespace lanyard::http
