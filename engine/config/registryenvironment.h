// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/configfile.h"
#include "config/yamlreader.h"

namespace lanyard::config {

/// Puts the REGISTRY_A_B variables of `environment` into the document, each over the value at a.b,
/// as distribution does: the value is YAML, an index leads into a list, and REGISTRY_A is applied
/// before REGISTRY_A_B. A variable that names no section of the configuration is a warning: an
/// orchestrator may have set REGISTRY_PORT for reasons of its own.
void applyRegistryEnvironment(YamlNode &root, const Environment &environment,
                              Diagnostics &diagnostics);

/// `storage: inmemory` is short for `storage: {inmemory: {}}`, and so it is with auth.
void expandShorthand(YamlNode &node);

} // namespace lanyard::config
