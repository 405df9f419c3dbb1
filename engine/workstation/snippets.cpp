// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/snippets.h"

#include "recipes/recipecheck.h"
#include "workstation/clientsnippets.h"

namespace lanyard::workstation {

namespace {

void addSnippets(SnippetDraft &draft, ClientKind kind)
{
    switch (kind) {
    case ClientKind::Docker:
        return addDockerSnippets(draft);
    case ClientKind::Buildx:
        return addBuildxSnippets(draft);
    case ClientKind::BuildKit:
        return addBuildKitSnippets(draft);
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return addEarthlySnippets(draft, kind);
    case ClientKind::Containerd:
        return addContainerdSnippets(draft);
    case ClientKind::Nerdctl:
        return addNerdctlSnippets(draft);
    case ClientKind::Podman:
        return addPodmanSnippets(draft);
    case ClientKind::K3s:
    case ClientKind::Rke2:
        return addKubernetesSnippets(draft, kind);
    case ClientKind::Kind:
        return addKindSnippets(draft);
    case ClientKind::Minikube:
        return addMinikubeSnippets(draft);
    case ClientKind::Colima:
        return addColimaSnippets(draft);
    }
}

/// A client that there is for Linux only runs in a Linux within the other systems.
bool isOfLinuxOnly(ClientKind kind, System system)
{
    switch (kind) {
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return system == System::Windows;
    case ClientKind::Containerd:
        return system == System::MacOs;
    case ClientKind::Nerdctl:
    case ClientKind::K3s:
    case ClientKind::Rke2:
        return system != System::Linux;
    default:
        return false;
    }
}

const char *titleFrame(System system)
{
    return system == System::Windows ? QT_TRANSLATE_NOOP("engine", "%1 (in WSL)")
                                     : QT_TRANSLATE_NOOP("engine", "%1 (in the virtual machine)");
}

} // namespace

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

std::optional<System> systemOf(QStringView word)
{
    if (word == QLatin1String("linux"))
        return System::Linux;
    if (word == QLatin1String("macos"))
        return System::MacOs;
    if (word == QLatin1String("windows"))
        return System::Windows;
    return std::nullopt;
}

QList<Snippet> snippets(ClientKind kind, System system, const CacheEndpoint &cache,
                        const QStringList &registries)
{
    const bool isWithin = isOfLinuxOnly(kind, system);
    SnippetDraft draft(isWithin ? System::Linux : system, cache, registries);
    if (isWithin)
        draft.setTitleFrame(titleFrame(system));
    // What stands in commands comes from the same values as what stands in files.
    if (!recipes::checkRecipe({.kind = recipes::Recipe::Kind::BuildkitToml,
                               .cache = draft.cache(),
                               .registries = registries}))
        return {};
    addSnippets(draft, kind);
    return draft.snippets();
}

} // namespace lanyard::workstation
