// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that machines of Colima are found by their files, and that none is started.
#include "detection/colima.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

} // namespace

class TestColima : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void profiles();
};

void TestColima::isFound()
{
    Scenery scenery;
    QCOMPARE(colimaInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("colima"));
    QCOMPARE(test::wordsOf(colimaQuestions(scenery.scene()), QStringLiteral("colima")),
             (QStringList{QStringLiteral("version"), QStringLiteral("list --json")}));
    scenery.answer(QStringLiteral("colima"), {QStringLiteral("version")},
                   "colima version 0.6.7\ngit commit: ba1be00\n");
    const auto colima = found(colimaInstallations(scenery.scene()), QStringLiteral("colima"));
    QCOMPARE(colima.version, QStringLiteral("0.6.7"));
    QCOMPARE(colima.configFile, scenery.here.home + QStringLiteral("/.colima/default/colima.yaml"));
    QCOMPARE(test::obstaclesOf(colima), QStringLiteral("NotRunning"));
}

void TestColima::profiles()
{
    Scenery scenery;
    scenery.program(QStringLiteral("colima"));
    scenery.file(QStringLiteral("~/.colima/default/colima.yaml"),
                 "runtime: docker\ndocker:\n  registry-mirrors: [\"http://192.168.0.80:5000\"]\n");
    scenery.file(QStringLiteral("~/.colima/c/colima.yaml"), "runtime: containerd\n");
    scenery.file(QStringLiteral("~/.colima/_templates/colima.yaml"), "");
    scenery.answer(
        QStringLiteral("colima"), {QStringLiteral("list"), QStringLiteral("--json")},
        R"({"name":"default","status":"Running","arch":"x86_64","cpus":2,"runtime":"docker"})"
        "\n"
        R"({"name":"c","status":"Stopped","arch":"x86_64","cpus":2})"
        "\n");
    auto all = colimaInstallations(scenery.scene());
    QCOMPARE(all.size(), 2);
    const auto usual = found(all, QStringLiteral("colima"));
    QVERIFY(usual.isRunning);
    QVERIFY(usual.isDesktop);
    QCOMPARE(test::useOf(usual), QStringLiteral("Cache"));
    QCOMPARE(usual.configFolder, scenery.here.home + QStringLiteral("/.docker/certs.d"));
    const auto other = found(all, QStringLiteral("colima-c"));
    QCOMPARE(test::obstaclesOf(other), QStringLiteral("NotRunning"));
    QCOMPARE(other.configFolder, scenery.here.home + QStringLiteral("/.config/containerd/certs.d"));
    scenery.cache.host = QStringLiteral("127.0.0.1");
    all = colimaInstallations(scenery.scene());
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("colima"))),
             QStringLiteral("Unreachable!"));
}

QTEST_GUILESS_MAIN(TestColima)
#include "tst_colima.moc"
