// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that daemons of this computer are found, and those in containers are not.
#include "detection/scenery.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::detection;

class TestProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds();
    void believesRootAndTheUser();
    void readsOptions();
    void environment();
    void findsItself();
};

void TestProcesses::finds()
{
    test::Scenery scenery;
    scenery.process(
        10, 0,
        {QStringLiteral("/usr/sbin/dockerd"), QStringLiteral("-H"), QStringLiteral("fd://")});
    scenery.process(11, 1000, {QStringLiteral("dockerd")});
    scenery.process(12, 0, {QStringLiteral("/usr/bin/other"), QStringLiteral("dockerd")});
    scenery.process(13, 0, {QStringLiteral("dockerd")}, {}, "13\t7"); // in a container
    scenery.process(14, 0, {QStringLiteral("/usr/local/bin/k3s server")});
    scenery.process(15, 0, {}); // of the kernel
    scenery.file(QStringLiteral("/proc/version"), "Linux");
    const QList<RunningProcess> processes = scenery.scene().processes;
    QStringList lines;
    for (const RunningProcess &process : processes)
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(process.pid)
                     .arg(process.user)
                     .arg(process.name, process.arguments.join(u' '));
    lines.sort();
    QCOMPARE(lines,
             (QStringList{QStringLiteral("10 0 dockerd -H fd://"),
                          QStringLiteral("11 1000 dockerd "), QStringLiteral("14 0 k3s server")}));
}

void TestProcesses::believesRootAndTheUser()
{
    test::Scenery scenery;
    const QStringList words{QStringLiteral("dockerd")};
    scenery.process(10, 0, words);
    scenery.process(11, test::Scenery::userNumber, words);
    scenery.process(12, test::Scenery::userNumber + 1, words);
    // Somebody else's `exec -a dockerd su`, as it waits for a password.
    scenery.process(13, 0, words);
    scenery.file(QStringLiteral("/proc/13/status"), "Uid:\t1001\t0\t0\t0\nNSpid:\t13\n");
    // The same, when it has taken all numbers; only root may see which program it is.
    scenery.process(14, 0, words);
    const QString program = scenery.program(QStringLiteral("su"));
    QCOMPARE(::chmod(qPrintable(program), 04755), 0);
    QVERIFY(QFile::link(program, scenery.at(QStringLiteral("/proc/14/exe"))));
    scenery.process(15, 0, words);
    scenery.file(QStringLiteral("/proc/15/status"), "Name:\tdockerd\n");
    QList<std::int64_t> pids;
    for (const RunningProcess &process : scenery.scene().processes)
        pids << process.pid;
    std::sort(pids.begin(), pids.end());
    QCOMPARE(pids, (QList<std::int64_t>{10, 11}));
}

void TestProcesses::readsOptions()
{
    const RunningProcess process{.name = QStringLiteral("x"),
                                 .arguments = {QStringLiteral("--config-file"),
                                               QStringLiteral("/a"), QStringLiteral("-H=/b"),
                                               QStringLiteral("-H"), QStringLiteral("/c"),
                                               QStringLiteral("--last")}};
    QCOMPARE(process.valuesOf({QStringLiteral("--config-file")}),
             QStringList{QStringLiteral("/a")});
    QCOMPARE(process.valuesOf({QStringLiteral("-H"), QStringLiteral("--host")}),
             (QStringList{QStringLiteral("/b"), QStringLiteral("/c")}));
    QCOMPARE(process.valuesOf({QStringLiteral("--last")}), QStringList());
}

void TestProcesses::environment()
{
    test::Scenery scenery;
    scenery.process(10, 0, {QStringLiteral("dockerd")}, QByteArray("A=1\0HTTP_PROXY=p:1=2\0", 21));
    const auto environment = environmentOf(scenery.here.processFolder, 10);
    QVERIFY(environment);
    QCOMPARE(environment->value(QStringLiteral("HTTP_PROXY")), QStringLiteral("p:1=2"));
    QVERIFY(!environmentOf(scenery.here.processFolder, 99));
}

void TestProcesses::findsItself()
{
#ifdef Q_OS_LINUX
    const QString name = QCoreApplication::applicationFilePath().section(u'/', -1);
    const QList<RunningProcess> processes =
        runningProcesses(QStringLiteral("/proc"), ::getuid(), {name});
    const bool isFound =
        std::any_of(processes.begin(), processes.end(), [](const RunningProcess &process) {
            return process.pid == QCoreApplication::applicationPid();
        });
    QVERIFY(isFound);
#endif
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
