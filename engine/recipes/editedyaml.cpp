// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/editedyaml.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace lanyard::recipes {

namespace {

using textedit::YamlEntry;
using textedit::YamlNode;
using textedit::YamlPath;
using textedit::YamlStep;
using textedit::YamlValue;

YamlNode *childOf(YamlNode &parent, const YamlStep &step)
{
    if (const auto *key = std::get_if<std::string>(&step)) {
        const auto found = std::ranges::find(parent.entries, *key, &YamlEntry::key);
        return found == parent.entries.end() ? nullptr : &found->value;
    }
    const std::size_t index = std::get<std::size_t>(step);
    return index < parent.items.size() ? &parent.items[index] : nullptr;
}

YamlNode *nodeAt(YamlNode &root, const YamlPath &path)
{
    YamlNode *node = &root;
    for (const YamlStep &step : path)
        node = node ? childOf(*node, step) : nullptr;
    return node;
}

YamlPath parentOf(const YamlPath &path)
{
    return {path.begin(), path.end() - 1};
}

/// What a reader makes of it.
YamlNode nodeOf(const YamlValue &value)
{
    return textedit::readYaml(inlineText(value)).value_or(YamlNode());
}

/// A document that loses all says nothing, or has empty brackets.
bool isNothing(const YamlNode &root)
{
    return root.entries.empty() && root.items.empty() && root.scalar.empty();
}

} // namespace

EditedYaml::EditedYaml(QByteArray text)
    : m_text(std::move(text))
{
    auto root = textedit::readYaml(*m_text);
    if (root)
        m_root = std::move(*root);
    else
        m_text = tl::unexpected(root.error());
}

const YamlNode *EditedYaml::find(const YamlPath &path) const
{
    const YamlNode *node = m_text ? &m_root : nullptr;
    for (const YamlStep &step : path) {
        const YamlEntry *entry = node ? node->find(std::get<std::string>(step)) : nullptr;
        node = entry ? &entry->value : nullptr;
    }
    return node;
}

void EditedYaml::become(const Result<QByteArray> &edited)
{
    m_text = edited;
    if (!m_text)
        return;
    auto root = textedit::readYaml(*m_text);
    if (!root)
        m_text = tl::unexpected(root.error());
    else if (!isSameValue(*root, m_root) && !(isNothing(*root) && isNothing(m_root)))
        m_text =
            failure(ErrorCode::InvalidInput,
                    Message::at(textedit::lineAndColumn(1, 1),
                                QT_TRANSLATE_NOOP("engine", "this text cannot be edited safely")));
    else
        m_root = std::move(*root);
}

void EditedYaml::put(const YamlPath &path, const YamlValue &value)
{
    YamlPath there;
    while (there.size() < path.size()) {
        there.push_back(path[there.size()]);
        if (find(there))
            continue;
        const std::string key = std::get<std::string>(there.back());
        YamlValue wanted = value;
        for (std::size_t i = path.size(); i-- > there.size();)
            wanted = YamlValue::mapping({{std::get<std::string>(path[i]), std::move(wanted)}});
        add(parentOf(there), key, wanted);
        return;
    }
    YamlNode *node = nodeAt(m_root, path);
    YamlNode wanted = nodeOf(value);
    if (!m_text || isSameValue(*node, wanted))
        return;
    if (!node->items.empty() || !node->entries.empty()) {
        m_text = failure(ErrorCode::InvalidInput,
                         Message::at(textedit::lineAndColumn(node->place.line, node->place.column),
                                     QT_TRANSLATE_NOOP("engine", "expected a text")));
        return;
    }
    *node = std::move(wanted);
    become(textedit::replaceValue(*m_text, path, value));
}

void EditedYaml::add(const YamlPath &mapping, const std::string &key, const YamlValue &value)
{
    if (!m_text)
        return;
    YamlNode *node = nodeAt(m_root, mapping);
    node->kind = YamlNode::Kind::Mapping;
    node->entries.push_back({.key = key, .keyPlace = {}, .value = nodeOf(value)});
    become(textedit::insertKey(*m_text, mapping, key, value));
}

void EditedYaml::prepend(const YamlPath &path, const YamlValue &item)
{
    YamlNode *list = m_text ? nodeAt(m_root, path) : nullptr;
    if (!list)
        return;
    list->kind = YamlNode::Kind::Sequence;
    list->items.push_back(nodeOf(item));
    std::rotate(list->items.begin(), list->items.end() - 1, list->items.end());
    become(textedit::prependItem(*m_text, path, item));
}

void EditedYaml::takeBack(const YamlPath &path)
{
    if (!find(path))
        return;
    YamlPath whole = path;
    while (whole.size() > 1 && find(parentOf(whole))->entries.size() == 1)
        whole.pop_back();
    remove(whole);
}

void EditedYaml::takeBackItems(const YamlPath &path,
                               const std::function<bool(const YamlNode &)> &isOne)
{
    const YamlNode *list = find(path);
    const auto count = list ? std::ranges::count_if(list->items, isOne) : 0;
    if (count > 0 && count == std::ssize(list->items)) {
        takeBack(path);
        return;
    }
    // From the end, so that no position changes.
    for (std::size_t i = list ? list->items.size() : 0; m_text && i-- > 0;) {
        YamlPath item = path;
        item.emplace_back(i);
        if (isOne(*nodeAt(m_root, item)))
            remove(item);
    }
}

void EditedYaml::remove(const YamlPath &path)
{
    YamlNode &parent = *nodeAt(m_root, parentOf(path));
    if (const auto *key = std::get_if<std::string>(&path.back()))
        std::erase_if(parent.entries, [key](const YamlEntry &entry) { return entry.key == *key; });
    else
        parent.items.erase(parent.items.begin() +
                           static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
    become(textedit::takeBackChild(*m_text, path));
}

} // namespace lanyard::recipes
