// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/requestrecord.h"

#include <cstdint>
#include <string>

namespace lanyard::journal {

/// Appends a line, with its line end, to `out`: formatCombined() and formatJson() without an
/// allocation of their own. Thread-safe.
void appendCombined(std::string &out, const RequestRecord &record);
void appendJson(std::string &out, const RequestRecord &record);

/// Appends the line that stands for `count` lines that were not written. In Combined Log Format it
/// is still a line of that format, with status 000, so that tools which read the log go on.
void appendDropNotice(std::string &out, LogFormat format, std::uint64_t count,
                      std::int64_t epochMs);

} // namespace lanyard::journal
