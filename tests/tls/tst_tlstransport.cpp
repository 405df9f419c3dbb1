// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP over TLS: bodies arrive exactly at every reader's own pace, an answer that is cut is seen to
// be, and who does not make the handshake as it should be made costs no more than a moment.
#include "core/growingfile.h"
#include "http/testserver.h"
#include "tls/pemfiles.h"
#include "tls/tlsclient.h"
#include "tls/tlsfiles.h"

#include <QTest>

#include <openssl/ssl.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

/// A server over TLS, as the files say.
class TlsServer
{
public:
    explicit TlsServer(Answerer answerer, const TlsConfig &change = {},
                       const http::ServerLimits &limits = {})
    {
        TlsConfig config = files.config();
        config.minimumVersion = change.minimumVersion;
        config.clientAuthorities = change.clientAuthorities;
        auto opened = TlsFiles::open(config, m_clock);
        if (!opened)
            qFatal("%s", opened.error().message.english().c_str());
        m_tls = std::move(*opened);
        m_server = std::make_unique<TestServer>(rowOptions(limits), std::move(answerer),
                                                openRules(m_tls->transports()));
    }

    std::uint16_t port() const { return m_server->port(); }

    const RecordingObserver &observer() const { return m_server->observer(); }

    PemFiles files;

private:
    SystemClock m_clock;
    std::unique_ptr<TlsFiles> m_tls;
    std::unique_ptr<TestServer> m_server;
};

} // namespace

class TestTlsTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void sendsMemory_data();
    void sendsMemory();
    void sendsFiles_data();
    void sendsFiles();
    void waitsForASlowReader();
    void followsAGrowingFile();
    void answersWhatComesTogether();
    void endsInASeenWay();
    void cutsInASeenWay();
    void choosesTheVersion_data();
    void choosesTheVersion();
    void choosesTheProtocol();
    void asksClientsForACertificate();
    void tellsWhoSpeaksPlainHttp();
    void endsHandshakesThatDoNotCome_data();
    void endsHandshakesThatDoNotCome();
    void waitsForRequestsAfterTheHandshake();
    void endsWhoStopsInAHandshake();
    void survivesWhatIsNoTls_data();
    void survivesWhatIsNoTls();
};

void TestTlsTransport::sendsMemory_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("nothing") << qint64{0};
    QTest::newRow("a byte") << qint64{1};
    QTest::newRow("a record and some") << qint64{16'400};
    QTest::newRow("the buffer and some") << qint64{65'600};
    QTest::newRow("more than a socket takes") << qint64{8 * mebibyte};
}

void TestTlsTransport::sendsMemory()
{
    QFETCH(const qint64, size);
    const std::string content = patternBytes(static_cast<std::size_t>(size));
    TlsServer server([&](const http::Request &, http::Responder responder) {
        responder.respond(textResponse(content));
    });
    TlsClient client(server.port());
    QVERIFY(client.isEstablished());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client.send(requestText("GET", "/")));
        QVERIFY(client.readAnswer().body == content);
    }
    QVERIFY(client.send(requestText("HEAD", "/")));
    QCOMPARE(client.readAnswerToHead().field("Content-Length"), std::to_string(size));
}

void TestTlsTransport::sendsFiles_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    QTest::newRow("empty") << qint64{0} << qint64{0};
    QTest::newRow("first byte") << qint64{0} << qint64{1};
    QTest::newRow("middle") << qint64{4097} << qint64{100'003};
    QTest::newRow("all, beyond a turn") << qint64{0} << qint64{10 * mebibyte};
    QTest::newRow("the end") << qint64{10 * mebibyte - 5} << qint64{5};
}

void TestTlsTransport::sendsFiles()
{
    QFETCH(const qint64, offset);
    QFETCH(const qint64, length);
    static const std::string content = patternBytes(10 * mebibyte);
    TlsServer server([file = makeFile(content), offset, length](const http::Request &,
                                                                http::Responder responder) {
        responder.respond(bodyResponse(http::FileBody{file, offset, length}));
    });
    TlsClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/") + requestText("GET", "/")));
    for (int i = 0; i < 2; ++i)
        QVERIFY(client.readAnswer().body == content.substr(offset, length));
    QTRY_COMPARE(server.observer().records().size(), std::size_t{2});
    QCOMPARE(server.observer().records().back().bodyBytes, std::int64_t{length});
}

