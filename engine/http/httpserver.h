// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/limits.h"
#include "core/result.h"
#include "http/accesslist.h"
#include "http/requesthandler.h"
#include "http/transport.h"

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
};

struct ServerOptions
{
    int threads = 2;
    AccessList accessList;
    AccessList trusted = {}; ///< whose requests are marked so
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

    /// Listens on all addresses, or on none: the error names the address and the reason.
    /// Returns the addresses with the ports that were picked. `transports`: how connections there
    /// speak; none: plain TCP. Before stop(), any number of times.
    Result<std::vector<ListenAddress>>
    listen(const std::vector<ListenAddress> &addresses,
           const std::shared_ptr<const TransportFactory> &transports = nullptr);

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
