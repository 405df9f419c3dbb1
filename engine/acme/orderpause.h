// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lanyard::acme {

/// From an order to the next, when so many in a row have failed: each doubles it. Pure.
std::chrono::milliseconds pauseAfter(int failures, std::chrono::milliseconds least,
                                     std::chrono::milliseconds most);

} // namespace lanyard::acme
