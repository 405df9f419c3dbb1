// SPDX-License-Identifier: GPL-3.0-or-later
// What lego says of a failure becomes one line without secrets, and what to do about it.
#include "acme/legofailure.h"

#include <QTest>

using namespace lanyard::acme;

class TestLegoFailure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheLastLine_data();
    void takesTheLastLine();
    void hidesSecrets_data();
    void hidesSecrets();
    void isShort();
    void advises_data();
    void advises();
};

void TestLegoFailure::takesTheLastLine_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("several")
        << QByteArray("2026/11/27 10:47:10 Could not obtain certificates:\n"
                      "\terror: one or more domains had a problem:\n"
                      "[a.b] acme: error: 400 :: urn:ietf:params:acme:error:connection :: x\n\n")
        << QByteArray("lego says: [a.b] acme: error: 400 :: "
                      "urn:ietf:params:acme:error:connection :: x");
    QTest::newRow("one with a time")
        << QByteArray("2026/11/27 10:47:10 [INFO] x\n2026/11/27 10:47:11 unrecognized DNS\n")
        << QByteArray("lego says: unrecognized DNS");
    QTest::newRow("a crash")
        << QByteArray("panic: runtime error\n\ngoroutine 1 [running]:\nmain.go:42 +0x205\n")
        << QByteArray("lego says: panic: runtime error");
    QTest::newRow("control characters")
        << QByteArray("a\x1b[31mb\r\n") << QByteArray("lego says: a\xef\xbf\xbd[31mb");
    QTest::newRow("marks of direction") << QByteArray("a\xe2\x80\xae"
                                                      "b\n")
                                        << QByteArray("lego says: a\xef\xbf\xbd"
                                                      "b");
    QTest::newRow("nothing") << QByteArray(" \n\n") << QByteArray("lego says nothing");
}

void TestLegoFailure::takesTheLastLine()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(legoFailure(output, {}).english()), line);
}

void TestLegoFailure::hidesSecrets_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("as it is") << QByteArray("t0psecret") << QByteArray("bad key t0psecret!")
                              << QByteArray("lego says: bad key (TOKEN)!");
    QTest::newRow("in a query") << QByteArray("a+b/c=") << QByteArray("GET /?t=a%2Bb%2Fc%3D: 401")
                                << QByteArray("lego says: GET /?t=(TOKEN): 401");
    QTest::newRow("with blanks") << QByteArray("to be sure") << QByteArray("GET /?t=to+be+sure")
                                 << QByteArray("lego says: GET /?t=(TOKEN)");
    QTest::newRow("of several lines") << QByteArray("first\nsecond") << QByteArray("no key: second")
                                      << QByteArray("lego says: no key: (TOKEN)");
    QTest::newRow("with a line of blanks")
        << QByteArray("first\n    \n\t\t\t\t\nsecond") << QByteArray("no key: second")
        << QByteArray("lego says: no key: (TOKEN)");
    QTest::newRow("with a short line between blanks")
        << QByteArray("first\n   y  \nsecond") << QByteArray("no key")
        << QByteArray("lego says: no key");
    QTest::newRow("too short to be one")
        << QByteArray("2") << QByteArray("error 2") << QByteArray("lego says: error 2");
    QTest::newRow("part of another")
        << QByteArray("longer-than-user") << QByteArray("longer-than-user")
        << QByteArray("lego says: (TOKEN)");
}

void TestLegoFailure::hidesSecrets()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, line);
    const std::vector<SettingValue> settings{{"USER", "than-user"}, {"TOKEN", value}};
    QCOMPARE(QByteArray::fromStdString(legoFailure(output, settings).english()), line);
}

void TestLegoFailure::isShort()
{
    const QString line =
        QString::fromStdString(legoFailure(QByteArray(100'000, 'x') + "\n", {}).english());
    QVERIFY(line.size() < 450);
    QVERIFY(line.endsWith(u'…'));
}

void TestLegoFailure::advises_data()
{
    QTest::addColumn<QByteArray>("failure");
    QTest::addColumn<QByteArray>("advice");
    const QByteArray error = "acme: error: 403 :: urn:ietf:params:acme:error:";
    QTest::newRow("taken") << QByteArray("listen tcp :443: bind: address already in use")
                           << QByteArray("challengeAddress");
    QTest::newRow("right") << QByteArray("listen tcp :443: bind: permission denied")
                           << QByteArray("CAP_NET_BIND_SERVICE");
    QTest::newRow("dns") << error + "dns :: x" << QByteArray("known in the DNS");
    QTest::newRow("connection") << error + "connection :: x" << QByteArray("firewall");
    QTest::newRow("unauthorized") << error + "unauthorized :: x" << QByteArray("lead here");
    QTest::newRow("limit") << error + "rateLimited :: x" << QByteArray("waiting");
    QTest::newRow("email") << error + "invalidEmail :: x" << QByteArray("email");
    QTest::newRow("provider") << QByteArray("unrecognized DNS provider: cloudflare")
                              << QByteArray("into PATH");
    QTest::newRow("settings") << QByteArray(
                                     "exec: some credentials information are missing: EXEC_PATH")
                              << QByteArray("dnsSettings");
    QTest::newRow("authority")
        << QByteArray("get directory at 'https://a': x509: certificate signed by unknown authority")
        << QByteArray("directoryCa");
    QTest::newRow("directory") << QByteArray("get directory at 'https://a': connection refused")
                               << QByteArray("directoryUrl cannot be reached");
    QTest::newRow("else") << QByteArray("something") << QByteArray();
}

void TestLegoFailure::advises()
{
    QFETCH(QByteArray, failure);
    QFETCH(QByteArray, advice);
    const QByteArray given = QByteArray::fromStdString(legoAdvice(failure.toStdString()).english());
    QVERIFY2(given.contains(advice) && given.isEmpty() == advice.isEmpty(), given.constData());
}

QTEST_GUILESS_MAIN(TestLegoFailure)
#include "tst_legofailure.moc"
