// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lanyard::config {

/// What is wrong with the pattern of a tag rule (TagRule::match), as a sentence; empty when it is
/// right. Pure.
std::string problemOfTagPattern(std::string_view pattern);

} // namespace lanyard::config
