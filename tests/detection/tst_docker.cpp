// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that each way in which Docker can be here is told as it is, with what stands in its way.
#include "detection/docker.h"
#include "detection/scenery.h"
#include "support/inenglish.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

QStringList info()
{
    return {QStringLiteral("info"), QStringLiteral("--format"), QStringLiteral("{{json .}}")};
}

} // namespace

class TestDocker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asks();
    void isFound_data();
    void isFound();
    void configFile();
    void believesNobodyElse();
    void usesTheCache_data();
    void usesTheCache();
    void readsNoHostsTomlBefore28();
    void saysWhatItMayNotRead();
    void goesByItsFileWhenItDoesNotRun();
    void isInTheWay_data();
    void isInTheWay();
    void isNotHere();
    void severalAtOnce();
};

void TestDocker::asks()
{
    Scenery scenery;
    QCOMPARE(dockerQuestions(scenery.scene()), QList<Question>());
    scenery.program(QStringLiteral("docker"));
    scenery.program(QStringLiteral("dockerd"));
    scenery.set("DOCKER_HOST", QStringLiteral("unix:///x"));
    scenery.file(QStringLiteral("/var/run/docker.sock"), {});
    const QList<Question> questions = dockerQuestions(scenery.scene());
    QCOMPARE(test::wordsOf(questions, QStringLiteral("docker")),
             (QStringList{QStringLiteral("info --format {{json .}}"),
                          QStringLiteral("--host unix:///var/run/docker.sock info --format "
                                         "{{json .}}")}));
    QCOMPARE(test::wordsOf(questions, QStringLiteral("dockerd")),
             QStringList{QStringLiteral("--version")});
}

void TestDocker::isFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("configFile");
    QTest::addColumn<QString>("configFolder");
    QTest::addColumn<QString>("obstacles");
    const auto row = [](const char *file, const char *id, const char *name, const char *configFile,
                        const char *configFolder, const char *obstacles) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(id)
                            << QString::fromLatin1(name) << QString::fromLatin1(configFile)
                            << QString::fromLatin1(configFolder) << QString::fromLatin1(obstacles);
    };
    row("docker-info-20.10.json", "docker", "Docker Engine", "/etc/docker/daemon.json",
        "/etc/docker/certs.d", "TooOld");
    row("docker-info-28-graphdriver.json", "docker", "Docker Engine", "/etc/docker/daemon.json",
        "/etc/docker/certs.d", "TooOld");
    row("docker-info-29-containerd.json", "docker", "Docker Engine", "/etc/docker/daemon.json",
        "/etc/docker/certs.d", "");
    row("docker-info-28-rootless.json", "docker-rootless", "Docker Engine, rootless",
        "~/.config/docker/daemon.json", "~/.config/docker/certs.d", "TooOld");
    row("docker-info-29-desktop.json", "docker-desktop", "Docker Desktop", "~/.docker/daemon.json",
        "~/.docker/certs.d", "");
    row("docker-info-20.10-proxy.json", "docker", "Docker Engine", "/etc/docker/daemon.json",
        "/etc/docker/certs.d", "ProxyInTheWay TooOld");
}

void TestDocker::isFound()
{
    QFETCH(QString, file);
    QFETCH(QString, id);
    Scenery scenery;
    const QString program = scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(), Scenery::recorded(file));
    const ClientInstallation docker = found(dockerInstallations(scenery.scene()), id);
    QTEST(QString::fromStdString(docker.name.english()), "name");
    QCOMPARE(docker.program, program);
    QTEST(QString(docker.configFile).replace(scenery.here.home, QStringLiteral("~")), "configFile");
    QTEST(QString(docker.configFolder).replace(scenery.here.home, QStringLiteral("~")),
          "configFolder");
    QTEST(test::obstaclesOf(docker), "obstacles");
    QVERIFY(docker.isRunning);
    QVERIFY(!docker.version.isEmpty());
    QCOMPARE(docker.isOfSystem, id == QStringLiteral("docker"));
    QCOMPARE(docker.isRootless, id == QStringLiteral("docker-rootless"));
    QCOMPARE(docker.isDesktop, id == QStringLiteral("docker-desktop"));
    for (const Obstacle &obstacle : docker.obstacles)
        QVERIFY(!test::inEnglish(obstacle.detail).contains(QStringLiteral("xxxxx")));
}

void TestDocker::configFile()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-29-containerd.json")));
    scenery.process(41, 1000, {QStringLiteral("dockerd")});
    scenery.process(42, 0,
                    {QStringLiteral("/usr/sbin/dockerd"), QStringLiteral("--config-file"),
                     QStringLiteral("/srv/daemon.json")});
    scenery.file(QStringLiteral("/srv/daemon.json"),
                 R"({"registry-mirrors": ["https://mirror.example"]})");
    ClientInstallation docker =
        found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(docker.pid, 42);
    QCOMPARE(docker.configFile, QStringLiteral("/srv/daemon.json"));
    QCOMPARE(docker.mirrors, QStringList{QStringLiteral("https://mirror.example")});
    QCOMPARE(test::useOf(docker), QStringLiteral("OtherMirror"));

    // Who listens at the place that is asked is the one.
    scenery.process(43, 0, {QStringLiteral("dockerd"), QStringLiteral("--host=unix:///x")});
    scenery.set("DOCKER_HOST", QStringLiteral("unix:///x"));
    docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(docker.pid, 43);
    QCOMPARE(docker.configFile, QStringLiteral("/etc/docker/daemon.json"));
}

