// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkthread.h"

#include "core/limits.h"
#include "core/opensslthread.h"

#include <algorithm>
#include <csignal>
#include <utility>

namespace lanyard::http {

namespace {

constexpr std::uint64_t inboxId = 0; // connections count from 1

/// Often enough that no limit is overdrawn by much.
std::chrono::milliseconds checkPeriod(const ServerLimits &limits)
{
    const auto smallest =
        std::min({limits.idleTimeout, limits.requestTimeout, limits.writeTimeout,
                  limits.lingerTimeout, limits.drainTimeout, limits.answerTimeout});
    return std::clamp<std::chrono::milliseconds>(smallest / 4, limits::deadlineCheckPeriodMin,
                                                 limits::deadlineCheckPeriodMax);
}

/// sendfile(2) has no flag against SIGPIPE. Blocked here, it stays away from the other threads'
/// business, and the call fails with EPIPE.
void blockBrokenPipeSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

NetworkThread::NetworkThread(RequestHandler &handler, RequestObserver &observer,
                             const ServerLimits &limits, const std::string &extraFields,
                             std::atomic<int> &connectionCount)
    : m_limits(limits)
    , m_connectionCount(connectionCount)
    , m_inbox(std::make_shared<Inbox>())
    , m_readiness(std::make_unique<Readiness>([this](const Readiness::Event &event) {
        if (event.id == inboxId)
            return readInbox();
        run([&] {
            if (Connection *connection = find(event.id)) {
                connection->handleEvent(event);
                removeIfClosed(event.id);
            }
        });
    }))
    , m_environment{.thread = *this,
                    .handler = handler,
                    .observer = observer,
                    .limits = limits,
                    .readiness = *m_readiness,
                    .inbox = m_inbox,
                    .headWriter = AnswerHeadWriter(extraFields),
                    .parser = {},
                    .shownHeaders = {},
                    .receiveBuffer = std::vector<char>(limits::headerBytesMax)}
{
    m_deadlineTimer.setInterval(checkPeriod(limits));
    m_deadlineTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] { checkDeadlines(); });
    freeOpenSslAtEndOf(m_thread);
    connect(&m_thread, &QThread::started, this, &blockBrokenPipeSignal);
    connect(&m_thread, &QThread::finished, this, [this] {
        m_readiness.reset();
        m_hasEnded.release();
    });
    if (isValid())
        m_readiness->watch(m_inbox->descriptor(), inboxId, {.reads = true, .writes = false});

    m_thread.setObjectName(QStringLiteral("network"));
    moveToThread(&m_thread);
    m_readiness->moveToThread(&m_thread);
    m_deadlineTimer.moveToThread(&m_thread);
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    stop();
}

void NetworkThread::stop()
{
    if (std::exchange(m_isStopped, true) || !m_thread.isRunning())
        return;
    if (isValid())
        post([this] { tearDown(); });
    else
        m_thread.quit();
    // QThread::wait() puts memory in order as well, but by a futex that ThreadSanitizer does not
    // see.
    m_hasEnded.acquire();
    m_thread.wait();
}

void NetworkThread::tearDown()
{
    m_readiness->forget(m_inbox->descriptor());
    m_inbox->close();
    run([this] {
        for (const auto &[id, connection] : m_connections)
            connection->cut();
        removeClosed();
    });
    m_thread.quit();
}

void NetworkThread::post(Inbox::Task task)
{
    m_inbox->post(std::move(task));
}

void NetworkThread::adopt(AcceptedSocket socket)
{
    if (QThread::currentThread() == &m_thread)
        add(std::move(socket));
    else
        m_inbox->post(std::move(socket));
}

void NetworkThread::respond(std::uint64_t connectionId, std::uint64_t requestSerial,
                            Response response)
{
    if (QThread::currentThread() != &m_thread)
        return m_inbox->post(PostedAnswer{connectionId, requestSerial, std::move(response)});
    Connection *connection = find(connectionId);
    if (connection == nullptr || !connection->takeAnswer(requestSerial, std::move(response)) ||
        connection->isHandling())
        return;
    // Sent after what runs now: another connection may be in the middle of a request, whose views
    // point into the buffer they share.
    m_answered.push_back(connectionId);
    if (!m_isInTurn)
        run([] {});
}

