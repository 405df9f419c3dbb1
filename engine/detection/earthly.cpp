// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/earthly.h"

#include "detection/containers.h"
#include "detection/obstacles.h"
#include "detection/version.h"
#include "detection/yamlmirrors.h"

#include <QDir>

#include <array>

namespace lanyard::detection {

namespace {

/// One of the two programs.
struct Flavour
{
    ClientKind kind;
    const char *program; ///< and its installation's name, by which folder and builder go
    const char *name;
    const char *configVariable;
    const char *installationVariable;
};

constexpr std::array flavours{
    Flavour{ClientKind::Earthly, "earthly", "Earthly", "EARTHLY_CONFIG",
            "EARTHLY_INSTALLATION_NAME"},
    Flavour{ClientKind::EarthBuild, "earth", "EarthBuild", "EARTH_CONFIG",
            "EARTH_INSTALLATION_NAME"},
};

QString programOf(const Scene &scene, const Flavour &flavour)
{
    return scene.here.program(QString::fromLatin1(flavour.program));
}

QString installationName(const Scene &scene, const Flavour &flavour)
{
    const QString named = scene.here.variable(flavour.installationVariable);
    return named.isEmpty() ? QString::fromLatin1(flavour.program) : named;
}

QString builderOf(const Scene &scene, const Flavour &flavour)
{
    return installationName(scene, flavour) + QStringLiteral("-buildkitd");
}

/// EarthBuild still takes the variables of Earthly. config.yaml counts only where there is no
/// config.yml.
QString configFileOf(const Scene &scene, const Flavour &flavour)
{
    for (const char *variable : {flavour.configVariable, "EARTHLY_CONFIG"}) {
        const QString named = scene.here.variable(variable);
        if (QDir::isAbsolutePath(named))
            return QDir::cleanPath(named);
    }
    const QString folder =
        scene.here.home + QStringLiteral("/.") + installationName(scene, flavour);
    const QString old = folder + QStringLiteral("/config.yaml");
    const QString usual = folder + QStringLiteral("/config.yml");
    return !scene.here.has(usual) && scene.here.has(old) ? old : usual;
}

Question versionQuestion(const Scene &scene, const Flavour &flavour)
{
    return {programOf(scene, flavour), {QStringLiteral("--version")}};
}

bool isElsewhere(const QString &builder)
{
    return !builder.isEmpty() && !builder.startsWith(QStringLiteral("docker-container://")) &&
           !builder.startsWith(QStringLiteral("podman-container://"));
}

ClientInstallation installationOf(const Scene &scene, const Flavour &flavour)
{
    const QByteArray told = scene.answers.outputOf(versionQuestion(scene, flavour));
    ClientInstallation found{.kind = flavour.kind,
                             .id = QString::fromLatin1(flavour.name).toLower(),
                             .name = QString::fromLatin1(flavour.name),
                             .version = versionIn(told),
                             .program = programOf(scene, flavour),
                             .isRunning = true,
                             .instance = builderOf(scene, flavour),
                             .configFile = configFileOf(scene, flavour)};
    const EarthlySettings settings =
        settingsInEarthlyConfig(scene.here.read(found.configFile).value_or(QByteArray()))
            .value_or(EarthlySettings());
    found.use = useOf(settings.mirrors, scene.cache);
    found.mirrors = textsOf(settings.mirrors);
    if (isElsewhere(settings.builder)) {
        found.obstacles << fatalObstacle(
            Obstacle::Kind::OverridesSystem,
            {QT_TRANSLATE_NOOP(
                 "engine", "global.buildkit_host in %1 names a builder elsewhere, which what is "
                           "set here does not reach; set up that builder, or take the key out"),
             {found.configFile}});
        return found;
    }
    addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Container));
    const auto container = containerNamed(scene, found.instance);
    if (container && container->isRunning && found.obstacles.isEmpty())
        addTo(found.obstacles, reachObstacle(scene, found.instance));
    return found;
}

} // namespace

QList<Question> earthlyQuestions(const Scene &scene)
{
    QList<Question> questions;
    for (const Flavour &flavour : flavours) {
        if (programOf(scene, flavour).isEmpty())
            continue;
        questions << versionQuestion(scene, flavour);
        if (const auto containers = containersQuestion(scene.here))
            questions << *containers;
        const QString builder = builderOf(scene, flavour);
        const auto container = containerNamed(scene, builder);
        if (container && container->isRunning)
            questions << reachQuestion(scene, builder);
    }
    return questions;
}

QList<ClientInstallation> earthlyInstallations(const Scene &scene)
{
    QList<ClientInstallation> installations;
    for (const Flavour &flavour : flavours) {
        // Other programs may have such a name.
        const QByteArray told = scene.answers.outputOf(versionQuestion(scene, flavour));
        if (!programOf(scene, flavour).isEmpty() && (told.isEmpty() || told.contains("earth")))
            installations << installationOf(scene, flavour);
    }
    return installations;
}

} // namespace lanyard::detection
