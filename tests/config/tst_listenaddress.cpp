// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts are addresses to listen on or entries of access.allow, and that the former survive
// being written.
#include "api/config.h"
#include "config/accessentry.h"

#include <QTest>

using namespace lanyard;

class TestListenAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void judgesAccessEntries_data();
    void judgesAccessEntries();
};

void TestListenAddress::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); // empty: not an address
    QTest::newRow("IPv4") << QByteArray("127.0.0.1:5000") << QByteArray("127.0.0.1:5000");
    QTest::newRow("port 0") << QByteArray("0.0.0.0:0") << QByteArray("0.0.0.0:0");
    QTest::newRow("IPv6") << QByteArray("[::1]:80") << QByteArray("[::1]:80");
    QTest::newRow("Go's all") << QByteArray(":5000") << QByteArray("0.0.0.0:5000");
    QTest::newRow("localhost") << QByteArray("localhost:1") << QByteArray("127.0.0.1:1");
    for (const char *text :
         {"", "5000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1",
          "127.0.0.1: 1", "256.0.0.1:1", "1.2.3:1", "::1:80", "[::1]", "[::1", "[127.0.0.1]:1",
          "registry.lan:5000", "127.0.0.1:http", "*:5000"})
        QTest::newRow(text) << QByteArray(text) << QByteArray();
    QTest::newRow("NUL") << QByteArray("1.2.3.4\0:1", 10) << QByteArray();
}

void TestListenAddress::parses()
{
    QFETCH(QByteArray, text);
    const auto parsed = ListenAddress::parse(text.toStdString());
    QTEST(parsed ? QByteArray::fromStdString(parsed->toString()) : QByteArray(), "written");
}

void TestListenAddress::judgesAccessEntries_data()
{
    QTest::addColumn<bool>("isRight");
    for (const char *text :
         {"private", "any", "10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "::1", "fd00::/8", "::/128"})
        QTest::newRow(text) << true;
    for (const char *text : {"", "all", "Private", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "/8",
                             "fd00::/129", "10.0.0.0/-1", "10.0.0.0/8/8", "lan.example"})
        QTest::newRow(text) << false;
}

void TestListenAddress::judgesAccessEntries()
{
    QTEST(config::isAccessEntry(QTest::currentDataTag()), "isRight");
}

QTEST_GUILESS_MAIN(TestListenAddress)
#include "tst_listenaddress.moc"
