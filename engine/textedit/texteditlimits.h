// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

/// The bounds of what is read in files of a person: neither their size nor their nesting exhausts
/// memory or stack.
namespace lanyard::limits {

inline constexpr qsizetype jsonBytesMax = 256 * 1024; ///< beyond: refused
inline constexpr int jsonDepthMax = 64;               ///< objects and arrays in each other
inline constexpr std::size_t jsonValuesMax = 20'000;  ///< keys are values, too
inline constexpr qsizetype tomlBytesMax = 256 * 1024; ///< beyond: refused
inline constexpr int tomlNestedValuesMax = 16;        ///< arrays and inline tables in each other
inline constexpr qsizetype tomlLineDotsMax = 64;      ///< as deep as a key can lead in its line

} // namespace lanyard::limits
