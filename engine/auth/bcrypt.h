// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace lanyard::auth {

// bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme", 1999), as Apache httpd and
// libxcrypt write it: $2y$, two digits of cost, $, 22 characters of salt and 31 of the hash.
// Thread-safe. What hashes takes long: with each step of the cost twice as long.

/// The cost of a hash of the forms $2y$, $2b$ and $2a$; nothing where `hash` has none of them.
/// Pure.
std::optional<int> bcryptCost(std::string_view hash);

/// Whether `hash`, one of those, was made of `password`. A password with NUL never matches, nor
/// does one that libxcrypt takes for too long (512 bytes).
bool matches(std::string_view password, const std::string &hash);

/// A new hash with a random salt. InvalidInput for an empty password and for one of more than
/// limits::passwordBytesMax bytes or with NUL. `cost` is limits::bcryptCostMin to
/// limits::bcryptCostMax, as asserted. Io when the system gives no random bytes.
Result<std::string> hashOf(std::string_view password, int cost);

} // namespace lanyard::auth
