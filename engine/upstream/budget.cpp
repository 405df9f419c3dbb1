// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/budget.h"

#include "core/limits.h"

#include <algorithm>
#include <charconv>

namespace lanyard::upstream {

namespace {

/// A count of pulls, and for how long it is.
struct Count
{
    std::int64_t pulls = 0;
    std::chrono::seconds window{0};
};

std::optional<std::int64_t> parseNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// `100;w=21600`, or `100` alone. Other parameters are passed over.
std::optional<Count> parseCount(std::string_view field)
{
    const std::size_t semicolon = std::min(field.find(';'), field.size());
    const auto pulls = parseNumber(trimmed(field.substr(0, semicolon)));
    if (!pulls)
        return std::nullopt;
    Count count{.pulls = *pulls};
    std::string_view rest = field.substr(semicolon);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::string_view parameter = trimmed(rest.substr(0, rest.find(';')));
        if (parameter.starts_with("w="))
            count.window = std::chrono::seconds(parseNumber(parameter.substr(2)).value_or(0));
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    }
    return count;
}

/// A name that can be shown in a column.
QString accountOf(std::string_view source)
{
    QString account;
    for (const char character : source.substr(0, 64))
        account += QLatin1Char(character > ' ' && character <= '~' ? character : '?');
    return account;
}

/// Full, when its window has passed.
PullBudget asOf(PullBudget budget, WallTime now)
{
    const auto fullAt = budget.fullAtMs();
    if (fullAt && toEpochMs(now) >= *fullAt)
        budget.remaining = budget.limit;
    return budget;
}

} // namespace

std::optional<PullBudget> parseBudget(const BudgetFields &fields, WallTime now)
{
    const auto limit = parseCount(fields.limit);
    const auto remaining = parseCount(fields.remaining);
    if (!limit || !remaining || limit->pulls == 0)
        return std::nullopt;
    return PullBudget{.account = accountOf(fields.source),
                      .limit = limit->pulls,
                      .remaining = std::min(remaining->pulls, limit->pulls),
                      .window = std::max(limit->window, remaining->window),
                      .readAtMs = toEpochMs(now)};
}

void Budget::note(const PullBudget &heard)
{
    m_all.removeIf([&heard](const PullBudget &known) { return known.account == heard.account; });
    m_all.prepend(heard);
    m_isWhoseKnown = true;
    if (m_all.size() > limits::budgetsMax)
        m_all.removeLast();
}

QList<PullBudget> Budget::all(WallTime now) const
{
    QList<PullBudget> all = m_all;
    for (PullBudget &budget : all)
        budget = asOf(budget, now);
    return all;
}

double Budget::share(WallTime now) const
{
    if (!m_isWhoseKnown)
        return 1;
    const PullBudget last = asOf(m_all.front(), now);
    return static_cast<double>(last.remaining) / static_cast<double>(last.limit);
}

} // namespace lanyard::upstream
