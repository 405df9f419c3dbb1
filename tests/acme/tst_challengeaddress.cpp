// SPDX-License-Identifier: GPL-3.0-or-later
// Where a challenge is answered, and whether that can be.
#include "acme/challengeaddress.h"

#include <QTcpServer>
#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;

class TestChallengeAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThePortOfTheChallenge();
    void seesWhoIsThere();
    void knowsWhatIsInTheWay_data();
    void knowsWhatIsInTheWay();
};

void TestChallengeAddress::isThePortOfTheChallenge()
{
    AcmeConfig config{.hosts = {"a.b"}};
    QVERIFY(challengeAddressOf(config) == ListenAddress({.host = "::", .port = 443}));
    config.challenge = AcmeConfig::Challenge::Http01;
    QVERIFY(challengeAddressOf(config) == ListenAddress({.host = "::", .port = 80}));
    config.challengeAddress = ListenAddress{.host = "127.0.0.1", .port = 8080};
    QVERIFY(challengeAddressOf(config) == config.challengeAddress);
    config.challenge = AcmeConfig::Challenge::Dns01;
    QVERIFY(!challengeAddressOf(config));
}

void TestChallengeAddress::seesWhoIsThere()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const ListenAddress address{.host = "127.0.0.1", .port = server.serverPort()};
    const auto taken = checkFree(address);
    QVERIFY(!taken);
    const QString message = QString::fromStdString(taken.error().message);
    QVERIFY2(message.contains(QString::fromStdString(address.toString())), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("let challengeAddress name another one")),
             qPrintable(message));
    QVERIFY(!checkFree({.host = "::", .port = server.serverPort()}));
    server.close();
    QVERIFY(checkFree(address));
    // Nobody is left behind.
    QVERIFY(checkFree(address));
}

void TestChallengeAddress::knowsWhatIsInTheWay_data()
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
    row("0.0.0.0:443", "192.0.2.1:443", true);
    row("192.0.2.1:443", "192.0.2.1:443", true);
    row("192.0.2.1:443", "192.0.2.2:443", false);
    row("[::]:443", ":5000", false);
}

void TestChallengeAddress::knowsWhatIsInTheWay()
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

QTEST_GUILESS_MAIN(TestChallengeAddress)
#include "tst_challengeaddress.moc"
