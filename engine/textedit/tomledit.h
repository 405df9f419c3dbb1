// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/tomldocument.h"
#include "textedit/tomlvalue.h"

#include <QByteArray>

#include <string>

// Changes of one value of a TOML document in its text; every other byte stays, and so do comments,
// order, quotes, indentation and line ends. For whole tables see tomltables.h.
//
// Each gives the document as it was read again afterwards, when it means what it meant before with
// nothing but the change. NotFound: the path leads nowhere. InvalidInput, with line and column: it
// cannot be done without a guess. No message holds a value of the document. Pure.
namespace lanyard::textedit {

/// Puts `value` where another one is; texts stay in their kind of quotes.
Result<TomlDocument> replaceValue(const TomlDocument &document, const TomlPath &path,
                                  const TomlValue &value);

/// Adds an item to an array in [], before the one whose position ends the path, or as the last one:
/// on a line of its own where that has one, with its indentation and quotes.
Result<TomlDocument> insertItem(const TomlDocument &document, const TomlPath &path,
                                const std::string &text);

/// Adds a key directly below the header of its table, which has to have one, indented as the other
/// keys are, or deeper by `indentation` where none shows it. With a comment, if it is not empty.
Result<TomlDocument> insertKey(const TomlDocument &document, const TomlPath &path,
                               const TomlValue &value, const std::string &comment,
                               const QByteArray &indentation);

/// Removes an item of an array in [], or a key that has its lines for itself, with the comments in
/// these lines.
Result<TomlDocument> removeValue(const TomlDocument &document, const TomlPath &path);

/// Removes the comment of TomlDocument::commentOf() with the blanks before it.
Result<TomlDocument> removeComment(const TomlDocument &document, const TomlPath &path);

/// The indentation of keys below a header with this one, as the first table with a key shows it;
/// deeper by `otherwise` where none does.
QByteArray fieldIndentation(const TomlDocument &document, const QByteArray &headerIndentation,
                            const QByteArray &otherwise);

} // namespace lanyard::textedit
