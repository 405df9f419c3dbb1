// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/earthlydocument.h"

#include <algorithm>
#include <utility>

namespace lanyard::recipes {

namespace {

using textedit::YamlEntry;
using textedit::YamlNode;

bool isOurVolume(const YamlNode &argument)
{
    return argument.scalar.ends_with(std::string(":") + EarthlyDocument::authorityInside);
}

} // namespace

EarthlyDocument::EarthlyDocument(YamlNode root)
    : m_root(std::move(root))
{
}

Result<EarthlyDocument> EarthlyDocument::read(const QByteArray &text)
{
    return textedit::readYaml(text).map(
        [](YamlNode root) { return EarthlyDocument(std::move(root)); });
}

const YamlNode *EarthlyDocument::find(const char *key) const
{
    const YamlEntry *global = m_root.find(globalKey);
    const YamlEntry *entry = global ? global->value.find(key) : nullptr;
    return entry ? &entry->value : nullptr;
}

bool EarthlyDocument::isEmpty(const char *key) const
{
    const YamlNode *node = find(key);
    return !node || node->kind == YamlNode::Kind::Null;
}

Message EarthlyDocument::place(const char *key) const
{
    const YamlNode *node = find(key);
    const textedit::Place place = node ? node->place : m_root.place;
    return textedit::lineAndColumn(place.line, place.column);
}

Result<std::optional<QByteArray>> EarthlyDocument::toml() const
{
    if (isEmpty(configKey))
        return std::nullopt;
    const YamlNode *node = find(configKey);
    if (node->kind != YamlNode::Kind::Scalar)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                place(configKey),
                QT_TRANSLATE_NOOP("engine", "expected a text with the configuration of BuildKit")));
    QByteArray text = QByteArray::fromStdString(node->scalar);
    while (text.endsWith('\n'))
        text.chop(1);
    return text.isEmpty() ? text : text + '\n';
}

std::size_t EarthlyDocument::volumeIndex() const
{
    const YamlNode *arguments = find(argumentsKey);
    if (!arguments)
        return 0;
    const auto found = std::find_if(arguments->items.begin(), arguments->items.end(), isOurVolume);
    return static_cast<std::size_t>(found - arguments->items.begin());
}

std::vector<std::string> EarthlyDocument::foreignArguments() const
{
    std::vector<std::string> result;
    const YamlNode *arguments = find(argumentsKey);
    if (!arguments)
        return result;
    for (const YamlNode &one : arguments->items) {
        if (!isOurVolume(one))
            result.push_back(one.scalar);
        else if (!result.empty() && result.back() == volumeOption)
            result.pop_back();
    }
    return result;
}

bool EarthlyDocument::isSameBesides(const EarthlyDocument &other) const
{
    return isSameValue(rest(), other.rest()) && foreignArguments() == other.foreignArguments();
}

YamlNode EarthlyDocument::rest() const
{
    YamlNode root = m_root;
    const auto isOurs = [](const YamlEntry &entry) {
        return entry.key == configKey || entry.key == argumentsKey;
    };
    const auto saysNothing = [](const YamlEntry &entry) {
        return entry.key == globalKey && entry.value.entries.empty() &&
               (entry.value.kind == YamlNode::Kind::Null ||
                entry.value.kind == YamlNode::Kind::Mapping);
    };
    for (YamlEntry &entry : root.entries) {
        if (entry.key == globalKey)
            std::erase_if(entry.value.entries, isOurs);
    }
    std::erase_if(root.entries, saysNothing);
    if (root.entries.empty() && root.kind == YamlNode::Kind::Mapping)
        root.kind = YamlNode::Kind::Null;
    return root;
}

} // namespace lanyard::recipes
