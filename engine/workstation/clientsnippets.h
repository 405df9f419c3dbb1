// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/snippetdraft.h"

// What each client needs, by the way in which it is told. Pure.
namespace lanyard::workstation {

// dockersnippets: Docker Engine, and what has one in it.
void addDockerSnippets(SnippetDraft &draft);
void addMinikubeSnippets(SnippetDraft &draft);
void addColimaSnippets(SnippetDraft &draft);

// buildkitsnippets: BuildKit, and what has one in it.
void addBuildxSnippets(SnippetDraft &draft);
void addBuildKitSnippets(SnippetDraft &draft);
void addEarthlySnippets(SnippetDraft &draft, ClientKind kind);

// containerdsnippets: hosts.toml or registries.yaml.
void addContainerdSnippets(SnippetDraft &draft);
void addNerdctlSnippets(SnippetDraft &draft);
void addKindSnippets(SnippetDraft &draft);
void addKubernetesSnippets(SnippetDraft &draft, ClientKind kind);

// podmansnippets: registries.conf.
void addPodmanSnippets(SnippetDraft &draft);

} // namespace lanyard::workstation
