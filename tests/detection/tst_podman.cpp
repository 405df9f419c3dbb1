// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the files of Podman and its family count as these programs read them: what the rows
// expect is what `podman info` of 4.3.1 said of the same files.
#include "detection/podman.h"
#include "detection/scenery.h"
#include "support/inenglish.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

QByteArray registry(const QString &name, const QString &mirror)
{
    return QStringLiteral("[[registry]]\nprefix = \"%1\"\nlocation = \"%1\"\n"
                          "[[registry.mirror]]\nlocation = \"%2\"\ninsecure = true\n")
        .arg(name, mirror)
        .toUtf8();
}

} // namespace

class TestPodman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void isFound();
    void isHidden();
    void isReplaced();
    void saysWhatOthersSay_data();
    void saysWhatOthersSay();
    void crio();
};

void TestPodman::counts_data()
{
    QTest::addColumn<QStringList>("files"); // PATH REGISTRY MIRROR
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QStringList>("mirrors");
    const QString own = QStringLiteral("~/.config/containers/registries.conf");
    const QString system = QStringLiteral("/etc/containers/registries.conf");
    const auto row = [](const char *name, const QStringList &files, const char *variable,
                        const char *mirrors) {
        QTest::newRow(name) << files << QString::fromLatin1(variable)
                            << QString::fromLatin1(mirrors).split(u' ', Qt::SkipEmptyParts);
    };
    row("none", {}, "", "");
    row("of the system", {system + QStringLiteral(" docker.io a")}, "", "a");
    row("and its folder",
        {system + QStringLiteral(" docker.io a"),
         system + QStringLiteral(".d/50-b.conf quay.io b")},
        "", "a b");
    row("and the user's folder",
        {system + QStringLiteral(".d/50-b.conf quay.io b"),
         own + QStringLiteral(".d/50-a.conf docker.io a")},
        "", "a b");
    row("a later one replaces",
        {own + QStringLiteral(".d/50-a.conf docker.io a"),
         own + QStringLiteral(".d/99-c.conf docker.io c")},
        "", "c");
    row("the user's folder is later",
        {system + QStringLiteral(".d/99-b.conf docker.io b"),
         own + QStringLiteral(".d/50-a.conf docker.io a")},
        "", "a");
    row("the user's file hides the system's",
        {system + QStringLiteral(" docker.io s"), system + QStringLiteral(".d/50-b.conf ghcr.io b"),
         own + QStringLiteral(" quay.io a"), own + QStringLiteral(".d/60-c.conf x.io c")},
        "", "a c");
    row("named", {QStringLiteral("/x.conf docker.io x"), system + QStringLiteral(" docker.io s")},
        "/x.conf", "x");
    row("other names", {system + QStringLiteral(".d/50-b.txt quay.io b")}, "", "");
}

void TestPodman::counts()
{
    QFETCH(QStringList, files);
    QFETCH(QString, variable);
    Scenery scenery;
    scenery.program(QStringLiteral("podman"));
    scenery.set("XDG_CONFIG_HOME", scenery.at(QStringLiteral("/elsewhere"))); // which is not read
    if (!variable.isEmpty())
        scenery.set("CONTAINERS_REGISTRIES_CONF", variable);
    for (const QString &line : files) {
        const QStringList words = line.split(u' ');
        scenery.file(words.at(0), registry(words.at(1), words.at(2)));
    }
    const auto podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QTEST(podman.mirrors, "mirrors");
}

void TestPodman::isFound()
{
    Scenery scenery;
    QCOMPARE(podmanInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("skopeo"));
    QCOMPARE(found(podmanInstallations(scenery.scene()), QStringLiteral("podman")).name,
             QStringLiteral("Skopeo"));
    const QString program = scenery.program(QStringLiteral("podman"));
    QCOMPARE(test::wordsOf(podmanQuestions(scenery.scene()), QStringLiteral("podman")),
             QStringList{QStringLiteral("--version")});
    scenery.answer(QStringLiteral("podman"), {QStringLiteral("--version")},
                   "podman version 4.3.1\n");
    scenery.file(
        QStringLiteral("~/.config/containers/registries.conf.d/50-lanyard.conf"),
        registry(QStringLiteral("docker.io"), QStringLiteral("192.168.0.80:5000/docker.io")));
    auto podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(podman.name, QStringLiteral("Podman"));
    QCOMPARE(podman.version, QStringLiteral("4.3.1"));
    QCOMPARE(podman.program, program);
    QVERIFY(podman.isRootless);
    QCOMPARE(podman.configFile,
             scenery.here.home +
                 QStringLiteral("/.config/containers/registries.conf.d/50-lanyard.conf"));
    QCOMPARE(podman.configFolder,
             scenery.here.home + QStringLiteral("/.config/containers/certs.d"));
    QCOMPARE(test::useOf(podman), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(podman), QString());
    // It runs where the address is this computer.
    scenery.cache.host = QStringLiteral("127.0.0.1");
    podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(test::useOf(podman), QStringLiteral("OtherMirror"));
    QCOMPARE(test::obstaclesOf(podman), QString());
}

