// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lanyard::journal {

/// Appends bytes from the wire as Apache httpd logs them: printable ASCII as it is, \" and \\,
/// \b \n \r \t \v, everything else \xHH.
void appendEscapedForCombined(std::string &out, std::string_view bytes);

/// Appends a JSON string (RFC 8259 §7) with its quotes; what isHidden() is escaped, for those who
/// read the log on a terminal; each byte that is no part of well-formed UTF-8 (RFC 3629) becomes
/// U+FFFD.
void appendJsonString(std::string &out, std::string_view bytes);

} // namespace lanyard::journal
