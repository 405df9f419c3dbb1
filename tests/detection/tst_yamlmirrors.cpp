// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that mirrors are read from YAML, and from daemon.json, as the clients read them.
#include "detection/daemonjson.h"
#include "detection/yamlmirrors.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

/// REGISTRY MIRROR [plain] [tls], a line each.
QStringList linesOf(const Mirrors &mirrors)
{
    QStringList lines;
    for (const Mirror &mirror : mirrors)
        lines << mirror.registry + u' ' + mirror.text +
                     (mirror.isAskedPlain ? QStringLiteral(" plain") : QString()) +
                     (mirror.isAskedByTls ? QStringLiteral(" tls") : QString());
    return lines;
}

QStringList lines(const char *text)
{
    return QString::fromLatin1(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestYamlMirrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registriesYaml();
    void earthly_data();
    void earthly();
    void colima();
    void daemonJson();
    void isNone();
};

void TestYamlMirrors::registriesYaml()
{
    const auto mirrors = mirrorsInRegistriesYaml("# ours\nmirrors:\n  docker.io:\n    endpoint:\n"
                                                 "      - \"http://c:5000\"\n"
                                                 "  \"*\": { endpoint: [\"https://d\"] }\n"
                                                 "  quay.io:\nconfigs: {}\n");
    QVERIFY(mirrors);
    QCOMPARE(linesOf(*mirrors), lines("docker.io http://c:5000 plain\n* https://d tls"));
}

void TestYamlMirrors::earthly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("without it") << QByteArray("global:\n  cache_size_mb: 1000\n") << QStringList();
    QTest::newRow("a block") << QByteArray("global:\n  buildkit_additional_config: |\n"
                                           "    [registry.\"docker.io\"]\n"
                                           "      mirrors = [\"c:5000\"]\n"
                                           "    [registry.\"c:5000\"]\n      http = true\n")
                             << lines("docker.io c:5000 plain");
    QTest::newRow("in quotes")
        << QByteArray("global: {buildkit_additional_config: "
                      "\"[registry.\\\"docker.io\\\"]\\n mirrors=[\\\"c:5000\\\"]\\n\"}\n")
        << lines("docker.io c:5000 tls");
    QTest::newRow("no TOML in it")
        << QByteArray("global:\n  buildkit_additional_config: '['\n") << QStringList();
    QTest::newRow("a list") << QByteArray("- a\n") << QStringList();
}

void TestYamlMirrors::earthly()
{
    QFETCH(QByteArray, text);
    const auto settings = settingsInEarthlyConfig(text);
    QVERIFY2(settings, settings ? "" : settings.error().message.english().c_str());
    QTEST(linesOf(settings->mirrors), "expected");
    QCOMPARE(settings->builder, QString());
    QCOMPARE(settingsInEarthlyConfig("global: {buildkit_host: 'tcp://b:8372'}")->builder,
             QStringLiteral("tcp://b:8372"));
}

void TestYamlMirrors::colima()
{
    const auto settings = settingsInColimaYaml("runtime: docker\ndocker:\n  registry-mirrors:\n"
                                               "    - http://c:5000\n");
    QVERIFY(settings);
    QCOMPARE(settings->runtime, QStringLiteral("docker"));
    QCOMPARE(linesOf(settings->mirrors), lines("docker.io http://c:5000 plain"));
    QVERIFY(settingsInColimaYaml("docker: {}\n")->mirrors.isEmpty());
    QCOMPARE(textInYaml("private-registry: /etc/x.yaml\n", "private-registry"),
             QStringLiteral("/etc/x.yaml"));
    QCOMPARE(textInYaml("a: [", "a"), QString());
}

void TestYamlMirrors::daemonJson()
{
    const auto settings = settingsInDaemonJson(
        R"({"registry-mirrors": ["http://c:5000/", "https://d"], "hosts": ["unix:///x"],
            "proxies": {"http-proxy": "p:1", "https-proxy": "p:2", "no-proxy": "c"}})");
    QVERIFY(settings);
    QCOMPARE(linesOf(settings->mirrors),
             lines("docker.io http://c:5000/ plain\ndocker.io https://d tls"));
    QCOMPARE(settings->hosts, QStringList{QStringLiteral("unix:///x")});
    QCOMPARE(settings->proxy.exceptions, QStringLiteral("c"));
    QVERIFY(settingsInDaemonJson("")->mirrors.isEmpty());
    const QByteArray noList(R"({"registry-mirrors": "http://c:5000"})");
    QVERIFY(settingsInDaemonJson(noList)->mirrors.isEmpty());
}

void TestYamlMirrors::isNone()
{
    QVERIFY(!mirrorsInRegistriesYaml("mirrors: ["));
    QVERIFY(!settingsInEarthlyConfig("a: b: c"));
    QVERIFY(!settingsInColimaYaml("docker: ["));
    const QByteArray commented("{\"a\": 1 // comment\n}");
    const auto json = settingsInDaemonJson(commented);
    QVERIFY(!json);
    QCOMPARE(json.error().code, ErrorCode::InvalidInput);
    QVERIFY(!settingsInDaemonJson("[]"));
}

QTEST_GUILESS_MAIN(TestYamlMirrors)
#include "tst_yamlmirrors.moc"
