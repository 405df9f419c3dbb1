// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/accesslist.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <optional>

namespace lanyard::http {

namespace {

constexpr std::array<std::string_view, 9> privateSubnets = {
    "127.0.0.0/8",    "::1/128",                         // loopback
    "169.254.0.0/16", "fe80::/10",                       // link-local
    "10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16", // RFC 1918
    "100.64.0.0/10",                                     // RFC 6598
    "fc00::/7",                                          // RFC 4193
};

/// Reads an address in its full form only: Qt also takes "10" and "10.1", which in a list of
/// who may enter is more likely a slip than a wish.
std::optional<QHostAddress> parseAddress(const std::string &text)
{
    in_addr ipv4{};
    if (inet_pton(AF_INET, text.c_str(), &ipv4) == 1)
        return QHostAddress(ntohl(ipv4.s_addr));
    in6_addr ipv6{};
    if (inet_pton(AF_INET6, text.c_str(), &ipv6) == 1)
        return QHostAddress(ipv6.s6_addr);
    return std::nullopt;
}

std::optional<std::pair<QHostAddress, int>> parseSubnet(std::string_view entry)
{
    const std::size_t slash = entry.find('/');
    const auto address = parseAddress(std::string(entry.substr(0, slash)));
    if (!address)
        return std::nullopt;
    const int lengthMax = address->protocol() == QHostAddress::IPv4Protocol ? 32 : 128;
    if (slash == std::string_view::npos)
        return std::pair(*address, lengthMax);

    const std::string_view digits = entry.substr(slash + 1);
    int length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || length < 0 ||
        length > lengthMax)
        return std::nullopt;
    return std::pair(*address, length);
}

} // namespace

Result<AccessList> AccessList::parse(const std::vector<std::string> &entries)
{
    AccessList list;
    for (const std::string &entry : entries) {
        if (entry == "any") {
            list.m_allowsAny = true;
        } else if (entry == "private") {
            for (const std::string_view subnet : privateSubnets)
                list.m_subnets.push_back(*parseSubnet(subnet));
        } else if (const auto subnet = parseSubnet(entry)) {
            list.m_subnets.push_back(*subnet);
        } else {
            return failure(
                ErrorCode::InvalidInput,
                {QT_TRANSLATE_NOOP(
                     "engine", "'%1' is not \"private\", \"any\", an address or an address range"),
                 {entry}});
        }
    }
    return list;
}

bool AccessList::allows(const QHostAddress &client) const
{
    if (m_outer && !m_outer->allows(client))
        return false;
    if (m_allowsAny)
        return true;
    bool isIPv4 = false;
    const quint32 ipv4 = client.toIPv4Address(&isIPv4);
    const QHostAddress judged = isIPv4 ? QHostAddress(ipv4) : client;
    return std::any_of(m_subnets.begin(), m_subnets.end(),
                       [&](const auto &subnet) { return judged.isInSubnet(subnet); });
}

AccessList AccessList::within(const AccessList &other) const
{
    AccessList both = *this;
    both.m_outer = std::make_shared<AccessList>(m_outer ? other.within(*m_outer) : other);
    return both;
}

} // namespace lanyard::http
