// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/place.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::textedit {

struct YamlEntry;

/// A value of a YAML document with its place. Scalars stay text: what a text means is for who asks
/// for it, and `password: 0123` is no number. A plain value, a tree.
struct YamlNode
{
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    bool isQuoted = false; ///< a scalar in quotes: "true" is a text, not a boolean
    Place place;
    std::string scalar;
    std::vector<YamlNode> items;    ///< of a sequence
    std::vector<YamlEntry> entries; ///< of a mapping, in the order of the document; keys differ

    /// The entry of a mapping; nullptr where there is none, or in another kind of node.
    const YamlEntry *find(std::string_view key) const;
};

struct YamlEntry
{
    std::string key;
    Place keyPlace;
    YamlNode value;
};

/// Whether both say the same, wherever and in whatever quotes it stands; entries in the same order.
bool isSameValue(const YamlNode &a, const YamlNode &b);

/// What a key that occurs twice in a mapping is; the last one wins when it is no error.
enum class DuplicateKeys { Error, Warning };

/// What is wrong with a document.
struct YamlProblem
{
    Place place;
    Message message;     ///< without values of the document
    bool isError = true; ///< else a warning
    bool operator==(const YamlProblem &) const = default;
};

struct ParsedYaml
{
    std::optional<YamlNode> root; ///< none: it is no YAML, as the last of the problems says
    std::vector<YamlProblem> problems;
};

/// Reads one YAML document; `source` is for the places. An empty document is a Null node. Aliases
/// are written out and merge keys (<<) merged. Bounded by limits::config*: neither nesting nor
/// aliases can exhaust the stack or the memory. Pure.
ParsedYaml parseYaml(const QByteArray &text, const QString &source, DuplicateKeys duplicateKeys);

/// The same of a document that has to be right. InvalidInput with line and column where it has a
/// problem. Pure.
Result<YamlNode> readYaml(const QByteArray &text);

} // namespace lanyard::textedit
