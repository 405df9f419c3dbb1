// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/kind.h"

#include "detection/containers.h"
#include "detection/detectionlimits.h"
#include "detection/hostfolders.h"
#include "detection/obstacles.h"
#include "detection/version.h"

#include <QMap>

namespace lanyard::detection {

namespace {

constexpr const char *clusterLabel = "io.x-k8s.kind.cluster";
constexpr const char *hostFolder = "/etc/containerd/certs.d";

/// The first node of each cluster: all are made alike.
QMap<QString, Container> clustersOf(const Scene &scene)
{
    QMap<QString, Container> clusters;
    for (const Container &container : containersOf(scene)) {
        const QString cluster = container.label(QString::fromLatin1(clusterLabel));
        if (!cluster.isEmpty() && !clusters.contains(cluster) &&
            clusters.size() < limits::instancesMax)
            clusters.insert(cluster, container);
    }
    return clusters;
}

Question versionQuestion(const QString &program)
{
    return {program, {QStringLiteral("version")}};
}

Question mirrorsQuestion(const Scene &scene, const Container &node)
{
    return questionInside(scene.here, node.name, hostFolderWords(QString::fromLatin1(hostFolder)));
}

ClientInstallation plainInstallation(const Scene &scene, const QString &program)
{
    ClientInstallation found{.kind = ClientKind::Kind,
                             .id = QStringLiteral("kind"),
                             .name = QStringLiteral("kind"),
                             .version = versionIn(scene.answers.outputOf(versionQuestion(program))),
                             .program = program,
                             .isRunning = true,
                             .imageStore = ClientInstallation::ImageStore::Containerd};
    addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Containers));
    return found;
}

ClientInstallation installationOf(const Scene &scene, const QString &cluster, const Container &node,
                                  ClientInstallation found)
{
    found.id = QStringLiteral("kind-") + cluster;
    found.name = {QT_TRANSLATE_NOOP("engine", "kind cluster %1"), {cluster}};
    found.instance = cluster;
    found.isRunning = node.isRunning;
    const Mirrors mirrors =
        mirrorsInHostFolderText(scene.answers.outputOf(mirrorsQuestion(scene, node)));
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    if (!node.isRunning)
        found.obstacles << obstacle(Obstacle::Kind::NotRunning,
                                    QT_TRANSLATE_NOOP("engine", "the cluster's nodes do not run"));
    else if (found.obstacles.isEmpty())
        addTo(found.obstacles, reachObstacle(scene, node.name));
    return found;
}

} // namespace

QList<Question> kindQuestions(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("kind"));
    const auto containers = containersQuestion(scene.here);
    if (program.isEmpty())
        return {};
    QList<Question> questions{versionQuestion(program)};
    if (!containers)
        return questions;
    questions << *containers;
    for (const Container &node : clustersOf(scene)) {
        if (node.isRunning)
            questions << mirrorsQuestion(scene, node) << reachQuestion(scene, node.name);
    }
    return questions;
}

QList<ClientInstallation> kindInstallations(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("kind"));
    if (program.isEmpty())
        return {};
    const ClientInstallation plain = plainInstallation(scene, program);
    QList<ClientInstallation> installations;
    const QMap<QString, Container> clusters = clustersOf(scene);
    for (auto at = clusters.begin(); at != clusters.end(); ++at)
        installations << installationOf(scene, at.key(), at.value(), plain);
    if (installations.isEmpty())
        installations << plain;
    return installations;
}

} // namespace lanyard::detection
