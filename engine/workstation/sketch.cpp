// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/sketch.h"

#include "workstation/buildkitsketch.h"
#include "workstation/containerdsketch.h"
#include "workstation/dockersketch.h"
#include "workstation/kubernetessketch.h"
#include "workstation/podmansketch.h"
#include "workstation/snippets.h"

namespace lanyard::workstation {

namespace {

System thisSystem()
{
#if defined(Q_OS_WIN)
    return System::Windows;
#elif defined(Q_OS_MACOS)
    return System::MacOs;
#else
    return System::Linux;
#endif
}

} // namespace

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
