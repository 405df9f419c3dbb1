// SPDX-License-Identifier: GPL-3.0-or-later
// Which way there is to a service, and how that is told.
#include "setup/servicetask.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::setup;

Q_DECLARE_METATYPE(lanyard::ServiceAction)
Q_DECLARE_METATYPE(lanyard::setup::ServiceReach)

class TestServiceTask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void namesEachAction();
};

void TestServiceTask::says_data()
{
    QTest::addColumn<ServiceAction>("action");
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<bool>("hasSystemd");
    QTest::addColumn<QByteArray>("cgroup");
    QTest::addColumn<ServiceReach>("reach");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("interrupts");
    const auto row = [](const char *name, ServiceAction action, qint64 pid, bool hasSystemd,
                        const char *cgroup, ServiceReach reach, const char *line, bool interrupts) {
        QTest::newRow(name) << action << pid << hasSystemd << QByteArray(cgroup) << reach
                            << QString::fromLatin1(line) << interrupts;
    };
    using A = ServiceAction;
    using R = ServiceReach;
    const char *unit = "0::/system.slice/docker.service\n";
    const char *session = "0::/user.slice/user-1000.slice/session-2.scope\n";
    row("docker", A::ReloadDocker, 0, true, "", R::Systemd, "systemctl reload docker", false);
    row("docker of systemd", A::ReloadDocker, 7, true, unit, R::Systemd, "systemctl reload docker",
        false);
    row("docker of a shell", A::ReloadDocker, 7, true, session, R::Signal, "kill -HUP 7", false);
    row("docker of snap", A::ReloadDocker, 7, true,
        "0::/system.slice/snap.docker.dockerd.service\n", R::Signal, "kill -HUP 7", false);
    row("docker without systemd", A::ReloadDocker, 7, false, session, R::Signal, "kill -HUP 7",
        false);
    row("docker that nobody knows", A::ReloadDocker, 0, false, "", R::ByHand,
        "kill -HUP $(pidof dockerd)", false);
    row("rootless docker", A::ReloadRootlessDocker, 0, true, "", R::Systemd,
        "systemctl --user reload docker", false);
    row("Docker Desktop", A::RestartDockerDesktop, 0, false, "", R::Program,
        "docker desktop restart", true);
    row("BuildKit", A::RestartBuildKit, 0, true, "", R::Systemd, "systemctl restart buildkit",
        true);
    row("BuildKit without systemd", A::RestartBuildKit, 7, false, "", R::ByHand,
        "service buildkit restart", true);
    row("rootless BuildKit", A::RestartRootlessBuildKit, 0, true, "", R::Systemd,
        "systemctl --user restart buildkit", true);
    row("k3s", A::RestartK3s, 0, true, "", R::Systemd, "systemctl restart k3s", true);
    row("k3s agent", A::RestartK3sAgent, 0, true, "", R::Systemd, "systemctl restart k3s-agent",
        true);
    row("RKE2", A::RestartRke2Server, 0, true, "", R::Systemd, "systemctl restart rke2-server",
        true);
    row("RKE2 agent", A::RestartRke2Agent, 0, true, "", R::Systemd, "systemctl restart rke2-agent",
        true);
    row("CRI-O", A::ReloadCrio, 0, true, "", R::Systemd, "systemctl reload crio", false);
}

void TestServiceTask::says()
{
    QFETCH(ServiceAction, action);
    QFETCH(qint64, pid);
    QFETCH(bool, hasSystemd);
    QFETCH(QByteArray, cgroup);
    QFETCH(ServiceReach, reach);
    const ServiceTask task{.action = action, .pid = pid};
    QCOMPARE(reachOf(task, hasSystemd, cgroup), reach);
    const PlannedCommand command = commandOf(task, reach);
    QCOMPARE(command.action, action);
    QTEST(command.line, "line");
    QTEST(!command.interrupts.isEmpty(), "interrupts");
    QCOMPARE(command.isPrivileged, isOfSystem(action));
    const bool isOfUser = command.line.contains(QLatin1String("--user")) ||
                          action == ServiceAction::RestartDockerDesktop;
    QCOMPARE(command.isPrivileged, !isOfUser);
    const bool isRun = reach == ServiceReach::Systemd || reach == ServiceReach::Program;
    QCOMPARE(argumentsOf(action, reach).join(QLatin1Char(' ')), isRun ? command.line : QString());
}

void TestServiceTask::namesEachAction()
{
    for (int i = 0; i <= static_cast<int>(ServiceAction::ReloadCrio); ++i) {
        const auto action = static_cast<ServiceAction>(i);
        QCOMPARE(serviceActionOf(nameOf(action)), std::optional(action));
    }
    QVERIFY(!serviceActionOf(u"reload-everything"));
    QVERIFY(!serviceActionOf(u""));
}

QTEST_GUILESS_MAIN(TestServiceTask)
#include "tst_servicetask.moc"
