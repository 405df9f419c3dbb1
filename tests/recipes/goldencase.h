// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

// The cases of a recipe, one folder each in golden/RECIPE:
//   before  the file as it was; none: there was no file
//   after   the file with the recipe, or
//   error   what is said of why it is not edited
//   undone  the file without it again, an empty one that nothing is left; none: it is as before
//   recipe  what differs from the usual recipe: words in lines
namespace lanyard::recipes {

struct GoldenCase
{
    Recipe recipe;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
    std::optional<QByteArray> undone;
    QByteArray error;
};

/// As many as a recipe has, and more.
inline constexpr qsizetype goldenCasesMin = 25;

inline std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

inline bool isBlank(const std::optional<QByteArray> &text)
{
    return !text || text->trimmed().isEmpty();
}

inline Recipe recipeOf(const QByteArray &words, Recipe recipe)
{
    for (const QByteArray &line : words.split('\n')) {
        QStringList parts = QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
        const QString word = parts.isEmpty() ? QString() : parts.takeFirst();
        if (word == u"tls") {
            recipe.cache.isTls = true;
        } else if (word == u"host") {
            recipe.cache.host = parts.at(0);
        } else if (word == u"port") {
            recipe.cache.port = parts.at(0).toUShort();
        } else if (word == u"authority") {
            recipe.authorityFile = parts.at(0);
        } else if (word == u"registries") {
            recipe.registries = parts;
        } else if (word == u"insecure") {
            recipe.isInsecureToo = true;
        } else if (word == u"login") {
            recipe.cache.user = parts.takeFirst();
            recipe.cache.password = parts.join(u' ');
        }
    }
    return recipe;
}

inline void addCases(const char *kind, const Recipe &usual)
{
    QTest::addColumn<GoldenCase>("one");
    const QDir all(QStringLiteral(LANYARD_GOLDEN "/") + QLatin1String(kind));
    const QStringList names = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY2(names.size() >= goldenCasesMin, kind);
    for (const QString &name : names) {
        const auto content = [&all, &name](const char *file) {
            return contentOf(all.filePath(name) + u'/' + QLatin1String(file));
        };
        GoldenCase one;
        one.recipe = recipeOf(content("recipe").value_or(QByteArray()), usual);
        one.before = content("before");
        one.after = content("after");
        one.undone = content("undone");
        one.error = content("error").value_or(QByteArray()).trimmed();
        QTest::newRow(qPrintable(name)) << one;
    }
}

/// The file comes to what it should, comes to it once, and is undone.
template <typename With, typename Without>
void checkCase(const GoldenCase &one, With with, Without without)
{
    const Result<QByteArray> result = with(one.recipe, one.before);
    if (!one.after) {
        QVERIFY(!result && !one.error.isEmpty());
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        const QByteArray message = QByteArray::fromStdString(result.error().message.english());
        QVERIFY2(message.contains(one.error), message.constData());
        return;
    }
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, *one.after);
    QCOMPARE(*with(one.recipe, *result), *result);

    const Result<std::optional<QByteArray>> undone = without(one.recipe, *result);
    QVERIFY2(undone, undone ? "" : undone.error().message.english().c_str());
    const std::optional<QByteArray> expected = one.undone ? one.undone : one.before;
    QCOMPARE(undone->has_value(), !isBlank(expected));
    if (*undone)
        QCOMPARE(**undone, *expected);
}

/// Where nothing was put in, nothing is taken out.
template <typename Without>
void checkRefused(const GoldenCase &one, Without without)
{
    const auto undone = without(one.recipe, *one.before);
    QVERIFY(one.after || !undone || *undone == one.before);
}

} // namespace lanyard::recipes

Q_DECLARE_METATYPE(lanyard::recipes::GoldenCase)
