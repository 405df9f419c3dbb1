// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/buildkit.h"

#include "detection/obstacles.h"
#include "detection/tomlmirrors.h"
#include "detection/version.h"

#include <QDir>

namespace lanyard::detection {

namespace {

std::optional<Question> versionQuestion(const Scene &scene)
{
    const QString daemon = scene.here.program(QStringLiteral("buildkitd"));
    if (daemon.isEmpty())
        return std::nullopt;
    return Question{daemon, {QStringLiteral("--version")}};
}

ClientInstallation installationOf(const Scene &scene, bool isRootless,
                                  const std::optional<RunningProcess> &daemon)
{
    ClientInstallation found{.kind = ClientKind::BuildKit,
                             .id = QStringLiteral("buildkit"),
                             .name = QStringLiteral("BuildKit"),
                             .program = scene.here.program(QStringLiteral("buildctl")),
                             .isOfSystem = !isRootless,
                             .isRootless = isRootless,
                             .isRunning = daemon.has_value(),
                             .pid = daemon ? daemon->pid : 0};
    QString folder = QStringLiteral("/etc");
    if (isRootless) {
        found.id += QStringLiteral("-rootless");
        found.name = {QT_TRANSLATE_NOOP("engine", "%1, rootless"), {found.name}};
        folder = scene.here.configHome();
        addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Network));
    }
    found.configFile = folder + QStringLiteral("/buildkit/buildkitd.toml");
    if (daemon) {
        const QString named = daemon->valuesOf({QStringLiteral("--config")}).value(0);
        if (QDir::isAbsolutePath(named))
            found.configFile = QDir::cleanPath(named);
        addTo(found.obstacles, serviceProxyObstacle(scene, *daemon, found.name));
    } else {
        found.obstacles << obstacle(
            Obstacle::Kind::NotRunning,
            QT_TRANSLATE_NOOP("engine", "buildkitd does not run; start its service"));
    }
    if (const auto version = versionQuestion(scene))
        found.version = versionIn(scene.answers.outputOf(*version));
    const Mirrors mirrors =
        mirrorsInBuildkitToml(scene.here.read(found.configFile).value_or(QByteArray()))
            .value_or(Mirrors());
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    return found;
}

} // namespace

QList<Question> buildkitQuestions(const Scene &scene)
{
    const auto version = versionQuestion(scene);
    return version ? QList<Question>{*version} : QList<Question>();
}

QList<ClientInstallation> buildkitInstallations(const Scene &scene)
{
    QList<ClientInstallation> installations;
    for (const bool isRootless : {false, true}) {
        std::optional<RunningProcess> daemon;
        for (const RunningProcess &process : scene.running({QStringLiteral("buildkitd")})) {
            if ((process.user != 0) == isRootless && !daemon)
                daemon = process;
        }
        const QString file = scene.here.configHome() + QStringLiteral("/buildkit/buildkitd.toml");
        const bool isSetUp = isRootless ? scene.here.has(file) : versionQuestion(scene).has_value();
        if (daemon || isSetUp)
            installations << installationOf(scene, isRootless, daemon);
    }
    return installations;
}

} // namespace lanyard::detection
