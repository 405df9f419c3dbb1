// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lanyard::config {

/// Whether `text` can stand in access.allow: "private", "any", an address, or a CIDR. Pure.
bool isAccessEntry(std::string_view text);

} // namespace lanyard::config
