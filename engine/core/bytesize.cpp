// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bytesize.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace lanyard {

namespace {

struct Unit
{
    std::string_view name;
    double bytes;
};

constexpr std::array units{
    Unit{"", 1.0},
    Unit{"b", 1.0},
    Unit{"kb", 1e3},
    Unit{"mb", 1e6},
    Unit{"gb", 1e9},
    Unit{"tb", 1e12},
    Unit{"kib", 1024.0},
    Unit{"mib", 1024.0 * 1024},
    Unit{"gib", 1024.0 * 1024 * 1024},
    Unit{"tib", 1024.0 * 1024 * 1024 * 1024},
};

} // namespace

std::optional<std::int64_t> parseByteSize(std::string_view text)
{
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || std::signbit(number) || !std::isfinite(number))
        return std::nullopt;
    std::string unit;
    for (char c : text.substr(static_cast<std::size_t>(end - text.data()))) {
        if (c != ' ' || !unit.empty())
            unit += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto *found =
        std::find_if(units.begin(), units.end(), [&unit](const Unit &u) { return u.name == unit; });
    if (found == units.end())
        return std::nullopt;
    const double bytes = std::round(number * found->bytes);
    if (bytes >= 9223372036854775807.0)
        return std::nullopt;
    return static_cast<std::int64_t>(bytes);
}

std::string exactByteSize(std::int64_t bytes)
{
    static constexpr std::array names{"KiB", "MiB", "GiB", "TiB", "kB", "MB", "GB", "TB"};
    std::string shortest = std::to_string(bytes);
    for (const bool isBinary : {false, true}) {
        std::int64_t unit = 1;
        for (std::size_t i = 0; i < 4; ++i) {
            unit *= isBinary ? 1024 : 1000;
            const std::string text =
                std::to_string(bytes / unit) + names.at(i + (isBinary ? 0 : 4));
            if (bytes != 0 && bytes % unit == 0 && text.size() <= shortest.size())
                shortest = text;
        }
    }
    return shortest;
}

std::string formatByteSize(std::int64_t bytes)
{
    static constexpr std::array names{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // Bytes are exact; of a unit never four digits, which columns have no room for.
    while (value >= (unit == 0 ? 1024 : 999.5) && unit + 1 < names.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : (value >= 9.995 ? 1 : 2);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f %s", decimals, value, names.at(unit));
    return buffer.data();
}

} // namespace lanyard
