// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/daemonjson.h"

#include "textedit/jsonedit.h"
#include "textedit/jsonsource.h"
#include "textedit/textlines.h"

#include <string>
#include <string_view>
#include <vector>

namespace lanyard::recipes {

namespace {

namespace json = textedit::json;
using json::Side;
using textedit::JsonNode;

/// A list of the file in which the cache is to stand.
struct List
{
    const char *key;
    bool mustBeFirst;
};

/// Only the first mirror is asked while it answers.
constexpr List mirrors{.key = "registry-mirrors", .mustBeFirst = true};
constexpr List insecureRegistries{.key = "insecure-registries", .mustBeFirst = false};

/// Where the cache stands in a list.
using Positions = std::vector<std::size_t>;

std::string urlOf(const Recipe &recipe)
{
    return recipe.cache.url().toStdString();
}

/// The daemon puts a / behind each mirror that has none.
bool isSameUrl(std::string_view a, std::string_view b)
{
    const auto bare = [](std::string_view url) {
        return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
    };
    return bare(a) == bare(b);
}

/// Each is put before the others.
std::vector<List> listsOf(const Recipe &recipe)
{
    return recipe.isInsecureToo ? std::vector{insecureRegistries, mirrors} : std::vector{mirrors};
}

QByteArray textOrNew(const std::optional<QByteArray> &text)
{
    return text && !text->trimmed().isEmpty() ? *text : QByteArray("{\n}\n");
}

Result<JsonNode> readObject(const QByteArray &text)
{
    auto root = textedit::parseJson(text);
    if (root && root->kind != JsonNode::Kind::Object)
        return failure(ErrorCode::InvalidInput,
                       Message::at(textedit::TextLines(text).place(root->begin),
                                   QT_TRANSLATE_NOOP("engine", "expected an object: { }")));
    return root;
}

Result<Positions> positionsOf(const std::string &url, const JsonNode &list, const char *key,
                              const QByteArray &text)
{
    const auto refuse = [&](const JsonNode &node, const char *expected) {
        return failure(
            ErrorCode::InvalidInput,
            Message::at(textedit::TextLines(text).place(node.begin), Message::at(key, expected)));
    };
    if (list.kind != JsonNode::Kind::Array)
        return refuse(list, QT_TRANSLATE_NOOP("engine", "expected a list of texts: [ ]"));
    Positions positions;
    for (std::size_t i = 0; i < list.children.size(); ++i) {
        const JsonNode &item = list.children[i].value;
        if (item.kind != JsonNode::Kind::Text)
            return refuse(item, QT_TRANSLATE_NOOP("engine", "expected a text in double quotes"));
        if (isSameUrl(item.text, url))
            positions.push_back(i);
    }
    return positions;
}

Result<QByteArray> withoutItems(QByteArray text, const char *key, const Positions &positions)
{
    Result<QByteArray> result = std::move(text);
    // From the end, so that no position changes.
    for (auto position = positions.rbegin(); result && position != positions.rend(); ++position)
        result = json::removeChild(*result, {key, *position});
    return result;
}

Result<QByteArray> withItem(const QByteArray &text, const List &list, const std::string &url)
{
    const auto root = readObject(text);
    if (!root)
        return tl::unexpected(root.error());
    const QByteArray item = json::quoted(url);
    const JsonNode *node = root->find(list.key);
    if (!node)
        return json::insertKey(text, {}, Side::First, list.key, '[' + item + ']');
    const auto positions = positionsOf(url, *node, list.key, text);
    if (!positions)
        return tl::unexpected(positions.error());
    if (!positions->empty() && (positions->front() == 0 || !list.mustBeFirst))
        return text;
    return withoutItems(text, list.key, *positions).and_then([&](const QByteArray &rest) {
        const Side side = list.mustBeFirst ? Side::First : Side::Last;
        return json::insertItem(rest, {list.key}, side, item);
    });
}

Result<QByteArray> withoutItem(const QByteArray &text, const char *key, const std::string &url)
{
    const auto root = readObject(text);
    if (!root)
        return tl::unexpected(root.error());
    const JsonNode *list = root->find(key);
    if (!list)
        return text;
    const auto positions = positionsOf(url, *list, key, text);
    if (!positions)
        return tl::unexpected(positions.error());
    if (!positions->empty() && positions->size() == list->children.size())
        return json::removeChild(text, {key});
    return withoutItems(text, key, *positions);
}

} // namespace

Result<QByteArray> withDaemonJson(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    Result<QByteArray> result = textOrNew(text);
    for (const List &list : listsOf(recipe))
        result = result.and_then(
            [&](const QByteArray &one) { return withItem(one, list, urlOf(recipe)); });
    return result;
}

Result<std::optional<QByteArray>> withoutDaemonJson(const Recipe &recipe, const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    Result<QByteArray> result = text;
    for (const List &list : listsOf(recipe))
        result = result.and_then(
            [&](const QByteArray &one) { return withoutItem(one, list.key, urlOf(recipe)); });
    return result.and_then([](const QByteArray &rest) {
        return readObject(rest).map([&rest](const JsonNode &root) {
            return root.children.empty() ? std::nullopt : std::optional(rest);
        });
    });
}

Result<QByteArray> withEmptyMirrors(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    Result<QByteArray> result = textOrNew(text);
    for (const List &list : listsOf(recipe))
        result = result.and_then([&list](const QByteArray &one) {
            return readObject(one).and_then([&](const JsonNode &root) {
                return root.find(list.key) ? Result<QByteArray>(one)
                                           : json::insertKey(one, {}, Side::First, list.key, "[]");
            });
        });
    return result;
}

} // namespace lanyard::recipes
