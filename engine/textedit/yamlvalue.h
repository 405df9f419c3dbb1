// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::textedit {

struct YamlField;

/// A value to be written into a YAML document. A plain value, a tree.
struct YamlValue
{
    enum class Kind : std::uint8_t { Word, Text, List, Mapping };

    Kind kind = Kind::Text;
    std::string text;      ///< of a word, which is written as it is (true, 5m), or a text (UTF-8)
    bool isInline = false; ///< in brackets, even where there is room for a block
    std::vector<YamlValue> items;
    std::vector<YamlField> fields; ///< in this order

    bool operator==(const YamlValue &other) const;

    static YamlValue word(std::string text);
    static YamlValue ofText(std::string text);
    static YamlValue list(std::vector<YamlValue> items);
    static YamlValue texts(const std::vector<std::string> &texts);
    static YamlValue mapping(std::vector<YamlField> fields);
};

struct YamlField
{
    std::string key;
    YamlValue value;
    bool operator==(const YamlField &other) const;
};

/// A scalar: plain where any YAML reader takes it for this text in any place, else in double
/// quotes. Pure.
QByteArray scalarText(std::string_view text);
/// A scalar in double quotes.
QByteArray doubleQuoted(std::string_view text);

/// The value on one line, in brackets where it is a list or a mapping.
QByteArray inlineText(const YamlValue &value);

/// Whether blockText() takes more than the line it begins on, or could.
bool isBlock(const YamlValue &value);
/// The value as a block whose lines begin at the column `indent`; the indentation of the first and
/// the end of the last line are left to the caller. Lists of texts stay on one line.
QByteArray blockText(const YamlValue &value, qsizetype indent, const QByteArray &lineBreak);

} // namespace lanyard::textedit
