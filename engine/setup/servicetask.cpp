// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/servicetask.h"

#include <algorithm>
#include <array>

namespace lanyard::setup {

namespace {

struct Row
{
    ServiceAction action;
    const char *name;
    const char *service; ///< as systemd calls it
    const char *verb;
    bool isOfSystem;
    const char *interrupts; ///< PlannedCommand::interrupts
};

constexpr const char *builds = QT_TRANSLATE_NOOP("engine", "builds that run");
constexpr const char *kubernetes =
    QT_TRANSLATE_NOOP("engine", "the Kubernetes API of this node for some seconds, no pods");
constexpr const char *agent =
    QT_TRANSLATE_NOOP("engine", "the agent of this node for some seconds, no pods");

constexpr std::array rows{
    Row{ServiceAction::ReloadDocker, "reload-docker", "docker", "reload", true, ""},
    Row{ServiceAction::ReloadRootlessDocker, "reload-rootless-docker", "docker", "reload", false,
        ""},
    Row{ServiceAction::RestartDockerDesktop, "restart-docker-desktop", "Docker Desktop", "restart",
        false, QT_TRANSLATE_NOOP("engine", "all containers and builds of Docker Desktop")},
    Row{ServiceAction::RestartBuildKit, "restart-buildkit", "buildkit", "restart", true, builds},
    Row{ServiceAction::RestartRootlessBuildKit, "restart-rootless-buildkit", "buildkit", "restart",
        false, builds},
    Row{ServiceAction::RestartK3s, "restart-k3s", "k3s", "restart", true, kubernetes},
    Row{ServiceAction::RestartK3sAgent, "restart-k3s-agent", "k3s-agent", "restart", true, agent},
    Row{ServiceAction::RestartRke2Server, "restart-rke2-server", "rke2-server", "restart", true,
        kubernetes},
    Row{ServiceAction::RestartRke2Agent, "restart-rke2-agent", "rke2-agent", "restart", true,
        agent},
    Row{ServiceAction::ReloadCrio, "reload-crio", "crio", "reload", true, ""},
};

const Row &rowOf(ServiceAction action)
{
    return *std::find_if(rows.begin(), rows.end(),
                         [action](const Row &row) { return row.action == action; });
}

bool isOfDockerd(ServiceAction action)
{
    return action == ServiceAction::ReloadDocker || action == ServiceAction::ReloadRootlessDocker;
}

QStringList systemctl(const Row &row, const QStringList &words)
{
    QStringList arguments{QStringLiteral("systemctl")};
    if (!row.isOfSystem)
        arguments.append(QStringLiteral("--user"));
    return arguments + words + QStringList{QString::fromLatin1(row.service)};
}

QString lineByHand(const Row &row, const ServiceTask &task)
{
    if (!isOfDockerd(task.action))
        return QStringLiteral("service %1 %2")
            .arg(QLatin1String(row.service), QLatin1String(row.verb));
    return task.pid > 0 ? QStringLiteral("kill -HUP %1").arg(task.pid)
                        : QStringLiteral("kill -HUP $(pidof dockerd)");
}

} // namespace

QString nameOf(ServiceAction action)
{
    return QString::fromLatin1(rowOf(action).name);
}

std::optional<ServiceAction> serviceActionOf(QStringView name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name))
            return row.action;
    }
    return std::nullopt;
}

bool isOfSystem(ServiceAction action)
{
    return rowOf(action).isOfSystem;
}

ServiceReach reachOf(const ServiceTask &task, bool hasSystemd, const QByteArray &cgroup)
{
    if (task.action == ServiceAction::RestartDockerDesktop)
        return ServiceReach::Program;
    const bool isByHand = isOfDockerd(task.action) && task.pid > 0;
    if (hasSystemd && (!isByHand || cgroup.isEmpty() || cgroup.contains("docker.service")))
        return ServiceReach::Systemd;
    return isByHand ? ServiceReach::Signal : ServiceReach::ByHand;
}

PlannedCommand commandOf(const ServiceTask &task, ServiceReach reach)
{
    const Row &row = rowOf(task.action);
    const QStringList arguments = argumentsOf(task.action, reach);
    return {.action = task.action,
            .line = arguments.isEmpty() ? lineByHand(row, task) : arguments.join(QLatin1Char(' ')),
            .interrupts = row.interrupts,
            .isPrivileged = row.isOfSystem};
}

QStringList argumentsOf(ServiceAction action, ServiceReach reach)
{
    if (reach == ServiceReach::Program)
        return {QStringLiteral("docker"), QStringLiteral("desktop"), QStringLiteral("restart")};
    if (reach != ServiceReach::Systemd)
        return {};
    const Row &row = rowOf(action);
    return systemctl(row, {QString::fromLatin1(row.verb)});
}

QStringList questionOf(ServiceAction action)
{
    return systemctl(rowOf(action), {QStringLiteral("is-active"), QStringLiteral("--quiet")});
}

QString serviceName(ServiceAction action)
{
    return QString::fromLatin1(rowOf(action).service);
}

Message titleOf(ServiceAction action)
{
    const bool isReload = QLatin1String(rowOf(action).verb) == QLatin1String("reload");
    return {isReload ? QT_TRANSLATE_NOOP("engine", "Reload %1")
                     : QT_TRANSLATE_NOOP("engine", "Restart %1"),
            {serviceName(action)}};
}

} // namespace lanyard::setup
