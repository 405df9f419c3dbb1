// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lanyard::textedit {

/// A key of a table, or the position of an item in an array (of tables, too), from 0.
using TomlStep = std::variant<std::string, std::size_t>;
using TomlPath = std::vector<TomlStep>;

TomlPath childOf(const TomlPath &path, TomlStep step);
/// Whether `path` leads to what is at `parent` or in it.
bool isWithin(const TomlPath &path, const TomlPath &parent);

struct TomlEntry;

/// A value of a TOML document with its place in the text, in bytes. A plain value, a tree. Compared
/// by what it means: neither places nor the way it is written count.
struct TomlNode
{
    enum class Kind : std::uint8_t { Table, Array, Text, Boolean, Other };

    Kind kind = Kind::Table;
    bool isInline = false;  ///< {} or []
    bool hasHeader = false; ///< of a table: [...] or [[...]] names it, not only what is in it
    qsizetype begin = 0;    ///< of a table with a header, that header
    qsizetype end = 0;  ///< behind the last byte; of a table that is not inline, it means nothing
    std::string scalar; ///< a text as it is meant; another value as it is written
    std::vector<TomlNode> items;
    std::vector<TomlEntry> entries; ///< of a table, sorted by key

    /// It stands behind a key or in an array: it is no table or array that headers or dotted keys
    /// make.
    bool isValue() const { return isInline || (kind != Kind::Table && kind != Kind::Array); }

    /// The value of a key; nullptr where there is none, or in another kind of node.
    const TomlNode *find(std::string_view key) const;
    /// What the path leads to from here; nullptr: nothing.
    const TomlNode *find(const TomlPath &path) const;
    TomlNode *find(const TomlPath &path);

    /// The texts of an array; other items are left out.
    std::vector<std::string> texts() const;

    friend bool operator==(const TomlNode &a, const TomlNode &b);
};

struct TomlEntry
{
    std::string key;
    qsizetype begin = 0; ///< of the key; of a dotted one, of its last part
    TomlNode value;

    friend bool operator==(const TomlEntry &a, const TomlEntry &b)
    {
        return a.key == b.key && a.value == b.value;
    }
};

/// Puts a value where the path leads, from `root`: under a key that is not there (an empty table
/// that is there is filled), or before the item that has the position. What lies between and is not
/// there is made. False: there is something else in the way.
bool insert(TomlNode &root, const TomlPath &path, TomlNode value);
/// Takes the value away, and what only existed because of it: an array of tables without any, a
/// table that no header names. False: it is not there.
bool remove(TomlNode &root, const TomlPath &path);

} // namespace lanyard::textedit
