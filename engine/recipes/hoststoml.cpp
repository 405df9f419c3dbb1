// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/hoststoml.h"

#include "recipes/editedtoml.h"
#include "textedit/tomledit.h"
#include "textedit/tomltables.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lanyard::recipes {

using namespace textedit;

namespace {

constexpr const char *hostKey = "host";
constexpr const char *serverKey = "server";
constexpr const char *capabilitiesKey = "capabilities";
constexpr const char *authorityKey = "ca";
constexpr const char *headerKey = "header";

TomlPath pathOf(const Recipe &recipe)
{
    return {std::string(hostKey), recipe.cache.url().toStdString()};
}

/// Sent to this host alone, whichever registry it stands for; so one for all registries may have it
/// as well.
std::string authorization(const CacheEndpoint &cache)
{
    const QString login = cache.user + u':' + cache.password;
    return "Basic " + login.toUtf8().toBase64().toStdString();
}

TomlBlock blockOf(const Recipe &recipe)
{
    // No push: it belongs to the registry. No other words: older clients would ignore all of it.
    TomlTable host{.path = pathOf(recipe), .comment = ownMark, .fields = {}};
    host.fields.push_back({capabilitiesKey, std::vector<std::string>{"pull", "resolve"}});
    if (!recipe.authorityFile.isEmpty())
        host.fields.push_back({authorityKey, recipe.authorityFile.toStdString()});
    // Away from the cache, each request would wait for 30 seconds.
    host.fields.push_back({"dial_timeout", std::string("2s")});
    TomlBlock block{.tables = {host}, .indentation = "  "};
    if (!recipe.cache.user.isEmpty()) {
        const std::vector<std::string> value{authorization(recipe.cache)};
        block.tables.push_back({.path = childOf(host.path, headerKey),
                                .comment = {},
                                .fields = {{"Authorization", value}}});
    }
    return block;
}

/// The host as the recipe wants it.
TomlNode nodeOf(const TomlBlock &block)
{
    TomlNode host = textedit::nodeOf(block.tables.front());
    for (std::size_t i = 1; i < block.tables.size(); ++i)
        insert(host, {headerKey}, textedit::nodeOf(block.tables[i]));
    return host;
}

bool canPull(const TomlNode &host)
{
    const TomlNode *capabilities = host.find(capabilitiesKey);
    if (!capabilities)
        return true; // then it has all
    const std::vector<std::string> words = capabilities->texts();
    return std::ranges::count(words, "pull") > 0 && std::ranges::count(words, "resolve") > 0;
}

bool isSame(const TomlNode *a, const TomlNode *b)
{
    return a && b ? *a == *b : a == b;
}

/// Whether our host needs no change; what somebody has added to it stays.
bool isUpToDate(const TomlNode &host, const TomlNode &wanted)
{
    return canPull(host) && isSame(host.find(authorityKey), wanted.find(authorityKey)) &&
           isSame(host.find(headerKey), wanted.find(headerKey));
}

/// A host that somebody has written for the same address is taken as it is, if it works.
void requireUsable(EditedToml &edited, const TomlPath &path, const TomlNode &wanted)
{
    const TomlNode host = *edited.document().find(path);
    if (!canPull(host))
        edited.refuse(
            path, QT_TRANSLATE_NOOP(
                      "engine",
                      "this host may not pull and resolve; please add that to its capabilities"));
    if (wanted.find(authorityKey) && !host.find(authorityKey))
        edited.refuse(path, QT_TRANSLATE_NOOP("engine",
                                              "this host has no ca, which the certificate of the "
                                              "cache needs; please add it, or remove the host"));
    if (wanted.find(headerKey) && !host.find(headerKey))
        edited.refuse(path,
                      QT_TRANSLATE_NOOP("engine", "this host has no header with the login of the "
                                                  "cache; please add it, or remove the host"));
}

std::vector<TomlPath> ownHosts(const TomlDocument &document)
{
    std::vector<TomlPath> own;
    for (const TomlSection &section : document.sections()) {
        if (section.path.size() == 2 && section.path.front() == TomlStep(hostKey) &&
            isOurs(document, section.path))
            own.push_back(section.path);
    }
    return own;
}

/// The header of the first host, in the order in which they are tried.
const TomlSection *firstHost(const TomlDocument &document)
{
    const auto isHost = [](const TomlSection &section) {
        return section.path.size() >= 2 && section.path.front() == TomlStep(hostKey);
    };
    const auto found = std::ranges::find_if(document.sections(), isHost);
    return found == document.sections().end() ? nullptr : &*found;
}

/// What clients ask last. Each file is of one registry.
QByteArray serverLine(const QString &registry)
{
    if (registry == u"_default")
        return {};
    const QString server =
        registry == u"docker.io" ? QStringLiteral("registry-1.docker.io") : registry;
    const TomlField field{serverKey, "https://" + server.toStdString()};
    return written(field, ownMark) + '\n';
}

void putHost(EditedToml &edited, const Recipe &recipe)
{
    const TomlBlock block = blockOf(recipe);
    const TomlPath path = pathOf(recipe);
    std::vector<TomlPath> stale = ownHosts(edited.document());
    const bool isOwn = std::erase(stale, path) > 0;
    if (isOwn) {
        if (!isUpToDate(*edited.document().find(path), nodeOf(block)))
            edited.apply(replaceTable, path, block);
    } else if (edited.document().find(path)) {
        requireUsable(edited, path, nodeOf(block));
    } else if (!stale.empty()) {
        edited.apply(replaceTable, stale.front(), block);
        stale.erase(stale.begin());
    } else if (const TomlSection *first = firstHost(edited.document())) {
        edited.apply(insertTablesBefore, TomlPath(first->path), block);
    } else {
        edited.apply(appendTables, block);
    }
    for (const TomlPath &one : stale)
        edited.apply(removeTable, one);
}

} // namespace

Result<QByteArray> withHostsToml(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    if (recipe.registries.size() != 1)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "a hosts.toml is of one registry"));
    const bool isNew = !text || text->trimmed().isEmpty();
    auto edited = EditedToml::open(isNew ? serverLine(recipe.registries.front()) : *text);
    if (!edited)
        return tl::unexpected(edited.error());
    putHost(*edited, recipe);
    return edited->text();
}

Result<std::optional<QByteArray>> withoutHostsToml(const Recipe & /*recipe*/,
                                                   const QByteArray &text)
{
    auto edited = EditedToml::open(text);
    if (!edited)
        return tl::unexpected(edited.error());
    for (const TomlPath &path : ownHosts(edited->document()))
        edited->apply(removeTable, path);
    if (isOurs(edited->document(), {serverKey}))
        edited->apply(removeValue, TomlPath{serverKey});
    return edited->rest();
}

} // namespace lanyard::recipes
