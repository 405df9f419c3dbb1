// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/podman.h"

#include "detection/obstacles.h"
#include "detection/tomlmirrors.h"
#include "detection/version.h"

#include <array>
#include <map>

namespace lanyard::detection {

namespace {

constexpr const char *ownFile = "50-lanyard.conf";
constexpr const char *systemFile = "/etc/containers/registries.conf";
constexpr const char *systemFolder = "/etc/containers/registries.conf.d";

/// In the order in which one stands for all.
struct Tool
{
    const char *program;
    const char *name;
};

constexpr std::array tools{Tool{"podman", "Podman"}, Tool{"buildah", "Buildah"},
                           Tool{"skopeo", "Skopeo"}};

QString userFile(const Surroundings &here)
{
    // Not by XDG_CONFIG_HOME, which these programs do not look at.
    return here.home + QStringLiteral("/.config/containers/registries.conf");
}

/// Where the authorities of registries are (containers-certs.d(5)).
QString certificateFolder(const Surroundings &here, bool isOfSystem)
{
    return (isOfSystem ? QStringLiteral("/etc") : here.home + QStringLiteral("/.config")) +
           QStringLiteral("/containers/certs.d");
}

/// The files in the order in which they are read; later ones replace what earlier ones say of the
/// same registry (containers-registries.conf.d(5)).
QStringList filesOf(const Surroundings &here, bool isOfService)
{
    const QString system = QString::fromLatin1(systemFile);
    const QString named = isOfService ? QString() : here.variable("CONTAINERS_REGISTRIES_CONF");
    const bool isByUser = !isOfService && named.isEmpty() && here.has(userFile(here));
    QStringList files{!named.isEmpty() ? named : isByUser ? userFile(here) : system};
    QStringList folders;
    if (!isByUser)
        folders << QString::fromLatin1(systemFolder);
    if (!isOfService)
        folders << userFile(here) + QStringLiteral(".d");
    for (const QString &folder : folders) {
        for (const QString &name : here.namesIn(folder)) {
            if (name.endsWith(QStringLiteral(".conf")))
                files << folder + u'/' + name;
        }
    }
    return files;
}

/// What counts in the end, and which file says it.
struct Reading
{
    std::map<QString, Mirrors> mirrors; ///< of a prefix
    std::map<QString, QString> files;   ///< of a prefix

