// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lanyard::auth {

/// The name under which a client's guesses are counted: its IPv4 address, also when that is mapped
/// into IPv6, or the /64 of its IPv6 address, because who has one address of a /64 has them all
/// (RFC 4291 §2.5.4). A text that is no address stands for itself. Pure.
std::string clientGroup(std::string_view address);

} // namespace lanyard::auth
