// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/byterange.h"

#include "core/asciitext.h"

#include <algorithm>
#include <limits>

namespace lanyard::http {

namespace {

/// Digits only. A number too large for the type is as good as the largest: both lie beyond the
/// end of any body.
std::optional<std::int64_t> parsePosition(std::string_view digits)
{
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : digits) {
        if (value > (largest - (digit - '0')) / 10)
            return largest;
        value = value * 10 + (digit - '0');
    }
    return value;
}

RangeSelection selectSuffix(std::string_view digits, std::int64_t size)
{
    const auto length = parsePosition(digits);
    if (!length)
        return WholeBody{};
    // RFC 9110 §14.1.2: a suffix is satisfiable when its length is not zero; of an empty body it
    // selects nothing that a 206 could carry.
    if (*length == 0 || size == 0)
        return UnsatisfiableRange{};
    const std::int64_t selected = std::min(*length, size);
    return ByteRange{.offset = size - selected, .length = selected};
}

/// The opaque part with its quotes, without the mark of a weak one.
std::string_view strongForm(std::string_view entityTag)
{
    return entityTag.starts_with("W/") ? entityTag.substr(2) : entityTag;
}

/// Takes the next entity tag off a list, in strong form; empty at the end or where the list is
/// malformed. A comma may stand inside the quotes (RFC 9110 §8.8.3), so this is no plain list.
std::string_view takeEntityTag(std::string_view &list)
{
    const std::size_t first = list.find_first_not_of(" \t,");
    if (first == std::string_view::npos)
        return {};
    list = strongForm(list.substr(first));
    if (!list.starts_with('"'))
        return {};
    const std::size_t closing = list.find('"', 1);
    if (closing == std::string_view::npos)
        return {};
    const std::string_view entityTag = list.substr(0, closing + 1);
    list = list.substr(closing + 1);
    return entityTag;
}

} // namespace

RangeSelection selectRange(std::string_view rangeField, std::int64_t size)
{
    constexpr std::string_view unit = "bytes="; // its case does not matter: RFC 9110 §14.1
    if (!equalsIgnoringCase(rangeField.substr(0, unit.size()), unit))
        return WholeBody{};

    const std::string_view spec = rangeField.substr(unit.size());
    const std::size_t dash = spec.find('-');
    if (dash == std::string_view::npos)
        return WholeBody{};
    if (dash == 0)
        return selectSuffix(spec.substr(1), size);

    const auto first = parsePosition(spec.substr(0, dash));
    const std::string_view lastDigits = spec.substr(dash + 1);
    const auto last =
        lastDigits.empty() ? std::numeric_limits<std::int64_t>::max() : parsePosition(lastDigits);
    // RFC 9110 §14.1.1: a last position before the first makes the range invalid; §14.2: an
    // invalid one is ignored.
    if (!first || !last || *last < *first)
        return WholeBody{};
    if (*first >= size)
        return UnsatisfiableRange{};
    return ByteRange{.offset = *first, .length = std::min(*last, size - 1) - *first + 1};
}

std::string contentRange(const ByteRange &range, std::int64_t size)
{
    return "bytes " + std::to_string(range.offset) + '-' +
           std::to_string(range.offset + range.length - 1) + '/' + std::to_string(size);
}

std::string unsatisfiedContentRange(std::int64_t size)
{
    return "bytes */" + std::to_string(size);
}

std::optional<ContentRange> parseContentRange(std::string_view field)
{
    constexpr std::string_view unit = "bytes ";
    field = trimmed(field);
    const std::size_t dash = field.find('-');
    const std::size_t slash = field.find('/');
    if (!equalsIgnoringCase(field.substr(0, unit.size()), unit) || dash == std::string_view::npos ||
        slash == std::string_view::npos || slash < dash)
        return std::nullopt;
    const auto first = parsePosition(field.substr(unit.size(), dash - unit.size()));
    const auto last = parsePosition(field.substr(dash + 1, slash - dash - 1));
    const std::string_view sizeText = field.substr(slash + 1);
    const auto size = parsePosition(sizeText);
    if (!first || !last || *last < *first || *last == std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    if (size ? *size <= *last : sizeText != "*")
        return std::nullopt;
    return ContentRange{.range = {.offset = *first, .length = *last - *first + 1}, .size = size};
}

bool matchesEntityTag(std::string_view ifNoneMatchField, std::string_view entityTag)
{
    std::string_view list = trimmed(ifNoneMatchField);
    if (list == "*")
        return true;
    const std::string_view wanted = strongForm(entityTag);
    for (;;) {
        const std::string_view candidate = takeEntityTag(list);
        if (candidate.empty())
            return false;
        if (candidate == wanted)
            return true;
    }
}

bool permitsRange(std::string_view ifRangeField, std::string_view entityTag)
{
    const std::string_view condition = trimmed(ifRangeField);
    return condition.empty() || (condition == entityTag && !entityTag.starts_with("W/"));
}

} // namespace lanyard::http
