// SPDX-License-Identifier: GPL-3.0-or-later
// Over real connections: many logins at once, guesses, clients that leave and a stop in the middle
// cost no more than they may, and those who have logged in nothing.
#include "core/limits.h"

#include "guardedserver.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestLoginLoad final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void joinsTheSameLogin();
    void refusesWhenBusy();
    void slowsGuesses();
    void oneGuessCountsOnce();
    void rememberedOnesAreNotSlowed();
    void aClientLeaves();
    void stopsInTheMiddle();
};

void TestLoginLoad::joinsTheSameLogin()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.hash().hold();
    std::vector<std::unique_ptr<RawHttpClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(guarded.server().connect());
        QVERIFY(clients.back()->send(requestText("GET", "/v2/", alice)));
    }
    QTRY_COMPARE(guarded.handled(), 8);
    guarded.hash().release();
    for (const auto &client : clients)
        QCOMPARE(client->readAnswer().status, 200);
    QCOMPARE(guarded.hash().count(), std::size_t{1});
}

void TestLoginLoad::refusesWhenBusy()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.hash().hold();
    const auto first = guarded.server().connect();
    const auto second = guarded.server().connect();
    QVERIFY(first->send(requestText("GET", "/v2/", alice)));
    QVERIFY(second->send(requestText("GET", "/v2/", basic("bob", "banana"))));
    QTRY_COMPARE(guarded.handled(), 2);
    const RawAnswer refused = guarded.get("/v2/", basic("bob", "x"));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.field("Retry-After"), std::string("1"));
    QVERIFY(refused.body.find(R"("code":"TOOMANYREQUESTS")") != std::string::npos);
    QVERIFY(!refused.hasField("WWW-Authenticate"));
    guarded.hash().release();
    QCOMPARE(first->readAnswer().status, 200);
    QCOMPARE(second->readAnswer().status, 200);
}

void TestLoginLoad::slowsGuesses()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    for (int i = 0; i < limits::wrongPasswordsFree; ++i)
        QCOMPARE(guarded.get("/v2/", basic("alice", QByteArray::number(i) + 'x')).status, 401);
    for (const std::string &fields : {alice, basic("eve", "x")}) {
        const RawAnswer slowed = guarded.get("/v2/", fields);
        QCOMPARE(slowed.status, 429);
        QCOMPARE(slowed.field("Retry-After"), std::string("1"));
        QVERIFY(slowed.body.find(R"("code":"TOOMANYREQUESTS")") != std::string::npos);
    }
    // Who says nothing guesses nothing.
    QCOMPARE(guarded.get("/v2/").status, 401);
    QCOMPARE(guarded.hash().count(), std::size_t{limits::wrongPasswordsFree});
    guarded.clock().advance(1s);
    QCOMPARE(guarded.get("/v2/", basic("alice", "x")).status, 401);
    QCOMPARE(guarded.get("/v2/", alice).field("Retry-After"), std::string("2"));
    guarded.clock().advance(2s);
    QCOMPARE(guarded.get("/v2/", alice).status, 200);
    QCOMPARE(guarded.get("/v2/", basic("alice", "x")).status, 401);
    QCOMPARE(guarded.get("/v2/", basic("bob", "banana")).status, 200);
}

void TestLoginLoad::oneGuessCountsOnce()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.hash().hold();
    std::vector<std::unique_ptr<RawHttpClient>> clients;
    for (int i = 0; i < 2 * limits::wrongPasswordsFree; ++i) {
        clients.push_back(guarded.server().connect());
        QVERIFY(clients.back()->send(requestText("GET", "/v2/", basic("alice", "x"))));
    }
    QTRY_COMPARE(guarded.handled(), 2 * limits::wrongPasswordsFree);
    guarded.hash().release();
    for (const auto &client : clients)
        QCOMPARE(client->readAnswer().status, 401);
    QCOMPARE(guarded.get("/v2/", alice).status, 200);
}

void TestLoginLoad::rememberedOnesAreNotSlowed()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    QCOMPARE(guarded.get("/v2/", alice).status, 200);
    for (int i = 0; i < limits::wrongPasswordsFree; ++i)
        QCOMPARE(guarded.get("/v2/", basic("bob", QByteArray::number(i) + 'x')).status, 401);
    QCOMPARE(guarded.get("/v2/", basic("bob", "banana")).status, 429);
    QCOMPARE(guarded.get("/v2/", alice).status, 200);
}

void TestLoginLoad::aClientLeaves()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.hash().hold();
    const auto client = guarded.server().connect();
    QVERIFY(client->send(requestText("GET", "/v2/", alice)));
    guarded.hash().awaitBegun(1);
    client->reset();
    QTRY_COMPARE(guarded.server().observer().connections(), 0);
    guarded.hash().release();
    QCOMPARE(guarded.get("/v2/", alice).status, 200);
}

void TestLoginLoad::stopsInTheMiddle()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.hash().hold();
    const auto first = guarded.server().connect();
    QVERIFY(first->send(requestText("GET", "/first", alice)));
    guarded.hash().awaitBegun(1);
    const auto second = guarded.server().connect();
    QVERIFY(second->send(requestText("GET", "/second", basic("bob", "banana"))));
    QTRY_COMPARE(guarded.handled(), 2);
    guarded.server().server().stop();
    std::thread releaser([&guarded] { guarded.hash().release(); });
    guarded.authenticator().stop();
    releaser.join();
    // The second is looked at or not, but nothing comes afterwards.
    const std::size_t seen = guarded.next().seen().size();
    QVERIFY(seen == 1 || seen == 2);
    guarded.authenticator().stop();
    QCOMPARE(guarded.next().seen().size(), seen);
}

QTEST_GUILESS_MAIN(TestLoginLoad)
#include "tst_loginload.moc"
