// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/limits.h"
#include "core/result.h"
#include "http/addresscounts.h"
#include "http/listenerrules.h"
#include "http/requesthandler.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace lanyard::http {

/// The bounds of a server; a test sets small ones.
struct ServerLimits
{
    std::chrono::milliseconds idleTimeout = limits::idleTimeout;
    std::chrono::milliseconds requestTimeout = limits::requestTimeout;
    std::chrono::milliseconds writeTimeout = limits::writeTimeout;
    std::chrono::milliseconds lingerTimeout = limits::lingerTimeout;
    std::chrono::milliseconds answerTimeout = limits::answerTimeout;
    std::chrono::milliseconds drainTimeout = limits::drainTimeout;
    int connectionsMax = limits::connectionsMax;
    int perAddressMax = limits::connectionsPerAddressMax;
    /// Of this computer, whose address is that of all who come through a proxy on it.
    int perLoopbackMax = limits::connectionsMax;
};

struct ServerOptions
{
    int threads = 2;
    std::string extraFields; ///< ready field lines added to every answer
    ServerLimits limits;
};

/// An HTTP/1.1 server: listeners, network threads and their connections.
///
/// Lives on the thread that made it. Handler and observer are called on the network threads and
/// must outlive it. Destroying it ends the threads; every Responder must be gone or answered by
/// then.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    HttpServer(RequestHandler &handler, RequestObserver &observer, ServerOptions options,
               QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens at one more address. Returns it with the port that was picked. InvalidInput: it is
    /// none; InUse: another program has it, which is named where the system says so; Io. The
    /// message names the address and the reason. Before stop().
    Result<ListenAddress> listen(const ListenAddress &address, ListenerRules rules);
    /// For the connections that are accepted from now on. `address`: as listen() returned it.
    void setRules(const ListenAddress &address, ListenerRules rules);
    /// Listens there no more, when this returns; the connections that there are go on.
    void shut(const ListenAddress &address);

    /// Accepts no more connections, closes the idle ones, and lets running answers end within
    /// limits.drainTimeout; then emits drained().
    void drain();

    /// Closes everything at once and ends the threads; blocks until they have ended. Handler and
    /// observer are not called any more. Responders may still be used, to no effect.
    void stop();

Q_SIGNALS:
    void drained();
    /// The process has no descriptor left; accepting goes on when there is one. At most once a
    /// minute.
    void descriptorsExhausted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard::http
