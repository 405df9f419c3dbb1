// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as daemon.json: refused at a place, or edited so that the cache is the first mirror and
// all else is as it was; and what was put there can be taken back to the byte. The first byte says
// what is put there.
#include "recipes/daemonjson.h"
#include "textedit/jsonsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

template <typename T>
void requirePlace(const Result<T> &result)
{
    require(result || (result.error().code == ErrorCode::InvalidInput &&
                       result.error().message.english().starts_with("line ")));
}

QJsonObject objectOf(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    require(document.isObject());
    return document.object();
}

/// Without lists that are empty: those are not told from none when the cache goes.
QJsonObject withoutEmptyLists(QJsonObject object)
{
    for (const char *key : {"registry-mirrors", "insecure-registries"}) {
        const QString name = QLatin1String(key);
        if (object.value(name).isArray() && object.value(name).toArray().isEmpty())
            object.remove(name);
    }
    return object;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    recipes::Recipe recipe;
    recipe.cache = {.host = QStringLiteral("10.0.0.9"), .port = 5000};
    recipe.isInsecureToo = data[0] % 2 == 1;

    const auto root = textedit::parseJson(text);
    requirePlace(root);
    const auto with = recipes::withDaemonJson(recipe, text);
    const auto without = recipes::withoutDaemonJson(recipe, text);
    requirePlace(with);
    requirePlace(without);
    const bool isBlank = text.trimmed().isEmpty();
    require(isBlank || root.has_value() || (!with && !without));
    if (!with)
        return 0;
    const QString mirror =
        objectOf(*with).value(QLatin1String("registry-mirrors")).toArray().first().toString();
    require(mirror == recipe.cache.url() || mirror == recipe.cache.url() + QLatin1Char('/'));
    const auto again = recipes::withDaemonJson(recipe, *with);
    require(again && *again == *with);
    const auto undone = recipes::withoutDaemonJson(recipe, *with);
    require(undone.has_value());
    if (isBlank || *without != text)
        return 0;
    const QJsonObject before = withoutEmptyLists(objectOf(text));
    require(undone->has_value() ? withoutEmptyLists(objectOf(**undone)) == before
                                : before.isEmpty());
    require(before.isEmpty() || before != objectOf(text) || **undone == text);
    const auto emptied = recipes::withEmptyMirrors(recipe, *undone);
    require(emptied && withoutEmptyLists(objectOf(*emptied)) == before);
    return 0;
}
