// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/podmansketch.h"

#include "workstation/snippetdraft.h"

namespace lanyard::workstation {

Sketch podmanSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries)
{
    Sketch sketch;
    // Podman finds the authority by its place, no file names it.
    sketch.addAuthority(cache, authorityOfHost(client.configFolder, cache));
    sketch.files.append({.recipe = {.kind = recipes::Recipe::Kind::RegistriesConf,
                                    .cache = cache.withoutLogin(),
                                    .registries = registries},
                         .path = client.configFile,
                         .reason = QStringLiteral("the mirrors of Podman, Buildah and Skopeo")});
    SnippetDraft draft(thisSystem(), cache, registries);
    draft.addPodmanLogin();
    sketch.snippets += draft.snippets();
    return sketch;
}

} // namespace lanyard::workstation
