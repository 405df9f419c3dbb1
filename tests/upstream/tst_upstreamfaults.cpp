// SPDX-License-Identifier: GPL-3.0-or-later
// An upstream that is dead, silent, cut short, foreign or too fast ends a request in the right
// error and in time, never in a success, and never in memory.
#include "upstream/upstreamclient.h"

#include "support/testcertificate.h"
#include "upstream/clientfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(lanyard::test::Framing)

class TestUpstreamFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsARefusedConnection();
    void reportsAnUnknownHost();
    void timesOutWithoutAConnection();
    void timesOutWithoutAHead();
    void timesOutInASilentBody();
    void waitsForAReaderThatIsSlow_data();
    void waitsForAReaderThatIsSlow();
    void deliversWholeBodies_data();
    void deliversWholeBodies();
    void reportsACutBody_data();
    void reportsACutBody();
    void reportsGarbage_data();
    void reportsGarbage();
    void boundsAWholeDocument();
    void letsBodiesNotDelaySmallAnswers();
    void letsUpstreamsNotDelayEachOther();
    void doesNotCountTheTimeInTheQueue();
    void trustsItsOwnCa();
    void refusesAnUnknownCertificate();
    void refusesAnEmptyCaFile();
};

namespace {

const std::string path = "/v2/org/app/blobs/x";

UpstreamRequest contentRequest(const std::string &at)
{
    UpstreamRequest request = ClientFixture::get(at);
    request.traffic = Traffic::Content;
    return request;
}

/// Bytes that are not the same anywhere near a buffer's length apart.
QByteArray makeBody(qsizetype size)
{
    QByteArray block(65'521, '\0');
    for (qsizetype i = 0; i < block.size(); ++i)
        block[i] = static_cast<char>(i * 31 + i / 251);
    QByteArray body = block.repeated(size / block.size() + 1);
    body.resize(size);
    return body;
}

void addFramings()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("Content-Length") << Framing::ContentLength;
    QTest::newRow("chunked") << Framing::Chunked;
    QTest::newRow("until close") << Framing::UntilClose;
}

} // namespace

void TestUpstreamFaults::reportsARefusedConnection()
{
    ScriptedRegistry registry;
    ClientFixture fixture(registry);
    registry.stop();
    const Outcome outcome = fixture.run(path + "?key=SECRET");
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY(outcome.error->message.english().find("test.example") != std::string::npos);
    QCOMPARE(outcome.error->message.english().find("SECRET"), std::string::npos);

    // Until a probe finds it, it is not even tried.
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Offline);
    QCOMPARE(fixture.counted, 1);
}

void TestUpstreamFaults::reportsAnUnknownHost()
{
    ClientFixture fixture(ClientFixture::configFor("https://registry.invalid"));
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
}

void TestUpstreamFaults::timesOutWithoutAConnection()
{
    // A server that accepts connections and never shakes hands.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ClientFixture fixture(
        ClientFixture::configFor("https://127.0.0.1:" + std::to_string(server.serverPort())),
        {.connect = 100ms, .headers = 20s, .silence = 20s});
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
}

void TestUpstreamFaults::timesOutWithoutAHead()
{
    Fault held;
    held.isHeld = true;
    ScriptedRegistry registry;
    registry.addFault(path, held);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.connect = 20s, .headers = 100ms, .silence = 20s, .probeDelay = 1h});
    COMPARE_ERROR(fixture.run(path), ErrorCode::TimedOut);
    QTRY_COMPARE(registry.connections(), 0);
    COMPARE_ERROR(fixture.run(path), ErrorCode::Offline);
    QCOMPARE(registry.count(), 1);
}

void TestUpstreamFaults::timesOutInASilentBody()
{
    Fault stalled;
    stalled.status = 200;
    stalled.body = "0123456789";
    stalled.stallAfter = 4;
    ScriptedRegistry registry;
    registry.addFault(path, stalled);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.connect = 20s, .headers = 20s, .silence = 1s});

    const Outcome outcome = fixture.run(path);

    COMPARE_ERROR(outcome, ErrorCode::TimedOut);
    QVERIFY(outcome.head);
    QCOMPARE(outcome.body, QByteArray("0123"));
    // It did answer: what comes next is not refused.
    registry.release(path);
    QVERIFY(!fixture.run("/v2/").error);
}

void TestUpstreamFaults::waitsForAReaderThatIsSlow_data()
{
    addFramings();
}

