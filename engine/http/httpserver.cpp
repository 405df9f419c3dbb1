// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include "http/listener.h"
#include "http/networkthread.h"

#include <QHostAddress>

#include <algorithm>
#include <atomic>
#include <utility>

namespace lanyard::http {

namespace {

/// "::" is all addresses of both families; for Qt, `AnyIPv6` is those of IPv6 only.
QHostAddress toHostAddress(const std::string &host)
{
    return host == "::" ? QHostAddress(QHostAddress::Any)
                        : QHostAddress(QString::fromStdString(host));
}

} // namespace

class HttpServer::Private
{
public:
    Private(RequestHandler &handler, RequestObserver &observer, ServerOptions serverOptions);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    void stop();
    Result<std::unique_ptr<Listener>>
    makeListener(const ListenAddress &address,
                 std::shared_ptr<const TransportFactory> transports) const;

    const ServerOptions options;
    mutable std::atomic<int> connectionCount{0};
    std::vector<std::unique_ptr<NetworkThread>> threads;
    std::vector<Listener *> listeners; // owned here, alive on the first thread
    std::size_t drainedThreads = 0;
};

HttpServer::Private::Private(RequestHandler &handler, RequestObserver &observer,
                             ServerOptions serverOptions)
    : options(std::move(serverOptions))
{
    for (int i = 0; i < std::max(options.threads, 1); ++i)
        threads.push_back(std::make_unique<NetworkThread>(handler, observer, options.limits,
                                                          options.extraFields, connectionCount));
}

HttpServer::Private::~Private()
{
    stop();
}

void HttpServer::Private::stop()
{
    for (Listener *listener : std::exchange(listeners, {}))
        threads.front()->post([listener] { delete listener; });
    for (const auto &thread : threads)
        thread->stop();
}

Result<std::unique_ptr<Listener>>
HttpServer::Private::makeListener(const ListenAddress &address,
                                  std::shared_ptr<const TransportFactory> transports) const
{
    std::vector<NetworkThread *> targets;
    for (const auto &thread : threads) {
        if (!thread->isValid())
            return failure(ErrorCode::Io, "the process has no file descriptor left");
        targets.push_back(thread.get());
    }
    auto listener = std::make_unique<Listener>(options.accessList, options.trusted,
                                               std::move(transports), std::move(targets),
                                               connectionCount, options.limits.connectionsMax);
    const QHostAddress host = toHostAddress(address.host);
    if (host.isNull())
        return failure(ErrorCode::InvalidInput, "'" + address.host + "' is not an IP address");
    if (!listener->open(host, address.port))
        return failure(ErrorCode::Io, "cannot listen on " + address.toString() + ": " +
                                          listener->errorString().toStdString());
    return listener;
}

HttpServer::HttpServer(RequestHandler &handler, RequestObserver &observer, ServerOptions options,
                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(handler, observer, std::move(options)))
{
    for (const auto &thread : d->threads) {
        connect(thread.get(), &NetworkThread::drained, this, [this] {
            if (++d->drainedThreads == d->threads.size())
                Q_EMIT drained();
        });
    }
}

HttpServer::~HttpServer() = default;

void HttpServer::stop()
{
    d->stop();
}

Result<std::vector<ListenAddress>>
HttpServer::listen(const std::vector<ListenAddress> &addresses,
                   const std::shared_ptr<const TransportFactory> &transports)
{
    std::vector<std::unique_ptr<Listener>> opened;
    for (const ListenAddress &address : addresses) {
        auto listener = d->makeListener(address, transports);
        if (!listener)
            return tl::unexpected<Error>(listener.error());
        opened.push_back(std::move(*listener));
    }

    std::vector<ListenAddress> result = addresses;
    for (std::size_t i = 0; i < opened.size(); ++i) {
        result[i].port = opened[i]->serverPort();
        connect(opened[i].get(), &Listener::descriptorsExhausted, this,
                &HttpServer::descriptorsExhausted);
        // With the connections of the first thread, so that with one thread no call is queued.
        NetworkThread &home = *d->threads.front();
        opened[i]->moveToThread(home.thread());
        d->listeners.push_back(opened[i].release());
        home.post([listener = d->listeners.back()] { listener->start(); });
    }
    return result;
}

void HttpServer::drain()
{
    // Only once the listeners are closed are the threads told, so that no connection comes after.
    d->threads.front()->post([listeners = d->listeners, &threads = d->threads] {
        for (Listener *listener : listeners)
            listener->shut();
        for (const auto &thread : threads)
            thread->drain();
    });
}

} // namespace lanyard::http
