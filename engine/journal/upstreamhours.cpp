// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/upstreamhours.h"

#include "core/limits.h"

#include <algorithm>
#include <limits>

namespace lanyard::journal {

namespace {

constexpr std::int64_t hourMs = 60 * 60 * 1000;

std::int64_t hourOf(std::int64_t epochMs)
{
    return epochMs - epochMs % hourMs;
}

/// A part of a map, to be gone through.
template <typename Iterator>
struct Stretch
{
    Iterator first;
    Iterator last;

    Iterator begin() const { return first; }

    Iterator end() const { return last; }
};

/// The hours of one registry that begin at `sinceMs` or later.
template <typename Hours>
auto from(const Hours &hours, const std::string &registry, std::int64_t sinceMs)
{
    return Stretch<typename Hours::const_iterator>{
        hours.lower_bound({registry, sinceMs}),
        hours.upper_bound({registry, std::numeric_limits<std::int64_t>::max()})};
}

} // namespace

UpstreamHours::UpstreamHours(const std::vector<HourRow> &rows)
{
    for (const HourRow &row : rows)
        m_hours.emplace(Key(row.registry, row.hour.beginMs), row.hour);
}

UpstreamHour &UpstreamHours::change(const std::string &registry, std::int64_t beginMs)
{
    const Key key(registry, beginMs);
    m_changed.insert(key);
    UpstreamHour &hour = m_hours[key];
    hour.beginMs = beginMs;
    return hour;
}

void UpstreamHours::count(const std::string &registry, std::uint64_t requests,
                          std::uint64_t pullsSaved, WallTime now)
{
    UpstreamHour &hour = change(registry, hourOf(toEpochMs(now)));
    hour.requests += requests;
    hour.pullsSaved += pullsSaved;
}

void UpstreamHours::note(const std::string &registry, const PullBudget &heard)
{
    QList<BudgetHour> &budgets = change(registry, hourOf(heard.readAtMs)).budgets;
    const auto known = std::find_if(budgets.begin(), budgets.end(), [&](const BudgetHour &budget) {
        return budget.last.account == heard.account;
    });
    if (known != budgets.end())
        *known = {.last = heard, .lowest = std::min(known->lowest, heard.remaining)};
    else if (budgets.size() < limits::budgetsMax)
        budgets.append({.last = heard, .lowest = heard.remaining});
}

UpstreamHours::Totals UpstreamHours::totals(const std::string &registry) const
{
    Totals totals;
    for (const auto &[key, hour] : from(m_hours, registry, 0)) {
        totals.requests += hour.requests;
        totals.pullsSaved += hour.pullsSaved;
    }
    return totals;
}

QList<PullBudget> UpstreamHours::budgets(const std::string &registry, WallTime now) const
{
    QList<PullBudget> all;
    for (const auto &[key, hour] : from(m_hours, registry, 0)) {
        for (const BudgetHour &budget : hour.budgets) {
            if (budget.last.readAtMs > toEpochMs(now))
                continue;
            all.removeIf([&budget](const PullBudget &earlier) {
                return earlier.account == budget.last.account;
            });
            all.append(budget.last);
        }
    }
    std::ranges::stable_sort(all, {}, &PullBudget::readAtMs);
    return all.last(std::min<qsizetype>(all.size(), limits::budgetsMax));
}

QList<UpstreamHour> UpstreamHours::hours(const std::string &registry, WallTime since) const
{
    QList<UpstreamHour> hours;
    for (const auto &[key, hour] : from(m_hours, registry, toEpochMs(since)))
        hours.append(hour);
    return hours;
}

std::int64_t UpstreamHours::addUpOld(WallTime now)
{
    const std::int64_t firstMs = hourOf(toEpochMs(now - limits::historyKept));
    std::vector<HourRow> old;
    for (const auto &[key, hour] : m_hours) {
        if (hour.beginMs > 0 && hour.beginMs < firstMs)
            old.push_back({.registry = key.first, .hour = hour});
    }
    for (const HourRow &row : old) {
        const Key key(row.registry, row.hour.beginMs);
        m_hours.erase(key);
        m_changed.erase(key);
        UpstreamHour &sum = change(row.registry, 0);
        sum.requests += row.hour.requests;
        sum.pullsSaved += row.hour.pullsSaved;
    }
    return firstMs;
}

std::vector<HourRow> UpstreamHours::takeChanged()
{
    std::vector<HourRow> rows;
    rows.reserve(m_changed.size());
    for (const Key &key : m_changed)
        rows.push_back({.registry = key.first, .hour = m_hours.at(key)});
    m_changed.clear();
    return rows;
}

void UpstreamHours::putBack(const std::vector<HourRow> &rows)
{
    for (const HourRow &row : rows) {
        const Key key(row.registry, row.hour.beginMs);
        if (m_hours.contains(key))
            m_changed.insert(key);
    }
}

void UpstreamHours::changeAll()
{
    for (const auto &[key, hour] : m_hours)
        m_changed.insert(key);
}

} // namespace lanyard::journal
