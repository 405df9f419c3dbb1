// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/dockerobstacles.h"

#include "detection/daemonjson.h"
#include "detection/obstacles.h"
#include "detection/version.h"

namespace lanyard::detection {

namespace {

using Kind = Obstacle::Kind;
using State = DockerInfo::State;

std::optional<Obstacle> stateObstacle(const ClientInstallation &docker, const DockerInfo &info)
{
    if (info.state == State::NoAccess)
        return obstacle(
            Kind::NoAccess,
            QT_TRANSLATE_NOOP("engine", "this user may not ask Docker; add it to the group docker "
                                        "(which is as good as root), or use sudo"));
    if (info.state == State::Silent)
        return obstacle(Kind::NotRunning,
                        QT_TRANSLATE_NOOP("engine",
                                          "docker info does not answer in time; see whether its "
                                          "service hangs"));
    if (info.state == State::NotRunning && !docker.isRunning) {
        if (docker.isDesktop)
            return obstacle(Kind::NotRunning,
                            {QT_TRANSLATE_NOOP("engine", "%1 does not run; start Docker Desktop"),
                             {docker.name}});
        return obstacle(Kind::NotRunning,
                        {QT_TRANSLATE_NOOP("engine", "%1 does not run; start it: %2"),
                         {docker.name, docker.isRootless ? "systemctl --user start docker"
                                                         : "sudo systemctl start docker"}});
    }
    return std::nullopt;
}

/// dockerd does not start when one setting is in both places. With containerd's store its file
/// need not say it.
std::optional<Obstacle> flagObstacle(const Scene &scene, const ClientInstallation &docker,
                                     const std::optional<RunningProcess> &daemon)
{
    if (!daemon || docker.imageStore == ClientInstallation::ImageStore::Containerd)
        return std::nullopt;
    QStringList flags{QStringLiteral("--registry-mirror")};
    if (!scene.cache.isTls && isBefore(docker.version, 28, 0))
        flags << QStringLiteral("--insecure-registry");
    for (const QString &flag : flags) {
        if (daemon->valuesOf({flag}).isEmpty())
            continue;
        return fatalObstacle(
            Kind::FlagConflict,
            {QT_TRANSLATE_NOOP(
                 "engine", "dockerd was started with %1, and does not start when %2 says it, too; "
                           "take the option off its command line (systemctl edit docker)"),
             {flag, docker.configFile}});
    }
    return std::nullopt;
}

/// What the daemon says; else its file, else how it was started.
Proxy proxyOf(const Scene &scene, const ClientInstallation &docker, const DockerInfo &info,
              const std::optional<RunningProcess> &daemon)
{
    if (info.state == State::Answered)
        return info.proxy;
    const Proxy inFile =
        settingsInDaemonJson(scene.here.read(docker.configFile).value_or(QByteArray()))
            .value_or(DaemonSettings())
            .proxy;
    if (!inFile.isNone() || !daemon)
        return inFile;
    const auto environment = environmentOf(scene.here.processFolder, daemon->pid);
    return environment ? Proxy::of(*environment) : Proxy();
}

std::optional<Obstacle> proxyObstacleOf(const Scene &scene, const ClientInstallation &docker,
                                        const DockerInfo &info,
                                        const std::optional<RunningProcess> &daemon)
{
    const Proxy proxy = proxyOf(scene, docker, info, daemon);
    // Docker Desktop has one of its own, which is no obstacle.
    if (proxyFor(proxy, scene.cache).contains(QStringLiteral("docker.internal")))
        return std::nullopt;
    return proxyObstacle(proxy, scene.cache, QStringLiteral("Docker"),
                         {QT_TRANSLATE_NOOP("engine", "add %1 to no-proxy, in the proxies of %2 or "
                                                      "in its service's NO_PROXY, and restart it"),
                          {scene.cache.host, docker.configFile}});
}

std::optional<Obstacle> ageObstacle(const ClientInstallation &docker, const DockerInfo &info)
{
    if (isBefore(docker.version, 28, 0))
        return obstacle(
            Kind::TooOld,
            {QT_TRANSLATE_NOOP("engine", "Docker Engine %1 mirrors only docker.io; for other "
                                         "registries it has to be 28 or later"),
             {docker.version}});
    if (docker.imageStore == ClientInstallation::ImageStore::GraphDriver)
        return obstacle(
            Kind::TooOld,
            {QT_TRANSLATE_NOOP("engine", "its image store (%1) mirrors only docker.io for docker "
                                         "pull; for other registries it needs containerd's store"),
             {info.driver}});
    return std::nullopt;
}

} // namespace

QList<Obstacle> dockerObstacles(const Scene &scene, const ClientInstallation &docker,
                                const DockerInfo &info, const std::optional<RunningProcess> &daemon)
{
    QList<Obstacle> obstacles;
    addTo(obstacles, stateObstacle(docker, info));
    addTo(obstacles, flagObstacle(scene, docker, daemon));
    addTo(obstacles, proxyObstacleOf(scene, docker, info, daemon));
    if (docker.isDesktop)
        addTo(obstacles, loopbackObstacle(scene.cache, Inside::VirtualMachine));
    if (docker.isRootless)
        addTo(obstacles, loopbackObstacle(scene.cache, Inside::Network));
    addTo(obstacles, ageObstacle(docker, info));
    return obstacles;
}

} // namespace lanyard::detection
