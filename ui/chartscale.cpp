// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartscale.h"

#include "format.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr std::uint64_t stepsMax = 4;

template <typename Text>
QList<ScaleMark> marksUpTo(std::uint64_t max, std::uint64_t step, Text text)
{
    QList<ScaleMark> marks;
    std::uint64_t position = 0;
    for (;; position += step) {
        marks.append({.position = static_cast<double>(position), .text = text(position)});
        if (position >= max)
            return marks;
    }
}

bool isRound(const QDateTime &begin, TrafficSpan span, qsizetype stepsToNow)
{
    switch (span) {
    case TrafficSpan::Hour:
        return begin.time().minute() % 10 == 0;
    case TrafficSpan::Day:
        return begin.time().hour() % 4 == 0;
    case TrafficSpan::Month:
        return stepsToNow % 5 == 0;
    }
    return false;
}

} // namespace

QList<ScaleMark> byteMarks(std::uint64_t max)
{
    // A small axis, where nothing was sent, would magnify a ping.
    std::uint64_t step = 1024;
    while (max > step * stepsMax)
        step *= 2;
    return marksUpTo(std::max(max, 2 * step), step, [](std::uint64_t bytes) {
        return formatBytes(static_cast<std::int64_t>(bytes));
    });
}

QList<ScaleMark> countMarks(std::uint64_t max)
{
    std::uint64_t step = 1;
    // 1, 2, 5, 10, 20, 50, ...
    for (int turn = 0; max > step * stepsMax; ++turn)
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    return marksUpTo(std::max(max, 2 * step), step, formatCount);
}

QList<ScaleMark> timeMarks(const QList<TrafficStep> &steps, TrafficSpan span, const QTimeZone &zone)
{
    QList<ScaleMark> marks;
    const QLocale locale;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const std::int64_t beginMs = steps.at(i).beginMs;
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(beginMs, zone);
        if (!isRound(begin, span, steps.size() - 1 - i))
            continue;
        marks.append({.position = static_cast<double>(beginMs),
                      .text = span == TrafficSpan::Month
                                  ? stepName(steps.at(i), span, zone)
                                  : locale.toString(begin.time(), QLocale::ShortFormat)});
    }
    return marks;
}

} // namespace lanyard::ui
