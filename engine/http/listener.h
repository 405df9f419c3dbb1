// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/accesslist.h"

#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace lanyard::http {

class NetworkThread;

/// Accepts connections on one address and deals them to the network threads, in turn. A client
/// that the access list does not allow is closed at once. Lives on a network thread.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Everything outlives this object. `connectionCount`: see NetworkThread.
    Listener(const AccessList &accessList, const std::vector<NetworkThread *> &threads,
             std::atomic<int> &connectionCount, int connectionsMax);

Q_SIGNALS:
    /// See HttpServer.
    void descriptorsExhausted();

protected:
    void incomingConnection(qintptr socketDescriptor) override;

private:
    void pause();

    const AccessList &m_accessList;
    const std::vector<NetworkThread *> m_threads;
    std::atomic<int> &m_connectionCount;
    const int m_connectionsMax;
    std::size_t m_nextThread = 0;
    QTimer m_resumeTimer;
    std::optional<std::chrono::steady_clock::time_point> m_reportedAt;
};

} // namespace lanyard::http
