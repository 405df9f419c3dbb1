// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "api/upstreamrecord.h"

#include <QList>

#include <cstddef>
#include <deque>

namespace lanyard::journal {

/// Whether a client's request may have been why upstream was asked: while it ran, for what it
/// names, or for a token for its repository. Others that ran at the same time and wanted the same
/// share what was asked. Never for a request that the store answered. Pure.
bool mayHaveCaused(const RequestRecord &request, const UpstreamRecord &asked);

/// The newest finished requests to upstreams, of a bounded number. One thread.
class UpstreamJournal
{
public:
    static constexpr std::size_t recordsMax = 5'000;
    static constexpr int answerMax = 100;

    explicit UpstreamJournal(std::size_t capacity = recordsMax);

    /// Keeps it, in place of the oldest one when full.
    void append(UpstreamRecord record);
    /// Those that the request may have caused, in the order in which they began: the newest
    /// answerMax of those still kept.
    QList<UpstreamRecord> causedBy(const RequestRecord &request) const;

private:
    const std::size_t m_capacity;
    std::deque<UpstreamRecord> m_records; ///< as they ended
};

} // namespace lanyard::journal
