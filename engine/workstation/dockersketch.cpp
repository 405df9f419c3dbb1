// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/dockersketch.h"

#include <QVersionNumber>

namespace lanyard::workstation {

namespace {

using recipes::Recipe;

const QString dockerHub = QStringLiteral("docker.io");

/// The first version that reads hosts.toml; from it on, the cache in insecure-registries would take
/// the verification from Docker Hub, too.
constexpr int hostsTomlSince = 28;

enum class Reads { DaemonJson, Both, HostsToml };

/// What an engine reads. 0: its version is not known, and both do no harm.
Reads readsOf(int major, ClientInstallation::ImageStore store)
{
    if (major != 0 && major < hostsTomlSince)
        return Reads::DaemonJson;
    return store == ClientInstallation::ImageStore::Containerd ? Reads::HostsToml : Reads::Both;
}

ServiceAction reloadOf(const ClientInstallation &client)
{
    if (client.isDesktop)
        return ServiceAction::RestartDockerDesktop;
    return client.isRootless ? ServiceAction::ReloadRootlessDocker : ServiceAction::ReloadDocker;
}

/// Adds the authority's file; gives the path under which the engine finds it. Docker Desktop copies
/// certs.d to where it is in its own machine, and nothing of this computer is there.
QString addAuthority(Sketch &sketch, const ClientInstallation &client, const CacheEndpoint &cache)
{
    const QString file = sketch.addAuthority(cache, authorityOfHost(client.configFolder, cache));
    if (file.isEmpty() || !client.isDesktop)
        return file;
    return authorityOfHost(QStringLiteral("/etc/docker/certs.d"), cache);
}

QString pullByName(const CacheEndpoint &cache, const QString &registry)
{
    return cache.hostPort() + QLatin1Char('/') + registry;
}

const char *pullsHubOnlyAs(Reads reads)
{
    if (reads == Reads::DaemonJson)
        return QT_TRANSLATE_NOOP("engine", "This Docker Engine has mirrors for docker.io only.");
    return QT_TRANSLATE_NOOP("engine", "With its graph drivers, `docker pull` has mirrors for "
                                       "docker.io only; `docker build` has them for all.");
}

/// What this engine pulls past the cache.
void noteWhatPasses(Sketch &sketch, Reads reads, const ClientInstallation &client,
                    const CacheEndpoint &cache, const QStringList &registries)
{
    const bool pullsHubOnly = client.imageStore != ClientInstallation::ImageStore::Containerd;
    for (const QString &registry : registries) {
        if (registry == dockerHub || !pullsHubOnly)
            continue;
        const Message instead{
            QT_TRANSLATE_NOOP("engine", "To pull from %1 through the cache, write %2/... in place "
                                        "of %1/..."),
            {registry, pullByName(cache, registry)}};
        sketch.notes.append(Message("%1 %2", {pullsHubOnlyAs(reads), instead}));
    }
    if (!cache.user.isEmpty() && reads != Reads::HostsToml) {
        sketch.notes.append(QT_TRANSLATE_NOOP(
            "engine",
            "With its graph drivers, Docker Engine logs in at a mirror with the login of Docker "
            "Hub only: unless that is the same, it pulls past a cache that wants a login. Let the "
            "cache tell its clients by their addresses instead."));
    }
}

} // namespace

Sketch dockerSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries)
{
    Sketch sketch;
    const int major = QVersionNumber::fromString(client.version).majorVersion();
    const Reads reads = readsOf(major, client.imageStore);
    const QString authorityFile = addAuthority(sketch, client, cache);

    if (reads != Reads::DaemonJson) {
        for (const QString &registry : registries)
            sketch.addHostsToml(client.configFolder, cache, registry, authorityFile);
    }
    const bool needsDaemonJson = reads != Reads::HostsToml && registries.contains(dockerHub);
    if (needsDaemonJson) {
        const bool isInsecureToo = !cache.isTls && major != 0 && major < hostsTomlSince;
        sketch.files.append({.recipe = {.kind = Recipe::Kind::DaemonJson,
                                        .cache = cache.withoutLogin(),
                                        .registries = {dockerHub},
                                        .isInsecureToo = isInsecureToo},
                             .path = client.configFile,
                             .reason = QT_TRANSLATE_NOOP("engine", "the mirror of Docker Hub")});
    }
    // What certs.d says counts at once; only Docker Desktop copies it when it starts.
    if (client.isRunning && (client.isDesktop || needsDaemonJson))
        sketch.actions.append(reloadOf(client));
    noteWhatPasses(sketch, reads, client, cache, registries);
    return sketch;
}

} // namespace lanyard::workstation
