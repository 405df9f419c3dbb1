// SPDX-License-Identifier: GPL-3.0-or-later
// What is written of orders is read again, whatever else is in the file is nothing, and pauses grow
// as far as they may.
#include "acme/orderpause.h"
#include "acme/orderrecord.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;
using namespace std::chrono_literals;

class TestOrderRecord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAgain();
    void countsFailuresOnTheSameTerms();
    void isNothing_data();
    void isNothing();
    void pauses_data();
    void pauses();
};

void TestOrderRecord::isReadAgain()
{
    const OrderRecord record{.lastOrder = fromEpochMs(1'795'777'587'931),
                             .failures = 3,
                             .hosts = {"a.b", "*.c.d"},
                             .directoryUrl = "https://ca.lan/dir",
                             .terms = QStringLiteral("run --http")};
    QVERIFY(OrderRecord::parse(record.toBytes()) == record);
    QVERIFY(OrderRecord::parse(OrderRecord().toBytes()) == OrderRecord());
}

void TestOrderRecord::countsFailuresOnTheSameTerms()
{
    const WallTime now = fromEpochMs(1'795'777'587'931);
    const QString terms = QStringLiteral("run --http");
    const OrderRecord second = OrderRecord().withOrder(now, terms).withOrder(now, terms);
    QCOMPARE(second.failuresOn(terms), 2);
    const QString others = QStringLiteral("run --tls");
    QCOMPARE(second.failuresOn(others), 0);
    const OrderRecord third = second.withOrder(now, others);
    QCOMPARE(third.failuresOn(others), 1);
    QCOMPARE(third.lastOrder, std::optional(now));
}

void TestOrderRecord::isNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("other types") << QByteArray(
        R"({"lastOrderMs": "x", "failures": "x", "hosts": 1})");
    QTest::newRow("failures that cannot be") << QByteArray(R"({"failures": -7})");
}

void TestOrderRecord::isNothing()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(OrderRecord::parse(bytes) == OrderRecord());
}

void TestOrderRecord::pauses_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("hours");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("five") << 5 << 16;
    QTest::newRow("six") << 6 << 24;
    QTest::newRow("many") << 1'000'000 << 24;
}

void TestOrderRecord::pauses()
{
    QFETCH(int, failures);
    QFETCH(int, hours);
    QVERIFY(pauseAfter(failures, 1h, 24h) == std::chrono::hours(hours));
}

QTEST_GUILESS_MAIN(TestOrderRecord)
#include "tst_orderrecord.moc"
