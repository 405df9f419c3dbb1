// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard upstreams` and `lanyard offline` print, change and exit with, beside a
// server that uses the folder and without one.
#include "cli/lanyardprogram.h"
#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestUpstreamCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void lists_data() { addServedRows(); }

    void lists();

    void changes_data() { addServedRows(); }

    void changes();
    void showsBudgetsAndTheirHistory();
    void changesAtOnce();
    void switchesOffline();
    void tests();
    void saysThatNothingIsKept();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(QStringList arguments) const;
    QByteArray config() const;
    QStringList registries() const;
    int statusOf(const QByteArray &target) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedRegistry> m_hub;
    QString m_config;
    std::unique_ptr<ServingLanyard> m_server;
};

void TestUpstreamCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<ScriptedRegistry>();
    m_config = m_folder->filePath(QStringLiteral("lanyard.yml"));
    QFile file(m_config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1 # mine\nlisten: [{address: \"127.0.0.1:0\"}]\n"
               "upstreams:\n  - registry: docker.io # hub\n    url: " +
               QByteArray::fromStdString(m_hub->url()) + "\n");
    file.close();
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
}

void TestUpstreamCommands::cleanup()
{
    if (m_server)
        QCOMPARE(m_server->stop(), 0);
    m_server.reset();
}

Outcome TestUpstreamCommands::run(QStringList arguments) const
{
    return runLanyard(arguments << QStringLiteral("--data") << m_folder->path()
                                << QStringLiteral("--config") << m_config);
}

QByteArray TestUpstreamCommands::config() const
{
    QFile file(m_config);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TestUpstreamCommands::registries() const
{
    QStringList list;
    const QJsonArray all = run({QStringLiteral("upstreams"), QStringLiteral("--json")})
                               .json()
                               .value(QLatin1String("upstreams"))
                               .toArray();
    for (const auto &one : all)
        list += one.toObject().value(QLatin1String("registry")).toString();
    return list;
}

int TestUpstreamCommands::statusOf(const QByteArray &target) const
{
    RawHttpClient client(
        static_cast<std::uint16_t>(QUrl(QString::fromLatin1(m_server->address())).port()));
    return client.send("GET " + target.toStdString() + " HTTP/1.1\r\nHost: x\r\n\r\n")
               ? client.readAnswer().status
               : 0;
}

void TestUpstreamCommands::lists()
{
    const Outcome table = run({QStringLiteral("upstreams")});
    QCOMPARE(table.err, QByteArray());
    QCOMPARE(table.status, 0);
    const QByteArrayList lines = table.out.split('\n');
    QCOMPARE(lines[0].simplified(),
             "REGISTRY STATE PULLS-LEFT WINDOW REFILLED-BY SAVED REQUESTS URL");
    QCOMPARE(lines[1].simplified(),
             "docker.io unknown - - - 0 0 " + QByteArray::fromStdString(m_hub->url()));
    const QJsonObject json = run({QStringLiteral("upstreams"), QStringLiteral("--json")}).json();
    QCOMPARE(json.value(QLatin1String("offline")).toBool(true), false);
    QCOMPARE(json.value(QLatin1String("upstreams")).toArray().size(), 1);
}

void TestUpstreamCommands::changes()
{
    const auto change = [this](const QStringList &words) {
        return run(QStringList{QStringLiteral("upstreams")} + words);
    };
    const Outcome added =
        change({QStringLiteral("add"), QStringLiteral("quay.io"), QStringLiteral("--alias"),
                QStringLiteral("quay"), QStringLiteral("--fallback"),
                QStringLiteral("https://mirror.example")});
    QCOMPARE(added.err, QByteArray());
    QCOMPARE(added.status, 0);
    QCOMPARE(registries(), (QStringList{QStringLiteral("docker.io"), QStringLiteral("quay.io")}));
    QVERIFY2(config().contains("quay.io") && config().contains("https://mirror.example") &&
                 config().startsWith("version: 1 # mine\n") && config().contains("# hub"),
             config().constData());
    QCOMPARE(change({QStringLiteral("disable"), QStringLiteral("quay.io")}).status, 0);
    QVERIFY(run({QStringLiteral("upstreams")}).out.contains("disabled"));
    QCOMPARE(change({QStringLiteral("edit"), QStringLiteral("quay.io"),
                     QStringLiteral("--fallback"), QString()})
                 .status,
             0);
    QVERIFY(!config().contains("https://mirror.example"));
    QCOMPARE(change({QStringLiteral("edit"), QStringLiteral("quay.io"), QStringLiteral("--host"),
                     QStringLiteral("quay.lan"), QStringLiteral("--token-realm"),
                     QStringLiteral("auth.example"), QStringLiteral("--redirect-host"),
                     QStringLiteral("cdn.lan")})
                 .status,
             0);
    QVERIFY2(config().contains("quay.lan") && config().contains("auth.example") &&
                 config().contains("redirectHosts: [cdn.lan]"),
             config().constData());
    QCOMPARE(change({QStringLiteral("remove"), QStringLiteral("quay.io")}).status, 0);
    QCOMPARE(registries(), QStringList{QStringLiteral("docker.io")});
    const Outcome unknown = change({QStringLiteral("remove"), QStringLiteral("quay.io")});
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("quay.io is no upstream"), unknown.err.constData());
    const Outcome last = change({QStringLiteral("remove"), QStringLiteral("docker.io")});
    QVERIFY(last.status != 0);
    QVERIFY(config().contains("docker.io"));
}

