// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// k3s and RKE2, which read registries.yaml when they start. Pure.
Sketch kubernetesSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                        const QStringList &registries);

} // namespace lanyard::workstation
