// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/buildkittoml.h"

#include "recipes/editedtoml.h"
#include "textedit/tomledit.h"
#include "textedit/tomltables.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lanyard::recipes {

using namespace textedit;

namespace {

using Addresses = std::vector<std::string>;

constexpr const char *registryKey = "registry";
constexpr const char *mirrorsKey = "mirrors";
constexpr const char *plainHttpKey = "http";
constexpr const char *authorityKey = "ca";
constexpr const char *indentation = "  ";

TomlPath pathOf(const std::string &registry)
{
    return {std::string(registryKey), registry};
}

TomlPath mirrorsOf(const std::string &registry)
{
    return childOf(pathOf(registry), mirrorsKey);
}

bool contains(const Addresses &addresses, const std::string &address)
{
    return std::ranges::find(addresses, address) != addresses.end();
}

/// How the cache is reached. That there is TLS is said as well: without a word, BuildKit takes a
/// cache on this computer for plain HTTP.
TomlBlock reachOf(const Recipe &recipe)
{
    const std::string address = recipe.cache.hostPort().toStdString();
    TomlTable table{.path = pathOf(address), .comment = ownMark, .fields = {}};
    table.fields.push_back({plainHttpKey, !recipe.cache.isTls});
    if (!recipe.authorityFile.isEmpty())
        table.fields.push_back(
            {authorityKey, std::vector<std::string>{recipe.authorityFile.toStdString()}});
    return {.tables = {table}, .indentation = indentation};
}

Addresses registriesOf(const TomlDocument &document)
{
    Addresses names;
    if (const TomlNode *all = document.root().find(registryKey)) {
        for (const TomlEntry &entry : all->entries)
            names.push_back(entry.key);
    }
    return names;
}

/// The addresses of caches that were set up here: our tables that say how a mirror is reached, in
/// the order of the text.
Addresses ownAddresses(const TomlDocument &document, const Recipe &recipe)
{
    const auto isReach = [&](const TomlPath &path) {
        const TomlNode *table = document.find(path);
        return path.size() == 2 && path.front() == TomlStep(registryKey) &&
               isOurs(document, path) && table->find(plainHttpKey) && !table->find(mirrorsKey) &&
               !recipe.registries.contains(
                   QString::fromStdString(std::get<std::string>(path.back())));
    };
    Addresses own;
    for (const TomlSection &section : document.sections()) {
        if (isReach(section.path))
            own.push_back(std::get<std::string>(section.path.back()));
    }
    return own;
}

/// What is left of mirrors that are ours goes when it is empty, and what is not only ours any more
/// loses our mark.
void tidyMirrors(EditedToml &edited, const std::string &registry)
{
    const TomlPath table = pathOf(registry);
    const TomlPath mirrors = mirrorsOf(registry);
    const bool isOwnTable = isOurs(edited.document(), table);
    if (!isOwnTable && !isOurs(edited.document(), mirrors))
        return;
    if (!edited.document().find(mirrors)->items.empty()) {
        edited.apply(removeComment, isOwnTable ? table : mirrors);
        return;
    }
    edited.apply(removeValue, mirrors);
    const TomlSection *section = edited.document().section(table);
    if (!isOwnTable || !section)
        return;
    if (section->contentEnd == section->headerEnd)
        edited.apply(removeHeader, table);
    else
        edited.apply(removeComment, table);
}

void dropMirrors(EditedToml &edited, const std::string &registry, const Addresses &addresses)
{
    const TomlPath mirrors = mirrorsOf(registry);
    const TomlNode *found = edited.document().find(mirrors);
    if (!found)
        return;
    const std::vector<TomlNode> items = found->items;
    bool hasDropped = false;
    // From the end, so that no position changes.
    for (std::size_t i = items.size(); i-- > 0;) {
        if (items[i].kind != TomlNode::Kind::Text || !contains(addresses, items[i].scalar))
            continue;
        edited.apply(removeValue, childOf(mirrors, i));
        hasDropped = true;
    }
    if (hasDropped && !edited.hasFailed())
        tidyMirrors(edited, registry);
}

/// The first of the mirrors, or where an address of ours was that is out of date.
void putMirror(EditedToml &edited, const std::string &registry, const std::string &address,
               const Addresses &stale)
{
    const TomlDocument &document = edited.document();
    const TomlPath mirrors = mirrorsOf(registry);
    const TomlNode *found = document.find(mirrors);
    if (!found) {
        const TomlValue value = Addresses{address};
        if (document.section(pathOf(registry)))
            edited.apply(insertKey, mirrors, value,
                         std::string(isOurs(document, pathOf(registry)) ? "" : ownMark),
                         QByteArray(indentation));
        else
            edited.apply(appendTables, TomlBlock{.tables = {{.path = pathOf(registry),
                                                             .comment = ownMark,
                                                             .fields = {{mirrorsKey, value}}}},
                                                 .indentation = indentation});
        return;
    }
    if (contains(found->texts(), address))
        return;
    const auto old = std::ranges::find_if(found->items, [&stale](const TomlNode &item) {
        return item.kind == TomlNode::Kind::Text && contains(stale, item.scalar);
    });
    if (found->kind != TomlNode::Kind::Array)
        edited.refuse(mirrors, {QT_TRANSLATE_NOOP("engine", "%1 is no list"), {mirrorsKey}});
    else if (old != found->items.end())
        edited.apply(replaceValue,
                     childOf(mirrors, static_cast<std::size_t>(old - found->items.begin())),
                     TomlValue(address));
    else
        edited.apply(insertItem, childOf(mirrors, std::size_t{0}), address);
}

/// A table that somebody has written for the address is completed, and never contradicted.
void completeReach(EditedToml &edited, const Recipe &recipe, const TomlPath &path)
{
    const TomlNode table = *edited.document().find(path);
    const TomlNode *http = table.find(plainHttpKey);
    const bool isPlain = http && http->scalar == "true";
    if (recipe.cache.isTls && isPlain)
        edited.refuse(
            childOf(path, plainHttpKey),
            QT_TRANSLATE_NOOP(
                "engine", "the cache has TLS, and this says that it has not; please change it"));
    else if (!recipe.cache.isTls && http && !isPlain)
        edited.refuse(
            childOf(path, plainHttpKey),
            QT_TRANSLATE_NOOP("engine",
                              "the cache has no TLS, and this says that it has; please change it"));
    else if (!recipe.cache.isTls && !http)
        edited.apply(insertKey, childOf(path, plainHttpKey), TomlValue(true), std::string(ownMark),
                     QByteArray(indentation));
    if (!recipe.authorityFile.isEmpty() && !table.find(authorityKey))
        edited.apply(insertKey, childOf(path, authorityKey),
                     TomlValue(Addresses{recipe.authorityFile.toStdString()}), std::string(ownMark),
                     QByteArray(indentation));
}

void putReach(EditedToml &edited, const Recipe &recipe, Addresses stale)
{
    const TomlBlock block = reachOf(recipe);
    const TomlTable &table = block.tables.front();
    const TomlNode *found = edited.document().find(table.path);
    if (found && !isOurs(edited.document(), table.path)) {
        completeReach(edited, recipe, table.path);
    } else if (found) {
        if (*found != nodeOf(table))
            edited.apply(replaceTable, table.path, block);
    } else if (!stale.empty()) {
        edited.apply(replaceTable, pathOf(stale.front()), block);
        stale.erase(stale.begin());
    } else {
        edited.apply(appendTables, block);
    }
    for (const std::string &address : stale)
        edited.apply(removeTable, pathOf(address));
}

/// Our keys in tables of somebody else.
void removeOwnKeys(EditedToml &edited, const TomlPath &table)
{
    for (const char *key : {plainHttpKey, authorityKey}) {
        if (isOurs(edited.document(), childOf(table, key)))
            edited.apply(removeValue, childOf(table, key));
    }
}

} // namespace

