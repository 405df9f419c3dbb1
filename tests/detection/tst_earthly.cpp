// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that Earthly and EarthBuild are found, with the file that each really reads.
#include "detection/containers.h"
#include "detection/earthly.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

const QByteArray settings("global:\n  buildkit_additional_config: |\n"
                          "    [registry.\"docker.io\"]\n"
                          "      mirrors = [\"192.168.0.80:5000\"]\n"
                          "    [registry.\"192.168.0.80:5000\"]\n      http = true\n");

} // namespace

class TestEarthly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void configFile_data();
    void configFile();
    void both();
    void builderElsewhere();
    void reach();
};

void TestEarthly::isFound()
{
    Scenery scenery;
    QCOMPARE(earthlyQuestions(scenery.scene()), QList<Question>());
    QCOMPARE(earthlyInstallations(scenery.scene()), QList<ClientInstallation>());
    const QString program = scenery.program(QStringLiteral("earthly"));
    scenery.answer(QStringLiteral("earthly"), {QStringLiteral("--version")},
                   "earthly version v0.8.16 70916968 linux/amd64; Debian GNU/Linux 12\n");
    scenery.file(QStringLiteral("~/.earthly/config.yml"), settings);
    const auto earthly = found(earthlyInstallations(scenery.scene()), QStringLiteral("earthly"));
    QCOMPARE(earthly.kind, ClientKind::Earthly);
    QCOMPARE(earthly.version, QStringLiteral("0.8.16"));
    QCOMPARE(earthly.program, program);
    QCOMPARE(earthly.instance, QStringLiteral("earthly-buildkitd"));
    QCOMPARE(test::useOf(earthly), QStringLiteral("Cache"));
    QCOMPARE(earthly.mirrors, QStringList{QStringLiteral("192.168.0.80:5000")});
    QCOMPARE(test::obstaclesOf(earthly), QString());
    QVERIFY(earthly.isRunning);
    scenery.cache.host = QStringLiteral("127.0.0.1");
    QCOMPARE(test::obstaclesOf(earthlyInstallations(scenery.scene()).first()),
             QStringLiteral("Unreachable!"));
}

void TestEarthly::configFile_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("earthly");
    QTest::addColumn<QString>("earth");
    const auto row = [](const char *name, const char *variable, const char *value,
                        const QStringList &files, const char *earthly, const char *earth) {
        QTest::newRow(name) << QString::fromLatin1(variable) << QString::fromLatin1(value) << files
                            << QString::fromLatin1(earthly) << QString::fromLatin1(earth);
    };
    const QString old = QStringLiteral("~/.earthly/config.yaml");
    row("usual", "", "", {}, "~/.earthly/config.yml", "~/.earth/config.yml");
    row("old", "", "", {old}, "~/.earthly/config.yaml", "~/.earth/config.yml");
    row("old and new", "", "", {old, QStringLiteral("~/.earthly/config.yml")},
        "~/.earthly/config.yml", "~/.earth/config.yml");
    row("named", "EARTHLY_CONFIG", "/x.yml", {}, "/x.yml", "/x.yml");
    row("named for one", "EARTH_CONFIG", "/x.yml", {}, "~/.earthly/config.yml", "/x.yml");
    row("another installation", "EARTHLY_INSTALLATION_NAME", "earthly-dev", {},
        "~/.earthly-dev/config.yml", "~/.earth/config.yml");
}

void TestEarthly::configFile()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QStringList, files);
    Scenery scenery;
    scenery.program(QStringLiteral("earthly"));
    scenery.program(QStringLiteral("earth"));
    scenery.set(qPrintable(variable), value);
    for (const QString &file : files)
        scenery.file(file, {});
    const QList<ClientInstallation> all = earthlyInstallations(scenery.scene());
    const auto fileOf = [&](const char *id) {
        return found(all, QString::fromLatin1(id))
            .configFile.replace(scenery.here.home, QStringLiteral("~"));
    };
    QTEST(fileOf("earthly"), "earthly");
    QTEST(fileOf("earthbuild"), "earth");
}

void TestEarthly::both()
{
    Scenery scenery;
    scenery.program(QStringLiteral("earth"));
    scenery.file(QStringLiteral("~/.earthly/config.yml"), settings);
    const QList<ClientInstallation> all = earthlyInstallations(scenery.scene());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().kind, ClientKind::EarthBuild);
    QCOMPARE(all.first().instance, QStringLiteral("earth-buildkitd"));
    QCOMPARE(test::useOf(all.first()), QStringLiteral("Nothing"));
    scenery.answer(QStringLiteral("earth"), {QStringLiteral("--version")}, "A planet 4.5\n");
    QCOMPARE(earthlyInstallations(scenery.scene()), QList<ClientInstallation>());
}

void TestEarthly::builderElsewhere()
{
    Scenery scenery;
    scenery.program(QStringLiteral("earthly"));
    scenery.file(QStringLiteral("~/.earthly/config.yml"),
                 "global:\n  buildkit_host: tcp://b:8372\n");
    QCOMPARE(test::obstaclesOf(earthlyInstallations(scenery.scene()).first()),
             QStringLiteral("OverridesSystem!"));
    scenery.file(QStringLiteral("~/.earthly/config.yml"),
                 "global:\n  buildkit_host: docker-container://b\n");
    QCOMPARE(test::obstaclesOf(earthlyInstallations(scenery.scene()).first()), QString());
}

void TestEarthly::reach()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.program(QStringLiteral("earthly"));
    const QString builder = QStringLiteral("earthly-buildkitd");
    const Question reach = reachQuestion(scenery.scene(), builder);
    QVERIFY(!earthlyQuestions(scenery.scene()).contains(reach));
    scenery.answer(*containersQuestion(scenery.here),
                   R"({"Names":"earthly-buildkitd","State":"running"})");
    QVERIFY(earthlyQuestions(scenery.scene()).contains(reach));
    scenery.answer(reach, "wget: can't connect to remote host: Host is unreachable\n", false);
    QCOMPARE(test::obstaclesOf(earthlyInstallations(scenery.scene()).first()),
             QStringLiteral("Unreachable"));
    scenery.answer(reach, "reached\n");
    QCOMPARE(test::obstaclesOf(earthlyInstallations(scenery.scene()).first()), QString());
}

QTEST_GUILESS_MAIN(TestEarthly)
#include "tst_earthly.moc"
