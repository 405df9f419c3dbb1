// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/sketch.h"

#include "workstation/buildkitsketch.h"
#include "workstation/containerdsketch.h"
#include "workstation/dockersketch.h"
#include "workstation/kubernetessketch.h"
#include "workstation/podmansketch.h"
#include "workstation/snippets.h"

#include <QFileInfo>

namespace lanyard::workstation {

using recipes::Recipe;

QString Sketch::addAuthority(const CacheEndpoint &cache, const QString &path)
{
    if (!cache.isTls || cache.authority.isEmpty())
        return {};
    files.append(
        {.recipe = {.kind = Recipe::Kind::Authority, .cache = cache.withoutLogin()},
         .path = path,
         .reason = QT_TRANSLATE_NOOP("engine", "what the certificate of the cache is trusted by")});
    return path;
}

void Sketch::addHostsToml(const QString &folder, const CacheEndpoint &cache,
                          const QString &registry, const QString &authorityFile)
{
    files.append({.recipe = {.kind = Recipe::Kind::HostsToml,
                             .cache = cache,
                             .registries = {registry},
                             .authorityFile = authorityFile},
                  .path = folder + QLatin1Char('/') + registry + QStringLiteral("/hosts.toml"),
                  .reason = {QT_TRANSLATE_NOOP("engine", "the mirror of %1"), {registry}}});
}

QString authorityOfHost(const QString &folder, const CacheEndpoint &cache)
{
    return folder + QLatin1Char('/') + cache.hostPort() + QStringLiteral("/ca.crt");
}

QString authorityBeside(const QString &file)
{
    return QFileInfo(file).path() + QStringLiteral("/lanyard-ca.pem");
}

Sketch sketchOf(const ClientInstallation &client, const CacheEndpoint &cache,
                const QStringList &registries)
{
    switch (client.kind) {
    case ClientKind::Docker:
        return dockerSketch(client, cache, registries);
    case ClientKind::Buildx:
        return buildxSketch(client, cache, registries);
    case ClientKind::BuildKit:
        return buildkitSketch(client, cache, registries);
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return earthlySketch(client, cache, registries);
    case ClientKind::Containerd:
    case ClientKind::Nerdctl:
        return containerdSketch(client, cache, registries);
    case ClientKind::Podman:
        return podmanSketch(client, cache, registries);
    case ClientKind::K3s:
    case ClientKind::Rke2:
        return kubernetesSketch(client, cache, registries);
    case ClientKind::Kind:
    case ClientKind::Minikube:
    case ClientKind::Colima:
        // They keep their files in machines of their own, which are made by their commands.
        return {.snippets = snippets(client.kind, thisSystem(), cache, registries)};
    }
    return {};
}

} // namespace lanyard::workstation
