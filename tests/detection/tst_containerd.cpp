// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a containerd of its own is told from those of others, and which folders it and
// nerdctl read.
#include "detection/containerd.h"
#include "detection/scenery.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

const QByteArray cacheHosts("[host.\"http://192.168.0.80:5000\"]\n"
                            "  capabilities = [\"pull\", \"resolve\"]\n");

} // namespace

class TestContainerd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void isOfOthers_data();
    void isOfOthers();
    void isInTheWay_data();
    void isInTheWay();
    void nerdctl();
};

void TestContainerd::isFound()
{
    Scenery scenery;
    QCOMPARE(containerdInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("containerd"));
    const QString client = scenery.program(QStringLiteral("ctr"));
    QCOMPARE(test::wordsOf(containerdQuestions(scenery.scene()), QStringLiteral("containerd")),
             QStringList{QStringLiteral("--version")});
    scenery.answer(QStringLiteral("containerd"), {QStringLiteral("--version")},
                   "containerd github.com/containerd/containerd/v2 v2.0.0 207ad711\n");
    scenery.file(QStringLiteral("/etc/containerd/certs.d/_default/hosts.toml"), cacheHosts);
    auto containerd = found(containerdInstallations(scenery.scene()), QStringLiteral("containerd"));
    QCOMPARE(containerd.version, QStringLiteral("2.0.0"));
    QCOMPARE(containerd.program, client);
    QCOMPARE(containerd.configFile, QStringLiteral("/etc/containerd/config.toml"));
    QCOMPARE(containerd.configFolder, QStringLiteral("/etc/containerd/certs.d"));
    QCOMPARE(test::useOf(containerd), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(containerd), QStringLiteral("NotRunning"));
    scenery.process(5, 0, {QStringLiteral("/usr/bin/containerd")});
    containerd = found(containerdInstallations(scenery.scene()), QStringLiteral("containerd"));
    QCOMPARE(containerd.pid, 5);
    QCOMPARE(test::obstaclesOf(containerd), QString());
    QVERIFY(QDir().mkpath(scenery.at(QStringLiteral("/etc/containerd/certs.d/a/hosts.toml"))));
    containerd = found(containerdInstallations(scenery.scene()), QStringLiteral("containerd"));
    QCOMPARE(test::obstaclesOf(containerd), QStringLiteral("NoAccess"));
}

void TestContainerd::isOfOthers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("user");
    const auto row = [](const char *config, int user) {
        QTest::newRow(config) << QStringList{QStringLiteral("containerd"),
                                             QStringLiteral("--config"),
                                             QString::fromLatin1(config)}
                              << user;
    };
    row("/var/run/docker/containerd/containerd.toml", 0);
    row("/srv/exec/containerd/containerd.toml", 0);
    row("/var/lib/rancher/k3s/agent/etc/containerd/config.toml", 0);
    row("/var/snap/microk8s/1/args/containerd.toml", 0);
    row("/etc/containerd/config.toml", 1000);
}

void TestContainerd::isOfOthers()
{
    QFETCH(QStringList, words);
    QFETCH(int, user);
    Scenery scenery;
    scenery.process(5, user, words);
    QCOMPARE(containerdInstallations(scenery.scene()), QList<ClientInstallation>());
}

void TestContainerd::isInTheWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("obstacles");
    const auto row = [](const char *name, const char *text, const char *version, const char *folder,
                        const char *obstacles) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(version)
                            << QString::fromLatin1(folder) << QString::fromLatin1(obstacles);
    };
    const char *usual = "/etc/containerd/certs.d";
    row("2.x", "", "v2.0.0", usual, "");
    row("1.x", "version = 2\n", "1.6.20~ds1", usual, "TooOld");
    row("1.x with its folder",
        "[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = \"/x\"\n", "1.6.20", "/x",
        "");
    row("Docker's packages", "disabled_plugins = [\"cri\"]\n", "1.7.24", usual, "OverridesSystem");
    row("old mirrors",
        "[plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"docker.io\"]\n"
        "endpoint = [\"http://c:5000\"]\n",
        "1.7.24", usual, "OverridesSystem");
}

void TestContainerd::isInTheWay()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, version);
    Scenery scenery;
    scenery.program(QStringLiteral("containerd"));
    scenery.process(
        5, 0,
        {QStringLiteral("containerd"), QStringLiteral("-c"), QStringLiteral("/srv/config.toml")});
    scenery.file(QStringLiteral("/srv/config.toml"), text);
    scenery.answer(QStringLiteral("containerd"), {QStringLiteral("--version")},
                   "containerd containerd.io " + version.toUtf8() + " 88bf19b\n");
    const auto containerd =
        found(containerdInstallations(scenery.scene()), QStringLiteral("containerd"));
    QCOMPARE(containerd.configFile, QStringLiteral("/srv/config.toml"));
    QTEST(containerd.configFolder, "folder");
    QTEST(test::obstaclesOf(containerd), "obstacles");
}

void TestContainerd::nerdctl()
{
    Scenery scenery;
    QCOMPARE(nerdctlInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("nerdctl"));
    scenery.answer(QStringLiteral("nerdctl"), {QStringLiteral("--version")},
                   "nerdctl version 1.7.7\n");
    scenery.file(QStringLiteral("~/.config/containerd/certs.d/docker.io/hosts.toml"), cacheHosts);
    auto nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QCOMPARE(nerdctl.version, QStringLiteral("1.7.7"));
    QVERIFY(nerdctl.isRootless);
    QCOMPARE(nerdctl.configFolder,
             scenery.here.home + QStringLiteral("/.config/containerd/certs.d"));
    QCOMPARE(test::useOf(nerdctl), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(nerdctl), QString());
    const QString locked = QStringLiteral("~/.config/containerd/certs.d/a/hosts.toml");
    QVERIFY(QDir().mkpath(scenery.at(locked)));
    nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QCOMPARE(test::obstaclesOf(nerdctl), QStringLiteral("NoAccess"));
    QVERIFY(QDir().rmdir(scenery.at(locked)));

    scenery.here.isRoot = true;
    nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QVERIFY(nerdctl.isOfSystem);
    QCOMPARE(nerdctl.configFolder, QStringLiteral("/etc/containerd/certs.d"));
    scenery.file(QStringLiteral("/etc/nerdctl/nerdctl.toml"), "hosts_dir = [\"/x\"]\n");
    nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QCOMPARE(nerdctl.configFolder, QStringLiteral("/x"));

    scenery.here.isRoot = false;
    scenery.cache.host = QStringLiteral("127.0.0.1");
    scenery.set("HTTP_PROXY", QStringLiteral("p:1"));
    nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QCOMPARE(test::obstaclesOf(nerdctl), QStringLiteral("Unreachable!"));
    scenery.cache.host = QStringLiteral("cache.lan");
    nerdctl = found(nerdctlInstallations(scenery.scene()), QStringLiteral("nerdctl"));
    QCOMPARE(test::obstaclesOf(nerdctl), QStringLiteral("ProxyInTheWay"));
}

QTEST_GUILESS_MAIN(TestContainerd)
#include "tst_containerd.moc"
