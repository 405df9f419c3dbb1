// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>

namespace lanyard::acme {

/// When a certificate is due to be replaced: two thirds of its life are over. Pure.
WallTime renewalOf(WallTime from, WallTime until);

/// From an order to the next, when so many in a row have failed: each doubles it. Pure.
std::chrono::milliseconds pauseAfter(int failures, std::chrono::milliseconds least,
                                     std::chrono::milliseconds most);

} // namespace lanyard::acme
