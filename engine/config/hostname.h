// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lanyard::config {

/// Whether `text` is the name of a host as certificates have it (RFC 1123 §2.1, RFC 5280
/// §4.2.1.6): labels of letters, digits and hyphens, without a dot at its end, no address. Names
/// with other letters are written as `xn--...` (RFC 5890). Pure.
bool isHostName(std::string_view text);

/// Whether it is `*.` and such a name (RFC 6125 §6.4.3).
bool isWildcardName(std::string_view text);

} // namespace lanyard::config