/// The socket is full in the middle of a record, again and again.
void TestTlsTransport::waitsForASlowReader()
{
    const std::string content = patternBytes(8 * mebibyte);
    TlsServer server([file = makeFile(content), &content](const http::Request &request,
                                                          http::Responder responder) {
        if (request.path == "/file")
            responder.respond(
                bodyResponse(http::FileBody{file, 0, static_cast<std::int64_t>(content.size())}));
        else
            responder.respond(textResponse(content));
    });
    for (const char *path : {"/file", "/memory"}) {
        TlsClient client(server.port(), {.receiveBufferBytes = 8 * 1024});
        QVERIFY(client.send(requestText("GET", path)));
        std::string received;
        while (received.find("\r\n\r\n") == std::string::npos)
            received += client.read(1);
        received.clear();
        while (received.size() < content.size()) {
            const std::string piece =
                client.read(std::min<std::size_t>(30'000, content.size() - received.size()));
            QVERIFY(!piece.empty());
            received += piece;
        }
        QVERIFY(received == content);
    }
}

void TestTlsTransport::followsAGrowingFile()
{
    const std::string content = patternBytes(3 * mebibyte);
    const SharedFile disk = makeFile(content);
    const auto file = std::make_shared<GrowingFile>(disk, std::int64_t{3} * mebibyte);
    TlsServer server([file](const http::Request &, http::Responder responder) {
        responder.respond(bodyResponse(http::GrowingBody{*file->follow(0), 0, file->size()}));
    });
    TlsClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    file->publish(mebibyte);
    std::string received;
    while (received.find("\r\n\r\n") == std::string::npos)
        received += client.read(1);
    QVERIFY(client.read(mebibyte) == content.substr(0, mebibyte));
    file->publish(3 * mebibyte);
    file->complete();
    QVERIFY(client.read(2 * mebibyte) == content.substr(mebibyte));
}

/// Requests that came in one record leave no readiness behind.
void TestTlsTransport::answersWhatComesTogether()
{
    TlsServer server([](const http::Request &request, http::Responder responder) {
        responder.respond(textResponse(request.path));
    });
    TlsClient client(server.port());
    std::string all;
    for (int i = 0; i < 200; ++i) // more than is taken at once
        all += requestText("GET", "/" + std::to_string(i),
                           "X-Filler: " + std::string(200, 'x') + "\r\n");
    QVERIFY(client.send(all));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(client.readAnswer().body, "/" + std::to_string(i));
}

void TestTlsTransport::endsInASeenWay()
{
    TlsServer server(answerBriefly);
    TlsClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/", "Connection: close\r\n")));
    QCOMPARE(client.readAnswer().body, std::string("x"));
    QVERIFY(client.readToEnd() == End::Closed);
}

/// Shorter than its head said.
void TestTlsTransport::cutsInASeenWay()
{
    TlsServer server([](const http::Request &, http::Responder responder) {
        responder.respond(bodyResponse(http::FileBody{makeFile("short"), 0, mebibyte}));
    });
    TlsClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QVERIFY(client.readToEnd() == End::Reset);
}

void TestTlsTransport::choosesTheVersion_data()
{
    QTest::addColumn<int>("minimum"); // of the server: 2 or 3
    QTest::addColumn<int>("offered");
    QTest::addColumn<QString>("agreed"); // empty: none
    QTest::newRow("1.3") << 2 << TLS1_3_VERSION << QStringLiteral("TLSv1.3");
    QTest::newRow("1.2") << 2 << TLS1_2_VERSION << QStringLiteral("TLSv1.2");
    QTest::newRow("1.1") << 2 << TLS1_1_VERSION << QString();
    QTest::newRow("1.2 where 1.3 is wanted") << 3 << TLS1_2_VERSION << QString();
    QTest::newRow("1.3 where 1.3 is wanted") << 3 << TLS1_3_VERSION << QStringLiteral("TLSv1.3");
}

void TestTlsTransport::choosesTheVersion()
{
    QFETCH(const int, minimum);
    QFETCH(const int, offered);
    QFETCH(const QString, agreed);
    TlsServer server(answerBriefly, {.minimumVersion = minimum == 3 ? TlsConfig::Version::Tls13
                                                                    : TlsConfig::Version::Tls12});
    TlsClient client(server.port(), {.versionMin = offered, .versionMax = offered});
    QCOMPARE(client.isEstablished(), !agreed.isEmpty());
    if (agreed.isEmpty())
        return;
    QCOMPARE(client.version(), agreed.toStdString());
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswer().body, std::string("x"));
}

void TestTlsTransport::choosesTheProtocol()
{
    TlsServer server(answerBriefly);
    using namespace std::string_literals;
    QCOMPARE(TlsClient(server.port(), {.protocols = "\x02h2\x08http/1.1"s}).protocol(),
             "http/1.1"s);
    QVERIFY(TlsClient(server.port(), {.protocols = "\x02h2"s}).isEstablished());
    QCOMPARE(TlsClient(server.port()).protocol(), ""s);
}

void TestTlsTransport::asksClientsForACertificate()
{
    const TlsIdentity known = makeTlsIdentity("a client");
    const PemFiles authority(known);
    TlsServer server(answerBriefly, {.clientAuthorities = {authority.path("cert.pem")}});
    const auto status = [&server](const TlsIdentity &identity) {
        TlsClient client(server.port(), {.identity = identity});
        // In TLS 1.3 the client learns only then that it was refused.
        return client.isEstablished() && client.send(requestText("GET", "/"))
                   ? client.readAnswer().status
                   : 0;
    };
    QCOMPARE(status(known), 200);
    QCOMPARE(status({}), 0);
    QCOMPARE(status(makeTlsIdentity("a client")), 0);
}

void TestTlsTransport::tellsWhoSpeaksPlainHttp()
{
    TlsServer server(answerBriefly);
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/v2/")));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.find("https://") != std::string::npos, answer.body.c_str());
}

void TestTlsTransport::endsHandshakesThatDoNotCome_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a record") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7);
}

