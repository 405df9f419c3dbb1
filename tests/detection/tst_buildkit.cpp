// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a BuildKit of its own is found, with and without root, and its file.
#include "detection/buildkit.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

} // namespace

class TestBuildKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void isRootless();
    void isInTheWay();
};

void TestBuildKit::isFound()
{
    Scenery scenery;
    QCOMPARE(buildkitInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("buildkitd"));
    const QString client = scenery.program(QStringLiteral("buildctl"));
    QCOMPARE(test::wordsOf(buildkitQuestions(scenery.scene()), QStringLiteral("buildkitd")),
             QStringList{QStringLiteral("--version")});
    scenery.answer(QStringLiteral("buildkitd"), {QStringLiteral("--version")},
                   "buildkitd github.com/moby/buildkit v0.12.5 bac3f2b6\n");
    auto buildkit = found(buildkitInstallations(scenery.scene()), QStringLiteral("buildkit"));
    QCOMPARE(buildkit.version, QStringLiteral("0.12.5"));
    QCOMPARE(buildkit.program, client);
    QCOMPARE(buildkit.configFile, QStringLiteral("/etc/buildkit/buildkitd.toml"));
    QCOMPARE(test::obstaclesOf(buildkit), QStringLiteral("NotRunning"));

    scenery.file(QStringLiteral("/srv/b.toml"),
                 "[registry.\"docker.io\"]\nmirrors = [\"192.168.0.80:5000\"]\n");
    scenery.process(7, 0, {QStringLiteral("buildkitd"), QStringLiteral("--config=/srv/b.toml")});
    buildkit = found(buildkitInstallations(scenery.scene()), QStringLiteral("buildkit"));
    QVERIFY(buildkit.isRunning);
    QVERIFY(buildkit.isOfSystem);
    QCOMPARE(buildkit.pid, 7);
    QCOMPARE(buildkit.configFile, QStringLiteral("/srv/b.toml"));
    // Without the table of the mirror it asks by TLS.
    QCOMPARE(test::useOf(buildkit), QStringLiteral("Partly"));
    QCOMPARE(test::obstaclesOf(buildkit), QString());
}

void TestBuildKit::isRootless()
{
    Scenery scenery;
    scenery.process(7, 1000, {QStringLiteral("/usr/bin/buildkitd")});
    const auto all = buildkitInstallations(scenery.scene());
    QCOMPARE(all.size(), 1);
    const auto buildkit = found(all, QStringLiteral("buildkit-rootless"));
    QVERIFY(buildkit.isRootless);
    QVERIFY(!buildkit.isOfSystem);
    QCOMPARE(buildkit.configFile,
             scenery.here.home + QStringLiteral("/.config/buildkit/buildkitd.toml"));
}

void TestBuildKit::isInTheWay()
{
    Scenery scenery;
    scenery.cache.host = QStringLiteral("127.0.0.1");
    scenery.process(7, 1000, {QStringLiteral("buildkitd")});
    QCOMPARE(test::obstaclesOf(buildkitInstallations(scenery.scene()).first()),
             QStringLiteral("Unreachable!"));
    scenery.cache.host = QStringLiteral("cache.lan");
    scenery.process(7, 1000, {QStringLiteral("buildkitd")}, "HTTP_PROXY=http://proxy:3128");
    QCOMPARE(test::obstaclesOf(buildkitInstallations(scenery.scene()).first()),
             QStringLiteral("ProxyInTheWay"));
}

QTEST_GUILESS_MAIN(TestBuildKit)
#include "tst_buildkit.moc"
