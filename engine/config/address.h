// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <optional>
#include <string_view>

namespace lanyard::config {

/// ADDRESS:PORT with an IPv4 address, an IPv6 address in brackets, "localhost" (127.0.0.1), or
/// nothing, as in ":5000" (0.0.0.0). Host names are not looked up. Pure.
std::optional<ListenAddress> parseListenAddress(std::string_view text);

/// Whether `text` can stand in access.allow: "private", "any", an address, or a CIDR. Pure.
bool isAccessEntry(std::string_view text);

} // namespace lanyard::config
