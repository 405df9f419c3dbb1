// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lanyard {

/// The name of a server as a certificate has it (RFC 5280 §4.2.1.6): an address as the system
/// writes it, or a host name in lower case, without a dot at its end. nullopt where it is neither,
/// such as a pattern (*.lan), a URL, or a name with a port. Pure.
std::optional<std::string> parseServerName(std::string_view text);

} // namespace lanyard
