// SPDX-License-Identifier: GPL-3.0-or-later
#include "trafficview.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace lanyard::ui {

namespace {

constexpr std::int64_t minuteMs = 60 * 1000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr int daysShown = 30;

QDate dayOf(std::int64_t epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).date();
}

/// `count` steps of one length, up to the one of now.
QList<TrafficStep> evenSteps(const QList<TrafficStep> &happened, std::int64_t nowMs,
                             std::int64_t lengthMs, int count)
{
    QList<TrafficStep> steps;
    steps.reserve(count);
    const std::int64_t firstMs = nowMs - nowMs % lengthMs - (count - 1) * lengthMs;
    for (int i = 0; i < count; ++i)
        steps.append(TrafficStep{.beginMs = firstMs + i * lengthMs, .counts = {}});
    for (const TrafficStep &step : happened) {
        const std::int64_t index = (step.beginMs - firstMs) / lengthMs;
        if (step.beginMs >= firstMs && index < count)
            steps[index].counts += step.counts;
    }
    return steps;
}

QList<TrafficStep> daySteps(const TrafficHistory &history, const QTimeZone &zone, int count)
{
    QList<TrafficStep> steps;
    steps.reserve(count);
    const QDate first = dayOf(history.nowMs, zone).addDays(1 - count);
    for (int i = 0; i < count; ++i)
        steps.append(TrafficStep{.beginMs = first.addDays(i).startOfDay(zone).toMSecsSinceEpoch(),
                                 .counts = {}});
    for (const TrafficStep &hour : history.hours) {
        const qint64 index = first.daysTo(dayOf(hour.beginMs, zone));
        if (index >= 0 && index < count)
            steps[index].counts += hour.counts;
    }
    return steps;
}

} // namespace

QList<TrafficStep> trafficSteps(const TrafficHistory &history, TrafficSpan span,
                                const QTimeZone &zone)
{
    switch (span) {
    case TrafficSpan::Hour:
        return evenSteps(history.minutes, history.nowMs, minuteMs, 60);
    case TrafficSpan::Day:
        return evenSteps(history.hours, history.nowMs, hourMs, 24);
    case TrafficSpan::Month:
        return daySteps(history, zone, daysShown);
    }
    return {};
}

TrafficCounts sessionCounts(const StatsSnapshot &statistics)
{
    return {.requests = statistics.requests,
            .hits = statistics.hits(),
            .misses = statistics.misses(),
            .failed = statistics.failed,
            .bytesServed = statistics.bytesServed(),
            .bytesFetched = statistics.bytesFetched()};
}

TrafficCounts trafficToday(const TrafficHistory &history, const QTimeZone &zone)
{
    return sumOf(daySteps(history, zone, 1));
}

TrafficCounts trafficOfMonth(const TrafficHistory &history, const QTimeZone &zone)
{
    return sumOf(daySteps(history, zone, daysShown));
}

TrafficCounts sumOf(const QList<TrafficStep> &steps)
{
    TrafficCounts sum;
    for (const TrafficStep &step : steps)
        sum += step.counts;
    return sum;
}

QString stepName(const TrafficStep &step, TrafficSpan span, const QTimeZone &zone)
{
    const QLocale locale;
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(step.beginMs, zone);
    const QString time = locale.toString(begin.time(), QLocale::ShortFormat);
    switch (span) {
    case TrafficSpan::Hour:
        return time;
    case TrafficSpan::Day:
        return QStringLiteral("%1 %2").arg(
            locale.dayName(begin.date().dayOfWeek(), QLocale::ShortFormat), time);
    case TrafficSpan::Month:
        return locale.toString(begin.date(), QStringLiteral("d MMM"));
    }
    return {};
}

} // namespace lanyard::ui
