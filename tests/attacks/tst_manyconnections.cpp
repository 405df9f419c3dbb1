// SPDX-License-Identifier: GPL-3.0-or-later
// A client that opens all the connections that it can has its own share and no more: it is told so
// a few times, then closed at once, and its neighbours are served.
#include "core/limits.h"
#include "http/testserver.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

class TestManyConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void leavesPlaceForOthers();
    void letsThisComputerHaveAll();
};

void TestManyConnections::leavesPlaceForOthers()
{
    constexpr int share = 20;
    // What is told to those beyond it waits for them, so that they can be counted.
    TestServer server(
        rowOptions({.lingerTimeout = 60s, .connectionsMax = 1'000, .perLoopbackMax = share}),
        answerBriefly);
    std::vector<std::unique_ptr<RawHttpClient>> greedy;
    for (int i = 0; i < 500; ++i)
        greedy.push_back(std::make_unique<RawHttpClient>(server.port(), 0, "127.0.0.2"));
    QTRY_COMPARE(server.observer().connections(), share + limits::excessPerAddressMax);
    int served = 0;
    int told = 0;
    for (const auto &client : greedy) {
        client->send(requestText("GET", "/"));
        const RawAnswer answer = client->readAnswer();
        served += answer.status == 200 ? 1 : 0;
        told += answer.status == 503 && answer.hasField("Retry-After") ? 1 : 0;
    }
    QCOMPARE(served, share);
    QCOMPARE(told, limits::excessPerAddressMax);

    for (const char *neighbour : {"127.0.0.3", "127.0.0.4"}) {
        RawHttpClient client(server.port(), 0, neighbour);
        QVERIFY(client.send(requestText("GET", "/")));
        QCOMPARE(client.readAnswer().status, 200);
    }
    greedy.clear();
    QTRY_COMPARE(server.observer().connections(), 0);
    RawHttpClient again(server.port(), 0, "127.0.0.2");
    QVERIFY(again.send(requestText("GET", "/")));
    QCOMPARE(again.readAnswer().status, 200);
}

/// Its address is that of all who come through a proxy on it.
void TestManyConnections::letsThisComputerHaveAll()
{
    TestServer server(rowOptions({.perAddressMax = 1}), answerBriefly);
    std::vector<std::unique_ptr<RawHttpClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<RawHttpClient>(server.port()));
        QVERIFY(clients.back()->send(requestText("GET", "/")));
        QCOMPARE(clients.back()->readAnswer().status, 200);
    }
}

QTEST_GUILESS_MAIN(TestManyConnections)
#include "tst_manyconnections.moc"