void TestUpstreamFaults::waitsForAReaderThatIsSlow()
{
    QFETCH(Framing, framing);
    constexpr qsizetype size = 128 * 1024 * 1024;
    Fault large;
    large.status = 200;
    large.body = makeBody(size);
    large.framing = framing;
    ScriptedRegistry registry;
    registry.addFault(path, large);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.connect = 20s, .headers = 20s, .silence = 1s});
    Follower follower(fixture.client.send(contentRequest(path)), false);

    QTRY_VERIFY(follower.reply().bytesAvailable() >= limits::upstreamReadBufferBytes / 2);
    // Longer than the silence that would end it if the upstream were the slow one.
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.hasExpired(1'500));
    QVERIFY(!follower.isFinished());
    QVERIFY(follower.reply().bytesAvailable() <= limits::upstreamReadBufferBytes);
    // What is on its way is bounded by the buffer and those of the system, not by the body.
    QVERIFY2(registry.bodyBytesSent() < size / 2,
             qPrintable(QString::number(registry.bodyBytesSent())));

    follower.startReading();
    QTRY_VERIFY_WITH_TIMEOUT(follower.isFinished(), 60'000);
    follower.readAll();
    const auto &error = follower.outcome().error;
    QVERIFY2(!error, error ? error->message.english().c_str() : "");
    QVERIFY(follower.outcome().body == large.body);
}

void TestUpstreamFaults::deliversWholeBodies_data()
{
    addFramings();
}

void TestUpstreamFaults::deliversWholeBodies()
{
    QFETCH(Framing, framing);
    ScriptedRegistry registry;
    ClientFixture fixture(registry);
    for (const qsizetype size : {0, 1, 65'536, 5'000'000}) {
        Fault fault;
        fault.status = 200;
        fault.body = makeBody(size);
        fault.framing = framing;
        registry.release(path);
        registry.addFault(path, fault);
        const Outcome outcome = fixture.run(contentRequest(path));
        QVERIFY(!outcome.error);
        QVERIFY(outcome.body == fault.body);
    }
}

void TestUpstreamFaults::reportsACutBody_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("cut");
    QTest::newRow("before the first byte") << 1'000 << 0;
    QTest::newRow("in the middle") << 1'000 << 500;
    QTest::newRow("before the last byte") << 1'000 << 999;
    QTest::newRow("large") << 10'000'000 << 7'000'000;
}

void TestUpstreamFaults::reportsACutBody()
{
    QFETCH(int, size);
    QFETCH(int, cut);
    Fault fault;
    fault.status = 200;
    fault.body = makeBody(size);
    fault.cutAfter = cut;
    ScriptedRegistry registry;
    registry.addFault(path, fault);
    ClientFixture fixture(registry);

    const Outcome outcome = fixture.run(contentRequest(path));

    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY(outcome.head);
    // What came is right, and there for a resumption; of a large body Qt may drop the end.
    QVERIFY(fault.body.left(cut).startsWith(outcome.body));
    QCOMPARE(outcome.body.isEmpty(), cut == 0);
    // A download that goes on where it was cut is not refused.
    QVERIFY(!fixture.run("/v2/").error);
}

void TestUpstreamFaults::reportsGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("hello, this is not HTTP at all\r\n\r\n");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n");
    QTest::newRow("bytes") << QByteArray(1'000, '\xff');
}

void TestUpstreamFaults::reportsGarbage()
{
    QFETCH(QByteArray, bytes);
    Fault fault;
    fault.raw = bytes;
    ScriptedRegistry registry;
    registry.addFault(path, fault);
    ClientFixture fixture(registry);
    const Outcome outcome = fixture.run(path);
    QVERIFY(outcome.error);
    QVERIFY2(outcome.error->code == ErrorCode::BadUpstream ||
                 outcome.error->code == ErrorCode::Unreachable,
             outcome.error->message.english().c_str());
    QVERIFY(!outcome.head);
}

void TestUpstreamFaults::boundsAWholeDocument()
{
    Fault stalled;
    stalled.status = 200;
    stalled.body = "0123456789";
    stalled.stallAfter = 4;
    ScriptedRegistry registry;
    registry.addFault(path, stalled);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.silence = 1min, .document = 200ms});
    std::optional<Result<UpstreamDocument>> result;
    fixture.client.fetch(ClientFixture::get(path), 100, this,
                         [&result](auto document) { result = std::move(document); });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().code, ErrorCode::TimedOut);
    QTRY_COMPARE(registry.connections(), 0);
}

