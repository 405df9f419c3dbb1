// SPDX-License-Identifier: GPL-3.0-or-later
// The cache comes into daemon.json and goes again, and every other byte stays: golden files, and
// files that are made up.
#include "recipes/daemonjson.h"

#include "recipes/goldencase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <random>

using namespace lanyard;
using namespace lanyard::recipes;

namespace {

constexpr const char *mirrorsKey = "registry-mirrors";
constexpr const char *insecureKey = "insecure-registries";

Recipe usualRecipe()
{
    Recipe recipe{.kind = Recipe::Kind::DaemonJson};
    recipe.cache.host = QStringLiteral("192.168.0.80");
    recipe.cache.port = 5000;
    return recipe;
}

/// A daemon.json that somebody might have, in some style.
class MadeUpFile
{
public:
    explicit MadeUpFile(unsigned seed)
        : m_random(seed)
    {
        m_isInLines = pick(3) > 0;
        m_lineBreak = pick(3) == 0 ? "\r\n" : "\n";
        m_indent = std::array{"  ", "    ", "\t", " "}.at(pick(4));
        m_blank = pick(4) == 0 ? "" : " ";
    }

    QByteArray text()
    {
        std::vector<QByteArray> members;
        for (std::size_t i = 0; i < 1 + pick(4); ++i)
            members.push_back(member("k" + QByteArray::number(static_cast<int>(i)), value(1)));
        for (const char *key : {mirrorsKey, insecureKey}) {
            if (pick(2) == 0)
                continue;
            std::vector<QByteArray> items;
            for (std::size_t i = 0; i < 1 + pick(3); ++i)
                items.push_back("\"https://m" + QByteArray::number(static_cast<int>(i)) + "\"");
            members.push_back(member(key, collection('[', items, 1, ']')));
        }
        std::shuffle(members.begin(), members.end(), m_random);
        const std::array<QByteArray, 5> around{"", "\n", "\r\n", " ", "\n\n"};
        return around.at(pick(5)) + collection('{', members, 0, '}') + around.at(pick(5));
    }

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }

    QByteArray member(const QByteArray &key, const QByteArray &value)
    {
        return '"' + key + "\":" + m_blank + value;
    }

    QByteArray value(int depth)
    {
        const std::array<QByteArray, 7> scalars{"true",
                                                "null",
                                                "-1.50e2",
                                                R"("")",
                                                R"("a, ]}\"[{")",
                                                "\"\xC3\xA4\\u20ac\"",
                                                "12345678901234567"};
        std::vector<QByteArray> children;
        const std::size_t count = pick(3);
        switch (depth < 4 ? pick(4) : 2) {
        case 0:
            for (std::size_t i = 0; i < count; ++i)
                children.push_back(value(depth + 1));
            return collection('[', children, depth, ']');
        case 1:
            for (std::size_t i = 0; i < count; ++i)
                children.push_back(
                    member("c" + QByteArray::number(static_cast<int>(i)), value(depth + 1)));
            return collection('{', children, depth, '}');
        default:
            return scalars.at(pick(7));
        }
    }

    QByteArray collection(char open, const std::vector<QByteArray> &children, int depth, char close)
    {
        const bool isInLines = m_isInLines && pick(4) > 0;
        const QByteArray indent = m_lineBreak + QByteArray(m_indent).repeated(depth);
        QByteArray text(1, open);
        for (std::size_t i = 0; i < children.size(); ++i)
            text += (i == 0 ? "" : "," + (isInLines ? QByteArray() : m_blank)) +
                    (isInLines ? indent + m_indent : QByteArray()) + children[i];
        return text + (isInLines ? indent : QByteArray()) + close;
    }

    std::mt19937 m_random;
    bool m_isInLines = false;
    QByteArray m_lineBreak;
    QByteArray m_indent;
    QByteArray m_blank;
};

/// Without the cache in the lists, and without lists that only held it.
QJsonObject withoutCache(QJsonObject object, const QString &url)
{
    for (const char *key : {mirrorsKey, insecureKey}) {
        const QString name = QLatin1String(key);
        QJsonArray list = object.value(name).toArray();
        for (qsizetype i = list.size(); i-- > 0;) {
            if (list.at(i).toString() == url)
                list.removeAt(i);
        }
        object.insert(name, list);
        if (list.isEmpty())
            object.remove(name);
    }
    return object;
}

} // namespace

class TestDaemonJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsGolden_data();
    void isAsGolden();
    void changesNothingElse_data();
    void changesNothingElse();
    void keepsWhatOthersAdded();
    void emptiesMirrors_data();
    void emptiesMirrors();
};

void TestDaemonJson::isAsGolden_data()
{
    addCases("daemonjson", usualRecipe());
}

void TestDaemonJson::isAsGolden()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withDaemonJson, withoutDaemonJson);
    if (!one.after)
        return checkRefused(one, withoutDaemonJson);
    const QJsonObject object = QJsonDocument::fromJson(*one.after).object();
    const QString url = one.recipe.cache.url();
    const QString first = object.value(QLatin1String(mirrorsKey)).toArray().first().toString();
    QVERIFY2(first == url || first == url + u'/', qPrintable(first));
    QCOMPARE(object.value(QLatin1String(insecureKey)).toArray().contains(url),
             one.recipe.isInsecureToo);
}

void TestDaemonJson::changesNothingElse_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("isInsecureToo");
    for (unsigned seed = 1; seed <= 400; ++seed)
        QTest::addRow("%u", seed) << seed << (seed % 2 == 0);
}

void TestDaemonJson::changesNothingElse()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, isInsecureToo);
    const QByteArray text = MadeUpFile(seed).text();
    Recipe recipe = usualRecipe();
    recipe.isInsecureToo = isInsecureToo;
    const auto result = withDaemonJson(recipe, text);
    QVERIFY2(result, text + (result ? "" : result.error().message.english().c_str()));
    QVERIFY(*result != text);
    const auto again = withDaemonJson(recipe, *result);
    QVERIFY(again && *again == *result);

    const QString url = recipe.cache.url();
    const QJsonObject before = QJsonDocument::fromJson(text).object();
    const QJsonObject after = QJsonDocument::fromJson(*result).object();
    QVERIFY(!before.isEmpty());
    QCOMPARE(after.value(QLatin1String(mirrorsKey)).toArray().first().toString(), url);
    QCOMPARE(after.value(QLatin1String(insecureKey)).toArray().contains(url), isInsecureToo);
    QCOMPARE(withoutCache(after, url), before);
    // No line end of another kind comes in.
    QCOMPARE(result->count('\n') - result->count("\r\n") > 0,
             text.count('\n') - text.count("\r\n") > 0);

    const auto undone = withoutDaemonJson(recipe, *result);
    QVERIFY(undone && *undone);
    QCOMPARE(**undone, text);
}

void TestDaemonJson::keepsWhatOthersAdded()
{
    const Recipe recipe = usualRecipe();
    const QByteArray edited = "{\n  \"registry-mirrors\": [\n    \"https://new.example\",\n"
                              "    \"http://192.168.0.80:5000\"\n  ],\n  \"debug\": false\n}\n";
    const auto undone = withoutDaemonJson(recipe, edited);
    QVERIFY(undone && *undone);
    QCOMPARE(**undone, QByteArray("{\n  \"registry-mirrors\": [\n    \"https://new.example\"\n"
                                  "  ],\n  \"debug\": false\n}\n"));
    const auto none = withoutDaemonJson(recipe, **undone);
    QVERIFY(none && *none);
    QCOMPARE(**none, **undone);
}

void TestDaemonJson::emptiesMirrors_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("isInsecureToo");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, bool isInsecureToo,
                        const char *after) {
        QTest::newRow(name) << QByteArray(before) << isInsecureToo << QByteArray(after);
    };
    row("nothing", "", false, "{\n  \"registry-mirrors\": []\n}\n");
    row("other keys", "{\n\t\"debug\": true\n}", false,
        "{\n\t\"registry-mirrors\": [],\n\t\"debug\": true\n}");
    row("other mirrors", R"({"registry-mirrors": ["https://a.example"]})", false,
        R"({"registry-mirrors": ["https://a.example"]})");
    row("insecure", R"({"debug": true})", true,
        R"({"registry-mirrors": [], "insecure-registries": [], "debug": true})");
    row("one of both", R"({"insecure-registries": ["a"]})", true,
        R"({"registry-mirrors": [], "insecure-registries": ["a"]})");
}

void TestDaemonJson::emptiesMirrors()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, isInsecureToo);
    Recipe recipe = usualRecipe();
    recipe.isInsecureToo = isInsecureToo;
    const auto result =
        withEmptyMirrors(recipe, before.isEmpty() ? std::nullopt : std::optional(before));
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QTEST(*result, "after");
}

QTEST_GUILESS_MAIN(TestDaemonJson)
#include "tst_daemonjson.moc"
