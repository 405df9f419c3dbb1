// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a TOML text changes and every other byte stays; what cannot be edited without a
// guess is refused at its line and column.
#include "textedit/tomledit.h"

#include "textedit/texteditlimits.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::textedit;

using Edit = std::function<Result<TomlDocument>(const TomlDocument &)>;
Q_DECLARE_METATYPE(Edit)

namespace {

/// table/0/key; a number is a position.
TomlPath operator""_path(const char *text, std::size_t size)
{
    TomlPath path;
    for (const QByteArray &part : QByteArray(text, static_cast<qsizetype>(size)).split('/')) {
        bool isNumber = false;
        const auto number = part.toULongLong(&isNumber);
        if (isNumber)
            path.emplace_back(static_cast<std::size_t>(number));
        else
            path.emplace_back(part.toStdString());
    }
    return path;
}

Edit replace(const TomlPath &path, const TomlValue &value)
{
    return [=](const TomlDocument &document) {
        return replaceValue(document, path, value);
    };
}

Edit replace(const TomlPath &path, const char *text)
{
    return replace(path, TomlValue(std::string(text)));
}

Edit insertItemAt(const TomlPath &path)
{
    return [=](const TomlDocument &document) {
        return insertItem(document, path, "new");
    };
}

Edit insertKeyAt(const TomlPath &path, const std::string &comment = {})
{
    return [=](const TomlDocument &document) {
        return insertKey(document, path, TomlValue(true), comment, "  ");
    };
}

Edit removeAt(const TomlPath &path)
{
    return [=](const TomlDocument &document) {
        return removeValue(document, path);
    };
}

Edit removeCommentAt(const TomlPath &path)
{
    return [=](const TomlDocument &document) {
        return removeComment(document, path);
    };
}

void row(const char *name, const Edit &edit, const QByteArray &before, const QByteArray &after)
{
    QTest::newRow(name) << edit << before << after;
}

void addEditColumns()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
}

} // namespace

class TestTomlEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data();
    void replaces();
    void insertsItems_data();

    void insertsItems() { replaces(); }

    void insertsKeys_data();

    void insertsKeys() { replaces(); }

    void removes_data();

    void removes() { replaces(); }

    void refuses_data();
    void refuses();
    void refusesTexts_data();
    void refusesTexts();
    void readsUpToItsBounds();
};

void TestTomlEdit::replaces_data()
{
    addEditColumns();
    row("text", replace("a"_path, "new"), "# x\na =  \"old\" # y\nb = 1\n",
        "# x\na =  \"new\" # y\nb = 1\n");
    row("literal quotes stay", replace("a"_path, "n\"w"), "a='old'\n", "a='n\"w'\n");
    row("literal quotes do not do", replace("a"_path, "n'w"), "a='old'\n", "a=\"n'w\"\n");
    row("what has to be escaped", replace("a"_path, "\"\\\n\x7f"), "a=\"old\"\n",
        "a=\"\\\"\\\\\\u000a\\u007f\"\n");
    row("several lines", replace("a"_path, "new"), "a = \"\"\"\n# o\nld\"\"\" # y\n",
        "a = \"new\" # y\n");
    row("boolean", replace("t/a"_path, TomlValue(false)), "[t]\na = true\n", "[t]\na = false\n");
    row("list", replace("a"_path, TomlValue(std::vector<std::string>{"x", "y"})),
        "a = [ 1, # one\n ] # b\n", "a = [\"x\", \"y\"] # b\n");
    row("in brackets", replace("a/1/b"_path, "new"), "a = [1, {b = 'old'}]\n",
        "a = [1, {b = 'new'}]\n");
    row("behind other characters", replace("b"_path, "new"),
        "a = \"\xC3\xA4\xE2\x82\xAC\" # \xC3\xA4\nb = \"\xC3\xA4\"\n",
        "a = \"\xC3\xA4\xE2\x82\xAC\" # \xC3\xA4\nb = \"new\"\n");
    const QByteArray all =
        "a = [\"\\\"\xC3\xA4\", 'x\\', '''\n'\xC3\xA4''''', "
        "\"\"\"\"\xC3\xA4\\\n  x\xC3\xA4\"\"\"\"\", 1,\"\xC3\xA4\"]\nb.\"\xC3\xA4\" = ";
    row("behind characters in all quotes", replace("b/\xC3\xA4"_path, "new"), all + "1\n",
        all + "\"new\"\n");
    row("in a line with other characters", replace("a/1"_path, "new"),
        "a = [\"\xC3\xA4\xE2\x82\xAC\", \"old\"]\n", "a = [\"\xC3\xA4\xE2\x82\xAC\", \"new\"]\n");
    row("behind a byte order mark", replace("a"_path, "new"),
        "\xEF\xBB\xBF"
        "a = 1\nb = 2\n",
        "\xEF\xBB\xBF"
        "a = \"new\"\nb = 2\n");
    row("line ends", replace("b"_path, "new"), "a = 1\r\nb = 2\r\nc = 3\r\n",
        "a = 1\r\nb = \"new\"\r\nc = 3\r\n");
    row("at the end of the text", replace("a"_path, "new"), "a = 1", "a = \"new\"");
    row("dotted key", replace("a/b c"_path, "new"), "a . \"b c\" = 1\n", "a . \"b c\" = \"new\"\n");
    row("in an array of tables", replace("t/1/a"_path, "new"),
        "[[t]]\na = 1\n[t.u]\na = 2\n[[t]]\na = 3\n",
        "[[t]]\na = 1\n[t.u]\na = 2\n[[t]]\na = \"new\"\n");
    row("of a table whose inner table is first", replace("t/a"_path, "new"),
        "[t.u]\na = 1\n[t]\na = 2\n", "[t.u]\na = 1\n[t]\na = \"new\"\n");
}

