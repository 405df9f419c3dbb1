// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/containerdsketch.h"

namespace lanyard::workstation {

Sketch containerdSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                        const QStringList &registries)
{
    Sketch sketch;
    const QString authorityFile =
        sketch.addAuthority(cache, authorityOfHost(client.configFolder, cache));
    for (const QString &registry : registries)
        sketch.addHostsToml(client.configFolder, cache, registry, authorityFile);
    sketch.notes.append(
        Message(QT_TRANSLATE_NOOP("engine", "`ctr` reads these files only with --hosts-dir %1."),
                {client.configFolder}));
    return sketch;
}

} // namespace lanyard::workstation
