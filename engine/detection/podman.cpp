// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/podman.h"

#include "detection/obstacles.h"
#include "detection/tomlmirrors.h"
#include "detection/version.h"

#include <algorithm>
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

/// What `folder` has, and `own`, which is there or not.
QStringList dropInsOf(const Surroundings &here, const QString &folder, const QString &own)
{
    QStringList files;
    for (const QString &name : here.namesIn(folder)) {
        if (name.endsWith(QStringLiteral(".conf")))
            files << folder + u'/' + name;
    }
    if (own.startsWith(folder + u'/') && !files.contains(own))
        files.insert(std::lower_bound(files.begin(), files.end(), own), own);
    return files;
}

/// The files in the order in which they are read, and `own` in its place among them; later ones
/// replace what earlier ones say of the same registry (containers-registries.conf.d(5)).
QStringList filesOf(const Surroundings &here, bool isOfService, const QString &own)
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
    for (const QString &folder : folders)
        files += dropInsOf(here, folder, own);
    return files;
}

/// What counts in the end, and which file says it.
struct Reading
{
    QStringList order;                       ///< in which files were read
    std::map<QString, RegistryTable> tables; ///< of a prefix
    std::map<QString, QString> files;        ///< of a prefix

    Mirrors mirrors() const
    {
        Mirrors list;
        for (const auto &[prefix, table] : tables)
            list += table.mirrors;
        return list;
    }

    bool isReadLater(const QString &file, const QString &than) const
    {
        return order.indexOf(file) > order.indexOf(than);
    }
};

Reading readingOf(const Surroundings &here, const QStringList &files)
{
    Reading reading{.order = files, .tables = {}, .files = {}};
    for (const QString &file : files) {
        const auto text = here.read(file);
        if (!text)
            continue;
        const auto told = tablesInRegistriesConf(*text);
        if (!told)
            continue;
        for (const auto &[prefix, table] : *told) {
            reading.tables.insert_or_assign(prefix, table);
            reading.files.insert_or_assign(prefix, file);
        }
    }
    return reading;
}

/// What a table says that would be lost, in the words of the file; empty: nothing.
QString wordsOf(const RegistryTable &table)
{
    QStringList words;
    if (table.isBlocked)
        words << QStringLiteral("blocked");
    if (!table.location.isEmpty())
        words << QStringLiteral("location %1").arg(table.location);
    if (table.isInsecure)
        words << QStringLiteral("insecure");
    if (!table.mirrors.isEmpty())
        words
            << QStringLiteral("mirrors %1").arg(textsOf(table.mirrors).join(QStringLiteral(", ")));
    return words.join(QStringLiteral("; "));
}

Message tableDetail(const QString &prefix, const QString &words, const QString &file,
                    bool isReadLater)
{
    if (words.isEmpty())
        return {QT_TRANSLATE_NOOP("engine", "%1 has a table for %2, and is read after the file of "
                                            "Lanyard, which then says it for nothing"),
                {file, prefix}};
    if (isReadLater)
        //: %1: a file; %2: a registry; %3: what the table says, as the file writes it
        return {QT_TRANSLATE_NOOP("engine", "%1 has a table for %2 (%3), and is read after the "
                                            "file of Lanyard, which then says it for nothing"),
                {file, prefix, words}};
    //: %1: a file; %2: a registry; %3: what the table says, as the file writes it
    return {QT_TRANSLATE_NOOP("engine", "%1 has a table for %2 (%3), whose place a table of "
                                        "Lanyard's takes"),
            {file, prefix, words}};
}

/// What another file says of a registry that ours says nothing of yet. It is not for us to open
/// what somebody has closed, nor to go past where somebody has led it.
std::optional<Obstacle> registryObstacle(const QString &prefix, const RegistryTable &table,
                                         const QString &file, bool isReadLater)
{
    const QString words = wordsOf(table);
    if (words.isEmpty() && !isReadLater)
        return std::nullopt;
    const bool isFatal = table.isBlocked || !table.location.isEmpty();
    Message detail = tableDetail(prefix, words, file, isReadLater);
    if (isFatal || isReadLater)
        detail = Message::both(
            detail, {QT_TRANSLATE_NOOP("engine", "change it there, or leave %1 out of the set-up"),
                     {prefix}});
    return Obstacle{.kind = Obstacle::Kind::OverridesSystem, .detail = detail, .isFatal = isFatal};
}

