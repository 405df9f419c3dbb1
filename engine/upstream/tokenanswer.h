// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace lanyard::upstream {

/// What a token service gave out (distribution spec "Token Authentication Specification").
struct TokenAnswer
{
    std::string token;
    std::chrono::seconds lifetime; ///< from now, after what has passed since it was issued
};

/// nullopt when it is not JSON, has no token, or a token that cannot be a field value. Pure.
std::optional<TokenAnswer> parseTokenAnswer(const QByteArray &json, WallTime now);

} // namespace lanyard::upstream