Result<QByteArray> withBuildkitToml(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    const bool isNew = !text || text->trimmed().isEmpty();
    auto edited = EditedToml::open(isNew ? std::nullopt : text);
    if (!edited)
        return tl::unexpected(edited.error());
    const std::string address = recipe.cache.hostPort().toStdString();
    const Addresses own = ownAddresses(edited->document(), recipe);
    Addresses stale = own;
    std::erase(stale, address);
    Addresses everyOwn = stale;
    everyOwn.push_back(address);

    Addresses wanted;
    for (const QString &registry : recipe.registries)
        wanted.push_back(registry.toStdString());
    for (const std::string &registry : wanted)
        putMirror(*edited, registry, address, stale);
    for (const std::string &registry : registriesOf(edited->document()))
        dropMirrors(*edited, registry, contains(wanted, registry) ? stale : everyOwn);
    putReach(*edited, recipe, stale);
    return edited->text();
}

Result<std::optional<QByteArray>> withoutBuildkitToml(const Recipe &recipe, const QByteArray &text)
{
    auto edited = EditedToml::open(text);
    if (!edited)
        return tl::unexpected(edited.error());
    const Addresses own = ownAddresses(edited->document(), recipe);
    const std::string address = recipe.cache.hostPort().toStdString();
    Addresses dropped = own;
    dropped.push_back(address);
    for (const std::string &registry : registriesOf(edited->document()))
        dropMirrors(*edited, registry, dropped);
    for (const std::string &one : own)
        edited->apply(removeTable, pathOf(one));
    removeOwnKeys(*edited, pathOf(address));
    return edited->rest();
}

} // namespace lanyard::recipes
