// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpserver.h"
#include "support/rawhttpclient.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::test {

/// Answers as a test says. Called on the network threads.
using Answerer = std::function<void(const http::Request &, http::Responder)>;

/// Keeps what the server tells.
class RecordingObserver final : public http::RequestObserver
{
public:
    void requestFinished(RequestRecord &&record) override;

    void connectionsChanged(int difference) override { m_connections += difference; }

    int connections() const { return m_connections; }

    std::vector<RequestRecord> records() const;

private:
    mutable std::mutex m_mutex;
    std::vector<RequestRecord> m_records; // guarded by m_mutex
    std::atomic<int> m_connections{0};
};

/// Rules that serve everybody.
http::ListenerRules openRules(std::shared_ptr<const http::TransportFactory> transports = nullptr);

/// A server on a free port of 127.0.0.1, with its handler and observer.
class TestServer final : private http::RequestHandler
{
public:
    TestServer(http::ServerOptions options, Answerer answerer,
               http::ListenerRules rules = openRules());

    std::uint16_t port() const { return m_address.port; }

    /// Where it listens.
    const ListenAddress &address() const { return m_address; }

    http::HttpServer &server() { return *m_server; }

    const RecordingObserver &observer() const { return m_observer; }

    std::unique_ptr<RawHttpClient> connect() const
    {
        return std::make_unique<RawHttpClient>(port());
    }

    void stop() { m_server.reset(); }

private:
    void handle(const http::Request &request, http::Responder responder) override
    {
        m_answerer(request, std::move(responder));
    }

    Answerer m_answerer;
    RecordingObserver m_observer;
    std::unique_ptr<http::HttpServer> m_server;
    ListenAddress m_address;
};

http::ServerOptions openOptions(int threads, const http::ServerLimits &limits = {});

/// The rows of an initTestCase_data(): the whole test runs with one network thread, and with two.
void addThreadRows();

/// As many threads as the row that runs says.
http::ServerOptions rowOptions(const http::ServerLimits &limits = {});

/// An answerer: 200 with a body of one byte.
void answerBriefly(const http::Request &request, http::Responder responder);

/// 200 with that body.
http::Response bodyResponse(http::Body body);
http::Response textResponse(std::string_view body);

/// A request line and a Host field, with `fields` (ready lines) between them and the empty line.
std::string requestText(std::string_view method, std::string_view target,
                        std::string_view fields = {});

/// An open file with that content; sparse up to `size` where the content is shorter. Its name is
/// gone already.
SharedFile makeFile(std::string_view content, std::int64_t size = -1);

/// Bytes that differ from place to place.
std::string patternBytes(std::size_t size);

} // namespace lanyard::test
