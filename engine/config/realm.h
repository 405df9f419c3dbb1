// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/mappingreader.h"

#include <optional>
#include <string>

namespace lanyard::config {

/// What a login is for (RFC 9110 §11.5), which clients may show: a text without control characters;
/// reports anything else.
std::optional<std::string> readRealm(const Field &field, Diagnostics &diagnostics);

} // namespace lanyard::config
