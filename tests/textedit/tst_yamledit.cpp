// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a YAML text changes and every other byte stays; what cannot be edited without a
// guess is refused at its line and column.
#include "textedit/yamledit.h"

#include "textedit/yamldocument.h"
#include "textedit/yamlsource.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::textedit;

using Edit = std::function<Result<QByteArray>(const QByteArray &)>;
Q_DECLARE_METATYPE(Edit)

namespace {

/// list/0/key; a number is a position.
YamlPath pathOf(const QString &text)
{
    YamlPath path;
    for (const QString &part : text.split(u'/', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const auto number = part.toULongLong(&isNumber);
        if (isNumber)
            path.emplace_back(static_cast<std::size_t>(number));
        else
            path.emplace_back(part.toStdString());
    }
    return path;
}

YamlPath operator""_path(const char *text, std::size_t size)
{
    return pathOf(QString::fromUtf8(text, static_cast<qsizetype>(size)));
}

Edit replace(const YamlPath &path, const YamlValue &value)
{
    return [=](const QByteArray &text) {
        return replaceValue(text, path, value);
    };
}

Edit replace(const YamlPath &path, const char *value)
{
    return replace(path, YamlValue::ofText(value));
}

Edit insert(const YamlPath &path, const char *key, const YamlValue &value)
{
    return [=](const QByteArray &text) {
        return insertKey(text, path, key, value);
    };
}

Edit insert(const YamlPath &path, const char *key, const char *value)
{
    return insert(path, key, YamlValue::ofText(value));
}

Edit append(const YamlPath &path, const YamlValue &value)
{
    return [=](const QByteArray &text) {
        return appendItem(text, path, value);
    };
}

Edit remove(const YamlPath &path)
{
    return [=](const QByteArray &text) {
        return removeChild(text, path);
    };
}

YamlValue pair()
{
    return YamlValue::mapping({{"x", YamlValue::ofText("1a")}, {"z", YamlValue::word("2")}});
}

YamlValue rules()
{
    YamlValue rule = pair();
    rule.isInline = true;
    return YamlValue::list({rule, rule});
}

void addEditColumns()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
}

void row(const char *name, const Edit &edit, const QByteArray &before, const QByteArray &after)
{
    QTest::newRow(name) << edit << before << after;
}

} // namespace

class TestYamlEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data();
    void replaces();
    void inserts_data();

    void inserts() { replaces(); }

    void appends_data();

    void appends() { replaces(); }

    void removesFromBlocks_data();

    void removesFromBlocks() { replaces(); }

    void removesFromBrackets_data();

    void removesFromBrackets() { replaces(); }

    void keepsLineEnds_data();

    void keepsLineEnds() { replaces(); }

    void refuses_data();
    void refuses();
    void findsEveryValue_data();
    void findsEveryValue();
    void writesScalars_data();
    void writesScalars();
};

