// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/kubernetessketch.h"

namespace lanyard::workstation {

namespace {

ServiceAction restartOf(const ClientInstallation &client)
{
    const bool isAgent = client.instance.endsWith(QLatin1String("agent"));
    if (client.kind == ClientKind::K3s)
        return isAgent ? ServiceAction::RestartK3sAgent : ServiceAction::RestartK3s;
    return isAgent ? ServiceAction::RestartRke2Agent : ServiceAction::RestartRke2Server;
}

} // namespace

Sketch kubernetesSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                        const QStringList &registries)
{
    Sketch sketch;
    const QString authorityFile = sketch.addAuthority(cache, authorityBeside(client.configFile));
    sketch.files.append({.recipe = {.kind = recipes::Recipe::Kind::RegistriesYaml,
                                    .cache = cache,
                                    .registries = registries,
                                    .authorityFile = authorityFile},
                         .path = client.configFile,
                         .reason = QT_TRANSLATE_NOOP("engine", "the mirrors of this node")});
    if (client.isRunning)
        sketch.actions.append(restartOf(client));
    sketch.notes.append(
        QT_TRANSLATE_NOOP("engine", "This is one node: each node of a cluster has such a file."));
    return sketch;
}

} // namespace lanyard::workstation
