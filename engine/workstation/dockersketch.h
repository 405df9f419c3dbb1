// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// Docker Engine, which is two clients: with graph drivers it reads mirrors of Docker Hub from
/// daemon.json only; from version 28 on, containerd's store and BuildKit inside it also read
/// hosts.toml of each registry, without a reload. Pure.
Sketch dockerSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries);

} // namespace lanyard::workstation
