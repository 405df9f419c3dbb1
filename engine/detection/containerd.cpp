// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/containerd.h"

#include "detection/hostfolders.h"
#include "detection/obstacles.h"
#include "detection/tomlmirrors.h"
#include "detection/version.h"

#include <QDir>

namespace lanyard::detection {

namespace {

using Kind = Obstacle::Kind;

Question versionQuestion(const QString &program)
{
    return {program, {QStringLiteral("--version")}};
}

/// Of 2.x; 1.x has none by itself.
const QStringList &usualFolders()
{
    static const QStringList folders{QStringLiteral("/etc/containerd/certs.d"),
                                     QStringLiteral("/etc/docker/certs.d")};
    return folders;
}

QString configFileOf(const RunningProcess &process)
{
    const QString named =
        process.valuesOf({QStringLiteral("--config"), QStringLiteral("-c")}).value(0);
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named)
                                       : QStringLiteral("/etc/containerd/config.toml");
}

/// That of Docker, of k3s or of a snap is theirs.
std::optional<RunningProcess> daemonOf(const Scene &scene)
{
    for (const RunningProcess &process : scene.running({QStringLiteral("containerd")})) {
        const QString file = configFileOf(process);
        const bool isOfOthers = file.endsWith(QStringLiteral("/containerd/containerd.toml")) ||
                                file.contains(QStringLiteral("/rancher/")) ||
                                file.startsWith(QStringLiteral("/var/snap/"));
        if (process.user == 0 && !isOfOthers)
            return process;
    }
    return std::nullopt;
}

std::optional<Obstacle> criObstacle(const ClientInstallation &found,
                                    const ContainerdSettings &settings)
{
    if (settings.isCriOff)
        return obstacle(
            Kind::OverridesSystem,
            {QT_TRANSLATE_NOOP("engine", "its CRI plugin is off in %1 (disabled_plugins): only "
                                         "nerdctl, and ctr with --hosts-dir, read %2"),
             {found.configFile, found.configFolder}});
    if (settings.hasOldMirrors)
        return obstacle(Kind::OverridesSystem,
                        {QT_TRANSLATE_NOOP(
                             "engine", "%1 has mirrors of its own, beside which config_path is an "
                                       "error; move them to %2"),
                         {found.configFile, found.configFolder}});
    if (settings.hostFolders.isEmpty() && isBefore(found.version, 2, 0))
        return obstacle(Kind::TooOld,
                        {QT_TRANSLATE_NOOP(
                             "engine", "for Kubernetes, containerd %1 reads %2 only when "
                                       "config_path in %3 says so; set it and restart containerd"),
                         {found.version, found.configFolder, found.configFile}});
    return std::nullopt;
}

/// The folders that nerdctl is told, or that it looks into by itself.
QStringList nerdctlFolders(const Scene &scene)
{
    QString file = scene.here.variable("NERDCTL_TOML");
    if (file.isEmpty())
        file = scene.here.isRoot
                   ? QStringLiteral("/etc/nerdctl/nerdctl.toml")
                   : scene.here.configHome() + QStringLiteral("/nerdctl/nerdctl.toml");
    const QStringList named =
        hostFoldersInNerdctlToml(scene.here.read(file).value_or(QByteArray()));
    if (!named.isEmpty())
        return named;
    if (scene.here.isRoot)
        return usualFolders();
    return {scene.here.configHome() + QStringLiteral("/containerd/certs.d"),
            scene.here.configHome() + QStringLiteral("/docker/certs.d")};
}

} // namespace

QList<Question> containerdQuestions(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("containerd"));
    return program.isEmpty() ? QList<Question>() : QList<Question>{versionQuestion(program)};
}

QList<ClientInstallation> containerdInstallations(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("containerd"));
    const auto daemon = daemonOf(scene);
    if (program.isEmpty() && !daemon)
        return {};
    ClientInstallation found{.kind = ClientKind::Containerd,
                             .id = QStringLiteral("containerd"),
                             .name = QStringLiteral("containerd"),
                             .version = versionIn(scene.answers.outputOf(versionQuestion(program))),
                             .program = scene.here.program(QStringLiteral("ctr")),
                             .isOfSystem = true,
                             .isRunning = daemon.has_value(),
                             .pid = daemon ? daemon->pid : 0,
                             .imageStore = ClientInstallation::ImageStore::Containerd,
                             .configFile = QStringLiteral("/etc/containerd/config.toml")};
    if (daemon)
        found.configFile = configFileOf(*daemon);
    const ContainerdSettings settings =
        settingsInContainerdToml(scene.here.read(found.configFile).value_or(QByteArray()))
            .value_or(ContainerdSettings());
    const QStringList folders =
        settings.hostFolders.isEmpty() ? usualFolders() : settings.hostFolders;
    found.configFolder = folders.first();
    const HostFiles files = hostFilesIn(scene.here, folders);
    found.use = useOf(files.mirrors, scene.cache);
    found.mirrors = textsOf(files.mirrors);
    addTo(found.obstacles, unreadableObstacle(files.unreadable));
    if (!daemon)
        found.obstacles << obstacle(
            Kind::NotRunning, {QT_TRANSLATE_NOOP("engine", "%1 does not run; start it: %2"),
                               {found.name, QStringLiteral("sudo systemctl start containerd")}});
    addTo(found.obstacles, criObstacle(found, settings));
    if (daemon)
        addTo(found.obstacles, serviceProxyObstacle(scene, *daemon, found.name));
    return {found};
}

QList<Question> nerdctlQuestions(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("nerdctl"));
    return program.isEmpty() ? QList<Question>() : QList<Question>{versionQuestion(program)};
}

QList<ClientInstallation> nerdctlInstallations(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("nerdctl"));
    if (program.isEmpty())
        return {};
    const QStringList folders = nerdctlFolders(scene);
    const HostFiles files = hostFilesIn(scene.here, folders);
    ClientInstallation found{.kind = ClientKind::Nerdctl,
                             .id = QStringLiteral("nerdctl"),
                             .name = QStringLiteral("nerdctl"),
                             .version = versionIn(scene.answers.outputOf(versionQuestion(program))),
                             .program = program,
                             .isOfSystem = scene.here.isRoot,
                             .isRootless = !scene.here.isRoot,
                             .isRunning = true,
                             .imageStore = ClientInstallation::ImageStore::Containerd,
                             .configFolder = folders.first(),
                             .use = useOf(files.mirrors, scene.cache),
                             .mirrors = textsOf(files.mirrors)};
    addTo(found.obstacles, unreadableObstacle(files.unreadable));
    if (found.isRootless)
        addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Network));
    addTo(found.obstacles, userProxyObstacle(scene, found.name));
    return {found};
}

} // namespace lanyard::detection
