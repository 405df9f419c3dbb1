// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/traffic.h"

#include "core/limits.h"

#include <algorithm>

namespace lanyard::journal {

namespace {

constexpr std::int64_t minuteMs = 60 * 1000;
constexpr std::int64_t hourMs = 60 * minuteMs;

std::int64_t stepOf(std::int64_t epochMs, std::int64_t lengthMs)
{
    return epochMs - epochMs % lengthMs;
}

/// The first of those that are kept: the minute of `now` is the sixtieth.
std::int64_t firstMinute(std::int64_t nowMs)
{
    return stepOf(nowMs, minuteMs) - hourMs + minuteMs;
}

std::int64_t firstHour(WallTime now)
{
    return stepOf(toEpochMs(now - limits::historyKept), hourMs);
}

template <typename Steps>
QList<TrafficStep> between(const Steps &steps, std::int64_t firstMs, std::int64_t lastMs)
{
    QList<TrafficStep> found;
    for (auto step = steps.lower_bound(firstMs); step != steps.end() && step->first <= lastMs;
         ++step)
        found.append({.beginMs = step->first, .counts = step->second});
    return found;
}

} // namespace

Traffic::Traffic(const TrafficRows &rows)
{
    for (const TrafficStep &hour : rows.hours)
        m_hours.emplace(hour.beginMs, hour.counts);
    for (const TrafficStep &minute : rows.minutes)
        m_minutes.emplace(minute.beginMs, minute.counts);
}

void Traffic::count(const TrafficCounts &more, WallTime now)
{
    const std::int64_t nowMs = toEpochMs(now);
    const std::int64_t hour = stepOf(nowMs, hourMs);
    m_hours[hour] += more;
    m_changed.insert(hour);
    m_minutes[stepOf(nowMs, minuteMs)] += more;
    // Those of a history that is never written are not added up.
    m_minutes.erase(m_minutes.begin(), m_minutes.lower_bound(firstMinute(nowMs)));
}

TrafficHistory Traffic::history(WallTime now) const
{
    const std::int64_t nowMs = toEpochMs(now);
    TrafficHistory history{.nowMs = nowMs,
                           .minutes = between(m_minutes, firstMinute(nowMs), nowMs),
                           .hours = between(m_hours, std::max(firstHour(now), hourMs), nowMs),
                           .allTime = {}};
    for (const auto &[begin, counts] : m_hours)
        history.allTime += counts;
    return history;
}

void Traffic::addUpOld(WallTime now)
{
    const std::int64_t nowMs = toEpochMs(now);
    std::erase_if(m_minutes, [&](const auto &minute) {
        return minute.first < firstMinute(nowMs) || minute.first > nowMs;
    });
    const std::int64_t first = firstHour(now);
    TrafficCounts sum;
    const auto isOld = [&](const auto &hour) {
        if (hour.first == 0 || hour.first >= first)
            return false;
        sum += hour.second;
        m_changed.erase(hour.first);
        return true;
    };
    if (std::erase_if(m_hours, isOld) == 0)
        return;
    m_hours[0] += sum;
    m_changed.insert(0);
}

TrafficRows Traffic::takeChanged()
{
    TrafficRows rows;
    if (m_changed.empty())
        return rows;
    for (const std::int64_t begin : m_changed)
        rows.hours.push_back({.beginMs = begin, .counts = m_hours.at(begin)});
    for (const auto &[begin, counts] : m_minutes)
        rows.minutes.push_back({.beginMs = begin, .counts = counts});
    m_changed.clear();
    return rows;
}

void Traffic::putBack(const TrafficRows &rows)
{
    for (const TrafficStep &hour : rows.hours) {
        if (m_hours.contains(hour.beginMs))
            m_changed.insert(hour.beginMs);
    }
}

void Traffic::changeAll()
{
    for (const auto &[begin, counts] : m_hours)
        m_changed.insert(begin);
}

} // namespace lanyard::journal