    Mirrors all() const
    {
        Mirrors list;
        for (const auto &[prefix, of] : mirrors)
            list += of;
        return list;
    }
};

Reading readingOf(const Surroundings &here, const QStringList &files)
{
    Reading reading;
    for (const QString &file : files) {
        const auto text = here.read(file);
        if (!text)
            continue;
        const auto told = mirrorsInRegistriesConf(*text);
        if (!told)
            continue;
        for (const auto &[prefix, mirrors] : *told) {
            reading.mirrors.insert_or_assign(prefix, mirrors);
            reading.files.insert_or_assign(prefix, file);
        }
    }
    return reading;
}

/// A file that is read after ours says something else of a registry that ours is about.
void addReplacements(const Scene &scene, const Reading &reading, ClientInstallation &found)
{
    const auto text = scene.here.read(found.configFile);
    const auto own = text ? mirrorsInRegistriesConf(*text)
                          : Result<std::map<QString, Mirrors>>(std::map<QString, Mirrors>());
    if (!own)
        return;
    for (const auto &[prefix, mirrors] : *own) {
        const QString &file = reading.files.at(prefix);
        if (file == found.configFile)
            continue;
        found.use = found.use == ClientInstallation::Use::Cache ? found.use
                                                                : ClientInstallation::Use::Partly;
        found.obstacles << obstacle(
            Obstacle::Kind::OverridesSystem,
            QStringLiteral("%1 says something else of %2, and is read later; take it out there")
                .arg(file, prefix));
    }
}

/// With root it is the system's file that is edited, which a file of root's own would hide.
void addHiding(const Scene &scene, ClientInstallation &found)
{
    if (!found.isOfSystem || !scene.here.has(userFile(scene.here)))
        return;
    found.obstacles << fatalObstacle(
        Obstacle::Kind::OverridesSystem,
        QStringLiteral("%1 is there, so that nothing in %2 is read; take it away, or put what is "
                       "in it there")
            .arg(userFile(scene.here), QString::fromLatin1(systemFolder)));
}

const Tool *toolOf(const Scene &scene)
{
    for (const Tool &tool : tools) {
        if (!scene.here.program(QString::fromLatin1(tool.program)).isEmpty())
            return &tool;
    }
    return nullptr;
}

Question versionQuestion(const Scene &scene, const QString &program)
{
    return {scene.here.program(program), {QStringLiteral("--version")}};
}

ClientInstallation toolInstallation(const Scene &scene, const Tool &tool)
{
    const QString program = QString::fromLatin1(tool.program);
    const QString folder = scene.here.isRoot ? QString::fromLatin1(systemFolder)
                                             : userFile(scene.here) + QStringLiteral(".d");
    const Reading reading = readingOf(scene.here, filesOf(scene.here, false));
    ClientInstallation found{.kind = ClientKind::Podman,
                             .id = QStringLiteral("podman"),
                             .name = QString::fromLatin1(tool.name),
                             .version =
                                 versionIn(scene.answers.outputOf(versionQuestion(scene, program))),
                             .program = scene.here.program(program),
                             .isOfSystem = scene.here.isRoot,
                             .isRootless = !scene.here.isRoot,
                             .isRunning = true,
                             .configFile = folder + u'/' + QString::fromLatin1(ownFile),
                             .configFolder = certificateFolder(scene.here, scene.here.isRoot),
                             .use = useOf(reading.all(), scene.cache),
                             .mirrors = textsOf(reading.all())};
    addHiding(scene, found);
    if (found.obstacles.isEmpty())
        addReplacements(scene, reading, found);
    addTo(found.obstacles, proxyObstacle(Proxy::of(scene.here.environment), scene.cache, found.name,
                                         QStringLiteral("add %1 to NO_PROXY of your environment")));
    return found;
}

std::optional<RunningProcess> crioOf(const Scene &scene)
{
    for (const RunningProcess &process : scene.running({QStringLiteral("crio")})) {
        if (process.user == 0)
            return process;
    }
    return std::nullopt;
}

ClientInstallation crioInstallation(const Scene &scene)
{
    const auto daemon = crioOf(scene);
    const Reading reading = readingOf(scene.here, filesOf(scene.here, true));
    ClientInstallation found{
        .kind = ClientKind::Podman,
        .id = QStringLiteral("crio"),
        .name = QStringLiteral("CRI-O"),
        .version =
            versionIn(scene.answers.outputOf(versionQuestion(scene, QStringLiteral("crio")))),
        .program = scene.here.program(QStringLiteral("crio")),
        .isOfSystem = true,
        .isRunning = daemon.has_value(),
        .pid = daemon ? daemon->pid : 0,
        .configFile = QString::fromLatin1(systemFolder) + u'/' + QString::fromLatin1(ownFile),
        .configFolder = certificateFolder(scene.here, true),
        .use = useOf(reading.all(), scene.cache),
        .mirrors = textsOf(reading.all())};
    addReplacements(scene, reading, found);
    if (!daemon)
        found.obstacles << obstacle(
            Obstacle::Kind::NotRunning,
            QStringLiteral("CRI-O does not run; start it: sudo systemctl start crio"));
    return found;
}

} // namespace

QList<Question> podmanQuestions(const Scene &scene)
{
    QList<Question> questions;
    if (const Tool *const tool = toolOf(scene))
        questions << versionQuestion(scene, QString::fromLatin1(tool->program));
    const QString crio = QStringLiteral("crio");
    if (!scene.here.program(crio).isEmpty())
        questions << versionQuestion(scene, crio);
    return questions;
}

QList<ClientInstallation> podmanInstallations(const Scene &scene)
{
    QList<ClientInstallation> installations;
    if (const Tool *const tool = toolOf(scene))
        installations << toolInstallation(scene, *tool);
    if (crioOf(scene) || !scene.here.program(QStringLiteral("crio")).isEmpty())
        installations << crioInstallation(scene);
    return installations;
}

} // namespace lanyard::detection
