// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/containerdsketch.h"

#include "workstation/commonfiles.h"

namespace lanyard::workstation {

Sketch containerdSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                        const QStringList &registries)
{
    Sketch sketch;
    const QString authorityFile =
        addAuthority(sketch, cache, authorityOfHost(client.configFolder, cache));
    for (const QString &registry : registries)
        addHostsToml(sketch, client.configFolder, cache, registry, authorityFile);
    sketch.notes.append(QStringLiteral("`ctr` reads these files only with --hosts-dir %1.")
                            .arg(client.configFolder));
    return sketch;
}

} // namespace lanyard::workstation
