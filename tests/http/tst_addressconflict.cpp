// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses cannot be listened on at once, however they are written.
#include "http/addressconflict.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::http;

class TestAddressConflict final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsInTheWay_data();
    void knowsWhatIsInTheWay();
};

void TestAddressConflict::knowsWhatIsInTheWay_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isInTheWay");
    const auto row = [](const char *one, const char *other, bool isInTheWay) {
        QTest::newRow(qPrintable(QLatin1String(one) + u' ' + QLatin1String(other)))
            << QByteArray(one) << QByteArray(other) << isInTheWay;
    };
    row("[::]:443", ":443", true);
    row("[::]:443", "192.0.2.1:443", true);
    row("[0::0]:443", "192.0.2.1:443", true);
    row("0.0.0.0:443", "192.0.2.1:443", true);
    row("192.0.2.1:443", "192.0.2.1:443", true);
    row("[2001:db8::1]:443", "[2001:DB8:0::1]:443", true);
    row("[::ffff:192.0.2.1]:443", "192.0.2.1:443", true);
    row("192.0.2.1:443", "192.0.2.2:443", false);
    row("[::1]:443", "127.0.0.1:443", false);
    row("[::]:443", ":5000", false);
}

void TestAddressConflict::knowsWhatIsInTheWay()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, isInTheWay);
    const auto first = ListenAddress::parse(one.toStdString());
    const auto second = ListenAddress::parse(other.toStdString());
    QVERIFY(first && second);
    QCOMPARE(areInEachOthersWay(*first, *second), isInTheWay);
    QCOMPARE(areInEachOthersWay(*second, *first), isInTheWay);
}

QTEST_APPLESS_MAIN(TestAddressConflict)
#include "tst_addressconflict.moc"
