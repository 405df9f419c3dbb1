// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a JSON text changes and every other byte stays; what is added looks like its
// neighbours, and taking it back gives the same bytes.
#include "textedit/jsonedit.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::textedit;
using json::Path;
using json::Side;

using Edit = std::function<Result<QByteArray>(const QByteArray &)>;
Q_DECLARE_METATYPE(Edit)

namespace {

Edit item(const Path &path, Side side)
{
    return [=](const QByteArray &text) {
        return json::insertItem(text, path, side, "\"x\"");
    };
}

Edit key(const Path &path, Side side)
{
    return [=](const QByteArray &text) {
        return json::insertKey(text, path, side, "k", "[\"x\"]");
    };
}

Edit replace(const Path &path, const QByteArray &value)
{
    return [=](const QByteArray &text) {
        return json::replaceValue(text, path, value);
    };
}

Edit without(const Path &path)
{
    return [=](const QByteArray &text) {
        return json::removeChild(text, path);
    };
}

void addEditColumns()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
}

void row(const char *name, const Edit &edit, const char *before, const char *after)
{
    QTest::newRow(name) << edit << QByteArray(before) << QByteArray(after);
}

} // namespace

class TestJsonEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertsItems_data();

    void insertsItems() { edits(); }

    void insertsKeys_data();

    void insertsKeys() { edits(); }

    void replaces_data();

    void replaces() { edits(); }

    void removes_data();

    void removes() { edits(); }

    void refuses_data();
    void refuses();
    void quotes_data();
    void quotes();

private:
    static void edits();
};

void TestJsonEdit::edits()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto result = edit(before);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, after);
}

void TestJsonEdit::insertsItems_data()
{
    addEditColumns();
    const Path a{"a"};
    const Edit first = item(a, Side::First);
    const Edit last = item(a, Side::Last);
    row("first in a line", first, R"({"a": ["b", "c"]})", R"({"a": ["x", "b", "c"]})");
    row("last in a line", last, R"({"a": ["b", "c"]})", R"({"a": ["b", "c", "x"]})");
    row("beside one", first, R"({"a": ["b"]})", R"({"a": ["x", "b"]})");
    row("behind one", last, R"({"a": ["b"]})", R"({"a": ["b", "x"]})");
    row("without blanks", first, R"({"a":["b"]})", R"({"a":["x","b"]})");
    row("last without blanks", last, R"({"a":["b"]})", R"({"a":["b","x"]})");
    row("blanks inside", first, R"({"a": [ "b" ]})", R"({"a": [ "x", "b" ]})");
    row("between wide blanks", last, R"({"a": ["b",   "c" ]})", R"({"a": ["b",   "c",   "x" ]})");
    row("empty", first, R"({"a": []})", R"({"a": ["x"]})");
    row("empty with a blank", last, R"({"a": [ ]})", R"({"a": ["x" ]})");
    row("first in lines", first, "{\n  \"a\": [\n    \"b\",\n    \"c\"\n  ]\n}\n",
        "{\n  \"a\": [\n    \"x\",\n    \"b\",\n    \"c\"\n  ]\n}\n");
    row("last in lines", last, "{\n\t\"a\": [\n\t\t\"b\"\n\t]\n}",
        "{\n\t\"a\": [\n\t\t\"b\",\n\t\t\"x\"\n\t]\n}");
    row("CRLF", first, "{\r\n  \"a\": [\r\n    \"b\"\r\n  ]\r\n}\r\n",
        "{\r\n  \"a\": [\r\n    \"x\",\r\n    \"b\"\r\n  ]\r\n}\r\n");
    row("empty in lines", first, "{\n   \"a\": [\n   ]\n}\n",
        "{\n   \"a\": [\n      \"x\"\n   ]\n}\n");
    row("empty in lines with CRLF", last, "{\r\n\t\"a\": [\r\n\t]\r\n}",
        "{\r\n\t\"a\": [\r\n\t\t\"x\"\r\n\t]\r\n}");
    row("behind a blank line", first, "{\"a\": [\n\n  \"b\"]}", "{\"a\": [\n\n  \"x\",\n  \"b\"]}");
    row("first of some in a line", first, "{\"a\": [\n  1, 2,\n  3\n]}",
        "{\"a\": [\n  \"x\",\n  1, 2,\n  3\n]}");
    row("bracket beside the first", first, "{\"a\": [1,\n      2]}",
        "{\"a\": [\"x\",\n      1,\n      2]}");
    row("commas that begin lines", last, "{\"a\": [ 1\n     , 2\n     ]}",
        "{\"a\": [ 1\n     , 2, \"x\"\n     ]}");
    row("nested", item({"a", std::size_t(1)}, Side::First), R"({"a": [[], [1]]})",
        R"({"a": [[], ["x", 1]]})");
    row("commas and brackets in texts", last, R"({"a": ["],", "\"]"], "b": "]"})",
        R"({"a": ["],", "\"]", "x"], "b": "]"})");
    row("key in other letters", first, R"({"\u0061": []})", R"({"\u0061": ["x"]})");
}

