// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

// The agreement between a cache and who wants to prove that a client uses it. Pure.
namespace lanyard {

/// A repository of every registry that a cache answers itself. Its tags are nonces: a tiny image
/// stands under each, of which nobody has anything yet.
inline constexpr std::string_view probeRepository = "lanyard-probe/check";

/// A file that is in its only layer, in the top folder.
inline constexpr std::string_view probeFile = "lanyard-probe";

/// Whether `text` is a nonce: 32 hexadecimal digits in lower case.
bool isProbeNonce(std::string_view text);

/// What a cache says of itself, and of a probe when the nonce follows (OCI distribution-spec 1.1,
/// "Extensions").
inline constexpr std::string_view extensionName = "_lanyard";
inline constexpr std::string_view cachePath = "/v2/_lanyard/cache";
inline constexpr std::string_view probePath = "/v2/_lanyard/probe/";

inline constexpr std::string_view productName = "lanyard";

} // namespace lanyard
