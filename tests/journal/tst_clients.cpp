// SPDX-License-Identifier: GPL-3.0-or-later
// Which program asked what, when one had to go elsewhere, and that no more are kept than may be.
#include "journal/clients.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace lanyard;

Q_DECLARE_METATYPE(lanyard::RequestKind)

namespace {

RequestRecord recordOf(const QByteArray &address, const QByteArray &userAgent, std::int64_t atMs)
{
    RequestRecord record;
    record.client = address;
    record.userAgent = userAgent;
    record.startedAtMs = atMs;
    record.status = 200;
    record.bodyBytes = 100;
    record.labels.kind = RequestKind::Manifest;
    record.labels.result = CacheResult::Hit;
    record.labels.upstream = "docker.io";
    return record;
}

RequestRecord answered(int status, RequestKind kind, const QByteArray &upstream)
{
    RequestRecord record = recordOf("192.0.2.1", "a/1", 1);
    record.status = status;
    record.labels.kind = kind;
    record.labels.upstream = upstream;
    return record;
}

} // namespace

class TestClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProgramsApart();
    void addsUp();
    void remembersForms();
    void knowsWhoHadToFallBack_data();
    void knowsWhoHadToFallBack();
    void whatIsDeniedIsFallenBackOn();
    void isServedAgain();
    void forgetsTheOldest();
    void losesNothing();
};

void TestClients::tellsProgramsApart()
{
    journal::Clients clients;
    clients.count(recordOf("192.0.2.1", "a/1", 1));
    clients.count(recordOf("192.0.2.1", "b/1", 1));
    clients.count(recordOf("192.0.2.2", "a/1", 1));
    clients.count(recordOf("192.0.2.1", "a/1", 2));
    QCOMPARE(clients.all().size(), 3);
}

void TestClients::addsUp()
{
    journal::Clients clients;
    clients.count(recordOf("192.0.2.1", "a/1", 10));
    RequestRecord miss = recordOf("192.0.2.1", "a/1", 30);
    miss.labels.result = CacheResult::Miss;
    miss.labels.kind = RequestKind::Blob;
    miss.labels.user = "robot";
    clients.count(miss);
    // It ended after one that began later.
    RequestRecord ping = recordOf("192.0.2.1", "a/1", 20);
    ping.labels = {.kind = RequestKind::Ping, .user = "robot"};
    clients.count(ping);
    const ClientSummary client = clients.all().constFirst();
    QCOMPARE(client.address, QByteArray("192.0.2.1"));
    QCOMPARE(client.userAgent, QByteArray("a/1"));
    QCOMPARE(client.user, QByteArray("robot"));
    QCOMPARE(client.firstSeenMs, 10);
    QCOMPARE(client.lastSeenMs, 30);
    QCOMPARE(client.requests, 3U);
    QCOMPARE(client.hits, 1U);
    QCOMPARE(client.misses, 1U);
    QCOMPARE(client.bytesServed, 200U); // that of a ping is no content
}

void TestClients::remembersForms()
{
    journal::Clients clients;
    for (const RequestForm form : {RequestForm::Default, RequestForm::Namespace, RequestForm::None,
                                   RequestForm::Namespace, RequestForm::Default}) {
        RequestRecord record = recordOf("192.0.2.1", "a/1", 1);
        record.labels.form = form;
        clients.count(record);
    }
    const std::vector<RequestForm> expected{RequestForm::Namespace, RequestForm::Default};
    QVERIFY(clients.all().constFirst().forms == expected);
}

void TestClients::knowsWhoHadToFallBack_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RequestKind>("kind");
    QTest::addColumn<QByteArray>("upstream");
    QTest::addColumn<bool>("hadTo");
    QTest::addColumn<bool>("isServed");
    const QByteArray known = "docker.io";
    QTest::newRow("given") << 200 << RequestKind::Manifest << known << false << true;
    QTest::newRow("a part") << 206 << RequestKind::Blob << known << false << true;
    QTest::newRow("not modified") << 304 << RequestKind::Manifest << known << false << true;
    QTest::newRow("no such image") << 404 << RequestKind::Manifest << known << false << true;
    QTest::newRow("no such upstream")
        << 404 << RequestKind::Manifest << QByteArray() << true << false;
    QTest::newRow("no answer") << 503 << RequestKind::Blob << known << true << false;
    QTest::newRow("not allowed") << 403 << RequestKind::Manifest << known << true << false;
    // Docker asks without its password first.
    QTest::newRow("who is it") << 401 << RequestKind::Manifest << known << false << false;
    QTest::newRow("no content") << 503 << RequestKind::Referrers << known << false << true;
}

void TestClients::knowsWhoHadToFallBack()
{
    QFETCH(int, status);
    QFETCH(RequestKind, kind);
    QFETCH(QByteArray, upstream);
    journal::Clients clients;
    clients.count(answered(status, kind, upstream));
    const ClientSummary client = clients.all().constFirst();
    QTEST(client.lastFallback.has_value(), "hadTo");
    QTEST(client.isServed, "isServed");
    QCOMPARE(client.fallbacks, client.lastFallback ? 1U : 0U);
    if (client.lastFallback) {
        QCOMPARE(client.lastFallback->status, status);
        QCOMPARE(client.lastFallback->upstream, upstream);
    }
}

/// It looks like what is not there, and its client may have a right to it.
void TestClients::whatIsDeniedIsFallenBackOn()
{
    journal::Clients clients;
    RequestRecord record = answered(404, RequestKind::Manifest, "docker.io");
    record.labels.isDenied = true;
    clients.count(record);
    const ClientSummary client = clients.all().constFirst();
    QCOMPARE(client.fallbacks, 1U);
    QVERIFY(!client.isServed);
    QCOMPARE(client.lastFallback->status, 404);
}

void TestClients::isServedAgain()
{
    journal::Clients clients;
    clients.count(answered(503, RequestKind::Manifest, "docker.io"));
    QVERIFY(!clients.all().constFirst().isServed);
    clients.count(answered(200, RequestKind::Ping, "docker.io"));
    QVERIFY(!clients.all().constFirst().isServed);
    clients.count(answered(200, RequestKind::Manifest, "docker.io"));
    QVERIFY(clients.all().constFirst().isServed);
    QCOMPARE(clients.all().constFirst().fallbacks, 1U);
}

void TestClients::forgetsTheOldest()
{
    journal::Clients clients(2);
    clients.count(recordOf("192.0.2.1", "a/1", 10));
    clients.count(recordOf("192.0.2.2", "a/1", 20));
    clients.count(recordOf("192.0.2.1", "a/1", 30));
    clients.count(recordOf("192.0.2.3", "a/1", 40));
    QList<QByteArray> addresses;
    for (const ClientSummary &client : clients.all())
        addresses += client.address;
    std::sort(addresses.begin(), addresses.end());
    QCOMPARE(addresses, (QList<QByteArray>{"192.0.2.1", "192.0.2.3"}));
}

void TestClients::losesNothing()
{
    constexpr int each = 10'000;
    journal::Clients clients;
    const auto work = [&clients] {
        for (int i = 0; i < each; ++i)
            clients.count(recordOf("192.0.2.1", "a/1", i));
    };
    std::thread other(work);
    work();
    other.join();
    QCOMPARE(clients.all().constFirst().requests, 2U * each);
}

QTEST_APPLESS_MAIN(TestClients)
#include "tst_clients.moc"
