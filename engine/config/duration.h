// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace lanyard::config {

/// Lanyard's own form: 30s, 5m, 1h, 7d, 1h30m, or a plain 0. Whole numbers, whole seconds, at most
/// 100 years.
std::optional<std::chrono::seconds> parseDuration(std::string_view text);

/// Go's form (time.ParseDuration), as distribution reads it: 168h, 1h30m, 1.5h, 500ms, -1s, 0; or a
/// whole number of nanoseconds.
std::optional<std::chrono::nanoseconds> parseGoDuration(std::string_view text);

} // namespace lanyard::config
