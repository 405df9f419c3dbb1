// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// Whether that is CRI-O, which reads the files of Podman as a service of its own. Pure.
bool isCrio(const ClientInstallation &client);

/// Podman, Buildah and Skopeo, which read registries.conf and what lies beside it at every pull;
/// and CRI-O, which reads it when it is reloaded. Pure.
Sketch podmanSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries);

} // namespace lanyard::workstation
