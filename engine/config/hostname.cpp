// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/hostname.h"

#include "core/asciitext.h"

#include <algorithm>
#include <cstddef>

namespace lanyard::config {

namespace {

constexpr std::size_t nameBytesMax = 253; // RFC 1035 §2.3.4, as text
constexpr std::size_t labelBytesMax = 63;

bool isLabel(std::string_view label)
{
    const auto isAllowed = [](char c) {
        return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'z') || c == '-';
    };
    return !label.empty() && label.size() <= labelBytesMax && label.front() != '-' &&
           label.back() != '-' && std::all_of(label.begin(), label.end(), isAllowed);
}

} // namespace

bool isHostName(std::string_view text)
{
    if (text.size() > nameBytesMax)
        return false;
    std::string_view rest = text;
    while (true) {
        const std::size_t dot = rest.find('.');
        const std::string_view label = rest.substr(0, dot);
        if (!isLabel(label))
            return false;
        // What ends in digits is an IPv4 address, or meant to be one.
        if (dot == std::string_view::npos)
            return !std::all_of(label.begin(), label.end(), isDigit);
        rest.remove_prefix(dot + 1);
    }
}

bool isWildcardName(std::string_view text)
{
    return text.starts_with("*.") && isHostName(text.substr(2));
}

} // namespace lanyard::config
