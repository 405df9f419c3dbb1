// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servername.h"

#include "core/asciitext.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace lanyard {

namespace {

constexpr std::size_t hostNameBytesMax = 253; // RFC 1035 §2.3.4, as text
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

/// Underscores are no part of a host name, and there are computers that have them.
bool isOfName(char byte)
{
    return (byte >= 'a' && byte <= 'z') || isDigit(byte) || byte == '-' || byte == '_';
}

bool isLabel(std::string_view label)
{
    return !label.empty() && label.size() <= labelBytesMax && label.front() != '-' &&
           label.back() != '-' && std::ranges::all_of(label, isOfName);
}

} // namespace

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
    if (name.size() > hostNameBytesMax)
        return std::nullopt;
    std::ranges::transform(name, name.begin(), toLower);
    std::string_view label;
    std::size_t end = 0;
    for (std::size_t begin = 0; end != std::string::npos; begin = end + 1) {
        end = name.find('.', begin);
        label = std::string_view(name).substr(begin, end - begin);
        if (!isLabel(label))
            return std::nullopt;
    }
    // Else it is an address that is none, such as 192.0.2.
    return std::ranges::all_of(label, isDigit) ? std::nullopt : std::optional(name);
}

} // namespace lanyard
