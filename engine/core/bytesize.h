// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lanyard {

/// Reads `50GiB`, `1.5 TB`, `1048576`: a number and an optional unit, B, kB MB GB TB (powers of
/// 1000) or KiB MiB GiB TiB (powers of 1024), case ignored. nullopt for anything else, and beyond
/// 2^63-1.
std::optional<std::int64_t> parseByteSize(std::string_view text);

/// The shortest text that parseByteSize() reads as exactly so many bytes: `50GiB`, `500GB`, `1025`.
std::string exactByteSize(std::int64_t bytes);

/// `1.5 GiB`, for people: binary units, three significant digits.
std::string formatByteSize(std::int64_t bytes);

} // namespace lanyard
