// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace lanyard {

/// `5m`, `1h30m`, `7d`, `0`: whole units, as a configuration has them.
std::string durationText(std::chrono::seconds duration);

} // namespace lanyard
