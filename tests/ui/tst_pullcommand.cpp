// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that each client is told to pull in the way in which the cache can be spoken to.
#include "pullcommand.h"

#include <QTest>

#include <initializer_list>

using namespace lanyard::ui;

namespace {

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *text : list)
        result.append(QString::fromLatin1(text));
    return result;
}

} // namespace

class PullCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void saysWhatDockerNeeds();
    void urls_data();
    void urls();
};

void PullCommandTest::lines_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QStringList>("commands");
    const QByteArray alpine = "docker.io/library/alpine:3";
    QTest::newRow("plain") << QStringLiteral("http://192.168.0.80:5000") << alpine
                           << texts({"docker pull 192.168.0.80:5000/docker.io/library/alpine:3",
                                     "podman pull --tls-verify=false "
                                     "192.168.0.80:5000/docker.io/library/alpine:3",
                                     "ctr images pull --plain-http "
                                     "192.168.0.80:5000/docker.io/library/alpine:3"});
    QTest::newRow("TLS") << QStringLiteral("https://cache.lan:5443") << alpine
                         << texts({"docker pull cache.lan:5443/docker.io/library/alpine:3",
                                   "podman pull cache.lan:5443/docker.io/library/alpine:3",
                                   "ctr images pull cache.lan:5443/docker.io/library/alpine:3"});
    QTest::newRow("digest") << QStringLiteral("https://cache.lan:5443")
                            << QByteArray("quay.io/a/b@sha256:12")
                            << texts({"docker pull cache.lan:5443/quay.io/a/b@sha256:12",
                                      "podman pull cache.lan:5443/quay.io/a/b@sha256:12",
                                      "ctr images pull cache.lan:5443/quay.io/a/b@sha256:12"});
    // No registry may have such names; a line for a shell must be harmless all the same.
    QTest::newRow("hostile") << QStringLiteral("https://c:1") << QByteArray("a/b;rm -rf 'x'")
                             << texts({"docker pull 'c:1/a/b;rm -rf '\\''x'\\'''",
                                       "podman pull 'c:1/a/b;rm -rf '\\''x'\\'''",
                                       "ctr images pull 'c:1/a/b;rm -rf '\\''x'\\'''"});
}

void PullCommandTest::lines()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, name);
    QFETCH(const QStringList, commands);
    QStringList lines;
    for (const PullCommand &command : pullCommands(url, name))
        lines.append(command.line);
    QCOMPARE(lines, commands);
}

void PullCommandTest::saysWhatDockerNeeds()
{
    const auto clientAt = [](const char *url) {
        return pullCommands(QString::fromLatin1(url), "a/b:1").constFirst().client;
    };
    QVERIFY(clientAt("http://192.168.0.80:5000").contains(QStringLiteral("insecure-registries")));
    QCOMPARE(clientAt("http://127.0.0.1:5000"), QStringLiteral("Docker"));
    QCOMPARE(clientAt("http://localhost:5000"), QStringLiteral("Docker"));
    QCOMPARE(clientAt("https://192.168.0.80:5000"), QStringLiteral("Docker"));
}

void PullCommandTest::urls_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << QStringLiteral("192.168.0.80:5000")
                           << QStringLiteral("http://192.168.0.80:5000");
    QTest::newRow("TLS") << QStringLiteral("192.168.0.80:5443")
                         << QStringLiteral("https://192.168.0.80:5443");
    QTest::newRow("IPv6") << QStringLiteral("[fd00::1]:5443")
                          << QStringLiteral("https://[fd00::1]:5443");
    QTest::newRow("none") << QStringLiteral("") << QStringLiteral("");
}

void PullCommandTest::urls()
{
    QFETCH(const QString, address);
    QFETCH(const QString, url);
    QCOMPARE(urlOf(address,
                   {QStringLiteral("http://0.0.0.0:5000"), QStringLiteral("https://0.0.0.0:5443")}),
             url);
}

QTEST_GUILESS_MAIN(PullCommandTest)
#include "tst_pullcommand.moc"
