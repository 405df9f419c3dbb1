// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/requestrecord.h"

#include <string_view>

namespace lanyard {

/// The words under which these values appear in logs, metrics and exports: not translated.
std::string_view nameOf(RequestKind kind);
std::string_view nameOf(CacheResult result);

} // namespace lanyard
