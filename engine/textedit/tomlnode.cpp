// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomlnode.h"

#include <algorithm>
#include <utility>

namespace lanyard::textedit {

namespace {

/// Where the key is among the entries, or where it would be.
template <typename Entries>
auto placeOf(Entries &entries, std::string_view key)
{
    return std::lower_bound(
        entries.begin(), entries.end(), key,
        [](const TomlEntry &entry, std::string_view k) { return k.compare(entry.key) > 0; });
}

/// `node` is a TomlNode, const or not.
template <typename Node>
Node *childAt(Node &node, const TomlStep &step)
{
    if (const auto *key = std::get_if<std::string>(&step)) {
        const auto found = placeOf(node.entries, *key);
        return found != node.entries.end() && found->key == *key ? &found->value : nullptr;
    }
    const std::size_t index = std::get<std::size_t>(step);
    return index < node.items.size() ? &node.items[index] : nullptr;
}

template <typename Node>
Node *descendantAt(Node &node, const TomlPath &path)
{
    Node *found = &node;
    for (const TomlStep &step : path) {
        found = childAt(*found, step);
        if (!found)
            return nullptr;
    }
    return found;
}

bool isKey(const TomlStep &step)
{
    return std::holds_alternative<std::string>(step);
}

/// Puts `value` there, where nothing is or something that may be completed by it.
bool insertChild(TomlNode &parent, const TomlStep &step, TomlNode value)
{
    if (isKey(step) != (parent.kind == TomlNode::Kind::Table) ||
        (!isKey(step) && parent.kind != TomlNode::Kind::Array))
        return false;
    if (!isKey(step)) {
        const std::size_t index = std::get<std::size_t>(step);
        if (index > parent.items.size())
            return false;
        parent.items.insert(parent.items.begin() + static_cast<std::ptrdiff_t>(index),
                            std::move(value));
        return true;
    }
    const std::string &key = std::get<std::string>(step);
    const auto place = placeOf(parent.entries, key);
    if (place == parent.entries.end() || place->key != key) {
        parent.entries.insert(place, TomlEntry{.key = key, .value = std::move(value)});
        return true;
    }
    TomlNode &old = place->value;
    if (old.kind != TomlNode::Kind::Table || old.hasHeader || value.kind != TomlNode::Kind::Table)
        return false;
    return std::ranges::all_of(value.entries, [&old](TomlEntry &entry) {
        return insertChild(old, entry.key, std::move(entry.value));
    });
}

} // namespace

TomlPath childOf(const TomlPath &path, TomlStep step)
{
    TomlPath child = path;
    child.push_back(std::move(step));
    return child;
}

bool isWithin(const TomlPath &path, const TomlPath &parent)
{
    return path.size() >= parent.size() && std::equal(parent.begin(), parent.end(), path.begin());
}

const TomlNode *TomlNode::find(std::string_view key) const
{
    const auto found = placeOf(entries, key);
    return found != entries.end() && found->key == key ? &found->value : nullptr;
}

const TomlNode *TomlNode::find(const TomlPath &path) const
{
    return descendantAt(*this, path);
}

TomlNode *TomlNode::find(const TomlPath &path)
{
    return descendantAt(*this, path);
}

std::vector<std::string> TomlNode::texts() const
{
    std::vector<std::string> result;
    for (const TomlNode &item : items) {
        if (item.kind == Kind::Text)
            result.push_back(item.scalar);
    }
    return result;
}

bool operator==(const TomlNode &a, const TomlNode &b)
{
    return a.kind == b.kind && a.scalar == b.scalar && a.items == b.items && a.entries == b.entries;
}

bool insert(TomlNode &root, const TomlPath &path, TomlNode value)
{
    TomlNode *parent = &root;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        TomlNode *child = childAt(*parent, path[i]);
        if (!child) {
            TomlNode between;
            between.kind = isKey(path[i + 1]) ? TomlNode::Kind::Table : TomlNode::Kind::Array;
            if (!insertChild(*parent, path[i], std::move(between)))
                return false;
            child = childAt(*parent, path[i]);
        }
        if (!child)
            return false;
        parent = child;
    }
    return !path.empty() && insertChild(*parent, path.back(), std::move(value));
}

bool remove(TomlNode &root, const TomlPath &path)
{
    if (path.empty())
        return false;
    TomlPath parentPath(path.begin(), path.end() - 1);
    TomlNode *parent = root.find(parentPath);
    if (!parent || !childAt(*parent, path.back()))
        return false;
    if (isKey(path.back()))
        parent->entries.erase(placeOf(parent->entries, std::get<std::string>(path.back())));
    else
        parent->items.erase(parent->items.begin() +
                            static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
    const bool existedForIt =
        !parent->isInline && !parent->hasHeader && parent->items.empty() && parent->entries.empty();
    return existedForIt && !parentPath.empty() ? remove(root, parentPath) : true;
}

} // namespace lanyard::textedit
