// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/address.h"

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
std::optional<unsigned> parseNumber(std::string_view text, unsigned most)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number > most)
        return std::nullopt;
    return number;
}

/// The address before the port of a listen address; nullopt when it is none.
std::optional<std::string> parseHost(std::string_view text)
{
    if (text.empty())
        return "0.0.0.0";
    if (text == "localhost")
        return "127.0.0.1";
    if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
        return isAddress(AF_INET6, text) ? std::optional<std::string>(text) : std::nullopt;
    }
    return isAddress(AF_INET, text) ? std::optional<std::string>(text) : std::nullopt;
}

} // namespace

std::optional<ListenAddress> parseListenAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto host = parseHost(text.substr(0, colon));
    const auto port = parseNumber(text.substr(colon + 1), 65'535);
    if (!host || !port)
        return std::nullopt;
    return ListenAddress{.host = std::move(*host), .port = static_cast<std::uint16_t>(*port)};
}

bool isAccessEntry(std::string_view text)
{
    if (text == "private" || text == "any")
        return true;
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    const bool isIpv4 = isAddress(AF_INET, address);
    if (!isIpv4 && !isAddress(AF_INET6, address))
        return false;
    return slash == std::string_view::npos ||
           parseNumber(text.substr(slash + 1), isIpv4 ? 32 : 128).has_value();
}

} // namespace lanyard::config
