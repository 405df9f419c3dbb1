// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trafficview.h"

#include <QList>
#include <QString>

#include <cstdint>

class QTimeZone;

/// Where the axes of a chart have their marks, and what stands there. Pure functions.
namespace lanyard::ui {

struct ScaleMark
{
    double position = 0;
    QString text;
    bool operator==(const ScaleMark &) const = default;
};

/// From zero to the first mark that is not below `max`: a few, at even steps.
QList<ScaleMark> byteMarks(std::uint64_t max);
QList<ScaleMark> countMarks(std::uint64_t max);

/// Steps that begin at a round time of the local clock: each tenth minute, each fourth hour, each
/// fifth day up to today.
QList<ScaleMark> timeMarks(const QList<TrafficStep> &steps, TrafficSpan span,
                           const QTimeZone &zone);

} // namespace lanyard::ui