void TestYamlEdit::replaces_data()
{
    addEditColumns();
    row("plain", replace("a"_path, "new"), "# x\na:  old # y\nb: 1\n", "# x\na:  new # y\nb: 1\n");
    row("needs quotes", replace("a"_path, "*"), "a: old\n", "a: \"*\"\n");
    row("double quotes stay", replace("a"_path, "new"), "a: \"o\\\"ld\" # y\n", "a: \"new\" # y\n");
    row("single quotes stay", replace("a"_path, "new"), "a: 'o''ld'\n", "a: 'new'\n");
    row("single quotes do not do", replace("a"_path, "n'w\n"), "a: 'old'\n", "a: \"n'w\\u000a\"\n");
    row("a word is in no quotes", replace("a"_path, YamlValue::word("true")), "a: \"false\"\n",
        "a: true\n");
    row("quoted key", replace("a b"_path, "new"), "\"a b\" : old\n", "\"a b\" : new\n");
    row("on the next line", replace("a"_path, "new"), "a: # x\n  old # y\nb: 1\n",
        "a: # x\n  new # y\nb: 1\n");
    row("empty", replace("a"_path, "new"), "a:\nb: 1\n", "a: new\nb: 1\n");
    row("empty with a comment", replace("a"_path, "new"), "a: # x\nb: 1\n", "a: new # x\nb: 1\n");
    row("empty at the end", replace("a"_path, "new"), "b: 1\na:", "b: 1\na: new");
    row("null", replace("a"_path, "new"), "a:  ~ # x\n", "a:  new # x\n");
    row("a word that begins as null", replace("b"_path, "new"), "a:\nb: nullable\n",
        "a:\nb: new\n");
    row("item", replace("a/1"_path, "new"), "a:\n- x # 0\n- y # 1\n- z\n",
        "a:\n- x # 0\n- new # 1\n- z\n");
    row("empty item", replace("a/0"_path, "new"), "a:\n  -\n  - y\n", "a:\n  - new\n  - y\n");
    row("in brackets", replace("a/1/b"_path, "n,ew"), "a: [x, {c: d, b: old}, z]\n",
        "a: [x, {c: d, b: \"n,ew\"}, z]\n");
    row("key without a colon", replace("a/b"_path, "new"), "a: {b}\n", "a: {b: new}\n");
    row("brackets by brackets", replace("a"_path, YamlValue::texts({"x", "z"})), "a: [ b,\n c]\n",
        "a: [x, z]\n");
    row("block by brackets", replace("a"_path, YamlValue::texts({"x", "z"})),
        "a: # 1\n  # 2\n  - b\n  - c # 3\n  # 4\n# 5\nd: e\n", "a: [x, z] # 1\n  # 2\n# 5\nd: e\n");
    row("block on the line of its dash", replace("a/0"_path, pair()),
        "a:\n  - b: c\n    d: e # 1\n  - f\n", "a:\n  - {x: 1a, z: 2} # 1\n  - f\n");
    row("beside what is not edited", replace("a"_path, "new"),
        "x: &x\n  - |\n    text # no comment\n  - !!str y\na: old\n",
        "x: &x\n  - |\n    text # no comment\n  - !!str y\na: new\n");
    row("document start", replace("a"_path, "new"), "%YAML 1.2\n--- # x\na: old\n...\n# end\n",
        "%YAML 1.2\n--- # x\na: new\n...\n# end\n");
    row("behind a byte order mark", replace("a"_path, "new"),
        "\xEF\xBB\xBF"
        "a: old\nb: 1\n",
        "\xEF\xBB\xBF"
        "a: new\nb: 1\n");
    row("behind other characters", replace("b"_path, "new"),
        "a: \"\xC3\xA4\xE2\x82\xAC\"\nb: old\n", "a: \"\xC3\xA4\xE2\x82\xAC\"\nb: new\n");
}

void TestYamlEdit::replaces()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto result = edit(before);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, after);
    QVERIFY(parseSource(after));
}

void TestYamlEdit::inserts_data()
{
    addEditColumns();
    row("root", insert({}, "k", "v"), "a: 1\nb:\n  c: 2\n", "a: 1\nb:\n  c: 2\nk: v\n");
    row("root, before comments of nobody", insert({}, "k", "v"), "a: 1\n\n# end\n",
        "a: 1\nk: v\n\n# end\n");
    row("root, behind comments of the last", insert({}, "k", "v"), "a:\n- b\n\n  # - c\n# end\n",
        "a:\n- b\n\n  # - c\nk: v\n# end\n");
    row("root, before the end", insert({}, "k", "v"), "---\na: 1\n...\n", "---\na: 1\nk: v\n...\n");
    row("root in braces", insert({}, "k", "v"), "{a: 1}\n", "{a: 1, k: v}\n");
    row("root behind a byte order mark", insert({}, "k", "v"),
        "\xEF\xBB\xBF"
        "a: 1\n",
        "\xEF\xBB\xBF"
        "a: 1\nk: v\n");
    row("nothing", insert({}, "k", "v"), "", "k: v\n");
    row("only comments", insert({}, "k", "v"), "# x", "# x\nk: v");
    row("nested", insert("a"_path, "k", "v"), "a:\n    b: 1 # x\n    # y\nc: 2\n",
        "a:\n    b: 1 # x\n    k: v\n    # y\nc: 2\n");
    row("behind a comment that is deeper", insert("a"_path, "k", "v"),
        "a:\n  b:\n    - 1\n    # - 2\n  # c: 3\n",
        "a:\n  b:\n    - 1\n    # - 2\n  k: v\n  # c: 3\n");
    row("in an item", insert("a/0"_path, "k", "v"), "a:\n-   b: 1\n    c: 2\n- d\n",
        "a:\n-   b: 1\n    c: 2\n    k: v\n- d\n");
    row("into an empty value", insert("a"_path, "k", "v"), "a: # x\nb: 1\n",
        "a: {k: v} # x\nb: 1\n");
    row("into empty braces", insert("a"_path, "k", "v"), "a: {}\n", "a: {k: v}\n");
    row("into braces", insert("a"_path, "k", YamlValue::texts({"x"})),
        "a: {b: [c], \"d\": e} # x\n", "a: {b: [c], \"d\": e, k: [x]} # x\n");
    row("into braces with a comma at the end", insert("a"_path, "k", "v"), "a: {\n  b: c, # x\n}\n",
        "a: {\n  b: c, k: v, # x\n}\n");
    row("a list of texts", insert("a"_path, "k", YamlValue::texts({"x", "y: z"})), "a:\n  b: c\n",
        "a:\n  b: c\n  k: [x, \"y: z\"]\n");
    row("a list of mappings", insert("a"_path, "k", rules()), "a:\n  b: c\n",
        "a:\n  b: c\n  k:\n    - {x: 1a, z: 2}\n    - {x: 1a, z: 2}\n");
    row("a list of block mappings", insert({}, "k", YamlValue::list({pair(), pair()})), "a: 1\n",
        "a: 1\nk:\n  - x: 1a\n    z: 2\n  - x: 1a\n    z: 2\n");
    row("behind a text of several lines", insert({}, "k", "v"), "a: |\n  b\n  # c\n",
        "a: |\n  b\n  # c\nk: v\n");
}