void TestTlsTransport::endsHandshakesThatDoNotCome()
{
    QFETCH(const QByteArray, begin);
    TlsServer server(answerBriefly, {}, {.requestTimeout = 100ms});
    RawHttpClient client(server.port());
    QVERIFY(client.send({begin.constData(), static_cast<std::size_t>(begin.size())}));
    QVERIFY(client.readToEnd() != End::Open);
    QTRY_COMPARE(server.observer().connections(), 0);
    QVERIFY(server.observer().records().empty());
}

/// As long as over plain TCP: only the handshake is hurried.
void TestTlsTransport::waitsForRequestsAfterTheHandshake()
{
    TlsServer server(answerBriefly, {}, {.idleTimeout = 60s, .requestTimeout = 1s});
    TlsClient patient(server.port());
    QVERIFY(patient.isEstablished());
    RawHttpClient silent(server.port());
    QVERIFY(silent.readToEnd() != End::Open); // more than that time has passed
    QVERIFY(patient.send(requestText("GET", "/")));
    QCOMPARE(patient.readAnswer().body, std::string("x"));
}

/// The first bytes of another ClientHello, which TLS 1.2 would take for a renegotiation, while an
/// answer is being sent: whatever becomes of it, others are served meanwhile.
void TestTlsTransport::endsWhoStopsInAHandshake()
{
    const std::string content = patternBytes(32 * mebibyte);
    TlsServer server([file = makeFile(content), &content](const http::Request &request,
                                                          http::Responder responder) {
        if (request.path == "/large")
            responder.respond(
                bodyResponse(http::FileBody{file, 0, static_cast<std::int64_t>(content.size())}));
        else
            responder.respond(textResponse("x"));
    });
    TlsClient client(server.port(), {.versionMin = TLS1_2_VERSION,
                                     .versionMax = TLS1_2_VERSION,
                                     .receiveBufferBytes = 8 * 1024});
    QVERIFY(client.send(requestText("GET", "/large")));
    QVERIFY(!client.read(1).empty());
    QVERIFY(client.sendPlain({"\x16\x03\x03\x00\x04\x01\x00\x02\x00", 9}));
    TlsClient other(server.port());
    for (int i = 0; i < 20; ++i) {
        QVERIFY(other.send(requestText("GET", "/")));
        QCOMPARE(other.readAnswer().body, std::string("x"));
    }
}

void TestTlsTransport::survivesWhatIsNoTls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("noise") << QByteArray::fromStdString(patternBytes(4096));
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("a record too long")
        << QByteArray("\x16\x03\x01\xff\xff", 5) + QByteArray(70'000, 'x');
    QTest::newRow("an alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7);
}

void TestTlsTransport::survivesWhatIsNoTls()
{
    QFETCH(const QByteArray, bytes);
    TlsServer server(answerBriefly);
    RawHttpClient client(server.port());
    client.send({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(client.readToEnd() != End::Open);
    TlsClient next(server.port());
    QVERIFY(next.send(requestText("GET", "/")));
    QCOMPARE(next.readAnswer().body, std::string("x"));
}

QTEST_GUILESS_MAIN(TestTlsTransport)
#include "tst_tlstransport.moc"