void addRegistryObstacles(const Scene &scene, const Reading &reading,
                          const std::map<QString, RegistryTable> &own, ClientInstallation &found)
{
    for (const auto &[prefix, table] : reading.tables) {
        const bool isTheCache = useOf(table.mirrors, scene.cache) == ClientInstallation::Use::Cache;
        if (own.contains(prefix) || (isTheCache && !table.isBlocked))
            continue;
        const QString &file = reading.files.at(prefix);
        const auto told =
            registryObstacle(prefix, table, file, reading.isReadLater(file, found.configFile));
        if (told)
            found.registryObstacles.insert(prefix, *told);
    }
}

/// A file that is read after ours says something else of a registry that ours is about.
void addReplacements(const Reading &reading, const std::map<QString, RegistryTable> &own,
                     ClientInstallation &found)
{
    for (const auto &[prefix, table] : own) {
        const QString &file = reading.files.at(prefix);
        if (file == found.configFile)
            continue;
        found.use = found.use == ClientInstallation::Use::Cache ? found.use
                                                                : ClientInstallation::Use::Partly;
        found.obstacles << obstacle(
            Obstacle::Kind::OverridesSystem,
            {QT_TRANSLATE_NOOP(
                 "engine", "%1 says something else of %2, and is read later; take it out there"),
             {file, prefix}});
    }
}

/// What stands beside our file, or will when it is there.
void addOtherFiles(const Scene &scene, const Reading &reading, ClientInstallation &found)
{
    const auto text = scene.here.read(found.configFile);
    const auto own =
        text ? tablesInRegistriesConf(*text)
             : Result<std::map<QString, RegistryTable>>(std::map<QString, RegistryTable>());
    if (!own)
        return;
    addReplacements(reading, *own, found);
    addRegistryObstacles(scene, reading, *own, found);
}

/// With root it is the system's file that is edited, which a file of root's own would hide.
void addHiding(const Scene &scene, ClientInstallation &found)
{
    if (!found.isOfSystem || !scene.here.has(userFile(scene.here)))
        return;
    found.obstacles << fatalObstacle(
        Obstacle::Kind::OverridesSystem,
        {QT_TRANSLATE_NOOP(
             "engine", "%1 is there, so that nothing in %2 is read; take it away, or put what is "
                       "in it there"),
         {userFile(scene.here), systemFolder}});
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
    const QString file = folder + u'/' + QString::fromLatin1(ownFile);
    const Reading reading = readingOf(scene.here, filesOf(scene.here, false, file));
    ClientInstallation found{.kind = ClientKind::Podman,
                             .id = QStringLiteral("podman"),
                             .name = QString::fromLatin1(tool.name),
                             .version =
                                 versionIn(scene.answers.outputOf(versionQuestion(scene, program))),
                             .program = scene.here.program(program),
                             .isOfSystem = scene.here.isRoot,
                             .isRootless = !scene.here.isRoot,
                             .isRunning = true,
                             .configFile = file,
                             .configFolder = certificateFolder(scene.here, scene.here.isRoot),
                             .use = useOf(reading.mirrors(), scene.cache),
                             .mirrors = textsOf(reading.mirrors())};
    addHiding(scene, found);
    if (found.obstacles.isEmpty())
        addOtherFiles(scene, reading, found);
    addTo(found.obstacles, userProxyObstacle(scene, found.name));
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
    const QString file = QString::fromLatin1(systemFolder) + u'/' + QString::fromLatin1(ownFile);
    const Reading reading = readingOf(scene.here, filesOf(scene.here, true, file));
    ClientInstallation found{.kind = ClientKind::Podman,
                             .id = QStringLiteral("crio"),
                             .name = QStringLiteral("CRI-O"),
                             .version = versionIn(scene.answers.outputOf(
                                 versionQuestion(scene, QStringLiteral("crio")))),
                             .program = scene.here.program(QStringLiteral("crio")),
                             .isOfSystem = true,
                             .isRunning = daemon.has_value(),
                             .pid = daemon ? daemon->pid : 0,
                             .configFile = file,
                             .configFolder = certificateFolder(scene.here, true),
                             .use = useOf(reading.mirrors(), scene.cache),
                             .mirrors = textsOf(reading.mirrors())};
    addOtherFiles(scene, reading, found);
    if (!daemon)
        found.obstacles << obstacle(Obstacle::Kind::NotRunning,
                                    {QT_TRANSLATE_NOOP("engine", "%1 does not run; start it: %2"),
                                     {found.name, QStringLiteral("sudo systemctl start crio")}});
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