void TestYamlEdit::appends_data()
{
    addEditColumns();
    row("indented", append("a"_path, pair()), "a:\n  - b: c\n    # d: e\n\n# f\ng: h\n",
        "a:\n  - b: c\n    # d: e\n  - x: 1a\n    z: 2\n\n# f\ng: h\n");
    row("not indented", append("a"_path, pair()), "a:\n- b: c\ng: h\n",
        "a:\n- b: c\n- x: 1a\n  z: 2\ng: h\n");
    row("items that stand apart", append("a"_path, pair()), "a:\n- b: c\n\n# d\n- e: f\n",
        "a:\n- b: c\n\n# d\n- e: f\n\n- x: 1a\n  z: 2\n");
    row("in the style of the last", append("a"_path, pair()), "a:\n  - {b: c} # d\n",
        "a:\n  - {b: c} # d\n  - {x: 1a, z: 2}\n");
    row("a text", append("a"_path, YamlValue::ofText("x")), "a:\n  - b\n", "a:\n  - b\n  - x\n");
    row("in brackets", append("a"_path, pair()), "a: [{b: c}, d ]\n",
        "a: [{b: c}, d, {x: 1a, z: 2} ]\n");
    row("in empty brackets", append("a"_path, pair()), "a: []\n", "a: [{x: 1a, z: 2}]\n");
    row("to nothing", append("a"_path, pair()), "a: # b\nc: d\n", "a: [{x: 1a, z: 2}] # b\nc: d\n");
}

void TestYamlEdit::removesFromBlocks_data()
{
    addEditColumns();
    row("key", remove("b"_path), "a: 1\nb: 2 # x\nc: 3\n", "a: 1\nc: 3\n");
    row("comments above", remove("b"_path), "a: 1\n  # 1\n# 2\n\n# 3\n# 4\nb: 2\nc: 3\n",
        "a: 1\n  # 1\n# 2\n\nc: 3\n");
    row("comments of others below", remove("b"_path), "a: 1\nb: 2\n# 1\nc: 3\n",
        "a: 1\n# 1\nc: 3\n");
    row("two gaps become one", remove("b"_path), "a: 1\n\nb: 2\n\n\nc: 3\n", "a: 1\n\nc: 3\n");
    row("the gap above a neighbour stays", remove("b"_path), "a: 1\nb: 2\n\nc: 3\n",
        "a: 1\n\nc: 3\n");
    row("the last", remove("b"_path), "a: 1\nb: 2", "a: 1");
    row("a collection", remove("b"_path), "a: 1\nb: # 0\n  # 1\n  c: [d,\n  e] # 2\n  # 3\nf: 1\n",
        "a: 1\nf: 1\n");
    row("an empty value", remove("b"_path), "b:\na: 1\n", "a: 1\n");
    row("the only key of a nested mapping", remove("a/b"_path), "a: # 1\n  b: 2\nc: 3\n",
        "a: {} # 1\nc: 3\n");
    row("the only item", remove("a/0"_path), "a:\n- b\nc: 3\n", "a: []\nc: 3\n");
    row("the first item", remove("a/0"_path), "a:\n  # 0\n  - b: 1\n    # c\n\n  # 1\n  - d\n",
        "a:\n  # 1\n  - d\n");
    row("the last item", remove("a/1"_path), "a:\n- b\n# 1\n- c: d\n  e: f\n  # 2\n# 3\ng: h\n",
        "a:\n- b\n# 3\ng: h\n");
    row("the key beside a dash", remove("a/0/b"_path), "a:\n  - b: 1 # x\n\n    # y\n    c: 2\n",
        "a:\n  - # y\n    c: 2\n");
    row("a key behind a dash", remove("a/0/c"_path), "a:\n  - b: 1\n    # x\n    c: 2\n  - d\n",
        "a:\n  - b: 1\n  - d\n");
}