void TestJsonEdit::insertsKeys_data()
{
    addEditColumns();
    const Edit first = key({}, Side::First);
    const Edit last = key({}, Side::Last);
    row("empty", first, "{}", R"({"k": ["x"]})");
    row("empty with a line end behind", first, "{}\n", "{\"k\": [\"x\"]}\n");
    row("empty in lines", first, "{\n}\n", "{\n  \"k\": [\"x\"]\n}\n");
    row("empty with CRLF", first, "{\r\n}", "{\r\n  \"k\": [\"x\"]\r\n}");
    row("in lines", first, "{\n  \"a\": 1\n}\n", "{\n  \"k\": [\"x\"],\n  \"a\": 1\n}\n");
    row("last in lines", last, "{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"k\": [\"x\"]\n}\n");
    row("tabs", first, "{\n\t\"a\": 1\n}", "{\n\t\"k\": [\"x\"],\n\t\"a\": 1\n}");
    row("CRLF", first, "{\r\n    \"a\": 1\r\n}", "{\r\n    \"k\": [\"x\"],\r\n    \"a\": 1\r\n}");
    row("in a line", first, R"({"a": 1, "b": 2})", R"({"k": ["x"], "a": 1, "b": 2})");
    row("without blanks", first, R"({"a":1})", R"({"k":["x"],"a":1})");
    row("blanks around colons", first, "{ \"a\" : 1 }", "{ \"k\" : [\"x\"], \"a\" : 1 }");
    row("a value on the next line", first, "{\"a\":\n 1}", "{\"k\": [\"x\"], \"a\":\n 1}");
    row("an object of objects", key({"a"}, Side::First), "{\n  \"a\": {\n    \"b\": {}\n  }\n}",
        "{\n  \"a\": {\n    \"k\": [\"x\"],\n    \"b\": {}\n  }\n}");
    row("into an empty object", key({"a"}, Side::Last), "{\n  \"a\": {}\n}",
        "{\n  \"a\": {\"k\": [\"x\"]}\n}");
    row("into an empty object in lines", key({"a"}, Side::Last), "{\n \"a\": {\n }\n}",
        "{\n \"a\": {\n  \"k\": [\"x\"]\n }\n}");
}

void TestJsonEdit::replaces_data()
{
    addEditColumns();
    row("text", replace({"a"}, "\"y\""), R"({"a" : "b\"}" , "c": 1})", R"({"a" : "y" , "c": 1})");
    row("array", replace({"a"}, "[]"), "{\"a\": [\n  1\n], \"c\": 1}", "{\"a\": [], \"c\": 1}");
    row("item", replace({"a", std::size_t(1)}, "{}"), R"({"a": [1, 2, 3]})",
        R"({"a": [1, {}, 3]})");
}

