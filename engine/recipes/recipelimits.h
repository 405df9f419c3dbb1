// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lanyard::recipes::limits {

/// Of a recipe as JSON.
inline constexpr qsizetype jsonBytesMax = 256 * 1024;
/// Of the certificates of an authority.
inline constexpr qsizetype authorityBytesMax = 64 * 1024;
inline constexpr qsizetype registriesMax = 64;
inline constexpr qsizetype userLengthMax = 256;
inline constexpr qsizetype passwordLengthMax = 1024;
inline constexpr qsizetype pathLengthMax = 1024;

} // namespace lanyard::recipes::limits
