// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "config/fieldvalue.h"

#include <vector>

namespace lanyard::config {

/// The fields of a configuration that settings are, but for `listen`: always the same ones in the
/// same order. Pure.
std::vector<FieldValue> fieldsOf(const Settings &settings);

/// The fields of an item of `listen`. Its `acme` is a mark, as no program writes that: the same one
/// whatever it says. Pure.
std::vector<FieldValue> fieldsOf(const ListenConfig &listener);

} // namespace lanyard::config
