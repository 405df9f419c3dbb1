// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lanyard::http {

/// The part of a representation that a Range field asks for (RFC 9110 §14.2).
struct ByteRange
{
    std::int64_t offset = 0;
    std::int64_t length = 0;
    bool operator==(const ByteRange &) const = default;
};

struct WholeBody
{
    bool operator==(const WholeBody &) const = default;
};

struct UnsatisfiableRange
{
    bool operator==(const UnsatisfiableRange &) const = default;
};

using RangeSelection = std::variant<WholeBody, ByteRange, UnsatisfiableRange>;

/// Decides what `rangeField` selects of `size` bytes. Pure.
/// - empty, malformed, another unit, or several ranges: WholeBody (answered by 200);
/// - an end beyond the last byte is clamped, "-N" is the last N bytes (RFC 9110 §14.1.2);
/// - a first byte at or beyond `size`, or "-0": UnsatisfiableRange (416).
RangeSelection selectRange(std::string_view rangeField, std::int64_t size);

/// "bytes 0-99/1000", or "bytes */1000" for 416 (RFC 9110 §14.4).
std::string contentRange(const ByteRange &range, std::int64_t size);
std::string unsatisfiedContentRange(std::int64_t size);

/// What a Content-Range field says of an answer's body (RFC 9110 §14.4).
struct ContentRange
{
    ByteRange range;
    std::optional<std::int64_t> size; ///< of the whole; nullopt: not known ("*")
    bool operator==(const ContentRange &) const = default;
};

/// nullopt when it is malformed, of another unit, unsatisfied ("bytes */N"), or contradicts itself.
std::optional<ContentRange> parseContentRange(std::string_view field);

/// Whether an If-None-Match field names `entityTag` (with its quotes) or is "*": weak comparison
/// (RFC 9110 §13.1.2).
bool matchesEntityTag(std::string_view ifNoneMatchField, std::string_view entityTag);

/// Whether an If-Range field permits the range: it is absent, or names `entityTag` strongly
/// (RFC 9110 §13.1.5). A date never does: a digest has none.
bool permitsRange(std::string_view ifRangeField, std::string_view entityTag);

} // namespace lanyard::http
