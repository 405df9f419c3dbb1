// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace lanyard::auth {

// Changes of an htpasswd file in its text: comments, order and line ends stay, and so do lines of
// others that are wrong. Pure.

/// With that hash for the user, whose line is replaced, or added at the end. Of a user who is there
/// more than once, the first line stays. InvalidInput when the name cannot be one
/// (checkUserName()); `hash` is one of bcrypt, as asserted.
Result<std::string> withUser(std::string_view text, std::string_view user, std::string_view hash);

/// Without the user's lines; nothing when there are none.
std::optional<std::string> withoutUser(std::string_view text, std::string_view user);

} // namespace lanyard::auth