void TestYamlEdit::removesFromBrackets_data()
{
    addEditColumns();
    row("first", remove("a/0"_path), "a: [b, c, d]\n", "a: [c, d]\n");
    row("middle", remove("a/1"_path), "a: [b, c, d]\n", "a: [b, d]\n");
    row("last", remove("a/2"_path), "a: [b, c, d]\n", "a: [b, c]\n");
    row("last with a comma", remove("a/1"_path), "a: [b, c, ]\n", "a: [b, ]\n");
    row("only", remove("a/0"_path), "a: [ b ]\n", "a: []\n");
    row("key", remove("a/c"_path), "a: {b: 1, c: [2, 3] , d: 4}\n", "a: {b: 1, d: 4}\n");
    row("own line", remove("a/1"_path), "a: [\n  b, # 0\n  # 1\n  c, # 2\n  # 3\n  d # 4\n]\n",
        "a: [\n  b, # 0\n  # 3\n  d # 4\n]\n");
    row("own line, last", remove("a/1"_path), "a: [\n  b, # 0\n  # 1\n  c # 2\n]\n",
        "a: [\n  b, # 0\n]\n");
    row("last, beside the bracket", remove("a/1"_path), "a: [b, # 0\n  c]\n", "a: [b, # 0\n  ]\n");
    row("end of a line", remove("a/1"_path), "a: [b, c, # 1\n  d]\n", "a: [b,\n  d]\n");
    row("begin of a line", remove("a/1"_path), "a: [b, # 0\n  c, d]\n", "a: [b, # 0\n  d]\n");
    row("the document's only", remove("a"_path), "{a: b}\n", "{}\n");
}

void TestYamlEdit::keepsLineEnds_data()
{
    addEditColumns();
    row("replace, CRLF", replace("b"_path, "new"), "a: 1\r\nb: old\r\nc:\r\n  - d\r\n",
        "a: 1\r\nb: new\r\nc:\r\n  - d\r\n");
    row("replace an empty value, CRLF", replace("a"_path, "new"), "a:\r\nb: 1\r\n",
        "a: new\r\nb: 1\r\n");
    row("insert, CRLF", insert({}, "k", rules()), "a: 1\r\n",
        "a: 1\r\nk:\r\n  - {x: 1a, z: 2}\r\n  - {x: 1a, z: 2}\r\n");
    row("insert, CRLF and no end", insert("a"_path, "k", "v"), "a:\r\n  b: 1",
        "a:\r\n  b: 1\r\n  k: v");
    row("append, CRLF", append("a"_path, pair()), "a:\r\n- b\r\n\r\n- c # d\r\n",
        "a:\r\n- b\r\n\r\n- c # d\r\n\r\n- x: 1a\r\n  z: 2\r\n");
    row("remove, CRLF", remove("b"_path), "a: 1\r\n\r\n# x\r\nb: 2 # y\r\n\r\nc: 3\r\n",
        "a: 1\r\n\r\nc: 3\r\n");
    row("remove from brackets, CRLF", remove("a/0"_path), "a: [\r\n  b, # 0\r\n  c]\r\n",
        "a: [\r\n  c]\r\n");
    row("insert, no end", insert({}, "k", "v"), "a: 1", "a: 1\nk: v");
    row("append, no end", append("a"_path, pair()), "a:\n  - b", "a:\n  - b\n  - x: 1a\n    z: 2");
    row("remove, no end", remove("b"_path), "a: 1\nb:\n  - c", "a: 1");
    row("block by brackets, no end", replace("a"_path, YamlValue::list({})), "a:\n  - c", "a: []");
}

