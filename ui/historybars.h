// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamhistory.h"

#include <QList>

#include <cstdint>

namespace lanyard::ui {

/// How far back is looked.
enum class HistorySpan { Day, Month };

/// How many hours that are.
int hoursOf(HistorySpan span);

/// What happened in an hour, or on a day.
struct HistoryBar
{
    std::int64_t beginMs = 0; ///< since 1970-01-01 UTC
    std::uint64_t requests = 0;
    std::uint64_t pullsSaved = 0;
    double lowestShare = -1; ///< of the budget when it was lowest; -1: nobody said
    bool operator==(const HistoryBar &) const = default;
};

/// One for each hour of the last 24, or each day of the last 31 as this computer counts them; the
/// last is that of now. Pure but for the zone of this computer.
QList<HistoryBar> historyBars(const UpstreamHistory &history, HistorySpan span, std::int64_t nowMs);

/// What all of them come to, in a sentence.
QString historySummary(const QList<HistoryBar> &bars, HistorySpan span);
/// What one is, in a line.
QString historyBarText(const HistoryBar &bar, HistorySpan span);

} // namespace lanyard::ui
