// SPDX-License-Identifier: GPL-3.0-or-later
// A client's connections are counted by its address, and by the /64 of it, as long as they are
// there.
#include "http/addresscounts.h"

#include <QTest>

#include <optional>
#include <vector>

using namespace lanyard::http;

class TestAddressCounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoIsTheSame_data();
    void knowsWhoIsTheSame();
    void countsWhatIsThere();
    void movesAPlace();
};

void TestAddressCounts::knowsWhoIsTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    QTest::addColumn<bool>("isNeighbour");
    const auto row = [](const char *one, const char *other, bool isSame, bool isNeighbour) {
        QTest::addRow("%s %s", one, other)
            << QString::fromLatin1(one) << QString::fromLatin1(other) << isSame << isNeighbour;
    };
    row("10.0.0.1", "10.0.0.1", true, false);
    row("10.0.0.1", "10.0.0.2", false, false);
    row("10.0.0.1", "::ffff:10.0.0.1", true, false);
    row("127.0.0.1", "::1", false, false);
    row("2001:db8::1", "2001:db8::1", true, true);
    row("2001:db8::1", "2001:db8::2", false, true);
    row("2001:db8::1", "2001:db8:0:0:ffff:ffff:ffff:ffff", false, true);
    row("2001:db8::1", "2001:db8:0:1::1", false, false);
    row("2001:db8::1", "2001:db9::1", false, false);
    row("fe80::1%eth0", "fe80::2%eth1", false, true);
}

void TestAddressCounts::knowsWhoIsTheSame()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    AddressCounts counts;
    {
        const auto first = counts.take(QHostAddress(one));
        const auto second = counts.take(QHostAddress(other));
        QCOMPARE(first.others(), 0);
        QCOMPARE(first.neighbours(), 0);
        QTEST(second.others() == 1, "isSame");
        QTEST(second.neighbours() == 1, "isNeighbour");
    }
    QVERIFY(counts.isEmpty());
}

void TestAddressCounts::countsWhatIsThere()
{
    const QHostAddress client(QStringLiteral("10.0.0.1"));
    AddressCounts counts;
    {
        std::vector<AddressCounts::Place> places;
        for (int i = 0; i < 1'000; ++i) {
            places.push_back(counts.take(client));
            QCOMPARE(places.back().others(), i);
        }
        places.resize(10);
        QCOMPARE(counts.take(client).others(), 10);
        QCOMPARE(counts.take(client).others(), 10);
    }
    QVERIFY(counts.isEmpty());
    QCOMPARE(counts.take(client).others(), 0);
}

void TestAddressCounts::movesAPlace()
{
    const QHostAddress client(QStringLiteral("10.0.0.1"));
    AddressCounts counts;
    AddressCounts::Place none;
    std::optional<AddressCounts::Place> moved;
    {
        AddressCounts::Place place = counts.take(client);
        moved = std::move(place);
    }
    QCOMPARE(counts.take(client).others(), 1);
    none = std::move(*moved);
    moved.reset();
    QCOMPARE(counts.take(client).others(), 1);
    none = AddressCounts::Place();
    QVERIFY(counts.isEmpty());
}

QTEST_APPLESS_MAIN(TestAddressCounts)
#include "tst_addresscounts.moc"
