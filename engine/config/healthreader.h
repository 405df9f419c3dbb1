// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/mappingreader.h"

namespace lanyard::config {

/// `storage.health` of Lanyard's own configuration.
HealthConfig readHealth(const Field &field, Diagnostics &diagnostics);

/// `health.storagedriver` of distribution's, whose types have been checked; `root` is the document.
/// Without that section, and unless it says `enabled: false`, the disk is looked at.
HealthConfig readRegistryHealth(const YamlNode &root, Diagnostics &diagnostics);

} // namespace lanyard::config
