// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// containerd and nerdctl, which read hosts.toml of each registry at every pull. Pure.
Sketch containerdSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                        const QStringList &registries);

} // namespace lanyard::workstation
