// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <string_view>

namespace lanyard::config {

/// What is wrong with the pattern of a tag rule (TagRule::match), as a sentence; empty when it is
/// right. Pure.
Message problemOfTagPattern(std::string_view pattern);

} // namespace lanyard::config