void TestPodman::isHidden()
{
    Scenery scenery;
    scenery.here.isRoot = true;
    scenery.program(QStringLiteral("podman"));
    auto podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(podman.configFile,
             QStringLiteral("/etc/containers/registries.conf.d/50-lanyard.conf"));
    QCOMPARE(podman.configFolder, QStringLiteral("/etc/containers/certs.d"));
    QVERIFY(podman.isOfSystem);
    QCOMPARE(test::obstaclesOf(podman), QString());
    scenery.file(QStringLiteral("~/.config/containers/registries.conf"), "");
    podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(test::obstaclesOf(podman), QStringLiteral("OverridesSystem!"));
}

void TestPodman::isReplaced()
{
    Scenery scenery;
    scenery.program(QStringLiteral("podman"));
    const QString folder = QStringLiteral("~/.config/containers/registries.conf.d/");
    scenery.file(
        folder + QStringLiteral("50-lanyard.conf"),
        registry(QStringLiteral("docker.io"), QStringLiteral("192.168.0.80:5000/docker.io")));
    scenery.file(folder + QStringLiteral("99-other.conf"),
                 "[[registry]]\nlocation = \"docker.io\"\n");
    const auto podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(test::useOf(podman), QStringLiteral("Partly"));
    QCOMPARE(test::obstaclesOf(podman), QStringLiteral("OverridesSystem"));
    QVERIFY(
        test::inEnglish(podman.obstacles.first().detail).contains(QStringLiteral("99-other.conf")));
}

void TestPodman::saysWhatOthersSay_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");  // of its table for docker.io
    QTest::addColumn<QString>("obstacle"); // part of it; empty: none
    QTest::addColumn<bool>("isFatal");
    const auto row = [](const char *name, const char *file, const char *text, const char *obstacle,
                        bool isFatal) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(text)
                            << QString::fromLatin1(obstacle) << isFatal;
    };
    const char *own = "~/.config/containers/registries.conf";
    const char *before = "~/.config/containers/registries.conf.d/10-mine.conf";
    const char *behind = "~/.config/containers/registries.conf.d/99-mine.conf";
    const char *system = "/etc/containers/registries.conf.d/99-corp.conf";
    const char *mirror = "[[registry.mirror]]\nlocation = \"m.example\"\n";
    const char *cache = "[[registry.mirror]]\nlocation = \"192.168.0.80:5000/docker.io\"\n"
                        "insecure = true\n";
    row("nothing else", before, "", "", false);
    row("blocked", own, "blocked = true\n", "(blocked), whose place", true);
    row("elsewhere", system, "location = \"mirror.corp/docker\"\n",
        "(location mirror.corp/docker), whose place", true);
    row("mirrors", before, mirror, "(mirrors m.example), whose place", false);
    row("insecure", before, "insecure = true\n", "(insecure), whose place", false);
    row("the cache", before, cache, "", false);
    row("later, nothing else", behind, "", "has a table for docker.io, and is read after", false);
    row("later, elsewhere", behind, "location = \"x.example\"\n",
        "(location x.example), and is read after", true);
}

void TestPodman::saysWhatOthersSay()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, obstacle);
    QFETCH(bool, isFatal);
    Scenery scenery;
    scenery.program(QStringLiteral("podman"));
    scenery.file(file, "[[registry]]\nprefix = \"docker.io\"\n" + text);
    auto podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QCOMPARE(podman.obstacles, QList<Obstacle>());
    const Obstacle said = podman.registryObstacles.value(QStringLiteral("docker.io"));
    QCOMPARE(said.detail.isEmpty(), obstacle.isEmpty());
    QVERIFY2(test::inEnglish(said.detail).contains(obstacle),
             qPrintable(test::inEnglish(said.detail)));
    QCOMPARE(said.isFatal, isFatal);
    // What is set up all the same was wanted so.
    scenery.file(
        QStringLiteral("~/.config/containers/registries.conf.d/50-lanyard.conf"),
        registry(QStringLiteral("docker.io"), QStringLiteral("192.168.0.80:5000/docker.io")));
    podman = found(podmanInstallations(scenery.scene()), QStringLiteral("podman"));
    QVERIFY(podman.registryObstacles.isEmpty());
}

void TestPodman::crio()
{
    Scenery scenery;
    scenery.file(QStringLiteral("~/.config/containers/registries.conf"),
                 registry(QStringLiteral("docker.io"), QStringLiteral("of-the-user")));
    scenery.file(QStringLiteral("/etc/containers/registries.conf.d/1.conf"),
                 registry(QStringLiteral("docker.io"), QStringLiteral("of-the-system")));
    scenery.process(7, Scenery::userNumber, {QStringLiteral("crio")});
    QCOMPARE(podmanInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.process(8, 0, {QStringLiteral("/usr/bin/crio")});
    const auto all = podmanInstallations(scenery.scene());
    QCOMPARE(all.size(), 1);
    const auto crio = found(all, QStringLiteral("crio"));
    QCOMPARE(crio.pid, 8);
    QVERIFY(crio.isOfSystem);
    QCOMPARE(crio.mirrors, QStringList{QStringLiteral("of-the-system")});
}

QTEST_GUILESS_MAIN(TestPodman)
#include "tst_podman.moc"