void TestDocker::believesNobodyElse()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-29-containerd.json")));
    scenery.process(42, 0, {QStringLiteral("/usr/sbin/dockerd"), QStringLiteral("-Hfd://")});
    // Who says to be the engine of the system: another user, and this one, who has no such engine.
    for (const int user : {Scenery::userNumber + 1, Scenery::userNumber}) {
        scenery.process(41, user,
                        {QStringLiteral("dockerd"), QStringLiteral("-H"),
                         QStringLiteral("unix:///var/run/docker.sock"),
                         QStringLiteral("--config-file"), QStringLiteral("/etc/nologin")});
        const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
        QCOMPARE(docker.configFile, QStringLiteral("/etc/docker/daemon.json"));
        QCOMPARE(docker.pid, 42);
    }
}

void TestDocker::usesTheCache_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<QByteArray>("daemonJson");
    QTest::addColumn<QString>("folder"); // of certs.d, with the cache in its hosts.toml
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("mirrors"); // the last part of their addresses
    const auto row = [](const char *name, const char *recorded, const char *daemonJson,
                        const char *folder, const char *use, const char *mirrors) {
        QTest::newRow(name) << QString::fromLatin1(recorded) << QByteArray(daemonJson)
                            << QString::fromLatin1(folder) << QString::fromLatin1(use)
                            << QString::fromLatin1(mirrors);
    };
    const char *ours = R"({"registry-mirrors": ["http://192.168.0.80:5000"]})";
    const char *others = R"({"registry-mirrors": ["http://192.168.0.81:5000"]})";
    const char *old = "docker-info-20.10.json"; // which has read `ours`
    const char *graph = "docker-info-28-graphdriver.json";
    const char *now = "docker-info-29-containerd.json";
    row("nothing", now, "", "", "Nothing", "");
    row("by its file", old, ours, "", "Cache", "80");
    row("by what it was told", old, "", "", "Cache", "80");
    row("two", old, others, "", "Partly", "81 80");
    row("not read yet", now, ours, "", "Partly", "80");
    row("by hosts.toml", now, "", "quay.io", "Cache", "80");
    row("by hosts.toml for all", now, "", "_default", "Cache", "80");
    row("by hosts.toml, and another", now, others, "quay.io", "Partly", "80 81");
    row("hosts.toml wins", now, others, "docker.io", "Cache", "80");
    row("hosts.toml, for builds only", graph, "", "docker.io", "Partly", "80");
    row("hosts.toml, and another for pulls", graph, others, "docker.io", "Partly", "81 80");
    row("hosts.toml, of no use", old, others, "quay.io", "Partly", "81 80");
    row("no JSON", now, "{", "", "Nothing", "");
}

void TestDocker::usesTheCache()
{
    QFETCH(QString, recorded);
    QFETCH(QByteArray, daemonJson);
    QFETCH(QString, folder);
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(), Scenery::recorded(recorded));
    if (!daemonJson.isEmpty())
        scenery.file(QStringLiteral("/etc/docker/daemon.json"), daemonJson);
    if (!folder.isEmpty())
        scenery.file(QStringLiteral("/etc/docker/certs.d/%1/hosts.toml").arg(folder),
                     "[host.\"http://192.168.0.80:5000\"]\n");
    const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QTEST(test::useOf(docker), "use");
    QTEST(docker.mirrors.join(u' ')
              .remove(QStringLiteral("http://192.168.0."))
              .remove(QStringLiteral(":5000")),
          "mirrors");
}

void TestDocker::readsNoHostsTomlBefore28()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    const QString recorded = QStringLiteral("docker-info-28-graphdriver.json");
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(recorded).replace("28.2.2", "27.5.1"));
    scenery.file(QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"),
                 "[host.\"http://192.168.0.80:5000\"]\n");
    const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(docker.version, QStringLiteral("27.5.1"));
    QCOMPARE(test::useOf(docker), QStringLiteral("Nothing"));
}

void TestDocker::saysWhatItMayNotRead()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-29-containerd.json")));
    const QString file = QStringLiteral("/etc/docker/certs.d/docker.io/hosts.toml");
    QVERIFY(QDir().mkpath(scenery.at(file)));
    const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(test::obstaclesOf(docker), QStringLiteral("NoAccess"));
    QVERIFY(test::inEnglish(docker.obstacles.first().detail).contains(file));
    // It is only not known what is set up.
    QVERIFY(canBeTested(docker));
}

