// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/yamlvalue.h"

#include <QByteArray>

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

// Changes one value of a YAML document in its text; every other byte stays, and so do comments,
// order, quotes, indentation and line ends. Each function gives the text as it is afterwards.
//
// NotFound: the path leads nowhere. InvalidInput, with line and column: the text is no YAML, or
// cannot be edited without a guess: what is edited has an anchor, an alias, a tag, a merge key
// (<<), a scalar of several lines, or a tab in its indentation; or see parseSource(). No message
// holds a value of the document.
//
// The result is not read again here: the caller does, as only he knows what it should come to.
// Pure.
namespace lanyard::textedit {

/// A key of a mapping, or the position of an item in a sequence, from 0.
using YamlStep = std::variant<std::string, std::size_t>;
using YamlPath = std::vector<YamlStep>;

/// Puts `value` on one line where another value is. A text that was in quotes stays in quotes.
Result<QByteArray> replaceValue(const QByteArray &text, const YamlPath &path,
                                const YamlValue &value);

/// Adds an entry at the end of the mapping at `path`; the empty path is the document. The key must
/// not be there.
Result<QByteArray> insertKey(const QByteArray &text, const YamlPath &path, const std::string &key,
                             const YamlValue &value);

/// Adds an item at the end of the sequence at `path`, in the style of its last one.
Result<QByteArray> appendItem(const QByteArray &text, const YamlPath &path, const YamlValue &value);

/// Adds an item before the others of the sequence at `path`.
Result<QByteArray> prependItem(const QByteArray &text, const YamlPath &path,
                               const YamlValue &value);

/// Removes the entry or item at `path` with the comments that are its own: in its lines, directly
/// above it at its column, and below it where they are indented deeper. A collection that loses its
/// last child becomes [] or {}.
Result<QByteArray> removeChild(const QByteArray &text, const YamlPath &path);

/// Removes the entry or item at `path` as it was added: its own lines, or its own bytes in a line.
/// The comments and blank lines around it stay.
Result<QByteArray> takeBackChild(const QByteArray &text, const YamlPath &path);

} // namespace lanyard::textedit
