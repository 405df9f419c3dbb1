// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that are slow on purpose, in a head, a body, a handshake or in reading, are ended
// although they go on, and while they do, others have their answers within seconds; so they have in
// a flood of handshakes.
#include "core/growingfile.h"
#include "http/testserver.h"
#include "tls/pemfiles.h"
#include "tls/tlsclient.h"
#include "tls/tlsfiles.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

namespace {

constexpr auto pace = 10ms; // of who is slow: far below each limit
constexpr int paces = 3'000;
// Of a head, a body and a handshake it is long enough to see that they have begun.
constexpr http::ServerLimits limits{
    .idleTimeout = 60s, .requestTimeout = 1s, .writeTimeout = 300ms, .lingerTimeout = 100ms};
/// Far above what an answer takes beside all others, and below what a starved client waits.
constexpr qint64 slowestMsMax = 5'000;

/// A ClientHello that never ends: of a record that is announced to be long.
const QByteArray hello("\x16\x03\x01\x3f\xff\x01\x00\x3f\xfb", 9);

/// A server over TLS or without, with a large body and a small one.
class Server
{
public:
    explicit Server(bool isTls)
    {
        auto opened = tls::TlsFiles::open(m_files.config(), m_clock);
        if (!opened)
            qFatal("%s", opened.error().message.english().c_str());
        m_tls = std::move(*opened);
        m_server = std::make_unique<TestServer>(
            openOptions(2, limits),
            [file = makeFile("x", size)](const http::Request &request, http::Responder responder) {
                if (request.path == "/large")
                    responder.respond(bodyResponse(http::FileBody{file, 0, size}));
                else
                    responder.respond(textResponse("x"));
            },
            openRules(isTls ? m_tls->transports() : nullptr));
    }

    std::uint16_t port() const { return m_server->port(); }

    int connections() const { return m_server->observer().connections(); }

private:
    static constexpr std::int64_t size = std::int64_t{256} * 1024 * 1024;

    PemFiles m_files;
    SystemClock m_clock;
    std::unique_ptr<tls::TlsFiles> m_tls;
    std::unique_ptr<TestServer> m_server;
};

std::unique_ptr<RawHttpClient> connectTo(const Server &server, bool isTls, int bufferBytes = 0)
{
    if (isTls)
        return std::make_unique<TlsClient>(server.port(),
                                           TlsTerms{.receiveBufferBytes = bufferBytes});
    return std::make_unique<RawHttpClient>(server.port(), bufferBytes);
}

/// How long one request took; -1 when its answer is not the right one.
qint64 msOfRequest(RawHttpClient &client)
{
    QElapsedTimer timer;
    timer.start();
    if (!client.send(requestText("GET", "/")) || client.readAnswer().body != "x")
        return -1;
    return timer.elapsed();
}

/// Whether `step` fails at last, pace by pace.
bool endsAtLast(const std::function<bool()> &step)
{
    for (int i = 0; i < paces; ++i) {
        if (!step())
            return true;
        std::this_thread::sleep_for(pace);
    }
    return false;
}

} // namespace

class TestSlowClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void endsSlowHeads();
    void endsSlowBodies();
    void endsSlowBodiesBehindAHandshake();
    void endsSlowReaders();
    void endsSlowHandshakes();
    void servesBesideThem();
    void servesInAFloodOfHandshakes();
};

void TestSlowClients::initTestCase_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestSlowClients::endsSlowHeads()
{
    QFETCH_GLOBAL(bool, isTls);
    const Server server(isTls);
    const auto client = connectTo(server, isTls);
    QTRY_COMPARE(server.connections(), 1);
    QVERIFY(client->send("GET / HTTP/1.1\r\nHost: x\r\nX-Pad: "));
    QVERIFY(
        endsAtLast([&client, &server] { return client->send("a") && server.connections() > 0; }));
    QTRY_COMPARE(server.connections(), 0);
}

void TestSlowClients::endsSlowBodies()
{
    QFETCH_GLOBAL(bool, isTls);
    const Server server(isTls);
    const auto client = connectTo(server, isTls);
    QTRY_COMPARE(server.connections(), 1);
    QVERIFY(client->send(requestText("POST", "/", "Content-Length: 60000\r\n")));
    QVERIFY(
        endsAtLast([&client, &server] { return client->send("a") && server.connections() > 0; }));
    QTRY_COMPARE(server.connections(), 0);
}

