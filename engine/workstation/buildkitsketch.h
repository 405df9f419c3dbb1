// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

namespace lanyard::workstation {

/// BuildKit as a service of its own. Pure.
Sketch buildkitSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                      const QStringList &registries);

/// A builder of `docker buildx` in a container: it reads its file when it is made. Pure.
Sketch buildxSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries);

/// Earthly and EarthBuild, whose configuration holds BuildKit's. Pure.
Sketch earthlySketch(const ClientInstallation &client, const CacheEndpoint &cache,
                     const QStringList &registries);

} // namespace lanyard::workstation