void TestYamlEdit::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto refused = [](const char *name, const Edit &edit, const char *text,
                            const char *says) {
        QTest::newRow(name) << edit << QByteArray(text) << QByteArray(says);
    };
    refused("no YAML", remove("a"_path), "a: 1\nb: [\n", "line 3, column 1: not YAML");
    refused("two documents", remove("a"_path), "a: 1\nb: 2\n---\nc: 3\n", "a second document");
    refused("a key twice", remove("a"_path), "a: 1\na: 2\n",
            "line 2, column 1: key 'a' occurs twice");
    refused("not there", remove("a/b"_path), "a: {c: 1}\n",
            "line 1, column 4: what is to be edited");
    refused("no such item", remove("a/2"_path), "a: [b, c]\n", "line 1, column 4");
    refused("into a text", remove("a/b"_path), "a: c\n", "line 1, column 4");
    refused("alias", replace("b"_path, "n"), "a: &x c\nb: *x\n", "line 2, column 4: an alias");
    refused("through an alias", replace("b/c"_path, "n"), "a: &x {c: d}\nb: *x\n",
            "line 2, column 4: an alias");
    refused("anchor", replace("a"_path, "n"), "a: &x c\nb: *x\n", "line 1, column 4: what has an");
    refused("inside an anchor", replace("a/c"_path, "n"), "a: &x\n  c: d\nb: *x\n",
            "line 1, column 4: what has an");
    refused("anchor of nothing", replace("a"_path, "n"), "a: &x\nb: *x\n", "line 1, column 4");
    refused("tag", replace("a"_path, "n"), "a: !!str c\n", "line 1, column 4: what has an");
    refused("anchor in what goes", remove("a"_path), "a:\n  - b: &x c\nd: *x\n",
            "line 2, column 8");
    refused("alias in what goes", remove("d"_path), "a: &x b\nd: [*x]\n", "line 2, column 5");
    refused("merge key", insert("b"_path, "k", "v"), "a: &x {c: d}\nb:\n  <<: *x\n  e: f\n",
            "line 3, column 3: a mapping with a merge key");
    refused("merge key in what goes", remove("b"_path), "a: &x {c: d}\nb:\n  <<: *x\n  e: f\n",
            "line 3, column 3");
    refused("literal", replace("a"_path, "n"), "a: |\n  b\n",
            "line 1, column 4: a text of several");
    refused("folded", remove("a"_path), "a: >-\n  b\nc: d\n", "line 1, column 4");
    refused("plain lines", replace("a"_path, "n"), "a: b\n  c\n", "line 1, column 4");
    refused("quoted lines", replace("a"_path, "n"), "a: \"b\n  c\"\n", "line 1, column 4");
    refused("an escaped line end", replace("a"_path, "n"), "a: \"b\\\n  c\"\n",
            "line 1, column 4: a text of several");
    refused("tab", insert("a"_path, "k", "v"), "a: {\n\tb: c}\n",
            "line 2, column 1: a line that is");
    refused("explicit key", remove("b"_path), "? a\n: 1\n", "line 1");
    refused("pair in brackets", replace("b"_path, "n"), "a: [c: d]\nb: 1\n", "line 1");
    refused("carriage return", replace("b"_path, "n"), "b: 1\na: '2\r3'\n",
            "line 2, column 6: what stands");
    refused("control character", replace("a"_path, "n"), "a: 1\x04\nb: 2\n",
            "line 1, column 5: what stands");
    refused("the document", remove(YamlPath()), "a: 1\n", "line 1, column 1: the whole document");
    refused("key into a list", insert("a"_path, "k", "v"), "a: [b]\n", "line 1, column 4: a key");
    refused("key that is there", insert({}, "a", "v"), "a: 1\n", "line 1, column 1: a key");
    refused("item into a mapping", append("a"_path, pair()), "a: {b: c}\n", "line 1, column 4");
    refused("behind the end", insert({}, "k", "v"), "---\n...\n", "line 2, column 1: nothing can");
}