void TestUpstreamFaults::letsUpstreamsNotDelayEachOther()
{
    // Even where two of them are the same server.
    Fault held;
    held.isHeld = true;
    ScriptedRegistry registry;
    registry.addFault(path, held);
    UpstreamConfig other = ClientFixture::configFor(registry.url());
    other.registry = "other.example";
    ClientFixture fixture({ClientFixture::configFor(registry.url()), other});
    std::vector<std::unique_ptr<Follower>> waiting;
    for (int i = 0; i < 2 * limits::upstreamConnectionsPerHost; ++i)
        waiting.push_back(
            std::make_unique<Follower>(fixture.client.send(ClientFixture::get(path))));
    QTRY_COMPARE(registry.count("GET", path), limits::upstreamConnectionsPerHost);
    UpstreamRequest request = ClientFixture::get("/v2/");
    request.upstream = 1;
    QVERIFY(!fixture.run(request).error);
}

void TestUpstreamFaults::letsBodiesNotDelaySmallAnswers()
{
    Fault held;
    held.isHeld = true;
    ScriptedRegistry registry;
    registry.addFault(path, held);
    ClientFixture fixture(registry);
    std::vector<std::unique_ptr<Follower>> bodies;
    for (int i = 0; i < 2 * limits::upstreamConnectionsPerHost; ++i)
        bodies.push_back(std::make_unique<Follower>(fixture.client.send(contentRequest(path))));
    QTRY_COMPARE(registry.count("GET", path), limits::upstreamConnectionsPerHost);
    QVERIFY(!fixture.run("/v2/").error);
}

void TestUpstreamFaults::doesNotCountTheTimeInTheQueue()
{
    Fault held;
    held.isHeld = true;
    ScriptedRegistry registry;
    registry.addFault(path, held);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.connect = 3s, .headers = 60s, .silence = 60s});
    std::vector<std::unique_ptr<Follower>> all;
    for (int i = 0; i < 2 * limits::upstreamConnectionsPerHost; ++i)
        all.push_back(std::make_unique<Follower>(fixture.client.send(ClientFixture::get(path))));
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.hasExpired(4'000));
    QCOMPARE(registry.count(), limits::upstreamConnectionsPerHost);
    registry.release(path);
    for (const auto &follower : all) {
        QTRY_VERIFY(follower->isFinished());
        COMPARE_ERROR(follower->outcome(), ErrorCode::NotFound);
    }
    QCOMPARE(registry.count(), 2 * limits::upstreamConnectionsPerHost);
}

void TestUpstreamFaults::trustsItsOwnCa()
{
    const TlsIdentity identity = makeTlsIdentity("127.0.0.1");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificate);
    file.close();
    ScriptedRegistry registry(identity);
    const QByteArray body = makeBody(5'000'000);
    const Digest digest = registry.addBlob("org/app", body);
    registry.requireBearer({}); // the token service shows the same certificate
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    config.caFile = file.fileName().toStdString();
    ClientFixture fixture(config);

    const Outcome outcome = fixture.run(contentRequest("/v2/org/app/blobs/" + digest.toString()));
    QVERIFY2(!outcome.error, outcome.error ? outcome.error->message.english().c_str() : "");
    QVERIFY(outcome.body == body);

    // From https nothing leads back to http.
    ScriptedRegistry plain;
    registry.addFault("/v2/", redirectTo(plain.url() + "/v2/"));
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::BadUpstream);
    QCOMPARE(plain.count(), 0);
}

void TestUpstreamFaults::refusesAnUnknownCertificate()
{
    ScriptedRegistry registry(makeTlsIdentity("127.0.0.1"));
    ClientFixture fixture(registry);
    const Outcome outcome = fixture.run("/v2/");
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY2(outcome.error->message.english().find("TLS") != std::string::npos,
             outcome.error->message.english().c_str());
    QCOMPARE(registry.count(), 0);
}

void TestUpstreamFaults::refusesAnEmptyCaFile()
{
    ScriptedRegistry registry;
    QTemporaryDir folder;
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    config.caFile = folder.filePath(QStringLiteral("missing.pem")).toStdString();
    ClientFixture fixture(config);
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
    QCOMPARE(registry.count(), 0);
}

QTEST_GUILESS_MAIN(TestUpstreamFaults)
#include "tst_upstreamfaults.moc"