void TestTomlEdit::replaces()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto document = TomlDocument::read(before);
    QVERIFY2(document, document ? "" : document.error().message.english().c_str());
    const auto result = edit(*document);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(result->text(), after);
}

void TestTomlEdit::insertsItems_data()
{
    addEditColumns();
    const Edit first = insertItemAt("a/0"_path);
    row("first, empty", first, "a = []\n", "a = [\"new\"]\n");
    row("first, empty in lines", first, "a = [\n  # none\n]\n", "a = [\"new\"\n  # none\n]\n");
    row("first", first, "a = [ 'x','y' ] # z\n", "a = [ 'new', 'x','y' ] # z\n");
    row("first, before a number", first, "a = [1]\n", "a = [\"new\", 1]\n");
    row("first, in lines", first, "a = [\n\t\"x\", # 0\n\t\"y\"\n]\n",
        "a = [\n\t\"new\",\n\t\"x\", # 0\n\t\"y\"\n]\n");
    row("first, in lines with comments", first, "a = [ # a\r\n  # x\r\n  \"x\" ]\r\n",
        "a = [ # a\r\n  \"new\",\r\n  # x\r\n  \"x\" ]\r\n");
    row("first, where lines begin behind it", first, "a = [\"x\",\n     \"y\"]\n",
        "a = [\"new\", \"x\",\n     \"y\"]\n");
    row("first, in an inline table", first, "a = [{ b = 1 }]\n", "a = [\"new\", { b = 1 }]\n");
    row("between", insertItemAt("a/1"_path), "a = [\"x\", \"y\"]\n",
        "a = [\"x\", \"new\", \"y\"]\n");
    row("last", insertItemAt("a/2"_path), "a = ['x', 'y'] # z\n", "a = ['x', 'y', 'new'] # z\n");
    row("last, with a comma", insertItemAt("a/1"_path), "a = [\"x\",]\n",
        "a = [\"x\", \"new\",]\n");
    row("last, in lines", insertItemAt("a/1"_path), "a = [\n  \"x\" # 0\n]\n",
        "a = [\n  \"x\", # 0\n  \"new\"\n]\n");
    row("last, in lines with a comma", insertItemAt("a/1"_path), "a = [\r\n  \"x\", # 0\r\n]\r\n",
        "a = [\r\n  \"x\", # 0\r\n  \"new\",\r\n]\r\n");
    row("last, before a bracket", insertItemAt("a/1"_path), "a = [\n  \"x\"]\n",
        "a = [\n  \"x\", \"new\"]\n");
    row("in an array in an array", insertItemAt("a/1/0"_path), "a = [ [], [[]] ]\n",
        "a = [ [], [\"new\", []] ]\n");
}

