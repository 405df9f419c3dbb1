// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a proxy is in the way of the cache just when a program in Go would ask it.
#include "detection/proxy.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsked_data();
    void isAsked();
    void isReadFromTheEnvironment();
};

void TestProxy::isAsked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QString>("exceptions");
    QTest::addColumn<QString>("asked");
    const auto row = [](const char *name, const char *host, bool isTls, const char *exceptions,
                        const char *asked) {
        QTest::newRow(name) << QString::fromLatin1(host) << isTls << QString::fromLatin1(exceptions)
                            << QString::fromLatin1(asked);
    };
    row("plain", "192.168.0.80", false, "", "proxy.example:3128");
    row("tls", "192.168.0.80", true, "", "secure.example:3129");
    row("loopback", "127.0.0.1", false, "", "");
    row("localhost", "LocalHost", false, "", "");
    row("everything", "192.168.0.80", false, "*", "");
    row("address", "192.168.0.80", false, "10.0.0.1, 192.168.0.80", "");
    row("address and port", "192.168.0.80", false, "192.168.0.80:5000", "");
    row("another port", "192.168.0.80", false, "192.168.0.80:443", "proxy.example:3128");
    row("network", "192.168.0.80", false, "192.168.0.0/16", "");
    row("another network", "192.168.0.80", false, "10.0.0.0/8", "proxy.example:3128");
    row("IPv6 network", "fd00::1", false, "fd00::/8", "");
    row("name", "cache.lan", false, "cache.lan", "");
    row("domain", "cache.lan", false, "lan", "");
    row("domain with a dot", "cache.lan", false, ".lan", "");
    row("domain with a star", "cache.lan", false, "*.lan", "");
    row("domain and port", "cache.lan", false, ".lan:5000", "");
    row("half a domain", "cache.lan", false, "an", "proxy.example:3128");
    row("only below", "lan", false, ".lan", "proxy.example:3128");
}

void TestProxy::isAsked()
{
    QFETCH(QString, host);
    QFETCH(bool, isTls);
    QFETCH(QString, exceptions);
    QFETCH(QString, asked);
    const Proxy proxy{.http = QStringLiteral("http://me:secret@proxy.example:3128"),
                      .https = QStringLiteral("secure.example:3129"),
                      .exceptions = exceptions};
    QCOMPARE(proxyFor(proxy, {.host = host, .port = 5000, .isTls = isTls}), asked);
}

void TestProxy::isReadFromTheEnvironment()
{
    QProcessEnvironment environment;
    QVERIFY(Proxy::of(environment).isNone());
    environment.insert(QStringLiteral("http_proxy"), QStringLiteral("low"));
    environment.insert(QStringLiteral("HTTPS_PROXY"), QStringLiteral("high"));
    environment.insert(QStringLiteral("https_proxy"), QStringLiteral("low"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("none"));
    const Proxy expected{.http = QStringLiteral("low"),
                         .https = QStringLiteral("high"),
                         .exceptions = QStringLiteral("none")};
    QCOMPARE(Proxy::of(environment), expected);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
