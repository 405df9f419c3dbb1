// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a look finds what is here by the programs themselves, that one answer leads to the
// next question, and that nothing a program does keeps the others back.
#include "detection/detector.h"
#include "detection/scenery.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using namespace std::chrono_literals;
using test::found;
using test::Scenery;

QList<ClientInstallation> lookAt(const Scenery &scenery,
                                 std::chrono::milliseconds programTimeout = 60s)
{
    Programs programs(scenery.here.environment, programTimeout);
    Detector detector(scenery.here, programs, 120s);
    QList<ClientInstallation> all;
    bool isDone = false;
    detector.look(scenery.cache, [&](const auto &found) {
        all = found;
        isDone = true;
    });
    [&] {
        QVERIFY(!isDone);
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 60'000);
    }();
    return all;
}

/// A docker with a builder of Earthly that does not reach the cache.
QByteArray dockerScript(const Scenery &scenery)
{
    return "#!/bin/sh\nPATH=/usr/bin:/bin\ncase \"$1\" in\ninfo) cat " +
           scenery.at(QStringLiteral("/usr/share/info.json")).toUtf8() +
           ";;\nbuildx) echo github.com/docker/buildx v0.12.1 30feaa1;;\n"
           "ps) echo '{\"Names\":\"earthly-buildkitd\",\"State\":\"running\"}';;\n"
           "exec) echo wget: connection refused >&2; exit 1;;\nesac\n";
}

} // namespace

class TestDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothing();
    void findsAll();
    void goesOnWithout_data();
    void goesOnWithout();
    void endsInTime();
    void endsWithItsOwner();
    void asksOnce();
};

void TestDetector::findsNothing()
{
    Scenery scenery;
    QCOMPARE(lookAt(scenery), QList<ClientInstallation>());
}

void TestDetector::findsAll()
{
    Scenery scenery;
    scenery.file(QStringLiteral("/usr/share/info.json"),
                 Scenery::recorded(QStringLiteral("docker-info-20.10.json")));
    scenery.program(QStringLiteral("docker"), dockerScript(scenery));
    scenery.program(QStringLiteral("earthly"),
                    "#!/bin/sh\nPATH=/usr/bin:/bin\necho 'earthly version v0.8.16 x'\n");
    scenery.program(QStringLiteral("podman"),
                    "#!/bin/sh\nPATH=/usr/bin:/bin\necho podman version 4.3.1\n");
    scenery.file(QStringLiteral("/etc/docker/daemon.json"),
                 R"({"registry-mirrors": ["http://192.168.0.80:5000"]})");
    scenery.process(42, 0, {QStringLiteral("/usr/sbin/dockerd")});
    const QList<ClientInstallation> all = lookAt(scenery);
    QStringList ids;
    for (const ClientInstallation &client : all)
        ids << client.id;
    QCOMPARE(ids, (QStringList{QStringLiteral("docker"), QStringLiteral("buildx"),
                               QStringLiteral("earthly"), QStringLiteral("podman")}));
    const auto docker = found(all, QStringLiteral("docker"));
    QCOMPARE(docker.version, QStringLiteral("20.10.24+dfsg1"));
    QCOMPARE(docker.pid, 42);
    QCOMPARE(test::useOf(docker), QStringLiteral("Cache"));
    QCOMPARE(found(all, QStringLiteral("podman")).version, QStringLiteral("4.3.1"));
    // The builder was seen to run, and asked whether it reaches the cache.
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("earthly"))),
             QStringLiteral("Unreachable"));
}

void TestDetector::goesOnWithout_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("fails") << QByteArray("#!/bin/sh\nPATH=/usr/bin:/bin\nexit 3\n");
    QTest::newRow("crashes") << QByteArray("#!/bin/sh\nPATH=/usr/bin:/bin\nkill -SEGV $$\n");
    QTest::newRow("cannot be started") << QByteArray("#!/no/such/interpreter\n");
    QTest::newRow("floods") << QByteArray("#!/bin/sh\nPATH=/usr/bin:/bin\nexec yes\n");
    QTest::newRow("says nonsense") << QByteArray(
        "#!/bin/sh\nPATH=/usr/bin:/bin\nhead -c 100000 /dev/zero | tr '\\0' '\\377'\n");
    QTest::newRow("hangs") << QByteArray("#!/bin/sh\nPATH=/usr/bin:/bin\nsleep 1000\n");
}

void TestDetector::goesOnWithout()
{
    QFETCH(QByteArray, script);
    Scenery scenery;
    for (const char *name : {"docker", "dockerd", "earthly", "containerd", "kind", "minikube"})
        scenery.program(QString::fromLatin1(name), script);
    scenery.program(QStringLiteral("podman"),
                    "#!/bin/sh\nPATH=/usr/bin:/bin\necho podman version 4.3.1\n");
    // `docker` that hangs is not waited for longer than a program may take.
    const QList<ClientInstallation> all = lookAt(scenery, 2s);
    QCOMPARE(found(all, QStringLiteral("podman")).version, QStringLiteral("4.3.1"));
    QCOMPARE(found(all, QStringLiteral("containerd")).version, QString());
    QVERIFY(!found(all, QStringLiteral("docker")).obstacles.isEmpty());
}

void TestDetector::endsInTime()
{
    Scenery scenery;
    scenery.program(QStringLiteral("docker"), "#!/bin/sh\nPATH=/usr/bin:/bin\nsleep 1000\n");
    scenery.program(QStringLiteral("podman"));
    Programs programs(scenery.here.environment, 600s);
    Detector detector(scenery.here, programs, 300ms);
    QList<ClientInstallation> all;
    detector.look(scenery.cache, [&](const auto &found) { all = found; });
    QTRY_COMPARE(all.size(), 2);
    QCOMPARE(test::obstaclesOf(found(all, QStringLiteral("docker"))), QStringLiteral("NotRunning"));
}

void TestDetector::endsWithItsOwner()
{
    Scenery scenery;
    const QString pidFile = scenery.at(QStringLiteral("/pid"));
    scenery.program(QStringLiteral("podman"),
                    "#!/bin/sh\nPATH=/usr/bin:/bin\necho $$ >" + pidFile.toUtf8() + ".new\nmv " +
                        pidFile.toUtf8() + ".new " + pidFile.toUtf8() + "\nexec sleep 1000\n");
    bool isTold = false;
    QFile file(pidFile);
    {
        Programs programs(scenery.here.environment);
        Detector detector(scenery.here, programs);
        detector.look(scenery.cache, [&](const auto &) { isTold = true; });
        QTRY_VERIFY(file.exists());
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pid = static_cast<pid_t>(file.readAll().trimmed().toInt());
    QVERIFY(pid > 1);
    QTRY_VERIFY(::kill(pid, 0) == -1 && errno == ESRCH);
    QVERIFY(!isTold);
}

void TestDetector::asksOnce()
{
    Scenery scenery;
    const QByteArray log = scenery.at(QStringLiteral("/calls")).toUtf8();
    scenery.program(QStringLiteral("docker"),
                    "#!/bin/sh\nPATH=/usr/bin:/bin\necho \"$*\" >>" + log + "\n");
    scenery.program(QStringLiteral("earthly"));
    scenery.program(QStringLiteral("kind"));
    lookAt(scenery);
    QFile file(QString::fromUtf8(log));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> calls = file.readAll().trimmed().split('\n');
    std::sort(calls.begin(), calls.end());
    QCOMPARE(calls, (QList<QByteArray>{"buildx version", "info --format {{json .}}",
                                       "ps --all --format {{json .}}"}));
}

QTEST_GUILESS_MAIN(TestDetector)
#include "tst_detector.moc"
