// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that it is told right whether a client uses the cache, for all that its files say.
#include "detection/mirrors.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestMirrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void use_data();
    void use();
    void isFoundAgain_data();
    void isFoundAgain();
    void hidesPasswords();
};

void TestMirrors::use_data()
{
    QTest::addColumn<QStringList>("urls"); // REGISTRY URL
    QTest::addColumn<int>("use");
    using Use = ClientInstallation::Use;
    const auto row = [](const char *name, const QStringList &urls, Use use) {
        QTest::newRow(name) << urls << static_cast<int>(use);
    };
    const QString hub = QStringLiteral("docker.io http://192.168.0.80:5000");
    const QString other = QStringLiteral("docker.io https://mirror.example");
    row("none", {}, Use::Nothing);
    row("the cache", {hub}, Use::Cache);
    row("the cache with a path", {hub + QStringLiteral("/docker.io")}, Use::Cache);
    row("another", {other}, Use::OtherMirror);
    row("the cache first", {hub, other}, Use::Cache);
    row("the cache second", {other, hub}, Use::Partly);
    row("two registries", {hub, QStringLiteral("quay.io http://192.168.0.80:5000")}, Use::Cache);
    row("one of two", {hub, QStringLiteral("quay.io https://mirror.example")}, Use::Partly);
    row("by TLS", {QStringLiteral("docker.io https://192.168.0.80:5000")}, Use::Partly);
    row("another port", {QStringLiteral("docker.io http://192.168.0.80:5001")}, Use::OtherMirror);
    row("no address", {QStringLiteral("docker.io nonsense")}, Use::OtherMirror);
}

void TestMirrors::use()
{
    QFETCH(QStringList, urls);
    Mirrors mirrors;
    for (const QString &line : urls)
        mirrors << mirrorOfUrl(line.section(u' ', 0, 0), line.section(u' ', 1));
    const CacheEndpoint cache{.host = QStringLiteral("192.168.0.80"), .port = 5000};
    QTEST(static_cast<int>(useOf(mirrors, cache)), "use");
}

void TestMirrors::isFoundAgain_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isTls");
    const auto row = [](const char *url, const char *host, int port, bool isTls) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(host) << port
                           << isTls;
    };
    row("http://Cache.LAN:5000/", "cache.lan", 5000, false);
    row("https://cache.lan", "Cache.lan", 443, true);
    row("http://cache.lan", "cache.lan", 80, false);
    row("http://[fd00::1]:5000", "fd00::1", 5000, false);
}

void TestMirrors::isFoundAgain()
{
    QFETCH(QString, url);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(bool, isTls);
    const CacheEndpoint cache{
        .host = host, .port = static_cast<std::uint16_t>(port), .isTls = isTls};
    QVERIFY(leadsTo(mirrorOfUrl(QStringLiteral("docker.io"), url), cache));
}

void TestMirrors::hidesPasswords()
{
    const Mirror mirror =
        mirrorOfUrl(QStringLiteral("docker.io"), QStringLiteral("https://me:secret@cache.lan"));
    QCOMPARE(mirror.text, QStringLiteral("https://cache.lan"));
    QCOMPARE(textsOf({mirror, mirror}), QStringList{QStringLiteral("https://cache.lan")});
}

QTEST_GUILESS_MAIN(TestMirrors)
#include "tst_mirrors.moc"