/// The end of the handshake, a request and the begin of its body come as one.
void TestSlowClients::endsSlowBodiesBehindAHandshake()
{
    QFETCH_GLOBAL(bool, isTls);
    if (!isTls)
        QSKIP("there is no handshake");
    const Server server(isTls);
    TlsClient client(server.port(), {.isCorked = true});
    QVERIFY(client.send(requestText("POST", "/", "Content-Length: 60000\r\n")));
    QTRY_COMPARE(server.connections(), 1);
    QVERIFY(
        endsAtLast([&client, &server] { return client.send("a") && server.connections() > 0; }));
    QTRY_COMPARE(server.connections(), 0);
}

void TestSlowClients::endsSlowReaders()
{
    QFETCH_GLOBAL(bool, isTls);
    const Server server(isTls);
    const auto client = connectTo(server, isTls, 2 * 1024);
    QTRY_COMPARE(server.connections(), 1);
    QVERIFY(client->send(requestText("GET", "/large")));
    QVERIFY(endsAtLast(
        [&client, &server] { return !client->read(1).empty() && server.connections() > 0; }));
    QTRY_COMPARE(server.connections(), 0);
}

void TestSlowClients::endsSlowHandshakes()
{
    QFETCH_GLOBAL(bool, isTls);
    if (!isTls)
        QSKIP("there is no handshake");
    const Server server(isTls);
    RawHttpClient client(server.port());
    QTRY_COMPARE(server.connections(), 1);
    QVERIFY(client.send({hello.constData(), static_cast<std::size_t>(hello.size())}));
    QVERIFY(endsAtLast([&client, &server] {
        return client.send(std::string_view("\0", 1)) && server.connections() > 0;
    }));
    QTRY_COMPARE(server.connections(), 0);
}

/// A hundred of each.
void TestSlowClients::servesBesideThem()
{
    QFETCH_GLOBAL(bool, isTls);
    const Server server(isTls);
    std::vector<std::unique_ptr<RawHttpClient>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<RawHttpClient>(server.port()));
        slow.push_back(std::make_unique<RawHttpClient>(server.port()));
        slow.back()->send("\x16");
        slow.push_back(std::make_unique<RawHttpClient>(server.port()));
        slow.back()->send("GET / HTTP/1.1\r\nHost: ");
        slow.push_back(std::make_unique<RawHttpClient>(server.port(), 2 * 1024));
        slow.back()->send(requestText("GET", "/large"));
    }
    const auto client = connectTo(server, isTls);
    qint64 slowestMs = 0;
    for (int i = 0; i < 100; ++i) {
        const qint64 ms = msOfRequest(*client);
        QVERIFY(ms >= 0);
        slowestMs = std::max(slowestMs, ms);
    }
    qInfo("the slowest in %lld ms", static_cast<long long>(slowestMs));
    QVERIFY(slowestMs < slowestMsMax);
}

/// As many as four threads can begin: whole ones, ones that end after the ClientHello, and ones
/// that never begin.
void TestSlowClients::servesInAFloodOfHandshakes()
{
    QFETCH_GLOBAL(bool, isTls);
    if (!isTls)
        QSKIP("there is no handshake");
    const Server server(isTls);
    std::atomic<bool> isOver{false};
    std::atomic<int> begun{0};
    std::vector<std::thread> flood;
    for (int i = 0; i < 4; ++i) {
        flood.emplace_back([&, i] {
            while (!isOver) {
                if (i % 2 == 0) {
                    const TlsClient client(server.port());
                } else {
                    RawHttpClient client(server.port());
                    client.send({hello.constData(), static_cast<std::size_t>(hello.size())});
                }
                ++begun;
            }
        });
    }
    const auto client = connectTo(server, isTls);
    qint64 slowestMs = 0;
    int served = 0;
    for (; served < 200 || begun < 400; ++served) {
        const qint64 ms = msOfRequest(*client);
        if (ms < 0)
            break;
        slowestMs = std::max(slowestMs, ms);
    }
    isOver = true;
    for (std::thread &thread : flood)
        thread.join();
    qInfo("%d handshakes; %d requests meanwhile, the slowest in %lld ms", begun.load(), served,
          static_cast<long long>(slowestMs));
    QVERIFY(served >= 200 && begun >= 400);
    QVERIFY(slowestMs < slowestMsMax);
    QTRY_COMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(TestSlowClients)
#include "tst_slowclients.moc"
