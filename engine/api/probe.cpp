// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/probe.h"

namespace lanyard {

bool isProbeNonce(std::string_view text)
{
    constexpr std::size_t digits = 32;
    return text.size() == digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace lanyard
