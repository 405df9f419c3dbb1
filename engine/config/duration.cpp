// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>

namespace lanyard::config {

namespace {

using namespace std::chrono_literals;

struct Unit
{
    std::string_view name;
    double nanoseconds;
};

// A unit stands before those whose name begins as its own does.
constexpr std::array ownUnits{Unit{"s", 1e9}, Unit{"m", 60e9}, Unit{"h", 3600e9},
                              Unit{"d", 86'400e9}};
constexpr std::array goUnits{Unit{"ns", 1.0},      Unit{"us", 1e3},  Unit{"\u00b5s", 1e3},
                             Unit{"\u03bcs", 1e3}, Unit{"ms", 1e6},  Unit{"s", 1e9},
                             Unit{"m", 60e9},      Unit{"h", 3600e9}};

/// Takes a decimal number off the start of `text`; no sign, no exponent.
std::optional<double> takeNumber(std::string_view &text, bool allowsFraction)
{
    const std::string_view accepted = allowsFraction ? "0123456789." : "0123456789";
    const std::string_view digits = text.substr(0, text.find_first_not_of(accepted));
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number,
                                              std::chars_format::fixed);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    text.remove_prefix(digits.size());
    return number;
}

/// A sequence of numbers, each with its unit; in nanoseconds.
std::optional<double> sumOfParts(std::string_view text, std::span<const Unit> units,
                                 bool allowsFraction)
{
    double sum = 0;
    while (!text.empty()) {
        const auto number = takeNumber(text, allowsFraction);
        const auto unit = std::find_if(units.begin(), units.end(), [text](const Unit &candidate) {
            return text.starts_with(candidate.name);
        });
        if (!number || unit == units.end())
            return std::nullopt;
        sum += *number * unit->nanoseconds;
        text.remove_prefix(unit->name.size());
    }
    return sum;
}

} // namespace

std::optional<std::chrono::seconds> parseDuration(std::string_view text)
{
    constexpr double secondsMax = 100.0 * 366 * 86'400;
    if (text == "0")
        return 0s;
    const auto sum = sumOfParts(text, ownUnits, false);
    if (text.empty() || !sum || *sum / 1e9 > secondsMax)
        return std::nullopt;
    return std::chrono::seconds(std::llround(*sum / 1e9));
}

std::optional<std::chrono::nanoseconds> parseGoDuration(std::string_view text)
{
    constexpr double nanosecondsMax = 9.2e18; // about 292 years, as in Go
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    std::string_view rest = text;
    std::optional<double> sum = takeNumber(rest, false);
    // A YAML integer is nanoseconds there.
    if (!sum || !rest.empty())
        sum = sumOfParts(text, goUnits, true);
    if (text.empty() || !sum || *sum > nanosecondsMax)
        return std::nullopt;
    return std::chrono::nanoseconds(std::llround(isNegative ? -*sum : *sum));
}

} // namespace lanyard::config
