// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "api/statssnapshot.h"

#include <atomic>
#include <cstdint>

namespace lanyard::journal {

/// The counters of a run. Thread-safe, without locks; a snapshot is not atomic as a whole.
class Statistics
{
public:
    void countRequest(const RequestRecord &record);
    void countFetched(RequestKind kind, std::int64_t bytes);
    void countUpstreamRequest();
    void connectionsChanged(int difference);
    StatsSnapshot snapshot() const;
};

} // namespace lanyard::journal
