// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/mappingreader.h"

#include <string_view>

namespace lanyard::config {

/// Judges every key of distribution's configuration against the table of those it knows
/// (https://distribution.github.io/distribution/about/configuration/): a value of the wrong type is
/// an error, and so is a key whose silent loss would be unsafe; a key without a meaning for a cache
/// is a warning that says so, and an unknown one is a warning that names it.
void checkRegistryKeys(const YamlNode &root, Diagnostics &diagnostics);

/// Whether a value says anything: `tls: {certificate: ""}` does not.
bool saysAnything(const YamlNode &node);

/// The value at a dotted path (`proxy.remoteurl`); nullopt where it is missing or empty.
std::optional<Field> registryField(const YamlNode &root, std::string_view path);

} // namespace lanyard::config
