// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textedit/tomlnode.h"

#include <QByteArray>

#include <string>
#include <variant>
#include <vector>

// What is written into a TOML document.
namespace lanyard::textedit {

using TomlValue = std::variant<bool, std::string, std::vector<std::string>>;

struct TomlField
{
    std::string key;
    TomlValue value;
};

/// A table with a header of its own, [...], or [[...]] where its path ends with a position.
struct TomlTable
{
    TomlPath path;
    std::string comment; ///< behind the header, without #; empty: none
    std::vector<TomlField> fields;
};

/// Tables that are written one below the other, without blank lines between.
struct TomlBlock
{
    std::vector<TomlTable> tables;
    QByteArray indentation; ///< of the fields below headers, where the document shows none
};

/// How lines are written.
struct TomlStyle
{
    QByteArray headerIndentation;
    QByteArray fieldIndentation;
    QByteArray lineBreak = "\n";
};

/// On one line; texts in these quotes, if they can be: " or '.
QByteArray written(const TomlValue &value, char quote = '"');
/// key = value, and the comment, if there is one, behind it.
QByteArray written(const TomlField &field, const std::string &comment);
/// Without the last line break.
QByteArray written(const TomlBlock &block, const TomlStyle &style);

TomlNode nodeOf(const TomlValue &value);
TomlNode nodeOf(const TomlTable &table);

} // namespace lanyard::textedit
