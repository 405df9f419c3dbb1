// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of a server hold: how many may connect, how long a client may take, and how long
// it may have to wait.
#include "core/limits.h"
#include "http/testserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

class TestServerLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesIdleConnections();
    void answersHalfARequest();
    void closesASilentBody();
    void refusesExcessConnections();
    void closesFarExcessConnections();
    void endsLingering();
    void answersForAHandlerThatDoesNot();
    void cutsABodyThatStops_data();
    void cutsABodyThatStops();
    void waitsForABodyThatGrows();
};

void TestServerLimits::closesIdleConnections()
{
    TestServer server(openOptions(2, {.idleTimeout = 100ms}), answerBriefly);
    RawHttpClient fresh(server.port());
    RawHttpClient used(server.port());
    QVERIFY(used.send(requestText("GET", "/")));
    QCOMPARE(used.readAnswer().status, 200);
    QCOMPARE(fresh.readToEnd(), End::Closed);
    QCOMPARE(used.readToEnd(), End::Closed);
    QTRY_COMPARE(server.observer().connections(), 0);
    QCOMPARE(server.observer().records().size(), std::size_t{1});
}

void TestServerLimits::answersHalfARequest()
{
    TestServer server(openOptions(1, {.requestTimeout = 200ms}), answerBriefly);
    RawHttpClient client(server.port());
    QVERIFY(client.send("GET /slow HTTP/1.1\r\nHo"));
    const RawAnswer refusal = client.readAnswer();
    QCOMPARE(refusal.status, 408);
    QCOMPARE(refusal.field("Connection"), std::string("close"));
    client.shutdownWrite();
    QCOMPARE(client.readToEnd(), End::Closed);
    const auto records = server.observer().records();
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(records.front().status, 408);
    QCOMPARE(records.front().target, QByteArray("/slow"));
}

void TestServerLimits::closesASilentBody()
{
    TestServer server(openOptions(1, {.requestTimeout = 200ms}), answerBriefly);
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("POST", "/", "Content-Length: 5\r\n") + "ab"));
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(client.readToEnd(), End::Closed);
}

void TestServerLimits::refusesExcessConnections()
{
    TestServer server(openOptions(2, {.connectionsMax = 2}), answerBriefly);
    auto first = server.connect();
    RawHttpClient second(server.port());
    RawHttpClient third(server.port());
    for (RawHttpClient *client : {first.get(), &second}) {
        QVERIFY(client->send(requestText("GET", "/")));
        QCOMPARE(client->readAnswer().status, 200);
    }
    QVERIFY(third.send(requestText("GET", "/")));
    const RawAnswer refusal = third.readAnswer();
    QCOMPARE(refusal.status, 503);
    QVERIFY(refusal.hasField("Retry-After"));
    third.shutdownWrite();
    QCOMPARE(third.readToEnd(), End::Closed);

    // The others are not disturbed, and a place that is free again is given.
    QVERIFY(second.send(requestText("GET", "/")));
    QCOMPARE(second.readAnswer().status, 200);
    first.reset();
    QTRY_COMPARE(server.observer().connections(), 1);
    RawHttpClient fourth(server.port());
    QVERIFY(fourth.send(requestText("GET", "/")));
    QCOMPARE(fourth.readAnswer().status, 200);
}

void TestServerLimits::closesFarExcessConnections()
{
    TestServer server(openOptions(1, {.lingerTimeout = 5s, .connectionsMax = 0}), answerBriefly);
    std::vector<std::unique_ptr<RawHttpClient>> excess;
    for (int i = 0; i < limits::excessConnectionsMax; ++i)
        excess.push_back(server.connect());
    QTRY_COMPARE(server.observer().connections(), limits::excessConnectionsMax);
    RawHttpClient beyond(server.port());
    QVERIFY(beyond.readToEnd() != End::Open);
    // Those who were let in only to be told leave soon, whatever they do.
    QTRY_COMPARE(server.observer().connections(), 0);
}

void TestServerLimits::endsLingering()
{
    TestServer server(openOptions(1, {.lingerTimeout = 100ms}), answerBriefly);
    RawHttpClient client(server.port());
    QVERIFY(client.send("nonsense\n"));
    QCOMPARE(client.readAnswer().status, 400);
    QTRY_COMPARE(server.observer().connections(), 0); // although the client stays
}

void TestServerLimits::answersForAHandlerThatDoesNot()
{
    std::mutex mutex;
    Responder waiting;
    TestServer server(openOptions(1, {.answerTimeout = 200ms}),
                      [&](const Request & /*request*/, Responder responder) {
                          const std::lock_guard lock(mutex);
                          waiting = std::move(responder);
                      });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 504);
    QVERIFY(answer.body.find("UNAVAILABLE") != std::string::npos);
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    QCOMPARE(server.observer().records().front().status, 504);
    // An answer that comes later goes nowhere.
    {
        const std::lock_guard lock(mutex);
        waiting.respond(textResponse("late"));
    }
    client.shutdownWrite();
    QCOMPARE(client.read(100), std::string());
    QCOMPARE(client.readToEnd(), End::Closed);
}

void TestServerLimits::cutsABodyThatStops_data()
{
    QTest::addColumn<qint64>("published");
    QTest::newRow("before its first byte") << qint64{0};
    QTest::newRow("in the middle") << qint64{500};
}

void TestServerLimits::cutsABodyThatStops()
{
    QFETCH(qint64, published);
    const auto file = std::make_shared<GrowingFile>(makeFile(patternBytes(1'000)), 1'000);
    file->publish(published);
    TestServer server(openOptions(1, {.answerTimeout = 200ms}),
                      [&file](const Request & /*request*/, Responder responder) {
                          responder.respond(bodyResponse(GrowingBody{*file->follow(0), 0, 1'000}));
                      });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    QCOMPARE(client.read(1'000).size(), static_cast<std::size_t>(published));
    QCOMPARE(client.readToEnd(), End::Reset);
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    QVERIFY(!server.observer().records().front().isComplete);
}

void TestServerLimits::waitsForABodyThatGrows()
{
    static constexpr auto answerTimeout = 1'000ms;
    const auto file = std::make_shared<GrowingFile>(makeFile(patternBytes(1'000)), 1'000);
    TestServer server(
        openOptions(1, {.answerTimeout = answerTimeout}),
        [&file](const Request & /*request*/, Responder responder) {
            responder.respond(bodyResponse(GrowingBody{*file->follow(900), 900, 100}));
        });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    // What it waits for is far, but comes nearer.
    QElapsedTimer timer;
    timer.start();
    auto grow = [&file, &timer, published = std::int64_t{0}]() mutable {
        file->publish(++published);
        return timer.hasExpired(2 * answerTimeout.count());
    };
    QVERIFY(QTest::qWaitFor(grow, 10'000));
    file->complete();
    QCOMPARE(client.read(100), patternBytes(1'000).substr(900));
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_serverlimits.moc"
