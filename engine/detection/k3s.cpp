// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/k3s.h"

#include "detection/obstacles.h"
#include "detection/version.h"
#include "detection/yamlmirrors.h"

#include <QDir>

#include <array>

namespace lanyard::detection {

namespace {

struct Flavour
{
    ClientKind kind;
    const char *program;
    const char *name;
    const char *agentUnit; ///< of systemd, that only a node without the server's part has
};

constexpr std::array flavours{
    Flavour{ClientKind::K3s, "k3s", "k3s", "/etc/systemd/system/k3s-agent.service"},
    Flavour{ClientKind::Rke2, "rke2", "RKE2", "/usr/local/lib/systemd/system/rke2-agent.service"},
};

QString programOf(const Scene &scene, const Flavour &flavour)
{
    return scene.here.program(QString::fromLatin1(flavour.program));
}

/// The process of the node: others of that name are commands, such as `k3s kubectl`.
std::optional<RunningProcess> daemonOf(const Scene &scene, const Flavour &flavour)
{
    for (const RunningProcess &process : scene.running({QString::fromLatin1(flavour.program)})) {
        const QString verb = process.arguments.value(0);
        if (process.user == 0 &&
            (verb == QStringLiteral("server") || verb == QStringLiteral("agent")))
            return process;
    }
    return std::nullopt;
}

QString folderOf(const Flavour &flavour)
{
    return QStringLiteral("/etc/rancher/") + QString::fromLatin1(flavour.program);
}

/// By its option, on the command line or in its own file.
QString configFileOf(const Scene &scene, const Flavour &flavour,
                     const std::optional<RunningProcess> &daemon)
{
    QString named;
    if (daemon)
        named = daemon->valuesOf({QStringLiteral("--private-registry")}).value(0);
    if (named.isEmpty())
        named = textInYaml(scene.here.read(folderOf(flavour) + QStringLiteral("/config.yaml"))
                               .value_or(QByteArray()),
                           "private-registry");
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named)
                                       : folderOf(flavour) + QStringLiteral("/registries.yaml");
}

QString partOf(const Scene &scene, const Flavour &flavour,
               const std::optional<RunningProcess> &daemon)
{
    const bool isAgent = daemon ? daemon->arguments.value(0) == QStringLiteral("agent")
                                : scene.here.has(QString::fromLatin1(flavour.agentUnit));
    return isAgent ? QStringLiteral("agent") : QStringLiteral("server");
}

Question versionQuestion(const Scene &scene, const Flavour &flavour)
{
    return {programOf(scene, flavour), {QStringLiteral("--version")}};
}

ClientInstallation installationOf(const Scene &scene, const Flavour &flavour)
{
    const auto daemon = daemonOf(scene, flavour);
    const QByteArray told = scene.answers.outputOf(versionQuestion(scene, flavour));
    ClientInstallation found{.kind = flavour.kind,
                             .id = QString::fromLatin1(flavour.program),
                             .name = QString::fromLatin1(flavour.name),
                             .version = versionIn(told),
                             .program = programOf(scene, flavour),
                             .isOfSystem = true,
                             .isRunning = daemon.has_value(),
                             .pid = daemon ? daemon->pid : 0,
                             .imageStore = ClientInstallation::ImageStore::Containerd,
                             .instance = partOf(scene, flavour, daemon),
                             .configFile = configFileOf(scene, flavour, daemon)};
    const auto text = scene.here.read(found.configFile);
    const Mirrors mirrors =
        mirrorsInRegistriesYaml(text.value_or(QByteArray())).value_or(Mirrors());
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    if (!text && text.error().code == ErrorCode::Io)
        addTo(found.obstacles, unreadableObstacle({found.configFile}));
    if (!daemon)
        found.obstacles << obstacle(
            Obstacle::Kind::NotRunning,
            {QT_TRANSLATE_NOOP("engine", "%1 does not run; start its service"), {found.name}});
    if (daemon)
        addTo(found.obstacles, serviceProxyObstacle(scene, *daemon, found.name));
    return found;
}

bool isThere(const Scene &scene, const Flavour &flavour)
{
    return !programOf(scene, flavour).isEmpty() || daemonOf(scene, flavour);
}

} // namespace

QList<Question> k3sQuestions(const Scene &scene)
{
    QList<Question> questions;
    for (const Flavour &flavour : flavours) {
        if (!programOf(scene, flavour).isEmpty())
            questions << versionQuestion(scene, flavour);
    }
    return questions;
}

QList<ClientInstallation> k3sInstallations(const Scene &scene)
{
    QList<ClientInstallation> installations;
    for (const Flavour &flavour : flavours) {
        if (isThere(scene, flavour))
            installations << installationOf(scene, flavour);
    }
    return installations;
}

} // namespace lanyard::detection
