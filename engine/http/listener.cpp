// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "core/filedescriptor.h"
#include "core/limits.h"
#include "http/networkthread.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <array>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace lanyard::http {

namespace {

/// The peer's address; an IPv4 one that is mapped into IPv6 as IPv4. Null where it has left.
QHostAddress peerOf(const FileDescriptor &socket)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(socket.get(), address, &length) != 0)
        return {};
    const QHostAddress peer(address);
    bool isIPv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : peer;
}

bool prepare(const FileDescriptor &socket)
{
    // Answers are written whole: waiting for more (Nagle) would only delay their last segment.
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int flags = ::fcntl(socket.get(), F_GETFL);
    return flags >= 0 && ::fcntl(socket.get(), F_SETFL, flags | O_NONBLOCK) == 0 &&
           ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC) == 0;
}

} // namespace

Listener::Listener(const AccessList &accessList, const std::vector<NetworkThread *> &threads,
                   std::atomic<int> &connectionCount, int connectionsMax)
    : m_accessList(accessList)
    , m_threads(threads)
    , m_connectionCount(connectionCount)
    , m_connectionsMax(connectionsMax)
    , m_resumeTimer(this)
{
    setListenBacklogSize(limits::listenBacklog);
    m_resumeTimer.setSingleShot(true);
    m_resumeTimer.setInterval(limits::acceptRetryDelay);
    connect(&m_resumeTimer, &QTimer::timeout, this, [this] { resumeAccepting(); });
    // Qt has stopped watching the socket when it says this, so nothing spins meanwhile.
    connect(this, &QTcpServer::acceptError, this, [this] { pause(); });
}

void Listener::incomingConnection(qintptr socketDescriptor)
{
    FileDescriptor socket(static_cast<int>(socketDescriptor));
    const QHostAddress peer = peerOf(socket);
    if (peer.isNull() || !m_accessList.allows(peer) || !prepare(socket))
        return;

    const int before = m_connectionCount.fetch_add(1, std::memory_order_relaxed);
    if (before >= m_connectionsMax + limits::excessConnectionsMax) {
        m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
        return;
    }
    NetworkThread *thread = m_threads[m_nextThread];
    m_nextThread = (m_nextThread + 1) % m_threads.size();
    thread->adopt({.socket = std::move(socket),
                   .client = peer.toString().toLatin1(),
                   .isExcess = before >= m_connectionsMax});
}

void Listener::pause()
{
    m_resumeTimer.start();
    if (serverError() != QAbstractSocket::SocketResourceError)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (m_reportedAt && now - *m_reportedAt < limits::exhaustionReportInterval)
        return;
    m_reportedAt = now;
    Q_EMIT descriptorsExhausted();
}

} // namespace lanyard::http
