// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/registriesconf.h"

#include "recipes/editedtoml.h"
#include "textedit/tomledit.h"
#include "textedit/tomltables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::recipes {

using namespace textedit;

namespace {

constexpr const char *registryKey = "registry";
constexpr const char *prefixKey = "prefix";
constexpr const char *locationKey = "location";
constexpr const char *mirrorKey = "mirror";
constexpr const char *insecureKey = "insecure";
constexpr const char *oldKey = "registries"; ///< of the first version of the format

TomlPath pathOf(std::size_t registry)
{
    return {std::string(registryKey), registry};
}

TomlPath pathOf(std::size_t registry, std::size_t mirror)
{
    return {std::string(registryKey), registry, std::string(mirrorKey), mirror};
}

std::string textOf(const TomlNode &table, const char *key)
{
    const TomlNode *value = table.find(key);
    return value && value->kind == TomlNode::Kind::Text ? value->scalar : std::string();
}

std::string prefixOf(const TomlNode &registry)
{
    const std::string prefix = textOf(registry, prefixKey);
    return prefix.empty() ? textOf(registry, locationKey) : prefix;
}

std::vector<TomlNode> itemsOf(const TomlNode &table, const char *key)
{
    const TomlNode *array = table.find(key);
    return array ? array->items : std::vector<TomlNode>();
}

/// These clients ask no mirror for another registry by a parameter: its name is in the path.
std::string mirrorOf(const Recipe &recipe, const std::string &registry)
{
    return recipe.cache.hostPort().toStdString() + '/' + registry;
}

TomlTable mirrorTable(const Recipe &recipe, const std::string &registry, const TomlPath &path)
{
    TomlTable table{.path = path, .comment = ownMark, .fields = {}};
    table.fields.push_back({locationKey, mirrorOf(recipe, registry)});
    if (!recipe.cache.isTls)
        table.fields.push_back({insecureKey, true});
    return table;
}

std::optional<std::size_t> indexOf(const std::vector<TomlNode> &registries,
                                   const std::string &prefix)
{
    const auto found = std::ranges::find(registries, prefix, prefixOf);
    if (found == registries.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - registries.begin());
}

/// The positions of our mirrors of a registry.
std::vector<std::size_t> ownMirrors(const TomlDocument &document, std::size_t registry)
{
    std::vector<std::size_t> own;
    const TomlNode *node = document.find(pathOf(registry));
    for (std::size_t i = 0; node && i < itemsOf(*node, mirrorKey).size(); ++i) {
        if (isOurs(document, pathOf(registry, i)))
            own.push_back(i);
    }
    return own;
}

void appendRegistry(EditedToml &edited, const Recipe &recipe, const std::string &name)
{
    const std::size_t index = itemsOf(edited.document().root(), registryKey).size();
    const TomlTable registry{.path = pathOf(index),
                             .comment = ownMark,
                             .fields = {{prefixKey, name}, {locationKey, name}}};
    edited.apply(appendTables,
                 TomlBlock{.tables = {registry, mirrorTable(recipe, name, pathOf(index, 0))},
                           .indentation = {}});
}

/// The mirror comes first, or where ours was that is out of date.
void putMirror(EditedToml &edited, const Recipe &recipe, const std::string &name,
               std::size_t registry)
{
    const std::vector<TomlNode> mirrors =
        itemsOf(*edited.document().find(pathOf(registry)), mirrorKey);
    std::vector<std::size_t> own = ownMirrors(edited.document(), registry);
    const auto blockAt = [&](std::size_t index) {
        return TomlBlock{.tables = {mirrorTable(recipe, name, pathOf(registry, index))},
                         .indentation = {}};
    };
    const auto there = std::ranges::find(mirrors, mirrorOf(recipe, name), [](const TomlNode &one) {
        return textOf(one, locationKey);
    });
    if (there != mirrors.end()) {
        const auto index = static_cast<std::size_t>(there - mirrors.begin());
        const bool isOwn = std::erase(own, index) > 0;
        const TomlNode *insecure = there->find(insecureKey);
        const bool isInsecure = insecure && insecure->scalar == "true";
        if (isOwn && isInsecure == recipe.cache.isTls)
            edited.apply(replaceTable, pathOf(registry, index), blockAt(index));
        else if (!isInsecure && !recipe.cache.isTls)
            edited.refuse(
                pathOf(registry, index),
                {QT_TRANSLATE_NOOP("engine", "the cache has no TLS; please add %1 to this mirror"),
                 {"insecure = true"}});
    } else if (!own.empty()) {
        edited.apply(replaceTable, pathOf(registry, own.front()), blockAt(own.front()));
        own.erase(own.begin());
    } else if (!mirrors.empty()) {
        edited.apply(insertTablesBefore, pathOf(registry, 0), blockAt(0));
    } else {
        edited.apply(insertTablesBehind, pathOf(registry), blockAt(0));
    }
    for (auto index = own.rbegin(); index != own.rend(); ++index)
        edited.apply(removeTable, pathOf(registry, *index));
}

/// Our mirrors of a registry, and the registry where nothing else is in it.
void dropRegistry(EditedToml &edited, std::size_t registry)
{
    const std::vector<std::size_t> own = ownMirrors(edited.document(), registry);
    const bool isOwn = isOurs(edited.document(), pathOf(registry));
    const std::size_t mirrors =
        itemsOf(*edited.document().find(pathOf(registry)), mirrorKey).size();
    if (isOwn && own.size() == mirrors) {
        edited.apply(removeTable, pathOf(registry));
        return;
    }
    for (auto index = own.rbegin(); index != own.rend(); ++index)
        edited.apply(removeTable, pathOf(registry, *index));
    if (isOwn)
        edited.apply(removeComment, pathOf(registry));
}

/// What is ours of registries that are not wanted; from the end, so that no position changes.
void dropOthers(EditedToml &edited, const QStringList &wanted)
{
    const std::vector<TomlNode> registries = itemsOf(edited.document().root(), registryKey);
    for (std::size_t i = registries.size(); i-- > 0;) {
        if (!wanted.contains(QString::fromStdString(prefixOf(registries[i]))))
            dropRegistry(edited, i);
    }
}

} // namespace

Result<QByteArray> withRegistriesConf(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    const bool isNew = !text || text->trimmed().isEmpty();
    auto edited = EditedToml::open(isNew ? std::nullopt : text);
    if (!edited)
        return tl::unexpected(edited.error());
    if (edited->document().root().find(oldKey))
        edited->refuse(
            {oldKey},
            {QT_TRANSLATE_NOOP("engine", "this is the old form of the file, which cannot have "
                                         "mirrors; please write it in the new one, with %1"),
             {"[[registry]]"}});
    dropOthers(*edited, recipe.registries);
    for (const QString &registry : recipe.registries) {
        const std::string name = registry.toStdString();
        const auto index = indexOf(itemsOf(edited->document().root(), registryKey), name);
        if (index)
            putMirror(*edited, recipe, name, *index);
        else
            appendRegistry(*edited, recipe, name);
    }
    return edited->text();
}

Result<std::optional<QByteArray>> withoutRegistriesConf(const Recipe & /*recipe*/,
                                                        const QByteArray &text)
{
    auto edited = EditedToml::open(text);
    if (!edited)
        return tl::unexpected(edited.error());
    dropOthers(*edited, {});
    return edited->rest();
}

} // namespace lanyard::recipes
