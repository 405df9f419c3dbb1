// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "journal/traffic.h"
#include "journal/upstreamhours.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace lanyard::journal {

/// What is written of the history.
struct HistoryRows
{
    std::vector<HourRow> upstreams;
    TrafficRows traffic;

    bool isEmpty() const { return upstreams.empty() && traffic.hours.empty(); }
};

/// The SQLite database that keeps what happened with the upstreams, and what went through the
/// cache. It is opened for each call, a
/// few times a minute at most, so it may be copied or moved at any time; who deletes it has what
/// was before forgotten at the next start.
///
/// Any thread, one at a time; every call may block on the disk. Errors name the file: Corrupt when
/// it is damaged, and another one in its place would do; InvalidInput when a later Lanyard has
/// written it; Io.
class HistoryFile
{
public:
    explicit HistoryFile(QString path);

    /// Nothing when there is no file.
    Result<HistoryRows> read() const;
    /// Puts these hours in the place of what is there of them, and drops those that begin before
    /// `firstMs`, but not their sum: all of it or nothing. Makes the file where there is none.
    Result<void> write(const HistoryRows &rows, std::int64_t firstMs) const;
    /// Moves a damaged one out of the way. The name that it has then, without its folder.
    Result<std::string> putAside(WallTime now) const;

private:
    const QString m_path;
};

} // namespace lanyard::journal