void TestJsonEdit::removes_data()
{
    addEditColumns();
    const auto at = [](std::size_t index) {
        return without({"a", index});
    };
    row("first", at(0), R"({"a": [1, 2, 3]})", R"({"a": [2, 3]})");
    row("middle", at(1), R"({"a": [1, 2, 3]})", R"({"a": [1, 3]})");
    row("last", at(2), R"({"a": [1, 2, 3]})", R"({"a": [1, 2]})");
    row("only", at(0), R"({"a": ["b"]})", R"({"a": []})");
    row("only, in lines", at(0), "{\"a\": [\n  1\n]}", "{\"a\": [\n]}");
    row("first in lines", at(0), "{\"a\": [\n  1,\n  2\n]}", "{\"a\": [\n  2\n]}");
    row("last in lines", at(1), "{\"a\": [\n  1,\n  2\n]}", "{\"a\": [\n  1\n]}");
    row("key", without({"a"}), "{\n  \"a\": [1],\n  \"b\": 2\n}\n", "{\n  \"b\": 2\n}\n");
    row("last key", without({"b"}), "{\n  \"a\": [1],\n  \"b\": 2\n}\n", "{\n  \"a\": [1]\n}\n");
    row("only key", without({"a"}), "{\n  \"a\": [1]\n}\n", "{\n}\n");
    row("nested", without({"a", "c"}), R"({"a": {"b": 1, "c": {"d": 2}}})", R"({"a": {"b": 1}})");
}

void TestJsonEdit::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNotFound");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Edit &edit, const char *text, const char *says) {
        QTest::newRow(name) << edit << QByteArray(text) << false << QString::fromLatin1(says);
    };
    row("an array", key({}, Side::First), "\n [1]", "line 2, column 2: expected an object");
    row("a text", key({}, Side::First), "\"a\"", "line 1, column 1: expected an object");
    row("no JSON", key({}, Side::First), "{\"a\": 1,}", "line 1, column 8: JSON allows no comma");
    row("key that is there", key({}, Side::First), "{\"k\": 1}", "is there already");
    row("key into an array", key({"a"}, Side::First), "{\n\"a\": []}",
        "line 2, column 6: expected an object");
    row("item into an object", item({"a"}, Side::First), "{\"a\": {}}",
        "line 1, column 7: expected an array");
    row("item into null", item({"a"}, Side::First), "{\"a\": null}",
        "line 1, column 7: expected an array");
    row("value that is none", replace({"a"}, "x"), "{\"a\": 1}", "not JSON");
    row("two values", replace({"a"}, "1, 2"), "{\"a\": 1}", "nothing may stand behind");
    row("the document replaced", replace({}, "{}"), "{}", "the whole document");
    row("the document removed", without({}), "{}", "the whole document");
    const auto missing = [](const char *name, const Edit &edit, const char *text) {
        QTest::newRow(name) << edit << QByteArray(text) << true << QStringLiteral("is not there");
    };
    missing("key that is not there", without({"b"}), "{\"a\": 1}");
    missing("item that is not there", without({"a", std::size_t(1)}), "{\"a\": [1]}");
    missing("position in an object", without({std::size_t(0)}), "{\"a\": [1]}");
    missing("key in an array", without({"a", "b"}), "{\"a\": [1]}");
}

void TestJsonEdit::refuses()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, text);
    QFETCH(bool, isNotFound);
    QFETCH(QString, says);
    const auto result = edit(text);
    QVERIFY(!result);
    QVERIFY(result.error().code == (isNotFound ? ErrorCode::NotFound : ErrorCode::InvalidInput));
    const QString message = QString::fromStdString(result.error().message.english());
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestJsonEdit::quotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QByteArray("http://[fd00::1]:5000")
                           << QByteArray("\"http://[fd00::1]:5000\"");
    QTest::newRow("quotes") << QByteArray("a\"\\b") << QByteArray("\"a\\\"\\\\b\"");
    QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("\"a\\nb\"");
    QTest::newRow("letters") << QByteArray("\xC3\xA4") << QByteArray("\"\xC3\xA4\"");
}

void TestJsonEdit::quotes()
{
    QFETCH(QByteArray, text);
    QTEST(json::quoted(text.toStdString()), "json");
}

QTEST_GUILESS_MAIN(TestJsonEdit)
#include "tst_jsonedit.moc"
