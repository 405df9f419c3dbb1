// SPDX-License-Identifier: GPL-3.0-or-later
// While the door is open, who comes for a challenge goes through it as he came, from wherever; all
// others are served as ever, or, where they are not served at all, as little as ever.
#include "http/testserver.h"
#include "tls/pemfiles.h"
#include "tls/tlsclient.h"
#include "tls/tlsfiles.h"

#include <QTest>

#include <sys/socket.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view challengeProtocol = "\x0a"
                                               "acme-tls/1";

/// A server whose door leads to itself: it keeps what was said to those it got, and leaves.
class DoorServer
{
public:
    explicit DoorServer(const std::vector<std::string> &allow, WithoutFiles meanwhile,
                        const TlsConfig &config)
        : m_files(*TlsFiles::open(config, m_clock, 1ms, meanwhile))
        , m_server(
              openOptions(1), answerBriefly,
              {.allowed = *http::AccessList::parse(allow), .transports = m_files->transports()})
    {
        m_files->transports()->setDoor(m_door);
    }

    ~DoorServer() { m_door->close(); }

    Q_DISABLE_COPY_MOVE(DoorServer)

    void open()
    {
        m_door->open([this](FileDescriptor socket) {
            std::string bytes(16 * 1024, '\0');
            const ssize_t got = ::recv(socket.get(), bytes.data(), bytes.size(), 0);
            bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
            const std::lock_guard lock(m_mutex);
            m_brought.push_back(bytes);
        });
    }

    void close() { m_door->close(); }

    std::uint16_t port() const { return m_server.port(); }

    std::vector<std::string> brought() const
    {
        const std::lock_guard lock(m_mutex);
        return m_brought;
    }

    std::size_t requests() const { return m_server.observer().records().size(); }

    int connections() const { return m_server.observer().connections(); }

private:
    const SystemClock m_clock;
    const std::shared_ptr<ChallengeDoor> m_door = std::make_shared<ChallengeDoor>();
    const std::unique_ptr<TlsFiles> m_files;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_brought; // guarded by m_mutex
    TestServer m_server;
};

} // namespace

class TestChallengeDoor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsChallenges();
    void servesOthers();
    void servesPlainWithoutFiles();
    void admitsStrangersToTheDoor();

private:
    PemFiles m_files;
};

void TestChallengeDoor::bringsChallenges()
{
    DoorServer server({"any"}, WithoutFiles::Closed, m_files.config());
    // Closed, it is nothing special.
    QVERIFY(
        TlsClient(server.port(), {.protocols = std::string(challengeProtocol)}).isEstablished());
    server.open();
    QVERIFY(
        !TlsClient(server.port(), {.protocols = std::string(challengeProtocol)}).isEstablished());
    QTRY_COMPARE(server.brought().size(), std::size_t{1});
    const std::string hello = server.brought().front();
    QVERIFY(hello.starts_with("\x16\x03"));
    QVERIFY(hello.find("acme-tls/1") != std::string::npos);
    // In pieces, too.
    RawHttpClient slow(server.port());
    for (const std::size_t at : {0, 3, 7})
        QVERIFY(slow.send(std::string_view(hello).substr(at, at == 0 ? 3 : at == 3 ? 4 : 10)));
    QVERIFY(slow.send(std::string_view(hello).substr(17)));
    QTRY_COMPARE(server.brought().size(), std::size_t{2});
    QCOMPARE(server.brought().back(), hello);
    QTRY_COMPARE(server.connections(), 0);
    server.close();
    QVERIFY(
        TlsClient(server.port(), {.protocols = std::string(challengeProtocol)}).isEstablished());
    QCOMPARE(server.brought().size(), std::size_t{2});
}

void TestChallengeDoor::servesOthers()
{
    DoorServer server({"any"}, WithoutFiles::Closed, m_files.config());
    server.open();
    TlsClient client(server.port(), {.protocols = "\x08http/1.1"});
    QVERIFY(client.isEstablished());
    QCOMPARE(client.protocol(), std::string("http/1.1"));
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswer().status, 200);
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswer().status, 200);
    RawHttpClient plain(server.port());
    QVERIFY(plain.send(requestText("GET", "/")));
    QCOMPARE(plain.readAnswer().status, 400);
    // Who says half a word, and no more, holds up nobody.
    RawHttpClient half(server.port());
    QVERIFY(half.send("\x16\x03\x01"));
    half.shutdownWrite();
    QVERIFY(half.readToEnd() != RawHttpClient::End::Open);
    QVERIFY(server.brought().empty());
}

void TestChallengeDoor::servesPlainWithoutFiles()
{
    TlsConfig config = m_files.config();
    config.certificate = config.key = m_files.path("later.pem");
    DoorServer server({"any"}, WithoutFiles::Plain, config);
    server.open();
    RawHttpClient plain(server.port());
    QVERIFY(plain.send(requestText("GET", "/")));
    QCOMPARE(plain.readAnswer().status, 200);
    QVERIFY(
        !TlsClient(server.port(), {.protocols = std::string(challengeProtocol)}).isEstablished());
    QTRY_COMPARE(server.brought().size(), std::size_t{1});
}

void TestChallengeDoor::admitsStrangersToTheDoor()
{
    DoorServer server({"192.0.2.1"}, WithoutFiles::Closed, m_files.config());
    const TlsTerms challenge{.protocols = std::string(challengeProtocol)};
    QVERIFY(!TlsClient(server.port(), challenge).isEstablished());
    server.open();
    QVERIFY(!TlsClient(server.port(), challenge).isEstablished());
    QTRY_COMPARE(server.brought().size(), std::size_t{1});
    QVERIFY(!TlsClient(server.port()).isEstablished());
    RawHttpClient plain(server.port());
    plain.send(requestText("GET", "/"));
    QVERIFY(plain.readToEnd() != RawHttpClient::End::Open);
    QCOMPARE(server.requests(), std::size_t{0});
    QCOMPARE(server.brought().size(), std::size_t{1});
    server.close();
    QVERIFY(!TlsClient(server.port(), challenge).isEstablished());
    QCOMPARE(server.brought().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestChallengeDoor)
#include "tst_challengedoor.moc"