void TestDocker::goesByItsFileWhenItDoesNotRun()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.program(QStringLiteral("dockerd"));
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-down-28.json")));
    scenery.file(QStringLiteral("/etc/docker/daemon.json"),
                 R"({"registry-mirrors": ["http://192.168.0.80:5000"],
                     "proxies": {"http-proxy": "http://me:secret@proxy.example:3128"}})");
    const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(test::useOf(docker), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(docker), QStringLiteral("NotRunning ProxyInTheWay"));
    QVERIFY(test::inEnglish(docker.obstacles.last().detail)
                .contains(QStringLiteral("proxy.example:3128")));
    QVERIFY(!test::inEnglish(docker.obstacles.last().detail).contains(QStringLiteral("secret")));
}

void TestDocker::isInTheWay_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<QStringList>("daemon");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("obstacles");
    const auto row = [](const char *name, const char *recorded, const char *daemon,
                        const char *host, const char *obstacles) {
        QTest::newRow(name) << QString::fromLatin1(recorded)
                            << QString::fromLatin1(daemon).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(host) << QString::fromLatin1(obstacles);
    };
    const char *now = "docker-info-29-containerd.json";
    row("all is well", now, "dockerd", "192.168.0.80", "");
    row("does not run", "docker-info-down-28.json", "", "192.168.0.80", "NotRunning");
    row("refuses", "docker-info-refused-28.json", "dockerd", "192.168.0.80", "NoAccess");
    const char *graph = "docker-info-28-graphdriver.json";
    row("mirror by a flag", graph, "dockerd --registry-mirror=https://m", "192.168.0.80",
        "FlagConflict! TooOld");
    row("mirror by a flag, where files of registries win", now,
        "dockerd --registry-mirror=https://m", "192.168.0.80", "");
    row("insecure by a flag", graph, "dockerd --insecure-registry x", "192.168.0.80", "TooOld");
    row("insecure by a flag, of old", "docker-info-20.10.json", "dockerd --insecure-registry x",
        "192.168.0.80", "FlagConflict! TooOld");
    row("loopback", now, "dockerd", "127.0.0.1", "");
    row("loopback, rootless", "docker-info-28-rootless.json", "", "127.0.0.1",
        "Unreachable! TooOld");
    row("loopback, Desktop", "docker-info-29-desktop.json", "", "localhost", "Unreachable!");
}

void TestDocker::isInTheWay()
{
    QFETCH(QString, recorded);
    QFETCH(QStringList, daemon);
    QFETCH(QString, host);
    Scenery scenery;
    scenery.cache.host = host;
    scenery.program(QStringLiteral("docker"));
    scenery.program(QStringLiteral("dockerd"));
    scenery.answer(QStringLiteral("docker"), info(), Scenery::recorded(recorded));
    scenery.answer(QStringLiteral("dockerd"), {QStringLiteral("--version")},
                   "Docker version 29.0.0, build 3d4129b\n");
    if (!daemon.isEmpty())
        scenery.process(42, 0, daemon);
    const QList<ClientInstallation> all = dockerInstallations(scenery.scene());
    QCOMPARE(all.size(), 1);
    QTEST(test::obstaclesOf(all.first()), "obstacles");
    QVERIFY(!all.first().version.isEmpty());
    QCOMPARE(all.first().isRunning, !recorded.contains(QStringLiteral("down")));
}

void TestDocker::isNotHere()
{
    Scenery scenery;
    QCOMPARE(dockerInstallations(scenery.scene()), QList<ClientInstallation>());
    // A client without an engine, and Podman under Docker's name.
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-down-28.json")));
    QCOMPARE(dockerInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("podman-info-4.3.json")));
    QCOMPARE(dockerInstallations(scenery.scene()), QList<ClientInstallation>());
    // It hangs.
    scenery.answerNothingInTime(QStringLiteral("docker"), info());
    const auto docker = found(dockerInstallations(scenery.scene()), QStringLiteral("docker"));
    QCOMPARE(test::obstaclesOf(docker), QStringLiteral("NotRunning"));
}

void TestDocker::severalAtOnce()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.set("XDG_RUNTIME_DIR", QStringLiteral("/run/user/1000"));
    scenery.file(QStringLiteral("/run/user/1000/docker.sock"), {});
    scenery.answer(QStringLiteral("docker"), info(),
                   Scenery::recorded(QStringLiteral("docker-info-20.10.json")));
    scenery.answer(
        QStringLiteral("docker"),
        QStringList{QStringLiteral("--host"), QStringLiteral("unix:///run/user/1000/docker.sock")} +
            info(),
        Scenery::recorded(QStringLiteral("docker-info-28-rootless.json")));
    const QList<ClientInstallation> all = dockerInstallations(scenery.scene());
    QCOMPARE(all.size(), 2);
    QCOMPARE(found(all, QStringLiteral("docker")).version, QStringLiteral("20.10.24+dfsg1"));
    QCOMPARE(found(all, QStringLiteral("docker-rootless")).version, QStringLiteral("28.2.2"));
}

QTEST_GUILESS_MAIN(TestDocker)
#include "tst_docker.moc"