void TestYamlEdit::refuses()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const auto result = edit(text);
    QVERIFY2(!result, result ? result->constData() : "");
    QVERIFY2(QByteArray::fromStdString(result.error().message.english()).contains(says),
             result.error().message.english().c_str());
    const bool isMissing = result.error().message.english().ends_with("is not there");
    QCOMPARE(result.error().code, isMissing ? ErrorCode::NotFound : ErrorCode::InvalidInput);
}

void TestYamlEdit::findsEveryValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("values"); // of the document's mapping, byte for byte
    QTest::newRow("scalars") << QByteArray("a: b\nc: 'd''e'\nf: \"g\\\"\" # x\nh: 1:2\n")
                             << QByteArrayList{"b", "'d''e'", "\"g\\\"\"", "1:2"};
    QTest::newRow("nothing") << QByteArray("a:\nb: ~\nc: null # x\nd: &x\ne: !!str\n")
                             << QByteArrayList{"", "~", "null", "&x", "!!str"};
    QTest::newRow("several lines")
        << QByteArray("a: b\n  c # x\nd: |\n  e\n\n  f\n\ng: >- # h\n  i\n")
        << QByteArrayList{"b\n  c", "|\n  e\n\n  f", ">- # h\n  i"};
    QTest::newRow("blocks") << QByteArray("a:\n- b\n- - c\n  - d # x\ne:\n  f: 1\n  # y\ng: h\n")
                            << QByteArrayList{"- b\n- - c\n  - d", "f: 1", "h"};
    QTest::newRow("brackets") << QByteArray(
                                     "a: [b, {c: d, e}, ] # x\nf: { # y\n g: '}' , }\nh: []\n")
                              << QByteArrayList{"[b, {c: d, e}, ]", "{ # y\n g: '}' , }", "[]"};
    QTest::newRow("references") << QByteArray("a: &x [b]\nc: *x\nd: !!seq\n  - e\n")
                                << QByteArrayList{"&x [b]", "*x", "!!seq\n  - e"};
}

void TestYamlEdit::findsEveryValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, values);
    const auto root = parseSource(text);
    QVERIFY2(root, root ? "" : root.error().message.english().c_str());
    QByteArrayList found;
    for (const SourceChild &child : root->children)
        found += text.mid(child.value.begin, child.value.end - child.value.begin);
    QCOMPARE(found, values);
}

void TestYamlEdit::writesScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPlain");
    for (const char *plain : {"docker.io", "https://a.io:80", "127.0.0.1:5000", "/a b/c", "5m",
                              "1.2.3", "v1", "a-b", "re:^v", "a#b", "nullable", "x'y", "\xC3\xA4"})
        QTest::newRow(plain) << QByteArray(plain) << true;
    for (const char *quoted :
         {"",     " a",     "a ",   "a: b",         "a:",         "a #b",
          "#a",   "*",      "&a",   "!a",           "|",          ">",
          "'a'",  "\"a\"",  "%a",   "@a",           "`a",         "- a",
          "-",    "? a",    "a?",   "[a]",          "a,b",        "{a}",
          "a}",   "null",   "~",    "True",         "no",         "y",
          "1",    "-1.5e3", "0x1F", "10:30",        "2020-01-02", ".inf",
          ".5",   "<<",     "=",    "...",          "---",        "a\nb",
          "a\tb", "a\\b\n", "\x01", "\xEF\xBB\xBF", "\xC2\x85",   "\xF3\xA0\x80\x81"})
        QTest::newRow(QByteArray(quoted).toPercentEncoding().constData())
            << QByteArray(quoted) << false;
}

void TestYamlEdit::writesScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isPlain);
    const QByteArray written = scalarText(text.toStdString());
    QCOMPARE(written == text, isPlain);
    // The same text comes back in every place.
    for (const QByteArray &around : {QByteArray("a: %\n"), QByteArray("a: [%]\n"),
                                     QByteArray("a: {b: %}\n"), QByteArray("a:\n- %\n")}) {
        const auto root = readYaml(QByteArray(around).replace('%', written));
        QVERIFY(root);
        const YamlNode *node = &root->entries.front().value;
        while (node->kind != YamlNode::Kind::Scalar)
            node = node->items.empty() ? &node->entries.front().value : &node->items.front();
        QCOMPARE(QByteArray::fromStdString(node->scalar), text);
    }
}

QTEST_GUILESS_MAIN(TestYamlEdit)
#include "tst_yamledit.moc"
