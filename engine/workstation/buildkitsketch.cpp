// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/buildkitsketch.h"

#include "workstation/shellword.h"
#include "workstation/snippetdraft.h"

namespace lanyard::workstation {

namespace {

using recipes::Recipe;

void addMirrors(Sketch &sketch, Recipe::Kind kind, const ClientInstallation &client,
                const CacheEndpoint &cache, const QStringList &registries)
{
    const QString authorityFile = sketch.addAuthority(cache, authorityBeside(client.configFile));
    sketch.files.append({.recipe = {.kind = kind,
                                    .cache = cache.withoutLogin(),
                                    .registries = registries,
                                    .authorityFile = authorityFile},
                         .path = client.configFile,
                         .reason = QStringLiteral("the mirrors of BuildKit")});
    // BuildKit asks whoever runs the build for the login of a mirror.
    SnippetDraft draft(thisSystem(), cache, registries);
    draft.addDockerLogin();
    sketch.snippets += draft.snippets();
}

} // namespace

Sketch buildkitSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                      const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::BuildkitToml, client, cache, registries);
    if (client.isRunning) {
        sketch.actions.append(client.isRootless ? ServiceAction::RestartRootlessBuildKit
                                                : ServiceAction::RestartBuildKit);
    }
    return sketch;
}

Sketch buildxSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::BuildkitToml, client, cache, registries);
    if (!client.instance.isEmpty()) {
        sketch.notes.append(QStringLiteral("The builder %1 keeps what it was made with. With the "
                                           "lines below it is made again, and keeps its cache.")
                                .arg(client.instance));
        sketch.snippets.append(
            {.title = QStringLiteral("Make the builder %1 again").arg(client.instance),
             .file = {},
             .text = QStringLiteral("docker buildx rm --keep-state %1\n"
                                    "docker buildx create --name %1 --driver docker-container "
                                    "--bootstrap")
                         .arg(shellWord(client.instance))});
    }
    return sketch;
}

Sketch earthlySketch(const ClientInstallation &client, const CacheEndpoint &cache,
                     const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::EarthlyConfig, client, cache, registries);
    sketch.notes.append(QStringLiteral("%1 starts its builder again at the next build; builds that "
                                       "run then end.")
                            .arg(client.name));
    return sketch;
}

} // namespace lanyard::workstation
