// SPDX-License-Identifier: GPL-3.0-or-later
// Of the Docker Engines that run, the one that reads the files of a set-up is found.
#include "workstation/enginepid.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;
using detection::RunningProcess;

namespace {

RunningProcess process(std::int64_t pid, std::int64_t user, const QStringList &arguments = {},
                       const QString &name = QStringLiteral("dockerd"))
{
    return {.pid = pid, .user = user, .name = name, .arguments = arguments};
}

const QString systemFile = QStringLiteral("/etc/docker/daemon.json");
const QString userFile = QStringLiteral("/home/ann/.config/docker/daemon.json");
const QString otherFile = QStringLiteral("/srv/other.json");

} // namespace

class TestEnginePid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestEnginePid::finds_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("pid");
    QTest::newRow("that of the system") << QStringList{systemFile} << 3;
    QTest::newRow("that of the user") << QStringList{userFile} << 4;
    QTest::newRow("one with a file of its own") << QStringList{otherFile} << 2;
    QTest::newRow("among other files")
        << QStringList{QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"), systemFile} << 3;
    QTest::newRow("none") << QStringList{QStringLiteral("/etc/rancher/k3s/registries.yaml")} << 0;
    QTest::newRow("no files") << QStringList() << 0;
}

void TestEnginePid::finds()
{
    QFETCH(QStringList, files);
    QFETCH(int, pid);
    const detection::Surroundings here{
        .root = {}, .home = QStringLiteral("/home/ann"), .environment = {}};
    const QList<RunningProcess> processes{
        process(1, 0, {}, QStringLiteral("containerd")),
        process(2, 0, {QStringLiteral("--config-file=") + otherFile}),
        process(3, 0),
        process(4, 1000, {QStringLiteral("--config-file"), QStringLiteral("relative.json")}),
    };
    QCOMPARE(enginePid(processes, here, files), pid);
    QCOMPARE(enginePid({}, here, files), 0);
}

QTEST_GUILESS_MAIN(TestEnginePid)
#include "tst_enginepid.moc"
