// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/orderpause.h"

#include <algorithm>

namespace lanyard::acme {

std::chrono::milliseconds pauseAfter(int failures, std::chrono::milliseconds least,
                                     std::chrono::milliseconds most)
{
    std::chrono::milliseconds pause = least;
    for (int i = 1; i < failures && pause < most; ++i)
        pause *= 2;
    return std::max(least, std::min(pause, most));
}

} // namespace lanyard::acme
