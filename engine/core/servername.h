// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lanyard {

// How servers are called in certificates (RFC 5280 §4.2.1.6). Pure.

/// Whether `text` is the name of a host (RFC 1123 §2.1): labels of letters, digits and hyphens,
/// without a dot at its end, no address. Names with other letters are written as `xn--...`
/// (RFC 5890).
bool isHostName(std::string_view text);

/// Whether it is `*.` and such a name (RFC 6125 §6.4.3).
bool isWildcardName(std::string_view text);

/// An address as the system writes it, or the name of a host in lower case, without a dot at its
/// end. Underscores are no part of such a name, and there are computers that have them: here they
/// may. nullopt where it is neither, such as a pattern (*.lan), a URL, or a name with a port.
std::optional<std::string> parseServerName(std::string_view text);

} // namespace lanyard
