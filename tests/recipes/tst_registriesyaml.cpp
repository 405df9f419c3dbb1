// SPDX-License-Identifier: GPL-3.0-or-later
// The cache comes into registries.yaml and goes again, and every other byte stays: golden files,
// and files that are made up.
#include "recipes/registriesyaml.h"

#include "recipes/goldencase.h"
#include "textedit/yamldocument.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <array>
#include <random>

using namespace lanyard;
using namespace lanyard::recipes;

namespace {

Recipe usualRecipe()
{
    Recipe recipe{.kind = Recipe::Kind::RegistriesYaml};
    recipe.cache.host = QStringLiteral("192.168.0.80");
    recipe.cache.port = 5000;
    recipe.registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    return recipe;
}

Recipe recipeWithLogin()
{
    Recipe recipe = usualRecipe();
    recipe.cache.host = QStringLiteral("fd00::80");
    recipe.cache.port = 5443;
    recipe.cache.isTls = true;
    recipe.cache.user = QStringLiteral("builder");
    recipe.cache.password = QStringLiteral("0123: # x");
    recipe.authorityFile = QStringLiteral("/etc/rancher/k3s/lanyard-ca.pem");
    return recipe;
}

/// A registries.yaml that somebody might have, in some style.
class MadeUpFile
{
public:
    explicit MadeUpFile(unsigned seed)
        : m_random(seed)
    {
        m_lineBreak = pick(3) == 0 ? "\r\n" : "\n";
        m_step = static_cast<int>(1 + pick(4));
    }

    QByteArray text()
    {
        if (pick(8) == 0)
            return "# Registries of this node." + m_lineBreak;
        comment(0);
        if (pick(4) > 0)
            mirrors();
        comment(0);
        if (pick(2) == 0 || m_text.trimmed().isEmpty())
            line(0, "configs: {a.example: {tls: {insecure_skip_verify: true}}} # of a");
        comment(0);
        // Of more than one line, as one without its end does not say how lines end.
        if (pick(4) == 0 && m_text.count('\n') > 1)
            m_text.chop(m_lineBreak.size());
        return m_text;
    }

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }

    void line(int depth, const QByteArray &text)
    {
        m_text += QByteArray(depth * m_step, ' ') + text + m_lineBreak;
    }

    void comment(int depth)
    {
        if (pick(4) == 0)
            m_text += m_lineBreak;
        if (pick(3) == 0)
            line(depth, "# a: - comment");
    }

    void mirrors()
    {
        line(0, pick(3) == 0 ? "mirrors: # all" : "mirrors:");
        const std::array names{"docker.io", "\"quay.io\"", "ghcr.io", "'*'"};
        for (std::size_t i = 0, first = pick(4); i < 1 + pick(3); ++i) {
            comment(1);
            registry(names.at((first + i) % names.size()));
        }
    }

    void registry(const QByteArray &name)
    {
        switch (pick(4)) {
        case 0:
            line(1, name + ": {endpoint: [https://a.example, \"https://b.example\"]}");
            return;
        case 1:
            line(1, name + ":");
            line(2, "endpoint: [ https://a.example ]  # one");
            break;
        case 2:
            line(1, name + ":");
            line(2, "endpoint:");
            comment(2);
            line(pick(2) == 0 ? 2 : 3, "- https://a.example # one");
            break;
        default:
            line(1, name + ":");
        }
        line(2, "rewrite:");
        line(3, "\"^(.*)$\": \"x/$1\"");
        comment(2);
    }

    std::mt19937 m_random;
    QByteArray m_lineBreak;
    QByteArray m_text;
    int m_step = 2;
};

std::string firstEndpoint(const QByteArray &text, const std::string &registry)
{
    return YAML::Load(text.toStdString())["mirrors"][registry]["endpoint"][0].as<std::string>();
}

} // namespace

class TestRegistriesYaml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsGolden_data();
    void isAsGolden();
    void changesNothingElse_data();
    void changesNothingElse();
    void keepsWhatOthersAdded();
    void saysNoSecret();
};

void TestRegistriesYaml::isAsGolden_data()
{
    addCases("registriesyaml", usualRecipe());
}

void TestRegistriesYaml::isAsGolden()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withRegistriesYaml, withoutRegistriesYaml);
    if (!one.after)
        checkRefused(one, withoutRegistriesYaml);
}

void TestRegistriesYaml::changesNothingElse_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("hasLogin");
    for (unsigned seed = 1; seed <= 400; ++seed)
        QTest::addRow("%u", seed) << seed << (seed % 2 != 0);
}

void TestRegistriesYaml::changesNothingElse()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, hasLogin);
    const QByteArray text = MadeUpFile(seed).text();
    const Recipe recipe = hasLogin ? recipeWithLogin() : usualRecipe();
    const auto result = withRegistriesYaml(recipe, text);
    QVERIFY2(result, text + (result ? "" : result.error().message.english().c_str()));
    for (const QString &registry : recipe.registries)
        QCOMPARE(firstEndpoint(*result, registry.toStdString()), recipe.cache.url().toStdString());
    const auto again = withRegistriesYaml(recipe, *result);
    QVERIFY(again);
    QCOMPARE(*again, *result);
    QCOMPARE(result->count('\n') - result->count("\r\n") > 0,
             text.count('\n') - text.count("\r\n") > 0);
    const auto undone = withoutRegistriesYaml(recipe, *result);
    QVERIFY2(undone && *undone, *result + (undone ? "" : undone.error().message.english().c_str()));
    QCOMPARE(**undone, text);
}

void TestRegistriesYaml::keepsWhatOthersAdded()
{
    const Recipe recipe = recipeWithLogin();
    const auto made = withRegistriesYaml(recipe, std::nullopt);
    QVERIFY(made);
    QByteArray edited = *made;
    edited.replace("  quay.io:\n", "  # mine\n  quay.io:\n    rewrite: {a: b}\n");
    edited.replace("    auth:\n", "      key_file: /etc/me.key\n    auth:\n");
    const auto undone = withoutRegistriesYaml(recipe, edited);
    QVERIFY2(undone && *undone, undone ? "" : undone.error().message.english().c_str());
    QCOMPARE(**undone, QByteArray("mirrors:\n  # mine\n  quay.io:\n    rewrite: {a: b}\nconfigs:\n"
                                  "  \"[fd00::80]:5443\":\n    tls:\n"
                                  "      key_file: /etc/me.key\n"));
}

void TestRegistriesYaml::saysNoSecret()
{
    const Recipe recipe = recipeWithLogin();
    for (const char *text :
         {"configs:\n  \"[fd00::80]:5443\":\n    auth: [builder, \"0123: # x\"]\n",
          "configs:\n  \"[fd00::80]:5443\":\n    auth: {password: [\"0123: # x\"]}\n",
          "configs:\n  \"[fd00::80]:5443\":\n    auth:\n      password: |\n        0123: # x\n"}) {
        const auto result = withRegistriesYaml(recipe, QByteArray(text));
        QVERIFY(!result);
        QVERIFY2(result.error().message.english().find("0123") == std::string::npos,
                 result.error().message.english().c_str());
        QVERIFY2(result.error().message.english().find("line 3") == 0 ||
                     result.error().message.english().find("line 4") == 0,
                 result.error().message.english().c_str());
    }
}

QTEST_GUILESS_MAIN(TestRegistriesYaml)
#include "tst_registriesyaml.moc"
