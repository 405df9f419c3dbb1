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
    void knowsWhoIsAsked_data();
    void knowsWhoIsAsked();
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
    const QString message = QString::fromStdString(taken.error().message.english());
    QVERIFY2(message.contains(QString::fromStdString(address.toString())), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("let challengeAddress name another one")),
             qPrintable(message));
#ifdef Q_OS_LINUX
    // The kernel keeps fifteen letters of a program's name.
    QVERIFY2(message.contains(QCoreApplication::applicationName().left(15) +
                              QStringLiteral(" (process ")),
             qPrintable(message));
#endif
    QVERIFY(!checkFree({.host = "::", .port = server.serverPort()}));
    server.close();
    QVERIFY(checkFree(address));
    // Nobody is left behind.
    QVERIFY(checkFree(address));
}

void TestChallengeAddress::knowsWhoIsAsked_data()
{
    QTest::addColumn<bool>("isHttp");
    QTest::addColumn<QByteArray>("address"); // of the challenge
    QTest::addColumn<QByteArray>("listener");
    QTest::addColumn<int>("tls");   // of the listener: 0 none, 1 files, 2 this certificate
    QTest::addColumn<int>("asked"); // 0 no, 1 yes, -1 it is in the way
    const auto row = [](const char *name, bool isHttp, const char *address, const char *listener,
                        int tls, int asked) {
        QTest::newRow(name) << isHttp << QByteArray(address) << QByteArray(listener) << tls
                            << asked;
    };
    row("another port", false, ":8443", ":443", 2, 0);
    row("this certificate", false, ":443", ":443", 2, 1);
    row("one of its addresses", false, ":443", "192.0.2.1:443", 2, 1);
    row("in other words", false, "[0::0]:443", "[2001:db8::1]:443", 2, 1);
    row("another certificate", false, ":443", ":443", 1, -1);
    row("without TLS", false, ":443", ":443", 0, -1);
    row("http-01", true, ":80", ":80", 2, -1);
    row("http-01 at another port", true, ":8080", ":80", 0, 0);
}

void TestChallengeAddress::knowsWhoIsAsked()
{
    QFETCH(bool, isHttp);
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, listener);
    QFETCH(int, tls);
    QFETCH(int, asked);
    const AcmeConfig config{.hosts = {"a.b"},
                            .challenge = isHttp ? AcmeConfig::Challenge::Http01
                                                : AcmeConfig::Challenge::TlsAlpn01,
                            .challengeAddress = ListenAddress::parse(address.toStdString())};
    ListenConfig one{.address = *ListenAddress::parse(listener.toStdString())};
    if (tls > 0)
        one.tls = TlsConfig();
    if (tls == 2)
        one.tls->issuer = config;
    const auto isAsked =
        isAskedOfListener(config, {{.address = {.host = "127.0.0.1", .port = 5000}}, one});
    QCOMPARE(isAsked.has_value(), asked >= 0);
    if (isAsked)
        QCOMPARE(*isAsked, asked == 1);
    else
        QVERIFY2(QString::fromStdString(isAsked.error().message.english())
                     .contains(QStringLiteral("let challengeAddress name another port")),
                 isAsked.error().message.english().c_str());
    AcmeConfig byDns = config;
    byDns.challenge = AcmeConfig::Challenge::Dns01;
    QVERIFY(!*isAskedOfListener(byDns, {one}));
}

QTEST_GUILESS_MAIN(TestChallengeAddress)
#include "tst_challengeaddress.moc"
