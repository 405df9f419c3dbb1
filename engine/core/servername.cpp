// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servername.h"

#include "core/asciitext.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstddef>

namespace lanyard {

namespace {

constexpr std::size_t nameBytesMax = 253; // RFC 1035 §2.3.4, as text
constexpr std::size_t labelBytesMax = 63;

std::optional<std::string> parseAddress(int family, const std::string &text)
{
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    std::array<char, INET6_ADDRSTRLEN> canonical{};
    if (inet_pton(family, text.c_str(), bytes.data()) != 1 ||
        inet_ntop(family, bytes.data(), canonical.data(), canonical.size()) == nullptr)
        return std::nullopt;
    return canonical.data();
}

bool isLabel(std::string_view label, bool allowsUnderscore)
{
    const auto isAllowed = [allowsUnderscore](char c) {
        return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'z') || c == '-' ||
               (c == '_' && allowsUnderscore);
    };
    return !label.empty() && label.size() <= labelBytesMax && label.front() != '-' &&
           label.back() != '-' && std::ranges::all_of(label, isAllowed);
}

bool isName(std::string_view text, bool allowsUnderscore)
{
    if (text.size() > nameBytesMax)
        return false;
    while (true) {
        const std::size_t dot = text.find('.');
        const std::string_view label = text.substr(0, dot);
        if (!isLabel(label, allowsUnderscore))
            return false;
        // What ends in digits is an IPv4 address, or meant to be one.
        if (dot == std::string_view::npos)
            return !std::ranges::all_of(label, isDigit);
        text.remove_prefix(dot + 1);
    }
}

} // namespace

bool isHostName(std::string_view text)
{
    return isName(text, false);
}

bool isWildcardName(std::string_view text)
{
    return text.starts_with("*.") && isHostName(text.substr(2));
}

std::optional<std::string> parseServerName(std::string_view text)
{
    std::string name(text);
    if (name.find('\0') != std::string::npos)
        return std::nullopt;
    for (const int family : {AF_INET, AF_INET6}) {
        if (auto address = parseAddress(family, name))
            return address;
    }
    if (name.ends_with('.'))
        name.pop_back();
    if (!isName(name, true))
        return std::nullopt;
    std::ranges::transform(name, name.begin(), toLower);
    return name;
}

} // namespace lanyard
