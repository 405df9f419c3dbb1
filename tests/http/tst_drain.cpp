// SPDX-License-Identifier: GPL-3.0-or-later
// A stop is orderly: no new connections, idle ones closed, running answers ended with "close", and
// what takes too long cut.
#include "http/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

class TestDrain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void drainsWithoutConnections();
    void closesIdleAndEndsRunning();
    void cutsAfterTheTimeout();
    void stopsWithAnswersOutstanding();
};

namespace {

/// Follows a file that the test completes.
Answerer follow(const std::shared_ptr<GrowingFile> &file)
{
    return [file](const Request &request, Responder responder) {
        Response response = textResponse("x");
        if (request.path == "/file")
            response.body = GrowingBody{*file->follow(0), 0, file->size()};
        responder.respond(std::move(response));
    };
}

} // namespace

void TestDrain::drainsWithoutConnections()
{
    TestServer server(rowOptions(), follow(nullptr));
    QSignalSpy drained(&server.server(), &HttpServer::drained);
    server.server().drain();
    QVERIFY(drained.wait(patienceMs));
    QVERIFY(!server.connect()->isConnected());
    server.server().drain();
    QTest::qWait(0);
    QCOMPARE(drained.count(), 1);
}

void TestDrain::closesIdleAndEndsRunning()
{
    const auto file = std::make_shared<GrowingFile>(makeFile("abc"), 3);
    TestServer server(rowOptions(), follow(file));
    QSignalSpy drained(&server.server(), &HttpServer::drained);
    RawHttpClient idle(server.port());
    QVERIFY(idle.send(requestText("GET", "/")));
    QCOMPARE(idle.readAnswer().status, 200);
    RawHttpClient running(server.port());
    QVERIFY(running.send(requestText("GET", "/file")));
    QCOMPARE(running.readAnswerToHead().status, 200);
    RawHttpClient half(server.port());
    QVERIFY(half.send("GET /half HTTP/1.1\r\n"));
    QTRY_COMPARE(server.observer().connections(), 3);

    server.server().drain();
    QCOMPARE(idle.readToEnd(), End::Closed);
    QVERIFY(half.send("Host: a\r\n\r\n"));
    const RawAnswer last = half.readAnswer();
    QCOMPARE(last.status, 200);
    QCOMPARE(last.field("Connection"), std::string("close"));
    half.shutdownWrite();
    QCOMPARE(half.readToEnd(), End::Closed);
    QVERIFY(drained.isEmpty());
    file->complete();
    QCOMPARE(running.read(3), std::string("abc"));
    running.shutdownWrite();
    QCOMPARE(running.readToEnd(), End::Closed);
    QTRY_COMPARE(drained.count(), 1);
    QCOMPARE(server.observer().connections(), 0);
}

void TestDrain::cutsAfterTheTimeout()
{
    const auto file = std::make_shared<GrowingFile>(makeFile("abc"), 3);
    TestServer server(rowOptions({.drainTimeout = 200ms}), follow(file));
    QSignalSpy drained(&server.server(), &HttpServer::drained);
    RawHttpClient running(server.port());
    QVERIFY(running.send(requestText("GET", "/file")));
    QCOMPARE(running.readAnswerToHead().status, 200);
    server.server().drain();
    QVERIFY(drained.wait(patienceMs));
    QCOMPARE(running.readToEnd(), End::Reset);
}

void TestDrain::stopsWithAnswersOutstanding()
{
    std::mutex mutex;
    std::vector<Responder> kept;
    TestServer server(rowOptions(), [&](const Request &, Responder responder) {
        const std::lock_guard lock(mutex);
        kept.push_back(std::move(responder));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    const auto keptCount = [&] {
        const std::lock_guard lock(mutex);
        return kept.size();
    };
    QTRY_COMPARE(keptCount(), std::size_t{1});
    server.server().stop();
    QCOMPARE(server.observer().connections(), 0);
    kept.clear(); // answers 500, to nobody
    QVERIFY(client.readToEnd() != End::Open);
}

QTEST_GUILESS_MAIN(TestDrain)
#include "tst_drain.moc"
