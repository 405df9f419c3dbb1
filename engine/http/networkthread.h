// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection.h"
#include "http/inbox.h"
#include "http/readiness.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <memory>
#include <semaphore>
#include <string>
#include <unordered_map>
#include <vector>

namespace lanyard::http {

/// A thread that serves connections. The object lives on the thread that it runs; what is said to
/// be thread-safe may be called from any. Made and destroyed by HttpServer.
class NetworkThread final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkThread)

public:
    /// `connectionCount` counts the connections of all threads: raised by who accepts one, lowered
    /// here. All references outlive this object.
    NetworkThread(RequestHandler &handler, RequestObserver &observer, const ServerLimits &limits,
                  const std::string &extraFields, std::atomic<int> &connectionCount);
    /// Stops.
    ~NetworkThread() override;

    /// Cuts the connections and ends the thread; blocks until it has. What is posted afterwards is
    /// dropped. From another thread; a second call does nothing.
    void stop();

    /// Whether the system gave what a thread needs.
    bool isValid() const { return m_isValid; }

    /// Thread-safe. `task` runs on this thread, unless it stops before.
    void post(Inbox::Task task);
    /// Thread-safe.
    void adopt(AcceptedSocket socket);
    /// Thread-safe. The answer is dropped when its connection is gone.
    void respond(std::uint64_t connectionId, std::uint64_t requestSerial, Response response);
    /// Thread-safe.
    void drain();

Q_SIGNALS:
    /// After drain(), once, when the last connection is gone.
    void drained();

private:
    void tearDown();
    void readInbox();
    void add(AcceptedSocket accepted);
    std::unique_ptr<Transport> transportOf(AcceptedSocket &accepted);
    void startDraining();
    void checkDeadlines();
    Connection *find(std::uint64_t id) const;
    template <typename Turn>
    void run(Turn turn);
    void removeIfClosed(std::uint64_t id);
    void removeClosed();
    void handleRemoved(int count);

    QThread m_thread;
    const ServerLimits &m_limits;
    std::atomic<int> &m_connectionCount;
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<Readiness> m_readiness; // until the thread ends
    const bool m_isValid = m_inbox->isValid() && m_readiness->isValid();
    std::binary_semaphore m_hasEnded{0};
    bool m_isStopped = false; // of the thread that stops this one
    QTimer m_deadlineTimer;   // runs only while there are connections
    ConnectionEnvironment m_environment;
    std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> m_connections;
    std::uint64_t m_lastId = 0;
    bool m_isInTurn = false;
    std::vector<std::uint64_t> m_answered; // connections to proceed at the end of the turn
    Connection::TimePoint m_drainDeadline = Connection::TimePoint::max();
    bool m_isDrained = false;
};

} // namespace lanyard::http
