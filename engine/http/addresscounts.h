// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

namespace lanyard::http {

/// How many connections each client has, so that none can have them all: by address, and by the /64
/// of an IPv6 address. One that is mapped into IPv6 is an IPv4 address. Thread-safe.
class AddressCounts
{
    struct Address
    {
        std::uint64_t network = 0; ///< 0: IPv4
        std::uint64_t host = 0;
        bool operator==(const Address &) const = default;
    };

public:
    /// A connection is counted as long as its place is there.
    class Place
    {
    public:
        Place() = default;
        Place(Place &&other) noexcept;
        Place &operator=(Place &&other) noexcept;
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;
        ~Place();

        /// So many others its client had when it came.
        int others() const { return m_others; }

        /// So many its /64 had; 0 for IPv4.
        int neighbours() const { return m_neighbours; }

    private:
        friend class AddressCounts;

        AddressCounts *m_counts = nullptr; ///< outlives it; nullptr: it counts nothing
        Address m_address;
        int m_others = 0;
        int m_neighbours = 0;
    };

    AddressCounts() = default;
    AddressCounts(const AddressCounts &) = delete;
    AddressCounts &operator=(const AddressCounts &) = delete;

    Place take(const QHostAddress &client);

    /// Whether nobody has any.
    bool isEmpty() const;

private:
    struct Hash
    {
        std::size_t operator()(const Address &address) const noexcept;
    };

    void leave(const Address &address);

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    std::unordered_map<Address, int, Hash> m_addresses;
    std::unordered_map<std::uint64_t, int> m_networks;
};

} // namespace lanyard::http
