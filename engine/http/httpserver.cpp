// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include "http/addresscheck.h"
#include "http/listener.h"
#include "http/networkthread.h"

#include <QHostAddress>

#include <algorithm>
#include <atomic>
#include <semaphore>
#include <utility>

namespace lanyard::http {

class HttpServer::Private
{
public:
    Private(RequestHandler &handler, RequestObserver &observer, ServerOptions serverOptions);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    struct Listening
    {
        ListenAddress address;
        Listener *listener; // owned here, alive on the first thread
    };

    void stop();
    Result<std::unique_ptr<Listener>> makeListener(const ListenAddress &address,
                                                   ListenerRules rules) const;

    std::vector<Listening>::iterator find(const ListenAddress &address)
    {
        return std::ranges::find(listening, address, &Listening::address);
    }

    const ServerOptions options;
    mutable std::atomic<int> connectionCount{0};
    mutable AddressCounts addressCounts;
    std::vector<std::unique_ptr<NetworkThread>> threads;
    std::vector<Listening> listening;
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
    for (const Listening &one : std::exchange(listening, {}))
        threads.front()->post([listener = one.listener] { delete listener; });
    for (const auto &thread : threads)
        thread->stop();
}

Result<std::unique_ptr<Listener>> HttpServer::Private::makeListener(const ListenAddress &address,
                                                                    ListenerRules rules) const
{
    std::vector<NetworkThread *> targets;
    for (const auto &thread : threads) {
        if (!thread->isValid())
            return failure(ErrorCode::Io,
                           QT_TRANSLATE_NOOP("engine", "the process has no file descriptor left"));
        targets.push_back(thread.get());
    }
    auto listener = std::make_unique<Listener>(std::move(rules), std::move(targets),
                                               connectionCount, addressCounts, options.limits);
    const QHostAddress host = hostAddressOf(address);
    if (host.isNull())
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "'%1' is not an IP address"), {address.host}});
    if (!listener->open(host, address.port))
        return whyNotListening(address, *listener);
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

Result<ListenAddress> HttpServer::listen(const ListenAddress &address, ListenerRules rules)
{
    auto opened = d->makeListener(address, std::move(rules));
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    Listener *const listener = opened->release();
    const ListenAddress bound{.host = address.host, .port = listener->serverPort()};
    connect(listener, &Listener::descriptorsExhausted, this, &HttpServer::descriptorsExhausted);
    // With the connections of the first thread, so that with one thread no call is queued.
    NetworkThread &home = *d->threads.front();
    listener->moveToThread(home.thread());
    d->listening.push_back({.address = bound, .listener = listener});
    home.post([listener] { listener->start(); });
    return bound;
}

void HttpServer::setRules(const ListenAddress &address, ListenerRules rules)
{
    if (const auto found = d->find(address); found != d->listening.end())
        d->threads.front()->post([listener = found->listener, rules = std::move(rules)]() mutable {
            listener->setRules(std::move(rules));
        });
}

void HttpServer::shut(const ListenAddress &address)
{
    const auto found = d->find(address);
    if (found == d->listening.end())
        return;
    std::binary_semaphore isClosed{0};
    d->threads.front()->post([listener = found->listener, &isClosed] {
        delete listener;
        isClosed.release();
    });
    d->listening.erase(found);
    // Who asks may want to listen at the same port again.
    isClosed.acquire();
}

void HttpServer::drain()
{
    // Only once the listeners are closed are the threads told, so that no connection comes after.
    d->threads.front()->post([listening = d->listening, &threads = d->threads] {
        for (const Private::Listening &one : listening)
            one.listener->shut();
        for (const auto &thread : threads)
            thread->drain();
    });
}

} // namespace lanyard::http
