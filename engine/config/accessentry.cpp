// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accessentry.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <string>

namespace lanyard::config {

namespace {

bool isAddress(int family, std::string_view text)
{
    std::array<unsigned char, sizeof(in6_addr)> binary{};
    return inet_pton(family, std::string(text).c_str(), binary.data()) == 1 &&
           text.find('\0') == std::string_view::npos;
}

/// Digits only: no sign, no blank.
bool isNumber(std::string_view text, unsigned most)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number <= most;
}

} // namespace

bool isAccessEntry(std::string_view text)
{
    if (text == "private" || text == "any")
        return true;
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    const bool isIpv4 = isAddress(AF_INET, address);
    if (!isIpv4 && !isAddress(AF_INET6, address))
        return false;
    return slash == std::string_view::npos || isNumber(text.substr(slash + 1), isIpv4 ? 32 : 128);
}

bool isLoopback(const ListenAddress &address)
{
    return address.host.starts_with("127.") || address.host == "::1";
}

} // namespace lanyard::config