void TestTomlEdit::insertsKeys_data()
{
    addEditColumns();
    row("below a header", insertKeyAt("t/k"_path), "[t]\n[u]\n", "[t]\n  k = true\n[u]\n");
    row("as its keys are indented", insertKeyAt("t/k"_path, "c"), "[t] # t\n# a\n\ta = 1\n",
        "[t] # t\n\tk = true # c\n# a\n\ta = 1\n");
    row("as keys of others are", insertKeyAt("u/t/k"_path), "[t]\n   a = 1\n [u.t]\n",
        "[t]\n   a = 1\n [u.t]\n    k = true\n");
    row("at the end of the text", insertKeyAt("t/k"_path), "a = 1\r\n[t]",
        "a = 1\r\n[t]\r\n  k = true");
    row("a key in quotes", insertKeyAt("t/k.k"_path), "[t]\n", "[t]\n  \"k.k\" = true\n");
    row("a header in quotes", insertKeyAt("a]b#/'/k"_path), "[ \"a]b#\" . \"'\" ] # c\n",
        "[ \"a]b#\" . \"'\" ] # c\n  k = true\n");
    row("in an array of tables", insertKeyAt("t/1/k"_path), "[[t]]\n[[t]]\n[[t]]\n",
        "[[t]]\n[[t]]\n  k = true\n[[t]]\n");
}

void TestTomlEdit::removes_data()
{
    addEditColumns();
    row("the only item", removeAt("a/0"_path), "a = [ \"x\" ]\n", "a = [  ]\n");
    row("the only item with a comma", removeAt("a/0"_path), "a = [\"x\",]\n", "a = []\n");
    row("the first item", removeAt("a/0"_path), "a = [\"x\", \"y\"]\n", "a = [\"y\"]\n");
    row("the first item, the next below", removeAt("a/0"_path), "a = [\"x\",\n  \"y\"]\n",
        "a = [\n  \"y\"]\n");
    row("an item between", removeAt("a/1"_path), "a = [1, 2,3]\n", "a = [1, 3]\n");
    row("the last item", removeAt("a/1"_path), "a = [\"x\", \"y\"]\n", "a = [\"x\"]\n");
    row("the last item with a comma", removeAt("a/1"_path), "a = [1, 2,]\n", "a = [1, ]\n");
    row("an item in its line", removeAt("a/0"_path), "a = [\r\n  \"x\", # 0\r\n  \"y\"\r\n]\r\n",
        "a = [\r\n  \"y\"\r\n]\r\n");
    row("the last item in its line", removeAt("a/1"_path), "a = [\n  \"x\",\n  \"y\" # 1\n]\n",
        "a = [\n  \"x\",\n]\n");
    row("the last item before a bracket", removeAt("a/1"_path), "a = [\n  \"x\", # 0\n  \"y\"]\n",
        "a = [\n  \"x\", # 0\n  ]\n");
    row("a key", removeAt("t/a"_path), "[t]\n# x\na = [ # y\n 1]\n\nb = 1\n",
        "[t]\n# x\n\nb = 1\n");
    row("the last key of a text without its last line end", removeAt("b"_path), "a = 1\r\nb = 2",
        "a = 1");
    row("the only key", removeAt("a"_path),
        "\xEF\xBB\xBF"
        "a = 1\n",
        "\xEF\xBB\xBF");
    row("the comment of a header", removeCommentAt("t"_path), "[t] \t# x\na = 1\n", "[t]\na = 1\n");
    row("the comment of a key", removeCommentAt("a"_path), "a = [\n1 ] # x\r\nb = 1\n",
        "a = [\n1 ]\r\nb = 1\n");
    row("the comment of an item", removeCommentAt("a/0"_path), "a = [\n1, # x\n]\n",
        "a = [\n1,\n]\n");
}

void TestTomlEdit::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("error");
    const auto refused = [](const char *name, const Edit &edit, const QByteArray &before,
                            const QByteArray &error) {
        QTest::newRow(name) << edit << before << error;
    };
    refused("an item of no array", insertItemAt("a/0"_path), "a = 1\n", "there is no such value");
    refused("an item behind the end", insertItemAt("a/1"_path), "a = []\n",
            "there is no such value");
    refused("an item of an array of tables", insertItemAt("a/0"_path), "[[a]]\n",
            "there is no such value");
    refused("a table by a value", replace("t"_path, "x"), "[t]\n", "there is no such value");
    refused("a key that is there", insertKeyAt("t/k"_path), "[t]\nk = 1\n",
            "line 1, column 1: there is such a key already");
    refused("a key of an inline table", insertKeyAt("t/k"_path), "a = 1\nt = {}\n",
            "line 2, column 5: this table has no header of its own; please change it by hand");
    refused("a key of a dotted table", insertKeyAt("t/k"_path), "t.a = 1\n",
            "line 1, column 1: this table has no header of its own; please change it by hand");
    refused("a key of a table that exists for another", insertKeyAt("t/k"_path), "[t.u]\n",
            "line 1, column 1: this table has no header of its own; please change it by hand");
    refused("an entry of an inline table", removeAt("t/a"_path), "t = { a = 1 }\n",
            "line 1, column 11: this does not have its lines for itself; please change it by hand");
    refused("a dotted key", removeAt("t/a"_path), "t.a = 1\n",
            "line 1, column 7: this does not have its lines for itself; please change it by hand");
    refused("a comment that is not there", removeCommentAt("t"_path), "[t]\n",
            "there is no such value");
    refused("a text that is no UTF-8", replace("a"_path, "\xFF"), "a = 1\n",
            "line 1, column 5: this cannot be changed without a guess; please change it by hand");
}

