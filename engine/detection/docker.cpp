// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/docker.h"

#include "detection/daemonjson.h"
#include "detection/dockerendpoint.h"
#include "detection/dockerinfo.h"
#include "detection/dockerobstacles.h"
#include "detection/hostfolders.h"
#include "detection/obstacles.h"
#include "detection/version.h"

#include <QDir>

#include <algorithm>

namespace lanyard::detection {

namespace {

using State = DockerInfo::State;

Question infoQuestion(const Scene &scene, const DockerEndpoint &endpoint)
{
    QStringList words;
    if (!endpoint.isCurrent)
        words << QStringLiteral("--host") << endpoint.host;
    words << QStringLiteral("info") << QStringLiteral("--format") << QStringLiteral("{{json .}}");
    return {scene.here.program(QStringLiteral("docker")), words};
}

std::optional<Question> versionQuestion(const Scene &scene)
{
    const QString daemon = scene.here.program(QStringLiteral("dockerd"));
    if (daemon.isEmpty())
        return std::nullopt;
    return Question{daemon, {QStringLiteral("--version")}};
}

/// The file that a daemon was told, or the one that it takes by itself.
QString configFileOf(const RunningProcess &process, const QString &usual)
{
    const QString named = process.valuesOf({QStringLiteral("--config-file")}).value(0);
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named) : usual;
}

DaemonSettings settingsAt(const Scene &scene, const QString &file)
{
    return settingsInDaemonJson(scene.here.read(file).value_or(QByteArray()))
        .value_or(DaemonSettings());
}

/// Where a daemon listens, by its flags and its file.
QStringList hostsOf(const Scene &scene, const RunningProcess &process)
{
    const QString file = configFileOf(process, QStringLiteral("/etc/docker/daemon.json"));
    return process.valuesOf({QStringLiteral("-H"), QStringLiteral("--host")}) +
           settingsAt(scene, file).hosts;
}

/// The daemon behind an endpoint: who listens there, else the first one, with or without root.
std::optional<RunningProcess> daemonOf(const Scene &scene, const DockerEndpoint &endpoint,
                                       bool isRootless)
{
    std::optional<RunningProcess> first;
    for (const RunningProcess &process : scene.running({QStringLiteral("dockerd")})) {
        if ((process.user != 0) != isRootless)
            continue;
        if (hostsOf(scene, process).contains(endpoint.host))
            return process;
        if (!first)
            first = process;
    }
    return first;
}

/// One engine as far as it is known, while it is put together.
struct Engine
{
    DockerEndpoint endpoint;
    DockerInfo info;
    std::optional<RunningProcess> daemon;
    ClientInstallation found;
    QStringList unreadable; ///< hosts.toml
};

void setPlaces(const Scene &scene, Engine &engine)
{
    ClientInstallation &found = engine.found;
    QString folder = QStringLiteral("/etc/docker");
    if (found.isDesktop)
        folder = scene.here.home + QStringLiteral("/.docker");
    else if (found.isRootless)
        folder = scene.here.configHome() + QStringLiteral("/docker");
    found.configFile = folder + QStringLiteral("/daemon.json");
    if (engine.info.system == QStringLiteral("OrbStack"))
        found.configFile = scene.here.home + QStringLiteral("/.orbstack/config/docker.json");
    if (engine.daemon)
        found.configFile = configFileOf(*engine.daemon, found.configFile);
    found.configFolder = folder + QStringLiteral("/certs.d");
}

void setNames(const Scene &scene, Engine &engine)
{
    ClientInstallation &found = engine.found;
    found.isDesktop = engine.info.isDesktop() || engine.endpoint.isDesktop;
    found.isRootless = !found.isDesktop && (engine.info.isRootless || engine.endpoint.isRootless);
    found.isOfSystem = !found.isDesktop && !found.isRootless;
    found.id = found.isDesktop    ? QStringLiteral("docker-desktop")
               : found.isRootless ? QStringLiteral("docker-rootless")
                                  : QStringLiteral("docker");
    found.name = QStringLiteral("Docker Engine");
    if (found.isDesktop)
        found.name =
            engine.info.isDesktop() ? engine.info.system : QStringLiteral("Docker Desktop");
    if (found.isRootless)
        found.name = {QT_TRANSLATE_NOOP("engine", "%1, rootless"), {found.name}};
    found.program = scene.here.program(QStringLiteral("docker"));
}

/// What daemon.json, flags and the daemon itself say of docker.io.
Mirrors settingsOf(const Scene &scene, const Engine &engine)
{
    const QString hub = QStringLiteral("docker.io");
    Mirrors settings = settingsAt(scene, engine.found.configFile).mirrors;
    if (engine.daemon) {
        for (const QString &url : engine.daemon->valuesOf({QStringLiteral("--registry-mirror")}))
            settings << mirrorOfUrl(hub, url);
    }
    for (const QString &url : engine.info.mirrors) {
        const Mirror told = mirrorOfUrl(hub, url);
        const bool isKnown =
            std::any_of(settings.begin(), settings.end(),
                        [&](const Mirror &known) { return known.hostPort == told.hostPort; });
        if (!isKnown)
            settings << told;
    }
    return settings;
}

bool isHubIn(const Mirrors &mirrors)
{
    return std::any_of(mirrors.begin(), mirrors.end(), [](const Mirror &mirror) {
        return mirror.registry == QStringLiteral("docker.io") ||
               mirror.registry == QStringLiteral("*");
    });
}

/// The file names the cache, and the daemon has not read it since.
bool isPending(const Scene &scene, const Engine &engine)
{
    using Use = ClientInstallation::Use;
    const Mirrors inFile = settingsAt(scene, engine.found.configFile).mirrors;
    return engine.info.state == State::Answered && useOf(inFile, scene.cache) == Use::Cache &&
           std::none_of(
               engine.info.mirrors.begin(), engine.info.mirrors.end(), [&](const QString &url) {
                   return leadsTo(mirrorOfUrl(QStringLiteral("docker.io"), url), scene.cache);
               });
}

/// Since 28 the hosts.toml of registries are read, and go before all else. Graph drivers pull
/// without them, and only builds read them.
void setUse(const Scene &scene, Engine &engine)
{
    using Use = ClientInstallation::Use;
    ClientInstallation &found = engine.found;
    const bool isGraphDriver = found.imageStore == ClientInstallation::ImageStore::GraphDriver;
    const Mirrors settings = settingsOf(scene, engine);
    HostFiles inFolder;
    if (!isBefore(found.version, 28, 0))
        inFolder = hostFilesIn(scene.here, {found.configFolder});
    engine.unreadable = inFolder.unreadable;
    const Mirrors &files = inFolder.mirrors;
    Mirrors mirrors = files;
    if (isGraphDriver)
        mirrors = settings + files;
    else if (!isHubIn(files))
        mirrors += settings;
    found.use = useOf(mirrors, scene.cache);
    found.mirrors = textsOf(mirrors);
    const bool isOnlyForBuilds = isGraphDriver && settings.isEmpty() && isHubIn(files);
    if (found.use == Use::Cache &&
        (isOnlyForBuilds || (isPending(scene, engine) && !isHubIn(files))))
        found.use = Use::Partly;
}

ClientInstallation installationOf(const Scene &scene, Engine engine)
{
    ClientInstallation &found = engine.found;
    found.kind = ClientKind::Docker;
    setNames(scene, engine);
    if (!found.isDesktop)
        engine.daemon = daemonOf(scene, engine.endpoint, found.isRootless);
    found.pid = engine.daemon ? engine.daemon->pid : 0;
    found.version = engine.info.version;
    if (const auto asked = versionQuestion(scene);
        found.version.isEmpty() && asked && !found.isDesktop)
        found.version = versionIn(scene.answers.outputOf(*asked));
    found.imageStore = engine.info.imageStore;
    found.isRunning = engine.info.state == State::Answered ||
                      engine.info.state == State::NoAccess || engine.daemon.has_value();
    setPlaces(scene, engine);
    setUse(scene, engine);
    found.obstacles = dockerObstacles(scene, found, engine.info, engine.daemon);
    addTo(found.obstacles, unreadableObstacle(engine.unreadable));
    return found;
}

/// Whether there is an engine at all: `docker` may be here without one.
bool isThere(const Scene &scene, const DockerEndpoint &endpoint, const DockerInfo &info)
{
    if (info.state == State::NotDocker)
        return false;
    if (info.state != State::NotRunning || !endpoint.isCurrent || endpoint.isDesktop)
        return true;
    return versionQuestion(scene).has_value() ||
           !scene.running({QStringLiteral("dockerd")}).isEmpty();
}

} // namespace

