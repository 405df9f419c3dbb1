// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/diagnostics.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::config {

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

/// What a key that occurs twice in a mapping is; the last one wins when it is no error.
enum class DuplicateKeys { Error, Warning };

/// Reads one YAML document; nullopt when it is no YAML, with its diagnostic. An empty document is
/// a Null node. Aliases are written out and merge keys (<<) merged. Bounded by limits::config*:
/// neither nesting nor aliases can exhaust the stack or the memory. Pure.
std::optional<YamlNode> parseYaml(const QByteArray &text, const QString &source,
                                  DuplicateKeys duplicateKeys, Diagnostics &diagnostics);

} // namespace lanyard::config
