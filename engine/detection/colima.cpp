// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/colima.h"

#include "detection/detectionlimits.h"
#include "detection/dockerendpoint.h"
#include "detection/hostfolders.h"
#include "detection/obstacles.h"
#include "detection/version.h"
#include "detection/yamlmirrors.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

namespace {

QString folderOf(const Scene &scene)
{
    const QString named = scene.here.variable("COLIMA_HOME");
    if (QDir::isAbsolutePath(named))
        return QDir::cleanPath(named);
    const QString usual = scene.here.home + QStringLiteral("/.colima");
    const QString byXdg = scene.here.configHome() + QStringLiteral("/colima");
    return !scene.here.has(usual) && scene.here.has(byXdg) ? byXdg : usual;
}

QStringList profilesOf(const Scene &scene)
{
    QStringList profiles;
    for (const QString &name : scene.here.namesIn(folderOf(scene))) {
        if (!name.startsWith(u'_') &&
            scene.here.has(folderOf(scene) + u'/' + name + QStringLiteral("/colima.yaml")))
            profiles << name;
    }
    return profiles.mid(0, limits::instancesMax);
}

Question versionQuestion(const QString &program)
{
    return {program, {QStringLiteral("version")}};
}

Question listQuestion(const QString &program)
{
    return {program, {QStringLiteral("list"), QStringLiteral("--json")}};
}

bool isRunningBy(const QByteArray &output, const QString &profile)
{
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.value(QLatin1String("name")).toString() == profile)
            return entry.value(QLatin1String("status")).toString() == QStringLiteral("Running");
    }
    return false;
}

ClientInstallation installationOf(const Scene &scene, const QString &program,
                                  const QString &profile)
{
    const bool isUsual = profile == QStringLiteral("default");
    ClientInstallation found{
        .kind = ClientKind::Colima,
        .id = isUsual ? QStringLiteral("colima") : QStringLiteral("colima-") + profile,
        .name = isUsual ? Message(QStringLiteral("Colima"))
                        : Message(QT_TRANSLATE_NOOP("engine", "Colima profile %1"), {profile}),
        .version = versionIn(scene.answers.outputOf(versionQuestion(program))),
        .program = program,
        .isDesktop = true,
        .isRunning = isRunningBy(scene.answers.outputOf(listQuestion(program)), profile),
        .instance = profile,
        .configFile = folderOf(scene) + u'/' + profile + QStringLiteral("/colima.yaml"),
        .configFolder = dockerConfigFolder(scene.here) + QStringLiteral("/certs.d")};
    const ColimaSettings settings =
        settingsInColimaYaml(scene.here.read(found.configFile).value_or(QByteArray()))
            .value_or(ColimaSettings());
    if (settings.runtime == QStringLiteral("containerd"))
        found.configFolder = scene.here.configHome() + QStringLiteral("/containerd/certs.d");
    const Mirrors mirrors =
        hostFilesIn(scene.here, {found.configFolder}).mirrors + settings.mirrors;
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    addTo(found.obstacles, loopbackObstacle(scene.cache, Inside::VirtualMachine));
    if (!found.isRunning)
        found.obstacles << obstacle(Obstacle::Kind::NotRunning,
                                    {QT_TRANSLATE_NOOP("engine", "it does not run; start it: %1"),
                                     {QStringLiteral("colima start %1").arg(profile)}});
    return found;
}

} // namespace

QList<Question> colimaQuestions(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("colima"));
    if (program.isEmpty())
        return {};
    return {versionQuestion(program), listQuestion(program)};
}

QList<ClientInstallation> colimaInstallations(const Scene &scene)
{
    const QString program = scene.here.program(QStringLiteral("colima"));
    if (program.isEmpty())
        return {};
    QStringList profiles = profilesOf(scene);
    if (profiles.isEmpty())
        profiles << QStringLiteral("default");
    QList<ClientInstallation> installations;
    for (const QString &profile : profiles)
        installations << installationOf(scene, program, profile);
    return installations;
}

} // namespace lanyard::detection