void NetworkThread::drain()
{
    post([this] { startDraining(); });
}

void NetworkThread::readInbox()
{
    Inbox::Content content = m_inbox->take();
    for (AcceptedSocket &socket : content.sockets)
        add(std::move(socket));
    run([&] {
        for (PostedAnswer &answer : content.answers)
            respond(answer.connectionId, answer.requestSerial, std::move(answer.response));
        for (const std::uint64_t id : content.wokenConnections) {
            if (Connection *connection = find(id)) {
                connection->handleFileGrown();
                removeIfClosed(id);
            }
        }
    });
    for (const Inbox::Task &task : content.tasks)
        task();
}

void NetworkThread::add(AcceptedSocket accepted)
{
    m_environment.observer.connectionsChanged(1);
    std::unique_ptr<Transport> transport = transportOf(accepted);
    if (!transport)
        return handleRemoved(1);
    const std::uint64_t id = ++m_lastId;
    auto connection = std::make_unique<Connection>(m_environment, id, std::move(transport),
                                                   std::move(accepted.peer), accepted.isExcess);
    Connection &added = *m_connections.emplace(id, std::move(connection)).first->second;
    if (!m_deadlineTimer.isActive())
        m_deadlineTimer.start();
    run([&] {
        if (m_environment.isDraining)
            added.drain();
        removeIfClosed(id);
    });
}

std::unique_ptr<Transport> NetworkThread::transportOf(AcceptedSocket &accepted)
{
    if (!accepted.transports)
        return std::make_unique<PlainTransport>(std::move(accepted.socket));
    if (accepted.isStranger)
        return accepted.transports->makeForStranger(std::move(accepted.socket));
    m_environment.sendBuffer.resize(limits::tlsBufferBytes);
    return accepted.transports->make(std::move(accepted.socket), m_environment.sendBuffer);
}

void NetworkThread::startDraining()
{
    if (std::exchange(m_environment.isDraining, true))
        return;
    m_drainDeadline = std::chrono::steady_clock::now() + m_limits.drainTimeout;
    run([this] {
        for (const auto &[id, connection] : m_connections)
            connection->drain();
        removeClosed();
    });
    handleRemoved(0);
}

void NetworkThread::checkDeadlines()
{
    const auto now = std::chrono::steady_clock::now();
    run([&] {
        for (const auto &[id, connection] : m_connections) {
            if (now >= m_drainDeadline)
                connection->cut();
            else
                connection->checkDeadline(now);
        }
        removeClosed();
    });
}

Connection *NetworkThread::find(std::uint64_t id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

/// Runs `turn`, then goes on with the connections that were answered in it, which may bring
/// further answers.
template <typename Turn>
void NetworkThread::run(Turn turn)
{
    m_isInTurn = true;
    turn();
    while (!m_answered.empty()) {
        const std::uint64_t id = m_answered.back();
        m_answered.pop_back();
        if (Connection *connection = find(id)) {
            connection->proceed();
            removeIfClosed(id);
        }
    }
    m_isInTurn = false;
}

void NetworkThread::removeIfClosed(std::uint64_t id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end() || !found->second->isClosed())
        return;
    m_connections.erase(found);
    handleRemoved(1);
}

void NetworkThread::removeClosed()
{
    const auto count =
        std::erase_if(m_connections, [](const auto &item) { return item.second->isClosed(); });
    handleRemoved(static_cast<int>(count));
}

void NetworkThread::handleRemoved(int count)
{
    if (count > 0) {
        m_connectionCount.fetch_sub(count, std::memory_order_relaxed);
        m_environment.observer.connectionsChanged(-count);
    }
    if (!m_connections.empty())
        return;
    m_deadlineTimer.stop();
    if (m_environment.isDraining && !std::exchange(m_isDrained, true))
        Q_EMIT drained();
}

} // namespace lanyard::http