/// Beside a server, and after it has ended.
void TestUpstreamCommands::showsBudgetsAndTheirHistory()
{
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    const std::string tag = "/v2/library/x/manifests/1";
    m_hub->addManifest("library/x", "1", "application/vnd.oci.image.manifest.v1+json",
                       R"({"schemaVersion":2,"layers":[]})");
    const auto granting = [&](const char *remaining, const char *account) {
        m_hub->addFault(tag, {.fields = {{"ratelimit-limit", "100;w=21600"},
                                         {"ratelimit-remaining", remaining},
                                         {"docker-ratelimit-source", account}}});
    };
    granting("41", "198.51.100.1");
    QCOMPARE(statusOf(QByteArray::fromStdString(tag)), 200);
    QCOMPARE(statusOf(QByteArray::fromStdString(tag)), 200);
    const auto check = [this] {
        const QByteArray line =
            run({QStringLiteral("upstreams")}).out.split('\n').at(1).simplified();
        QVERIFY2(line.contains(" 41/100 6h 2") && line.contains("Z 1 "), line.constData());
        const Outcome history = run({QStringLiteral("upstreams"), QStringLiteral("history")});
        QCOMPARE(history.status, 0);
        const QByteArrayList lines = history.out.split('\n');
        QCOMPARE(lines[0].simplified(), "BEGIN REGISTRY REQUESTS SAVED FEWEST-LEFT ACCOUNT");
        QVERIFY2(lines[1].contains(":00:00Z  docker.io ") &&
                     lines[1].simplified().endsWith(" 1 41/100 198.51.100.1"),
                 lines[1].constData());
    };
    check();
    QCOMPARE(m_server->stop(), 0);
    m_server.reset();
    check();
    const QJsonObject json =
        run({QStringLiteral("upstreams"), QStringLiteral("history"), QStringLiteral("docker.io"),
             QStringLiteral("--hours"), QStringLiteral("3"), QStringLiteral("--json")})
            .json();
    const QJsonObject upstream = json.value(QLatin1String("upstreams")).toArray().at(0).toObject();
    QCOMPARE(upstream.value(QLatin1String("registry")).toString(), QStringLiteral("docker.io"));
    const QJsonObject hour = upstream.value(QLatin1String("hours")).toArray().at(0).toObject();
    QCOMPARE(hour.value(QLatin1String("pullsSaved")).toInt(), 1);
    const QJsonObject heard = hour.value(QLatin1String("budgets")).toArray().at(0).toObject();
    QCOMPARE(heard.value(QLatin1String("lowest")).toInt(), 41);
    QCOMPARE(heard.value(QLatin1String("windowSeconds")).toInt(), 21'600);
    const Outcome unknown =
        run({QStringLiteral("upstreams"), QStringLiteral("history"), QStringLiteral("x.example")});
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("x.example is no upstream"), unknown.err.constData());
}

void TestUpstreamCommands::changesAtOnce()
{
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    ScriptedRegistry third;
    third.addManifest("a/b", "1", "application/vnd.oci.image.manifest.v1+json",
                      R"({"schemaVersion":2,"layers":[]})");
    QCOMPARE(statusOf("/v2/third.example/a/b/manifests/1"), 404);
    QVERIFY(
        run({QStringLiteral("upstreams")}).out.contains("Clients have asked for third.example"));
    QCOMPARE(
        run({QStringLiteral("upstreams"), QStringLiteral("add"), QStringLiteral("third.example"),
             QStringLiteral("--url"), QString::fromStdString(third.url())})
            .status,
        0);
    QCOMPARE(statusOf("/v2/third.example/a/b/manifests/1"), 200);
}

