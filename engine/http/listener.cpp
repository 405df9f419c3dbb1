// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "core/limits.h"
#include "http/addresscounts.h"
#include "http/httpserver.h"
#include "http/networkthread.h"
#include "http/socketcalls.h"

#include <QHostAddress>

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace lanyard::http {

namespace {

/// An IPv4 address that is mapped into IPv6 as IPv4, in lists and logs.
QHostAddress unmapped(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : address;
}

/// As whom a peer is trusted: a client of this computer that asks at another of its addresses is
/// here as much as one at loopback. Nobody else can have such an address: the system drops packets
/// that come from outside with an own one.
QHostAddress judged(const FileDescriptor &socket, const QHostAddress &peer)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    auto *own = reinterpret_cast<sockaddr *>(&storage);
    const bool isOwn =
        ::getsockname(socket.get(), own, &length) == 0 && unmapped(QHostAddress(own)) == peer;
    return isOwn ? QHostAddress(QHostAddress::LocalHost) : peer;
}

/// Whether accept(2) failed for one connection only, which has gone meanwhile.
bool isOfOneConnection(int error)
{
    return error == ECONNABORTED || error == EINTR || error == EPROTO;
}

bool isExhaustion(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

Listener::Listener(ListenerRules rules, std::vector<NetworkThread *> threads,
                   std::atomic<int> &connectionCount, AddressCounts &addressCounts,
                   const ServerLimits &serverLimits)
    : m_rules(std::move(rules))
    , m_threads(std::move(threads))
    , m_connectionCount(connectionCount)
    , m_addressCounts(addressCounts)
    , m_limits(serverLimits)
    , m_resumeTimer(this)
{
    setListenBacklogSize(limits::listenBacklog);
    m_resumeTimer.setSingleShot(true);
    m_resumeTimer.setInterval(limits::acceptRetryDelay);
    connect(&m_resumeTimer, &QTimer::timeout, this, [this] { m_notifier->setEnabled(true); });
}

bool Listener::open(const QHostAddress &address, std::uint16_t port)
{
    if (!listen(address, port))
        return false;
    pauseAccepting();
    return true;
}

void Listener::start()
{
    m_notifier = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { acceptPending(); });
}

void Listener::setRules(ListenerRules rules)
{
    m_rules = std::move(rules);
}

void Listener::shut()
{
    m_resumeTimer.stop();
    m_notifier.reset();
    close();
}

void Listener::acceptPending()
{
    for (int i = 0; i < limits::acceptsPerTurn; ++i) {
        sockaddr_storage storage{};
        socklen_t length = sizeof storage;
        auto *peer = reinterpret_cast<sockaddr *>(&storage);
        FileDescriptor socket(acceptFrom(static_cast<int>(socketDescriptor()), peer, &length));
        if (socket.isValid()) {
            add(std::move(socket), unmapped(QHostAddress(peer)));
            continue;
        }
        const int error = errno;
        if (isOfOneConnection(error))
            continue;
        if (error != EAGAIN && error != EWOULDBLOCK)
            pause();
        if (isExhaustion(error))
            reportExhaustion();
        return;
    }
}

void Listener::add(FileDescriptor socket, const QHostAddress &peer)
{
    const bool isStranger = !m_rules.allowed.allows(peer);
    if (isStranger && !(m_rules.transports && m_rules.transports->admitsStrangers()))
        return;
    // Answers are written whole: waiting for more (Nagle) would only delay their last segment.
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);

    AddressCounts::Place place = m_addressCounts.take(peer);
    const int excess = excessOf(place, peer);
    if (excess >= limits::excessPerAddressMax)
        return;
    const int before = m_connectionCount.fetch_add(1, std::memory_order_relaxed);
    if (before >= m_limits.connectionsMax + limits::excessConnectionsMax) {
        m_connectionCount.fetch_sub(1, std::memory_order_relaxed);
        return;
    }
    NetworkThread *thread = m_threads[m_nextThread];
    m_nextThread = (m_nextThread + 1) % m_threads.size();
    const bool isTrusted = m_rules.trusted.allows(judged(socket, peer));
    thread->adopt({.socket = std::move(socket),
                   .peer = {.address = peer.toString().toLatin1(),
                            .isTrusted = isTrusted,
                            .asksLogin = m_rules.asksLogin,
                            .place = std::move(place)},
                   .transports = m_rules.transports,
                   .isStranger = isStranger,
                   .isExcess = before >= m_limits.connectionsMax || excess >= 0});
}

/// How far it is beyond what one client may have; less than 0: it is not.
int Listener::excessOf(const AddressCounts::Place &place, const QHostAddress &peer) const
{
    if (peer.isLoopback())
        return place.others() - m_limits.perLoopbackMax;
    return std::max(place.others() - m_limits.perAddressMax,
                    place.neighbours() - limits::connectionsPerNetworkMax);
}

/// The socket stays ready, so watching it would spin.
void Listener::pause()
{
    m_notifier->setEnabled(false);
    m_resumeTimer.start();
}

void Listener::reportExhaustion()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_reportedAt && now - *m_reportedAt < limits::exhaustionReportInterval)
        return;
    m_reportedAt = now;
    Q_EMIT descriptorsExhausted();
}

} // namespace lanyard::http
