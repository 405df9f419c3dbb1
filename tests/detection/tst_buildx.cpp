// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that builders of buildx are found with what they were made with, and the file for new
// ones.
#include "detection/buildx.h"
#include "detection/containers.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

const QByteArray cacheToml("[registry.\"docker.io\"]\nmirrors = [\"192.168.0.80:5000\"]\n"
                           "[registry.\"192.168.0.80:5000\"]\nhttp = true\n");

QStringList version()
{
    return {QStringLiteral("buildx"), QStringLiteral("version")};
}

} // namespace

class TestBuildx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotHere();
    void newBuilders();
    void builders();
    void reach();
};

void TestBuildx::isNotHere()
{
    Scenery scenery;
    QCOMPARE(buildxQuestions(scenery.scene()), QList<Question>());
    QCOMPARE(buildxInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), version(),
                   "docker: 'buildx' is not a docker command.\n", false);
    QCOMPARE(buildxInstallations(scenery.scene()), QList<ClientInstallation>());
}

void TestBuildx::newBuilders()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), version(),
                   "github.com/docker/buildx v0.12.1 30feaa1\n");
    scenery.file(QStringLiteral("~/.docker/buildx/buildkitd.default.toml"), cacheToml);
    const auto buildx = found(buildxInstallations(scenery.scene()), QStringLiteral("buildx"));
    QCOMPARE(buildx.version, QStringLiteral("0.12.1"));
    QCOMPARE(test::useOf(buildx), QStringLiteral("Cache"));
    QCOMPARE(buildx.configFile,
             scenery.here.home + QStringLiteral("/.docker/buildx/buildkitd.default.toml"));
    scenery.set("BUILDX_CONFIG", QStringLiteral("/x"));
    const auto other = found(buildxInstallations(scenery.scene()), QStringLiteral("buildx"));
    QCOMPARE(other.configFile, QStringLiteral("/x/buildkitd.default.toml"));
    QCOMPARE(test::useOf(other), QStringLiteral("Nothing"));
}

void TestBuildx::builders()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.answer(QStringLiteral("docker"), version(), "github.com/docker/buildx v0.12.1 3\n");
    const QByteArray made =
        R"({"Name":"cached","Driver":"docker-container","Nodes":[{"Name":"cached0","Endpoint":"unix:///var/run/docker.sock","Platforms":null,"DriverOpts":null,"Flags":null,"Files":{"buildkitd.toml":")" +
        cacheToml.toBase64() + R"("}}],"Dynamic":false})";
    scenery.file(QStringLiteral("~/.docker/buildx/instances/cached"), made);
    scenery.file(QStringLiteral("~/.docker/buildx/instances/plain"),
                 R"({"Name":"plain","Driver":"docker-container","Nodes":[{"Name":"plain0",
                     "DriverOpts":{"network":"host"},"Files":null}]})");
    scenery.file(QStringLiteral("~/.docker/buildx/instances/far"),
                 R"({"Name":"far","Driver":"remote","Nodes":[{"Name":"far0"}]})");
    scenery.file(QStringLiteral("~/.docker/buildx/instances/broken"), "{");
    QList<ClientInstallation> all = buildxInstallations(scenery.scene());
    QCOMPARE(all.size(), 3);
    const auto cached = found(all, QStringLiteral("buildx-cached"));
    QCOMPARE(test::useOf(cached), QStringLiteral("Cache"));
    QCOMPARE(cached.instance, QStringLiteral("cached"));
    QCOMPARE(test::obstaclesOf(cached), QStringLiteral("NotRunning"));
    QCOMPARE(cached.driverOptions, QStringList());
    QCOMPARE(test::useOf(found(all, QStringLiteral("buildx-plain"))), QStringLiteral("Nothing"));
    QCOMPARE(found(all, QStringLiteral("buildx-plain")).driverOptions,
             QStringList{QStringLiteral("network=host")});

    // What is in a container of its own is not this computer; what is on the host's network is.
    scenery.cache.host = QStringLiteral("127.0.0.1");
    all = buildxInstallations(scenery.scene());
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("buildx"))),
             QStringLiteral("Unreachable!"));
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("buildx-cached"))),
             QStringLiteral("Unreachable! NotRunning"));
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("buildx-plain"))),
             QStringLiteral("NotRunning"));
}

void TestBuildx::reach()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.file(QStringLiteral("~/.docker/buildx/instances/b"),
                 R"({"Name":"b","Driver":"docker-container","Nodes":[{"Name":"b0"}]})");
    QCOMPARE(buildxQuestions(scenery.scene()).size(), 2); // version, and containers
    scenery.answer(QStringLiteral("docker"), version(), "github.com/docker/buildx v0.12.1 3\n");
    scenery.answer(*containersQuestion(scenery.here),
                   R"({"Names":"buildx_buildkit_b0","State":"running"})");
    const Question reach = reachQuestion(scenery.scene(), QStringLiteral("buildx_buildkit_b0"));
    QVERIFY(buildxQuestions(scenery.scene()).contains(reach));
    scenery.answer(reach, "wget: download timed out\n", false);
    const auto builder = found(buildxInstallations(scenery.scene()), QStringLiteral("buildx-b"));
    QVERIFY(builder.isRunning);
    QCOMPARE(test::obstaclesOf(builder), QStringLiteral("Unreachable"));
}

QTEST_GUILESS_MAIN(TestBuildx)
#include "tst_buildx.moc"
