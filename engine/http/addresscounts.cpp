// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addresscounts.h"

#include <QtEndian>

#include <functional>
#include <utility>

namespace lanyard::http {

namespace {

template <typename Counts, typename Key>
void lower(Counts &counts, const Key &key)
{
    const auto count = counts.find(key);
    if (count != counts.end() && --count->second == 0)
        counts.erase(count);
}

} // namespace

AddressCounts::Place::Place(Place &&other) noexcept
{
    *this = std::move(other);
}

AddressCounts::Place &AddressCounts::Place::operator=(Place &&other) noexcept
{
    std::swap(m_counts, other.m_counts);
    std::swap(m_address, other.m_address);
    std::swap(m_others, other.m_others);
    std::swap(m_neighbours, other.m_neighbours);
    return *this;
}

AddressCounts::Place::~Place()
{
    if (m_counts)
        m_counts->leave(m_address);
}

AddressCounts::Place AddressCounts::take(const QHostAddress &client)
{
    constexpr int networkBytes = 8;
    const Q_IPV6ADDR bytes = client.toIPv6Address();
    Place place;
    place.m_counts = this;
    bool isIPv4 = false;
    const quint32 ipv4 = client.toIPv4Address(&isIPv4);
    if (isIPv4)
        place.m_address.host = ipv4;
    else
        place.m_address = {.network = qFromBigEndian<quint64>(bytes.c),
                           .host = qFromBigEndian<quint64>(bytes.c + networkBytes)};
    const std::lock_guard lock(m_mutex);
    place.m_others = m_addresses[place.m_address]++;
    if (place.m_address.network != 0)
        place.m_neighbours = m_networks[place.m_address.network]++;
    return place;
}

void AddressCounts::leave(const Address &address)
{
    const std::lock_guard lock(m_mutex);
    lower(m_addresses, address);
    if (address.network != 0)
        lower(m_networks, address.network);
}

bool AddressCounts::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_addresses.empty() && m_networks.empty();
}

std::size_t AddressCounts::Hash::operator()(const Address &address) const noexcept
{
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15; // spreads what differs in its last bits only
    return std::hash<std::uint64_t>{}((address.network ^ address.host * odd) * odd);
}

} // namespace lanyard::http
