// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/registryenvironment.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace lanyard::config {

namespace {

constexpr std::string_view variablePrefix = "REGISTRY_";

constexpr std::array<std::string_view, 15> sections{
    "log",       "loglevel", "storage",       "auth",       "middleware",
    "reporting", "http",     "notifications", "redis",      "health",
    "proxy",     "catalog",  "compatibility", "validation", "policy"};

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

std::vector<std::string> splitName(std::string_view name)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = name.find('_');
        parts.push_back(lowered(name.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        name.remove_prefix(end + 1);
    }
}

/// Gives every value of the tree the place of its variable, which has no lines.
void setPlace(YamlNode &node, const Place &place)
{
    node.place = place;
    for (YamlNode &item : node.items)
        setPlace(item, place);
    for (YamlEntry &entry : node.entries) {
        entry.keyPlace = place;
        setPlace(entry.value, place);
    }
}

YamlNode &entryOf(YamlNode &mapping, const std::string &key, const Place &place)
{
    const auto found =
        std::find_if(mapping.entries.begin(), mapping.entries.end(),
                     [&key](const YamlEntry &entry) { return lowered(entry.key) == key; });
    if (found != mapping.entries.end())
        return found->value;
    mapping.entries.push_back({key, place, YamlNode()});
    mapping.entries.back().value.place = place;
    return mapping.entries.back().value;
}

/// The item of a list that `index` names, or a new one at its end; nullptr for anything else.
YamlNode *itemOf(YamlNode &sequence, const std::string &index, const Place &place)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), number);
    if (error != std::errc{} || end != index.data() + index.size() ||
        number > sequence.items.size())
        return nullptr;
    if (number == sequence.items.size()) {
        sequence.items.emplace_back();
        sequence.items.back().place = place;
    }
    return &sequence.items[number];
}

/// The node at `path`, made on the way where it is missing; nullptr where an index leads nowhere.
YamlNode *descend(YamlNode &root, std::span<const std::string> path, const Place &place)
{
    YamlNode *node = &root;
    for (const std::string &part : path) {
        if (node->kind == YamlNode::Kind::Sequence) {
            node = itemOf(*node, part, place);
            if (!node)
                return nullptr;
            continue;
        }
        if (node->kind == YamlNode::Kind::Scalar)
            expandShorthand(*node);
        node->kind = YamlNode::Kind::Mapping;
        node = &entryOf(*node, part, place);
    }
    return node;
}

} // namespace

void expandShorthand(YamlNode &node)
{
    if (node.kind != YamlNode::Kind::Scalar)
        return;
    const Place place = node.place;
    YamlNode parameters;
    parameters.place = place;
    node.entries.push_back({std::exchange(node.scalar, {}), place, std::move(parameters)});
    node.kind = YamlNode::Kind::Mapping;
}

void applyRegistryEnvironment(YamlNode &root, const Environment &environment,
                              Diagnostics &diagnostics)
{
    // A map is sorted by name, so REGISTRY_STORAGE comes before REGISTRY_STORAGE_FILESYSTEM.
    for (const auto &[name, value] : environment) {
        if (!name.starts_with(variablePrefix))
            continue;
        const Place place{.source = QString::fromStdString(name), .line = 0, .column = 0};
        const std::vector<std::string> path =
            splitName(std::string_view(name).substr(variablePrefix.size()));
        if (std::find(sections.begin(), sections.end(), path.front()) == sections.end()) {
            diagnostics.warning(
                place,
                QT_TRANSLATE_NOOP("engine", "no key of the configuration has this name; ignored"));
            continue;
        }
        Diagnostics syntax;
        auto node = parseYaml(QByteArray::fromStdString(value), place.source,
                              DuplicateKeys::Warning, syntax);
        if (!node) {
            // The position within the value is of no use, and the value may be a password.
            diagnostics.error(
                place, QT_TRANSLATE_NOOP("engine", "the value is not YAML; put it in quotes"));
            continue;
        }
        setPlace(*node, place);
        if (YamlNode *target = descend(root, path, place))
            *target = std::move(*node);
        else
            diagnostics.error(place,
                              QT_TRANSLATE_NOOP("engine", "the list has no item of this number"));
    }
}

} // namespace lanyard::config
