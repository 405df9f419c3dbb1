// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// What anybody who may pull can make a cache keep for probes.
namespace lanyard::registry::probelimits {

inline constexpr std::size_t imagesMax = 256;   ///< about 20 KiB each; the oldest goes
inline constexpr std::size_t sightingsMax = 64; ///< of one nonce; later ones are not kept
inline constexpr std::size_t userAgentBytesMax = 256;

} // namespace lanyard::registry::probelimits