void TestUpstreamCommands::switchesOffline()
{
    const Outcome nothing = run({QStringLiteral("offline")});
    QCOMPARE(nothing.status, 3);
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QVERIFY(run({QStringLiteral("offline")}).out.startsWith("online"));
    const Outcome on = run({QStringLiteral("offline"), QStringLiteral("on")});
    QCOMPARE(on.status, 0);
    QVERIFY2(on.out.startsWith("offline"), on.out.constData());
    QCOMPARE(statusOf("/v2/library/x/manifests/1"), 503);
    QCOMPARE(m_hub->count(), 0);
    QVERIFY(config().contains("offline: true"));
    QCOMPARE(m_server->stop(), 0);
    // The next start has it, too.
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QCOMPARE(statusOf("/v2/library/x/manifests/1"), 503);
    QCOMPARE(run({QStringLiteral("offline"), QStringLiteral("off")}).status, 0);
    QCOMPARE(statusOf("/v2/library/x/manifests/1"), 404);
}

void TestUpstreamCommands::tests()
{
    const QStringList words{QStringLiteral("upstreams"), QStringLiteral("test"),
                            QStringLiteral("docker.io")};
    const Outcome good = run(words);
    QCOMPARE(good.err, QByteArray());
    QCOMPARE(good.status, 0);
    QVERIFY2(good.out.contains(": reachable in ") && good.out.contains("asks nobody who he is"),
             good.out.constData());
    m_hub->requireBasic("me", "secret");
    const Outcome refused = run(words);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.out.contains("wants credentials"), refused.out.constData());
    m_hub->stop();
    const Outcome bad = run(words);
    QCOMPARE(bad.status, 1);
    QVERIFY2(bad.out.contains("not reachable: "), bad.out.constData());
    QCOMPARE(run({words[0], words[1], QStringLiteral("x.example")}).status, 1);
}

void TestUpstreamCommands::saysThatNothingIsKept()
{
    const Outcome outcome =
        runLanyard({QStringLiteral("upstreams"), QStringLiteral("add"), QStringLiteral("gcr.io"),
                    QStringLiteral("--data"), m_folder->path()});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains("there is no configuration file"), outcome.out.constData());
}

void TestUpstreamCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("action") << QStringList{QStringLiteral("upstreams"), QStringLiteral("list"),
                                           QStringLiteral("quay.io")};
    QTest::newRow("no registry") << QStringList{QStringLiteral("upstreams"), QStringLiteral("add")};
    QTest::newRow("two registries")
        << QStringList{QStringLiteral("upstreams"), QStringLiteral("add"),
                       QStringLiteral("quay.io"), QStringLiteral("ghcr.io")};
    QTest::newRow("an option of add") << QStringList{
        QStringLiteral("upstreams"), QStringLiteral("remove"), QStringLiteral("docker.io"),
        QStringLiteral("--url"), QStringLiteral("https://x.example")};
    QTest::newRow("hours of what")
        << QStringList{QStringLiteral("upstreams"), QStringLiteral("--hours"), QStringLiteral("3")};
    QTest::newRow("hours that are none")
        << QStringList{QStringLiteral("upstreams"), QStringLiteral("history"),
                       QStringLiteral("--hours"), QStringLiteral("many")};
    QTest::newRow("too many hours")
        << QStringList{QStringLiteral("upstreams"), QStringLiteral("history"),
                       QStringLiteral("--hours"), QStringLiteral("745")};
    QTest::newRow("nothing to edit") << QStringList{
        QStringLiteral("upstreams"), QStringLiteral("edit"), QStringLiteral("docker.io")};
    QTest::newRow("a name that is none")
        << QStringList{QStringLiteral("upstreams"), QStringLiteral("add"), QStringLiteral("a/b")};
    QTest::newRow("a URL that is none") << QStringList{
        QStringLiteral("upstreams"), QStringLiteral("add"), QStringLiteral("quay.io"),
        QStringLiteral("--url"), QStringLiteral("quay.io")};
    QTest::newRow("offline what") << QStringList{QStringLiteral("offline"),
                                                 QStringLiteral("maybe")};
}

void TestUpstreamCommands::wrongUsage()
{
    QFETCH(const QStringList, words);
    const QByteArray before = config();
    const Outcome outcome = run(words);
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(config(), before);
}

QTEST_GUILESS_MAIN(TestUpstreamCommands)
#include "tst_upstreamcommands.moc"
