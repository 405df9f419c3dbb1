// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::textedit {

struct JsonChild;

/// A value of a JSON document as it stands in the text, from its first byte to behind its last. A
/// plain value, a tree.
struct JsonNode
{
    enum class Kind : std::uint8_t { Object, Array, Text, Word };

    Kind kind = Kind::Word;
    qsizetype begin = 0; ///< bytes
    qsizetype end = 0;
    std::string text; ///< what a text says (UTF-8); a number, true, false or null as it is written
    std::vector<JsonChild> children; ///< of an object or an array, in the order of the text

    /// The position of `key` among the children; -1 where there is none.
    qsizetype indexOf(std::string_view key) const;
    /// The value of `key`; nullptr where there is none.
    const JsonNode *find(std::string_view key) const;
};

/// A member of an object, or an item of an array.
struct JsonChild
{
    qsizetype begin = 0; ///< of the key, or of the item
    JsonNode key;        ///< of an object
    JsonNode value;

    qsizetype end() const { return value.end; }
};

/// Whether both say the same, wherever that stands. Numbers are the same when they are written the
/// same, and members when they come in the same order.
bool isSameValue(const JsonNode &a, const JsonNode &b);

/// Reads one document of strict JSON (RFC 8259) and finds where everything in it stands.
/// InvalidInput with line and column: it is none, or has what other readers forgive or read in
/// their own ways: a byte order mark, comments, a comma behind the last value, two values of one
/// key, numbers out of range, half a surrogate pair. Bounded by limits::json*. No message holds a
/// value of the document. Pure.
Result<JsonNode> parseJson(const QByteArray &text);

} // namespace lanyard::textedit
