// SPDX-License-Identifier: GPL-3.0-or-later
#include "historybars.h"

#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lanyard::ui {

namespace {

constexpr int hoursShown = 24;
constexpr int daysShown = 31;

QString translated(const char *text)
{
    return QCoreApplication::translate("history", text);
}

double lowestShareOf(const UpstreamHour &hour)
{
    double lowest = -1;
    for (const BudgetHour &budget : hour.budgets) {
        if (budget.last.limit <= 0)
            continue;
        const double share =
            static_cast<double>(budget.lowest) / static_cast<double>(budget.last.limit);
        lowest = lowest < 0 ? share : std::min(lowest, share);
    }
    return lowest;
}

void add(HistoryBar &bar, const UpstreamHour &hour)
{
    bar.requests += hour.requests;
    bar.pullsSaved += hour.pullsSaved;
    const double share = lowestShareOf(hour);
    if (share >= 0)
        bar.lowestShare = bar.lowestShare < 0 ? share : std::min(bar.lowestShare, share);
}

std::int64_t beginOf(HistorySpan span, const QDateTime &now, int back)
{
    if (span == HistorySpan::Month)
        return now.date().addDays(-back).startOfDay().toMSecsSinceEpoch();
    constexpr std::int64_t hourMs = 3'600'000;
    const std::int64_t hour = now.toMSecsSinceEpoch() / hourMs;
    return (hour - back) * hourMs;
}

QString percentText(double share)
{
    return translated(QT_TRANSLATE_NOOP("history", "%1 %"))
        .arg(QLocale().toString(static_cast<int>(std::floor(share * 100))));
}

} // namespace

int hoursOf(HistorySpan span)
{
    return span == HistorySpan::Day ? hoursShown : daysShown * 24;
}

QList<HistoryBar> historyBars(const UpstreamHistory &history, HistorySpan span, std::int64_t nowMs)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    QList<HistoryBar> bars;
    for (int back = (span == HistorySpan::Day ? hoursShown : daysShown) - 1; back >= 0; --back)
        bars.append(HistoryBar{.beginMs = beginOf(span, now, back)});
    for (const UpstreamHour &hour : history.hours) {
        const auto after = std::find_if(bars.begin(), bars.end(), [&hour](const HistoryBar &bar) {
            return bar.beginMs > hour.beginMs;
        });
        if (after != bars.begin())
            add(*std::prev(after), hour);
    }
    return bars;
}

QString historySummary(const QList<HistoryBar> &bars, HistorySpan span)
{
    HistoryBar all;
    for (const HistoryBar &bar : bars) {
        all.requests += bar.requests;
        all.pullsSaved += bar.pullsSaved;
        if (bar.lowestShare >= 0)
            all.lowestShare =
                all.lowestShare < 0 ? bar.lowestShare : std::min(all.lowestShare, bar.lowestShare);
    }
    const QString form = span == HistorySpan::Day
                             ? translated(QT_TRANSLATE_NOOP(
                                   "history", "In the last 24 hours: requests %1 · pulls saved %2"))
                             : translated(QT_TRANSLATE_NOOP(
                                   "history", "In the last 31 days: requests %1 · pulls saved %2"));
    QString text = form.arg(formatCount(all.requests), formatCount(all.pullsSaved));
    if (all.lowestShare >= 0)
        text += translated(QT_TRANSLATE_NOOP("history", " · fewest pulls left %1"))
                    .arg(percentText(all.lowestShare));
    return text;
}

QString historyBarText(const HistoryBar &bar, HistorySpan span)
{
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(bar.beginMs);
    const QLocale locale;
    const QString when = span == HistorySpan::Day
                             ? locale.toString(begin.time(), QLocale::ShortFormat)
                             : locale.toString(begin.date(), QLocale::ShortFormat);
    QString text = translated(QT_TRANSLATE_NOOP("history", "%1: requests %2 · pulls saved %3"))
                       .arg(when, formatCount(bar.requests), formatCount(bar.pullsSaved));
    if (bar.lowestShare >= 0)
        text += translated(QT_TRANSLATE_NOOP("history", " · fewest pulls left %1"))
                    .arg(percentText(bar.lowestShare));
    return text;
}

} // namespace lanyard::ui
