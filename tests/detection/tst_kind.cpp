// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that clusters of kind are found by their nodes, and asked in these.
#include "detection/containers.h"
#include "detection/hostfolders.h"
#include "detection/kind.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

} // namespace

class TestKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void clusters();
};

void TestKind::isFound()
{
    Scenery scenery;
    QCOMPARE(kindQuestions(scenery.scene()), QList<Question>());
    QCOMPARE(kindInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("kind"));
    scenery.answer(QStringLiteral("kind"), {QStringLiteral("version")},
                   "kind v0.20.0 go1.20.4 linux/amd64\n");
    const auto kind = found(kindInstallations(scenery.scene()), QStringLiteral("kind"));
    QCOMPARE(kind.version, QStringLiteral("0.20.0"));
    QCOMPARE(test::useOf(kind), QStringLiteral("Nothing"));
    scenery.cache.host = QStringLiteral("localhost");
    QCOMPARE(test::obstaclesOf(kindInstallations(scenery.scene()).first()),
             QStringLiteral("Unreachable!"));
}

void TestKind::clusters()
{
    Scenery scenery;
    scenery.program(QStringLiteral("kind"));
    scenery.program(QStringLiteral("docker"));
    QCOMPARE(kindQuestions(scenery.scene()).size(), 2);
    scenery.answer(
        *containersQuestion(scenery.here),
        R"({"Names":"dev-control-plane","State":"running","Labels":"io.x-k8s.kind.cluster=dev,io.x-k8s.kind.role=control-plane"})"
        "\n"
        R"({"Names":"dev-worker","State":"running","Labels":"io.x-k8s.kind.cluster=dev"})"
        "\n"
        R"({"Names":"old-control-plane","State":"exited","Labels":"io.x-k8s.kind.cluster=old"})"
        "\n");
    const QString node = QStringLiteral("dev-control-plane");
    const Question mirrors = questionInside(
        scenery.here, node, hostFolderWords(QStringLiteral("/etc/containerd/certs.d")));
    const Question reach = reachQuestion(scenery.scene(), node);
    const QList<Question> questions = kindQuestions(scenery.scene());
    QCOMPARE(questions.size(), 4);
    QVERIFY(questions.contains(mirrors));
    QVERIFY(questions.contains(reach));
    scenery.answer(mirrors, "#### hosts.toml of docker.io\n[host.\"http://192.168.0.80:5000\"]\n");
    scenery.answer(reach, "", false);
    const auto all = kindInstallations(scenery.scene());
    QCOMPARE(all.size(), 2);
    const auto dev = found(all, QStringLiteral("kind-dev"));
    QCOMPARE(dev.instance, QStringLiteral("dev"));
    QVERIFY(dev.isRunning);
    QCOMPARE(test::useOf(dev), QStringLiteral("Cache"));
    QCOMPARE(test::obstaclesOf(dev), QStringLiteral("Unreachable"));
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("kind-old"))),
             QStringLiteral("NotRunning"));
}

QTEST_GUILESS_MAIN(TestKind)
#include "tst_kind.moc"
