// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which address the window tells people to use, for every way of listening.
#include "api/clientaddress.h"

#include <QTest>
#include <QUrl>

using lanyard::clientAddress;
using lanyard::ClientAddress;

class ClientAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
};

void ClientAddressTest::addresses_data()
{
    QTest::addColumn<QStringList>("listening");
    QTest::addColumn<QStringList>("computer");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("network");
    const QString loopback = QStringLiteral("127.0.0.1");
    const QString bridge = QStringLiteral("172.17.0.1");
    const QString lan = QStringLiteral("192.168.0.80");
    const QStringList all{QStringLiteral("http://0.0.0.0:5000")};
    QTest::newRow("not listening") << QStringList() << QStringList{lan} << QString() << QString();
    QTest::newRow("everywhere") << all << QStringList{loopback, bridge, lan}
                                << QStringLiteral("127.0.0.1:5000")
                                << QStringLiteral("192.168.0.80:5000");
    QTest::newRow("everywhere, IPv6")
        << QStringList{QStringLiteral("http://[::]:5000")} << QStringList{loopback, lan}
        << QStringLiteral("127.0.0.1:5000") << QStringLiteral("192.168.0.80:5000");
    QTest::newRow("everywhere, only a bridge")
        << all << QStringList{loopback, bridge} << QStringLiteral("127.0.0.1:5000")
        << QStringLiteral("172.17.0.1:5000");
    QTest::newRow("everywhere, no network")
        << all << QStringList{loopback, QStringLiteral("169.254.3.4"), QStringLiteral("fe80::1")}
        << QStringLiteral("127.0.0.1:5000") << QString();
    QTest::newRow("loopback") << QStringList{QStringLiteral("http://127.0.0.1:41234")}
                              << QStringList{loopback, lan} << QStringLiteral("127.0.0.1:41234")
                              << QString();
    QTest::newRow("one address") << QStringList{QStringLiteral("http://10.1.2.3:80")}
                                 << QStringList{loopback, lan} << QStringLiteral("10.1.2.3:80")
                                 << QStringLiteral("10.1.2.3:80");
    QTest::newRow("one IPv6 address")
        << QStringList{QStringLiteral("http://[fd00::5]:5000")} << QStringList{lan}
        << QStringLiteral("[fd00::5]:5000") << QStringLiteral("[fd00::5]:5000");
    QTest::newRow("HTTPS") << QStringList{QStringLiteral("https://0.0.0.0:5443"),
                                          QStringLiteral("http://0.0.0.0:5000")}
                           << QStringList{loopback, lan} << QStringLiteral("127.0.0.1:5443")
                           << QStringLiteral("192.168.0.80:5443");
    QTest::newRow("the first wins")
        << QStringList{QStringLiteral("http://127.0.0.1:1"), QStringLiteral("http://10.1.2.3:2")}
        << QStringList{lan} << QStringLiteral("127.0.0.1:1") << QStringLiteral("10.1.2.3:2");
}

void ClientAddressTest::addresses()
{
    QFETCH(QStringList, listening);
    QFETCH(QStringList, computer);
    QList<QHostAddress> computerAddresses;
    for (const QString &address : computer)
        computerAddresses.append(QHostAddress(address));
    const ClientAddress found = clientAddress(listening, computerAddresses);
    QTEST(found.local, "local");
    QTEST(found.network, "network");
    const QString scheme = QUrl(listening.value(0)).scheme();
    QCOMPARE(found.localUrl,
             found.local.isEmpty() ? QString() : scheme + QStringLiteral("://") + found.local);
}

QTEST_GUILESS_MAIN(ClientAddressTest)
#include "tst_clientaddress.moc"
