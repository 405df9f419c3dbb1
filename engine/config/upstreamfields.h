// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/fieldvalue.h"

#include <vector>

namespace lanyard::config {

/// The fields of an upstream, always the same ones in the same order: all but the registry, which
/// tells upstreams apart, and the credentials, which no program writes. Pure.
std::vector<FieldValue> fieldsOf(const UpstreamConfig &upstream);

/// An upstream as a new item of the list, without credentials. Pure.
YamlValue completeValueOf(const UpstreamConfig &upstream);

} // namespace lanyard::config
