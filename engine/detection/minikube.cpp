// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/minikube.h"

#include "detection/detectionlimits.h"
#include "detection/hostfolders.h"
#include "detection/obstacles.h"
#include "detection/version.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

namespace {

struct Profile
{
    QString name;
    QString runtime; ///< docker, containerd, cri-o
    QStringList mirrors;
};

/// $MINIKUBE_HOME is the folder above, or, by newer versions, the folder itself.
QString folderOf(const Scene &scene)
{
    const QString named = scene.here.variable("MINIKUBE_HOME");
    if (!QDir::isAbsolutePath(named))
        return scene.here.home + QStringLiteral("/.minikube");
    return named.endsWith(QStringLiteral("/.minikube")) ? named
                                                        : named + QStringLiteral("/.minikube");
}

std::optional<Profile> profileIn(const QByteArray &text)
{
    const QJsonObject document = QJsonDocument::fromJson(text).object();
    Profile profile{.name = document.value(QLatin1String("Name")).toString(),
                    .runtime = document.value(QLatin1String("KubernetesConfig"))
                                   .toObject()
                                   .value(QLatin1String("ContainerRuntime"))
                                   .toString(),
                    .mirrors = {}};
    if (profile.name.isEmpty())
        return std::nullopt;
    for (const QJsonValue &url : document.value(QLatin1String("RegistryMirror")).toArray())
        profile.mirrors << url.toString();
    return profile;
}

QList<Profile> profilesOf(const Scene &scene)
{
    QList<Profile> profiles;
    const QString folder = folderOf(scene) + QStringLiteral("/profiles");
    for (const QString &name : scene.here.namesIn(folder).mid(0, limits::instancesMax)) {
        const auto text = scene.here.read(folder + u'/' + name + QStringLiteral("/config.json"));
        if (const auto profile = profileIn(text.value_or(QByteArray())))
            profiles << *profile;
    }
    return profiles;
}

Question versionQuestion(const QString &program)
{
    return {program, {QStringLiteral("version"), QStringLiteral("--short")}};
}

Question statusQuestion(const QString &program, const QString &profile)
{
    return {program,
            {QStringLiteral("status"), QStringLiteral("--profile"), profile,
             QStringLiteral("--output"), QStringLiteral("json")}};
}

/// It says so with a status that is an error, too. Of several nodes it gives a list.
bool isRunningBy(const ProgramAnswer *answer)
{
    return answer != nullptr && answer->output.contains(R"("Host":"Running")");
}

ClientInstallation plainInstallation(const Scene &scene, const QString &program)
{
    ClientInstallation found{.kind = ClientKind::Minikube,
                             .id = QStringLiteral("minikube"),
                             .name = QStringLiteral("minikube"),
                             .version = versionIn(scene.answers.outputOf(versionQuestion(program))),
                             .program = program,
                             .isDesktop = true,
                             .isRunning = true,
                             .configFolder =
                                 folderOf(scene) + QStringLiteral("/files/etc/containerd/certs.d")};
    addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::Machine));
    return found;
}

ClientInstallation installationOf(const Scene &scene, const Profile &profile,
                                  ClientInstallation found)
{
    const QString usual = QStringLiteral("minikube");
    if (profile.name != usual) {
        found.id = QStringLiteral("minikube-") + profile.name;
        found.name = {QT_TRANSLATE_NOOP("engine", "minikube profile %1"), {profile.name}};
    }
    found.instance = profile.name;
    found.isRunning = isRunningBy(scene.answers.find(statusQuestion(found.program, profile.name)));
    Mirrors mirrors;
    if (profile.runtime == QStringLiteral("docker")) {
        for (const QString &url : profile.mirrors)
            mirrors << mirrorOfUrl(QStringLiteral("docker.io"), url);
    } else {
        found.imageStore = ClientInstallation::ImageStore::Containerd;
        mirrors = hostFilesIn(scene.here, {found.configFolder}).mirrors;
    }
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    if (!found.isRunning)
        found.obstacles << obstacle(
            Obstacle::Kind::NotRunning,
            {QT_TRANSLATE_NOOP("engine", "it does not run; start it: %1"),
             {QStringLiteral("minikube start --profile %1").arg(profile.name)}});
    return found;
}

} // namespace

QList<Question> minikubeQuestions(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("minikube"));
    if (program.isEmpty())
        return {};
    QList<Question> questions{versionQuestion(program)};
    for (const Profile &profile : profilesOf(scene))
        questions << statusQuestion(program, profile.name);
    return questions;
}

QList<ClientInstallation> minikubeInstallations(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("minikube"));
    if (program.isEmpty())
        return {};
    const ClientInstallation plain = plainInstallation(scene, program);
    QList<ClientInstallation> installations;
    for (const Profile &profile : profilesOf(scene))
        installations << installationOf(scene, profile, plain);
    if (installations.isEmpty())
        installations << plain;
    return installations;
}

} // namespace lanyard::detection
