// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/yamlreader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::config {

/// A value of a configuration with its full name (`storage.capacity`) for messages.
struct Field
{
    std::string name;
    Place place; ///< of the value; of its key where the value is empty
    const YamlNode *node = nullptr;
};

/// Reads a mapping key by key and remembers which keys were asked for. Borrows the node and the
/// diagnostics.
class MappingReader
{
public:
    /// `name` is the mapping's own full name, empty for the document. Anything but a mapping or
    /// nothing is an error, and reads as empty.
    MappingReader(const Field &field, Diagnostics &diagnostics);

    /// The value of `key`, if it is there.
    std::optional<Field> take(std::string_view key);
    /// An error for each key that was never asked for; it lists those that were.
    void reportUnknownKeys() const;

private:
    const Field m_field;
    Diagnostics &m_diagnostics;
    std::vector<std::string> m_asked;
};

/// The field of a document's root, and that of the `index`th item of a sequence.
Field rootField(const YamlNode &root);
Field itemField(const Field &sequence, std::size_t index);

// Each gives the value, or reports what was expected and gives nullopt.

std::optional<std::string> readText(const Field &field, Diagnostics &diagnostics);
std::optional<bool> readBoolean(const Field &field, Diagnostics &diagnostics);
std::optional<std::int64_t> readInteger(const Field &field, std::int64_t least, std::int64_t most,
                                        Diagnostics &diagnostics);
/// The items; empty after an error.
std::vector<Field> readSequence(const Field &field, Diagnostics &diagnostics);
/// Those items that are texts.
std::vector<std::string> readTexts(const Field &field, Diagnostics &diagnostics);

/// `<name>: expected <what>, not '<value>'`, or without the value where that is no scalar.
void reportUnexpected(const Field &field, Message what, Diagnostics &diagnostics);

} // namespace lanyard::config
