// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsummary.h"
#include "core/limits.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>

#include <cstddef>
#include <mutex>
#include <unordered_map>

namespace lanyard::journal {

/// Who asks the cache: the programs, told apart by address and User-Agent, that were seen last.
/// Thread-safe.
class Clients
{
public:
    /// Keeps `max` at most (at least 1), those that were seen last.
    explicit Clients(std::size_t max = limits::clientsMax);

    void count(const RequestRecord &record);
    /// In no order.
    QList<ClientSummary> all() const;

private:
    /// Looked up for every request: nothing is copied for it.
    struct Key
    {
        QByteArray address;
        QByteArray userAgent;
        bool operator==(const Key &) const = default;
    };

    struct KeyHash
    {
        std::size_t operator()(const Key &key) const noexcept
        {
            return qHashMulti(0, key.address, key.userAgent);
        }
    };

    ClientSummary &clientOf(const RequestRecord &record);
    void forgetOldest();

    const std::size_t m_max;
    mutable std::mutex m_mutex;
    std::unordered_map<Key, ClientSummary, KeyHash> m_clients; // guarded by m_mutex
};

} // namespace lanyard::journal
