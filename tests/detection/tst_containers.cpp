// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that containers of Docker are known, and that the cache is told to be out of reach from
// one only when that was seen.
#include "detection/containers.h"
#include "detection/scenery.h"
#include "support/inenglish.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void asksDocker();
    void reaches_data();
    void reaches();
    void asksForTls();
};

void TestContainers::reads()
{
    const QList<Container> containers = containersIn(
        R"({"Command":"\"x\"","ID":"1","Image":"i","Labels":"a=b,io.x-k8s.kind.cluster=c","Names":"one,two","State":"running","Status":"Up 2 hours"})"
        "\nno JSON\n"
        R"({"ID":"2","Labels":"","Names":"three","Status":"Exited (0) 2 days ago"})"
        "\n"
        R"({"ID":"3","Labels":"","Names":"four","Status":"Up 2 days"})"
        "\n");
    QCOMPARE(containers.size(), 3);
    QCOMPARE(containers.at(0).name, QStringLiteral("one"));
    QCOMPARE(containers.at(0).label(QStringLiteral("io.x-k8s.kind.cluster")), QStringLiteral("c"));
    QCOMPARE(containers.at(0).label(QStringLiteral("io")), QString());
    QVERIFY(containers.at(0).isRunning);
    QVERIFY(!containers.at(1).isRunning);
    QVERIFY(containers.at(2).isRunning);
}

void TestContainers::asksDocker()
{
    test::Scenery scenery;
    QVERIFY(!containersQuestion(scenery.here));
    scenery.program(QStringLiteral("docker"));
    const auto question = containersQuestion(scenery.here);
    QVERIFY(question);
    QCOMPARE(containersOf(scenery.scene()).size(), 0);
    scenery.answer(*question, R"({"Names":"b","State":"running"})");
    QVERIFY(containerNamed(scenery.scene(), QStringLiteral("b")));
    QVERIFY(!containerNamed(scenery.scene(), QStringLiteral("c")));
}

void TestContainers::reaches_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<bool>("isSuccess");
    QTest::addColumn<bool>("isObstacle");
    const auto row = [](const char *name, const char *output, bool isSuccess, bool isObstacle) {
        QTest::newRow(name) << QByteArray(output) << isSuccess << isObstacle;
    };
    row("reached", "reached\n", true, false);
    row("refused", "wget: can't connect to remote host (192.168.0.80): Connection refused\n", false,
        true);
    row("no name", "wget: bad address 'cache.lan:5000'\n", false, true);
    row("without a word", "", false, true);
    row("wants a login", "wget: server returned error: HTTP/1.1 401 Unauthorized\n", false, false);
    row("neither wget nor curl", "no-tool\n", true, false);
    row("no shell",
        "OCI runtime exec failed: exec failed: exec: \"sh\": executable file not found "
        "in $PATH: unknown\n",
        false, false);
    row("stopped", "Error response from daemon: container 1 is not running\n", false, false);
    row("no access", "permission denied while trying to connect to the Docker daemon socket\n",
        false, false);
}

void TestContainers::reaches()
{
    QFETCH(QByteArray, output);
    QFETCH(bool, isSuccess);
    QFETCH(bool, isObstacle);
    test::Scenery scenery;
    const QString name = QStringLiteral("builder");
    QVERIFY(!reachObstacle(scenery.scene(), name));
    scenery.answer(reachQuestion(scenery.scene(), name), output, isSuccess);
    const auto obstacle = reachObstacle(scenery.scene(), name);
    QCOMPARE(obstacle.has_value(), isObstacle);
    if (obstacle) {
        QCOMPARE(obstacle->kind, Obstacle::Kind::Unreachable);
        QVERIFY(
            test::inEnglish(obstacle->detail).contains(QStringLiteral("http://192.168.0.80:5000")));
        QVERIFY(test::inEnglish(obstacle->detail).contains(name));
    }
}

void TestContainers::asksForTls()
{
    test::Scenery scenery;
    scenery.program(QStringLiteral("docker"));
    scenery.cache.isTls = true;
    scenery.cache.password = QStringLiteral("secret");
    const Question question = reachQuestion(scenery.scene(), QStringLiteral("b"));
    QCOMPARE(question.arguments.mid(0, 3),
             (QStringList{QStringLiteral("exec"), QStringLiteral("b"), QStringLiteral("sh")}));
    QCOMPARE(question.arguments.last(), QStringLiteral("tls"));
    QVERIFY(question.arguments.contains(QStringLiteral("https://192.168.0.80:5000/v2/")));
    QVERIFY(!question.arguments.join(u' ').contains(scenery.cache.password));
}

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
