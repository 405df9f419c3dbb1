// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// Podman, Buildah and Skopeo, which read registries.conf and what lies beside it at every pull.
/// Pure.
Sketch podmanSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries);

} // namespace lanyard::workstation
