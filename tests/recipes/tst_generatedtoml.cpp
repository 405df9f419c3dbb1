// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a person has written: the recipe goes into it, goes into it once, and comes out of it
// without a trace. Each row is a seed, so that what fails can be done again.
#include "recipes/generatedtoml.h"

#include "recipes/buildkittoml.h"
#include "recipes/hoststoml.h"
#include "recipes/registriesconf.h"
#include "textedit/tomldocument.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::recipes;

namespace {

constexpr std::uint32_t seeds = 600;

using With = decltype(withHostsToml);
using Without = decltype(withoutHostsToml);

Recipe recipeOf(const QStringList &registries, std::uint32_t seed)
{
    Recipe recipe;
    recipe.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000, .isTls = seed % 3 == 0};
    recipe.registries = registries;
    if (recipe.cache.isTls && seed % 2 == 0)
        recipe.authorityFile = QStringLiteral("/etc/lanyard/ca.pem");
    if (seed % 5 == 0) {
        recipe.cache.user = QStringLiteral("reader");
        recipe.cache.password = QStringLiteral("secret");
    }
    return recipe;
}

/// What the recipe is known by.
bool holds(const QByteArray &text, const Recipe &recipe)
{
    const auto document = textedit::TomlDocument::read(text);
    return document && text.contains(recipe.cache.hostPort().toUtf8()) &&
           text.contains("Managed by Lanyard");
}

void check(With with, Without without, const Recipe &recipe, const QByteArray &text)
{
    const auto after = with(recipe, text);
    QVERIFY2(after,
             after ? "" : (after.error().message.english() + " in\n" + text.toStdString()).c_str());
    QVERIFY(holds(*after, recipe));
    const auto again = with(recipe, *after);
    QVERIFY2(again, again ? "" : again.error().message.english().c_str());
    QCOMPARE(*again, *after);

    // The cache has moved, and what is left of the old place is nothing.
    Recipe moved = recipe;
    moved.cache.host = QStringLiteral("cache.lan");
    const auto elsewhere = with(moved, *after);
    QVERIFY2(elsewhere, elsewhere ? "" : elsewhere.error().message.english().c_str());
    QVERIFY(holds(*elsewhere, moved) && !elsewhere->contains("192.168.0.80"));

    for (const auto &[one, result] : {std::pair(recipe, *after), std::pair(moved, *elsewhere)}) {
        const auto undone = without(one, result);
        QVERIFY2(undone, undone ? "" : undone.error().message.english().c_str());
        QCOMPARE(undone->has_value(), !text.trimmed().isEmpty());
        if (*undone)
            QCOMPARE(**undone, text);
    }
}

} // namespace

class TestGeneratedToml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsToml();
    void buildkitToml();
    void registriesConf();
};

void TestGeneratedToml::hostsToml()
{
    for (std::uint32_t seed = 0; seed < seeds && !QTest::currentTestFailed(); ++seed)
        check(withHostsToml, withoutHostsToml, recipeOf({QStringLiteral("docker.io")}, seed),
              GeneratedToml(seed).hostsToml());
}

void TestGeneratedToml::buildkitToml()
{
    const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    for (std::uint32_t seed = 0; seed < seeds && !QTest::currentTestFailed(); ++seed)
        check(withBuildkitToml, withoutBuildkitToml, recipeOf(registries, seed),
              GeneratedToml(seed).buildkitToml());
}

void TestGeneratedToml::registriesConf()
{
    const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    for (std::uint32_t seed = 0; seed < seeds && !QTest::currentTestFailed(); ++seed)
        check(withRegistriesConf, withoutRegistriesConf, recipeOf(registries, seed),
              GeneratedToml(seed).registriesConf());
}

QTEST_APPLESS_MAIN(TestGeneratedToml)
#include "tst_generatedtoml.moc"
