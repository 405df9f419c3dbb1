// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Changes one value of a JSON document in its text; every other byte stays, and so do order,
// spelling, indentation and line ends. What is added looks like its neighbours. Each function gives
// the text as it is afterwards, which has been read again and differs from before only as asked.
//
// `value` is JSON on one line. NotFound: the path leads nowhere. InvalidInput, with line and
// column: the text is not what parseJson() accepts, is no object, or what is at the path is of
// another kind. No message holds a value of the document. Pure.
namespace lanyard::textedit::json {

/// A key of an object, or the position of an item in an array, from 0.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

/// Where something is added.
enum class Side : std::uint8_t { First, Last };

/// A text in quotes.
QByteArray quoted(std::string_view text);

/// Adds an item to the array at `path`.
Result<QByteArray> insertItem(const QByteArray &text, const Path &path, Side side,
                              const QByteArray &value);

/// Adds a member to the object at `path`; the empty path is the document. The key must not be
/// there.
Result<QByteArray> insertKey(const QByteArray &text, const Path &path, Side side,
                             std::string_view key, const QByteArray &value);

/// Puts `value` where another value is.
Result<QByteArray> replaceValue(const QByteArray &text, const Path &path, const QByteArray &value);

/// Removes the member or item at `path`; takes back what an insertion has added, to the byte.
Result<QByteArray> removeChild(const QByteArray &text, const Path &path);

} // namespace lanyard::textedit::json
