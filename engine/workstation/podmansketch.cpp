// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/podmansketch.h"

#include "workstation/snippetdraft.h"

namespace lanyard::workstation {

namespace {

/// Podman's login is not CRI-O's, which has it from Kubernetes, or from a file of the system.
void addLogin(Sketch &sketch, const ClientInstallation &client, const CacheEndpoint &cache,
              const QStringList &registries)
{
    if (cache.user.isEmpty())
        return;
    if (isCrio(client)) {
        sketch.notes.append(
            Message(QT_TRANSLATE_NOOP(
                        "engine",
                        "CRI-O does not read what `podman login` keeps: put the login for %1 into "
                        "the file that global_auth_file in /etc/crio/crio.conf names, which has "
                        "the form of Docker's config.json."),
                    {cache.hostPort()}));
        return;
    }
    SnippetDraft draft(thisSystem(), cache, registries);
    draft.addPodmanLogin();
    sketch.snippets += draft.snippets();
}

} // namespace

bool isCrio(const ClientInstallation &client)
{
    return client.id == QLatin1String("crio");
}

Sketch podmanSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries)
{
    Sketch sketch;
    // Podman finds the authority by its place, no file names it.
    sketch.addAuthority(cache, authorityOfHost(client.configFolder, cache));
    sketch.files.append(
        {.recipe = {.kind = recipes::Recipe::Kind::RegistriesConf,
                    .cache = cache.withoutLogin(),
                    .registries = registries},
         .path = client.configFile,
         .reason = isCrio(client)
                       ? QT_TRANSLATE_NOOP("engine", "the mirrors of CRI-O")
                       : QT_TRANSLATE_NOOP("engine", "the mirrors of Podman, Buildah and "
                                                     "Skopeo")});
    if (isCrio(client) && client.isRunning)
        sketch.actions.append(ServiceAction::ReloadCrio);
    addLogin(sketch, client, cache, registries);
    return sketch;
}

} // namespace lanyard::workstation
