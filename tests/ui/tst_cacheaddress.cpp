// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what is read as the address of a cache, which address of this computer is offered, and
// what is kept across runs.
#include "api/cacheaddress.h"
#include "setup/rememberedcaches.h"
#include "uilimits.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

class TestCacheAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void knowsThisComputer_data();
    void knowsThisComputer();
    void findsTheOwn_data();
    void findsTheOwn();
    void remembersAFew();
    void isKept();
};

void TestCacheAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shortest");
    const auto row = [](const char *text, const char *url, const char *shortest) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url)
                            << QString::fromLatin1(shortest);
    };
    row("192.168.0.80:5000", "http://192.168.0.80:5000", "192.168.0.80:5000");
    row(" cache.lan ", "http://cache.lan:5000", "cache.lan:5000");
    row("http://cache.lan", "http://cache.lan:80", "cache.lan:80");
    row("https://Cache.LAN/", "https://cache.lan:443", "https://cache.lan:443");
    row("https://cache.lan:5443", "https://cache.lan:5443", "https://cache.lan:5443");
    row("[fd00::1]:5000", "http://[fd00::1]:5000", "[fd00::1]:5000");
    row("fd00::1", "http://[fd00::1]:5000", "[fd00::1]:5000");
}

void TestCacheAddress::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(QString, shortest);
    const auto endpoint = endpointOf(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->url(), url);
    QCOMPARE(endpointText(*endpoint), shortest);
    QCOMPARE(endpointOf(shortest), endpoint);
}

void TestCacheAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "   ", "http://", "ftp://cache.lan", "me:secret@cache.lan", "cache.lan/quay.io",
          "cache.lan?x", "cache.lan#x", "cache.lan:0", "cache.lan:70000", "cache lan", "://"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestCacheAddress::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!endpointOf(text));
}

void TestCacheAddress::knowsThisComputer_data()
{
    QTest::addColumn<bool>("isThis");
    for (const char *host :
         {"localhost", "LOCALHOST", "cache.localhost", "127.0.0.1", "127.8.8.8", "::1"})
        QTest::newRow(host) << true;
    for (const char *host : {"192.168.0.80", "cache.lan", "localhost.example.org", "fd00::1", ""})
        QTest::newRow(host) << false;
}

void TestCacheAddress::knowsThisComputer()
{
    QTEST(isLoopback(QString::fromLatin1(QTest::currentDataTag())), "isThis");
}

void TestCacheAddress::findsTheOwn_data()
{
    QTest::addColumn<QStringList>("listening");
    QTest::addColumn<QString>("url");
    QTest::newRow("stopped") << QStringList() << QString();
    QTest::newRow("everywhere") << QStringList{QStringLiteral("http://0.0.0.0:5000")}
                                << QStringLiteral("http://192.168.0.126:5000");
    QTest::newRow("loopback") << QStringList{QStringLiteral("http://127.0.0.1:5000")}
                              << QStringLiteral("http://127.0.0.1:5000");
    QTest::newRow("loopback first, then the network over TLS")
        << QStringList{QStringLiteral("http://127.0.0.1:5000"),
                       QStringLiteral("https://0.0.0.0:5443")}
        << QStringLiteral("https://192.168.0.126:5443");
    QTest::newRow("one address") << QStringList{QStringLiteral("https://10.0.0.5:5443")}
                                 << QStringLiteral("https://10.0.0.5:5443");
}

void TestCacheAddress::findsTheOwn()
{
    QFETCH(QStringList, listening);
    QFETCH(QString, url);
    const QList<QHostAddress> computer{QHostAddress(QHostAddress::LocalHost),
                                       QHostAddress(QStringLiteral("172.17.0.1")),
                                       QHostAddress(QStringLiteral("192.168.0.126"))};
    const auto endpoint = ownEndpoint(listening, computer);
    QCOMPARE(endpoint ? endpoint->url() : QString(), url);
}

void TestCacheAddress::remembersAFew()
{
    RememberedCaches known;
    for (int i = 0; i <= limits::rememberedCaches; ++i)
        known = remembering(
            known,
            {.address = QStringLiteral("10.0.0.%1").arg(i), .user = {}, .authorityFile = {}});
    QCOMPARE(known.caches.size(), limits::rememberedCaches);
    QCOMPARE(known.caches.constFirst().address,
             QStringLiteral("10.0.0.%1").arg(limits::rememberedCaches));
    // The same one again is not there twice.
    known = remembering(
        known,
        {.address = QStringLiteral("10.0.0.3"), .user = QStringLiteral("ci"), .authorityFile = {}});
    QCOMPARE(known.caches.size(), limits::rememberedCaches);
    QCOMPARE(known.caches.constFirst().user, QStringLiteral("ci"));
    QVERIFY(known.isChosen);
}

void TestCacheAddress::isKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const RememberedCaches caches{.caches = {{.address = QStringLiteral("192.168.0.80:5000"),
                                              .user = {},
                                              .authorityFile = {}},
                                             {.address = QStringLiteral("https://cache.lan"),
                                              .user = QStringLiteral("ci"),
                                              .authorityFile = QStringLiteral("/etc/ssl/lan.pem")}},
                                  .isChosen = true};
    {
        QSettings settings(file, QSettings::IniFormat);
        QCOMPARE(readRememberedCaches(settings), RememberedCaches());
        writeRememberedCaches(settings, caches);
    }
    QSettings settings(file, QSettings::IniFormat);
    QCOMPARE(readRememberedCaches(settings), caches);
    writeRememberedCaches(settings, {});
    QCOMPARE(readRememberedCaches(settings), RememberedCaches());
}

QTEST_MAIN(TestCacheAddress)
#include "tst_cacheaddress.moc"
