// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::textedit {

struct SourceChild;

/// A value of a YAML document as it stands in the text, from its first byte to behind its last:
/// nothing is written out, merged or left out, as it is in a YamlNode. A plain value, a tree.
struct SourceNode
{
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Mapping, Alias };
    enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, BlockText };

    Kind kind = Kind::Null;
    Style style = Style::Plain; ///< of a scalar
    bool isFlow = false;        ///< [] or {}
    bool hasProperties = false; ///< an anchor or a tag stands before it
    bool isMultiLine = false;   ///< of a scalar
    qsizetype begin = 0;        ///< bytes; of a block collection, its first dash or key
    qsizetype end = 0;          ///< an empty value begins and ends behind its colon or dash
    std::string scalar;
    std::vector<SourceChild> children; ///< of a sequence or a mapping

    /// The position of `key` among the children; -1 where there is none.
    qsizetype indexOf(std::string_view key) const;
    /// Why it stands for more than its own text, so that it is not edited: a sentence, marked for
    /// translation. Null: it does not.
    const char *sharedWords() const;
    /// The merge key (<<) among the children; null where there is none.
    const SourceChild *mergeKey() const;
};

/// An item of a sequence, or an entry of a mapping.
struct SourceChild
{
    qsizetype begin = 0;      ///< of the dash, of the key, or of an item in brackets
    qsizetype indicator = -1; ///< the dash or the colon; -1 where there is none
    SourceNode key;           ///< of a mapping
    SourceNode value;

    qsizetype end() const { return value.end; }
};

inline constexpr const char *mergeKeyRefusal =
    QT_TRANSLATE_NOOP("engine", "a mapping with a merge key (<<) cannot be edited");

/// Reads one document and finds where everything in it stands. InvalidInput with line and column
/// when it is no document that readYaml() accepts, or holds what this cannot follow: explicit keys
/// (?), [key: value], control characters, and line ends of a carriage return alone. Pure.
Result<SourceNode> parseSource(const QByteArray &text);

} // namespace lanyard::textedit
