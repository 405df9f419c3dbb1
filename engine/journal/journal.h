// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "core/limits.h"

#include <QList>

#include <cstdint>
#include <mutex>
#include <vector>

namespace lanyard::journal {

/// The newest finished requests, in a ring of bounded length. Thread-safe.
class Journal
{
public:
    explicit Journal(std::size_t capacity = limits::journalRecords);

    /// Gives the record its id and keeps it, in place of the oldest one when full.
    void append(RequestRecord &&record);
    /// Records with an id above `afterId`, oldest first: the newest `max` of those still kept.
    QList<RequestRecord> since(std::uint64_t afterId, int max) const;

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::vector<RequestRecord> m_ring; // guarded by m_mutex
    std::uint64_t m_lastId = 0;        // guarded by m_mutex
};

} // namespace lanyard::journal
