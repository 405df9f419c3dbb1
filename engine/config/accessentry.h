// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <string_view>

namespace lanyard::config {

/// Whether `text` can stand in access.allow: "private", "any", an address, or a CIDR. Pure.
bool isAccessEntry(std::string_view text);

/// Whether only this computer can reach it. Pure.
bool isLoopback(const ListenAddress &address);

} // namespace lanyard::config