QList<Question> dockerQuestions(const Scene &scene)
{
    QList<Question> questions;
    if (!scene.here.program(QStringLiteral("docker")).isEmpty()) {
        for (const DockerEndpoint &endpoint : dockerEndpoints(scene.here))
            questions << infoQuestion(scene, endpoint);
    }
    if (const auto version = versionQuestion(scene))
        questions << *version;
    return questions;
}

QList<ClientInstallation> dockerInstallations(const Scene &scene)
{
    QList<ClientInstallation> installations;
    for (const DockerEndpoint &endpoint : dockerEndpoints(scene.here)) {
        DockerInfo info{.state = State::NotRunning};
        if (const ProgramAnswer *const answer = scene.answers.find(infoQuestion(scene, endpoint)))
            info = dockerInfoOf(*answer);
        else if (!scene.here.program(QStringLiteral("docker")).isEmpty())
            info.state = State::Silent;
        if (!isThere(scene, endpoint, info))
            continue;
        const ClientInstallation found = installationOf(
            scene,
            {.endpoint = endpoint, .info = info, .daemon = {}, .found = {}, .unreadable = {}});
        const bool isKnown =
            std::any_of(installations.begin(), installations.end(),
                        [&](const ClientInstallation &other) { return other.id == found.id; });
        if (!isKnown)
            installations << found;
    }
    return installations;
}

} // namespace lanyard::detection
