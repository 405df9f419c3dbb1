// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"

#include <chrono>
#include <cstddef>

namespace lanyard::auth {

/// The bounds of what is known of logins; a test sets small ones.
struct LoginLimits
{
    std::size_t loginsMax = limits::loginsMax;
    std::chrono::seconds loginMemory = limits::loginMemory;
    std::size_t attemptAddressesMax = limits::attemptAddressesMax;
    std::size_t checksMax = limits::passwordChecksMax;
    std::size_t checksPerAddressMax = limits::passwordChecksPerAddressMax;
};

} // namespace lanyard::auth