void TestTomlEdit::refuses()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, error);
    const auto document = TomlDocument::read(before);
    QVERIFY(document);
    const auto result = edit(*document);
    QVERIFY(!result);
    QCOMPARE(QByteArray::fromStdString(result.error().message.english()), error);
}

void TestTomlEdit::refusesTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no TOML") << QByteArray("a = 1\nb = \"secret\n")
                             << QByteArray("line 2, column 12: this is no TOML");
    QTest::newRow("a key twice") << QByteArray("a = 1\n'a' = 2\n")
                                 << QByteArray("line 2, column 7: this is there twice");
    QTest::newRow("a table twice")
        << QByteArray("[a]\n[b]\n[a]\n") << QByteArray("line 3, column 1: this is there twice");
    QTest::newRow("no UTF-8") << QByteArray("a = 1\nb = \"\xFF\"\n")
                              << QByteArray("line 2, column 5: this is no TOML");
    const QByteArray stray = ": a character that is only read in a text or in a comment";
    QTest::newRow("a character in a key")
        << QByteArray("a = 1\n\xC3\xA4 = 2\n") << "line 2, column 1" + stray;
    QTest::newRow("a character behind a text")
        << QByteArray("a = \"\xC3\xA4\\\"\" # \xC3\xA4\nb = '''\n''''' \xC3\xA4\n")
        << "line 3, column 7" + stray;
    QTest::newRow("a character behind what is no quote")
        << QByteArray("a = 66'\xC3\xA4\n") << "line 1, column 5" + stray;
    QTest::newRow("a character behind a date")
        << QByteArray("a = 2000-01-01 1'\xC3\xA4'\n") << "line 1, column 16" + stray;
    QTest::newRow("a character behind a folded line")
        << QByteArray("a = \"\"\"\xC3\xA4 \\ \n \xC3\xA4\"\"\"\n") << "line 2, column 2" + stray;
    QTest::newRow("a zero") << QByteArray("a = 1\n\0", 7)
                            << QByteArray("line 2, column 1: this is no TOML");
    QTest::newRow("too long") << QByteArray(limits::tomlBytesMax + 1, '#')
                              << QByteArray("larger than 262144 bytes");
    QTest::newRow("too deep a key")
        << "\na" + QByteArray(".a").repeated(limits::tomlLineDotsMax + 1) + " = 1\n"
        << QByteArray("line 2, column 130: more than 64 dots in one line");
    QTest::newRow("too deep a value") << "a = " + QByteArray(limits::tomlNestedValuesMax + 1, '[') +
                                             QByteArray(limits::tomlNestedValuesMax + 1, ']')
                                      << QByteArray("line 1, column 21: this is no TOML");
}

void TestTomlEdit::refusesTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const auto document = TomlDocument::read(text);
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QByteArray::fromStdString(document.error().message.english()), error);
}

void TestTomlEdit::readsUpToItsBounds()
{
    // As deep as it goes: each value in the last, under the longest key.
    const QByteArray key = "a" + QByteArray(".a").repeated(limits::tomlLineDotsMax);
    QByteArray text = '[' + key + "]\n" + key + " = ";
    for (int i = 0; i < limits::tomlNestedValuesMax / 2 - 1; ++i)
        text += "[\n{ " + key + " = ";
    text += "1";
    for (int i = 0; i < limits::tomlNestedValuesMax / 2 - 1; ++i)
        text += " }\n]";
    text += '\n';
    const auto document = TomlDocument::read(text);
    QCOMPARE(document ? std::string() : document.error().message.english(), std::string());
    QVERIFY(TomlDocument::read(QByteArray(limits::tomlBytesMax, '#')));
}

QTEST_APPLESS_MAIN(TestTomlEdit)
#include "tst_tomledit.moc"
