// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/buildx.h"

#include "detection/containers.h"
#include "detection/detectionlimits.h"
#include "detection/dockerendpoint.h"
#include "detection/obstacles.h"
#include "detection/tomlmirrors.h"
#include "detection/version.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

namespace {

/// A builder with the driver docker-container, as buildx keeps it in a file.
struct Builder
{
    QString name;
    QString node;        ///< the first
    QByteArray toml;     ///< buildkitd.toml that it was made with
    QStringList options; ///< of its driver: NAME=VALUE

    bool isOnHostNetwork() const { return options.contains(QStringLiteral("network=host")); }
};

QString folderOf(const Scene &scene)
{
    const QString named = scene.here.variable("BUILDX_CONFIG");
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named)
                                       : dockerConfigFolder(scene.here) + QStringLiteral("/buildx");
}

std::optional<Builder> builderIn(const QByteArray &text)
{
    const QJsonObject document = QJsonDocument::fromJson(text).object();
    const QJsonObject node = document.value(QLatin1String("Nodes")).toArray().at(0).toObject();
    const QString driver = document.value(QLatin1String("Driver")).toString();
    Builder builder{.name = document.value(QLatin1String("Name")).toString(),
                    .node = node.value(QLatin1String("Name")).toString()};
    if (driver != QStringLiteral("docker-container") || builder.name.isEmpty() ||
        builder.node.isEmpty())
        return std::nullopt;
    const QJsonObject files = node.value(QLatin1String("Files")).toObject();
    builder.toml =
        QByteArray::fromBase64(files.value(QLatin1String("buildkitd.toml")).toString().toLatin1());
    const QJsonObject options = node.value(QLatin1String("DriverOpts")).toObject();
    for (auto option = options.begin(); option != options.end(); ++option)
        builder.options << option.key() + u'=' + option.value().toString();
    return builder;
}

QList<Builder> buildersOf(const Scene &scene)
{
    QList<Builder> builders;
    const QString folder = folderOf(scene) + QStringLiteral("/instances");
    for (const QString &name : scene.here.namesIn(folder).mid(0, limits::instancesMax)) {
        const auto text = scene.here.read(folder + u'/' + name);
        if (const auto builder = builderIn(text.value_or(QByteArray())))
            builders << *builder;
    }
    return builders;
}

QString containerOf(const Builder &builder)
{
    return QStringLiteral("buildx_buildkit_") + builder.node;
}

std::optional<Question> versionQuestion(const Scene &scene)
{
    const QString docker = scene.here.program(QStringLiteral("docker"));
    if (docker.isEmpty())
        return std::nullopt;
    return Question{docker, {QStringLiteral("buildx"), QStringLiteral("version")}};
}

ClientInstallation plainInstallation(const Scene &scene)
{
    const QByteArray told = scene.answers.outputOf(*versionQuestion(scene));
    ClientInstallation found{.kind = ClientKind::Buildx,
                             .id = QStringLiteral("buildx"),
                             .name = QT_TRANSLATE_NOOP("engine", "Docker Buildx, new builders"),
                             .version = versionIn(told),
                             .program = scene.here.program(QStringLiteral("docker")),
                             .isRunning = true,
                             .configFile =
                                 folderOf(scene) + QStringLiteral("/buildkitd.default.toml")};
    const Mirrors mirrors =
        mirrorsInBuildkitToml(scene.here.read(found.configFile).value_or(QByteArray()))
            .value_or(Mirrors());
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Container));
    return found;
}

ClientInstallation installationOf(const Scene &scene, const Builder &builder,
                                  const ClientInstallation &plain)
{
    ClientInstallation found = plain;
    found.id = QStringLiteral("buildx-") + builder.name;
    found.name = {QT_TRANSLATE_NOOP("engine", "Docker Buildx builder %1"), {builder.name}};
    found.instance = builder.name;
    found.driverOptions = builder.options;
    const auto container = containerNamed(scene, containerOf(builder));
    found.isRunning = container && container->isRunning;
    const Mirrors mirrors = mirrorsInBuildkitToml(builder.toml).value_or(Mirrors());
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    if (builder.isOnHostNetwork())
        found.obstacles.clear();
    if (found.isRunning)
        addTo(found.obstacles, reachObstacle(scene, containerOf(builder)));
    else
        found.obstacles << obstacle(
            Obstacle::Kind::NotRunning,
            QT_TRANSLATE_NOOP("engine", "the builder does not run; it starts with its next build"));
    return found;
}

} // namespace

QList<Question> buildxQuestions(const Scene &scene)
{
    const auto version = versionQuestion(scene);
    if (!version)
        return {};
    QList<Question> questions{*version};
    const QList<Builder> builders = buildersOf(scene);
    if (builders.isEmpty())
        return questions;
    questions << *containersQuestion(scene.here);
    for (const Builder &builder : builders) {
        const auto container = containerNamed(scene, containerOf(builder));
        if (container && container->isRunning)
            questions << reachQuestion(scene, containerOf(builder));
    }
    return questions;
}

QList<ClientInstallation> buildxInstallations(const Scene &scene)
{
    const auto version = versionQuestion(scene);
    if (!version || !scene.answers.outputOf(*version).contains("buildx"))
        return {};
    QList<ClientInstallation> installations{plainInstallation(scene)};
    for (const Builder &builder : buildersOf(scene))
        installations << installationOf(scene, builder, installations.first());
    return installations;
}

} // namespace lanyard::detection
