// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/configfile.h"

namespace lanyard::config {

/// Reads the configuration of distribution (registry:2 and 3) as a proxy, unchanged:
/// https://distribution.github.io/distribution/about/configuration/. Pure.
/// A key that has no meaning here is a warning that names it; a wrong value is an error at its line
/// and column. REGISTRY_A_B variables override the key a.b, as there.
LoadedConfig readRegistryConfig(const QByteArray &text, const QString &fileName,
                                const Environment &environment);

} // namespace lanyard::config
