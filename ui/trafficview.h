// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"
#include "api/traffic.h"

#include <QList>
#include <QString>

class QTimeZone;

/// What of the traffic is shown: steps for a chart and sums for figures. Pure functions.
namespace lanyard::ui {

/// What a chart goes over.
enum class TrafficSpan {
    Hour,  ///< 60 minutes
    Day,   ///< 24 hours
    Month, ///< 30 days of the local calendar
};

/// The steps of a span without gaps, the oldest first; the last one is not over yet. A day begins
/// at midnight in `zone`, however long it is; an hour is of the day in which it begins.
QList<TrafficStep> trafficSteps(const TrafficHistory &history, TrafficSpan span,
                                const QTimeZone &zone);

/// What is counted since the program started.
TrafficCounts sessionCounts(const StatsSnapshot &statistics);
/// The sum of the day that it is in `zone`.
TrafficCounts trafficToday(const TrafficHistory &history, const QTimeZone &zone);
/// The sum of 30 days, today the last of them.
TrafficCounts trafficOfMonth(const TrafficHistory &history, const QTimeZone &zone);
TrafficCounts sumOf(const QList<TrafficStep> &steps);

/// When a step was, in words: `14:05`, `Fri 14:00`, `27 Nov`, as the language has it.
QString stepName(const TrafficStep &step, TrafficSpan span, const QTimeZone &zone);

} // namespace lanyard::ui
