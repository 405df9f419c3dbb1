// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that nodes of k3s and RKE2 are found, with their part and their file.
#include "detection/k3s.h"
#include "detection/scenery.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

} // namespace

class TestK3s : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void agent();
    void configFile();
};

void TestK3s::isFound()
{
    Scenery scenery;
    QCOMPARE(k3sInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("k3s"));
    scenery.answer(QStringLiteral("k3s"), {QStringLiteral("--version")},
                   "k3s version v1.28.5+k3s1 (5b2d1271)\ngo version go1.20.12\n");
    scenery.file(QStringLiteral("/etc/rancher/k3s/registries.yaml"),
                 "mirrors:\n  docker.io:\n    endpoint: [\"http://192.168.0.80:5000\"]\n");
    scenery.process(8, 0, {QStringLiteral("/usr/local/bin/k3s"), QStringLiteral("kubectl")});
    auto k3s = found(k3sInstallations(scenery.scene()), QStringLiteral("k3s"));
    QCOMPARE(k3s.version, QStringLiteral("1.28.5+k3s1"));
    QCOMPARE(k3s.configFile, QStringLiteral("/etc/rancher/k3s/registries.yaml"));
    QCOMPARE(test::useOf(k3s), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(k3s), QStringLiteral("NotRunning"));
    QCOMPARE(k3s.instance, QStringLiteral("server"));
    scenery.process(9, 0, {QStringLiteral("/usr/local/bin/k3s server")});
    k3s = found(k3sInstallations(scenery.scene()), QStringLiteral("k3s"));
    QCOMPARE(k3s.pid, 9);
    QCOMPARE(test::obstaclesOf(k3s), QString());
    scenery.file(QStringLiteral("/etc/rancher/k3s/config.yaml"), "private-registry: /x\n");
    QVERIFY(QDir().mkpath(scenery.at(QStringLiteral("/x"))));
    QCOMPARE(test::obstaclesOf(k3sInstallations(scenery.scene()).first()),
             QStringLiteral("NoAccess"));
    scenery.file(QStringLiteral("/etc/rancher/k3s/config.yaml"), "");
    scenery.process(9, 0, {QStringLiteral("/usr/local/bin/k3s server")}, "HTTP_PROXY=p:1");
    k3s = found(k3sInstallations(scenery.scene()), QStringLiteral("k3s"));
    QCOMPARE(test::obstaclesOf(k3s), QStringLiteral("ProxyInTheWay"));
}

void TestK3s::agent()
{
    Scenery scenery;
    scenery.process(9, 0, {QStringLiteral("/usr/local/bin/rke2"), QStringLiteral("agent")});
    const auto rke2 = found(k3sInstallations(scenery.scene()), QStringLiteral("rke2"));
    QCOMPARE(rke2.kind, ClientKind::Rke2);
    QCOMPARE(rke2.instance, QStringLiteral("agent"));
    QCOMPARE(rke2.configFile, QStringLiteral("/etc/rancher/rke2/registries.yaml"));
    scenery.program(QStringLiteral("k3s"));
    scenery.file(QStringLiteral("/etc/systemd/system/k3s-agent.service"), "");
    QCOMPARE(found(k3sInstallations(scenery.scene()), QStringLiteral("k3s")).instance,
             QStringLiteral("agent"));
}

void TestK3s::configFile()
{
    Scenery scenery;
    scenery.program(QStringLiteral("k3s"));
    scenery.file(QStringLiteral("/etc/rancher/k3s/config.yaml"), "private-registry: /x.yaml\n");
    QCOMPARE(k3sInstallations(scenery.scene()).first().configFile, QStringLiteral("/x.yaml"));
    scenery.process(9, 0,
                    {QStringLiteral("k3s"), QStringLiteral("server"),
                     QStringLiteral("--private-registry"), QStringLiteral("/y.yaml")});
    QCOMPARE(k3sInstallations(scenery.scene()).first().configFile, QStringLiteral("/y.yaml"));
    // A node is root's.
    scenery.process(9, Scenery::userNumber,
                    {QStringLiteral("k3s"), QStringLiteral("server"),
                     QStringLiteral("--private-registry"), QStringLiteral("/y.yaml")});
    QCOMPARE(k3sInstallations(scenery.scene()).first().configFile, QStringLiteral("/x.yaml"));
}

QTEST_GUILESS_MAIN(TestK3s)
#include "tst_k3s.moc"
