// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/config.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <string>

namespace lanyard {

namespace {

bool isAddress(int family, std::string_view text)
{
    std::array<unsigned char, sizeof(in6_addr)> binary{};
    return inet_pton(family, std::string(text).c_str(), binary.data()) == 1 &&
           text.find('\0') == std::string_view::npos;
}

/// Digits only: no sign, no blank.
std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return port;
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

std::optional<ListenAddress> ListenAddress::parse(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto host = parseHost(text.substr(0, colon));
    const auto port = parsePort(text.substr(colon + 1));
    if (!host || !port)
        return std::nullopt;
    return ListenAddress{.host = std::move(*host), .port = *port};
}

std::string ListenAddress::toString() const
{
    const bool isIpv6 = host.find(':') != std::string::npos;
    return (isIpv6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

} // namespace lanyard
