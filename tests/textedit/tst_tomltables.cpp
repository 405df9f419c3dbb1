// SPDX-License-Identifier: GPL-3.0-or-later
// Tables are added to a TOML text, replaced and taken out, and every other byte stays; what was
// added can be taken out again without a trace.
#include "textedit/tomltables.h"

#include "textedit/tomledit.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::textedit;

using Edit = std::function<Result<TomlDocument>(const TomlDocument &)>;
Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(TomlPath)

namespace {

TomlBlock block(const TomlPath &path)
{
    return {.tables = {{.path = path, .comment = "c", .fields = {{"k", true}}}},
            .indentation = "  "};
}

const TomlPath newTable{std::string("new")};
const TomlPath tPath{std::string("t")};

Edit append(const TomlPath &path = newTable)
{
    return [=](const TomlDocument &document) {
        return appendTables(document, block(path));
    };
}

Edit insertBefore(const TomlPath &before, const TomlPath &path = newTable)
{
    return [=](const TomlDocument &document) {
        return insertTablesBefore(document, before, block(path));
    };
}

Edit insertBehind(const TomlPath &behind, const TomlPath &path = newTable)
{
    return [=](const TomlDocument &document) {
        return insertTablesBehind(document, behind, block(path));
    };
}

Edit replace(const TomlPath &old, const TomlPath &path = newTable)
{
    return [=](const TomlDocument &document) {
        return replaceTable(document, old, block(path));
    };
}

Edit removeAt(const TomlPath &path)
{
    return [=](const TomlDocument &document) {
        return removeTable(document, path);
    };
}

Edit removeHeaderAt(const TomlPath &path)
{
    return [=](const TomlDocument &document) {
        return removeHeader(document, path);
    };
}

TomlPath element(std::size_t index)
{
    return {std::string("t"), index};
}

TomlPath inElement(std::size_t index, std::size_t inner)
{
    return {std::string("t"), index, std::string("u"), inner};
}

void addColumns()
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

class TestTomlTables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adds_data();
    void adds();
    void replaces_data();
    void replaces();
    void removes_data();

    void removes() { replaces(); }

    void refuses_data();
    void refuses();
};

void TestTomlTables::adds_data()
{
    addColumns();
    QTest::addColumn<TomlPath>("added");
    const auto add = [](const char *name, const Edit &edit, const QByteArray &before,
                        const QByteArray &after, const TomlPath &added = newTable) {
        QTest::newRow(name) << edit << before << after << added;
    };
    add("to nothing", append(), "", "[new] # c\n  k = true\n");
    add("to keys", append(), "a = 1\n", "a = 1\n\n[new] # c\n  k = true\n");
    add("to a text without its last line end", append(), "a = 1", "a = 1\n\n[new] # c\n  k = true");
    add("to comments", append(), "# a\r\n# b\r\n", "# a\r\n# b\r\n\r\n[new] # c\r\n  k = true\r\n");
    add("to a blank line", append(), "a = 1\n\n", "a = 1\n\n\n[new] # c\n  k = true\n");
    add("to blanks", append(), "a = 1\n  ", "a = 1\n  \n\n[new] # c\n  k = true");
    add("behind a byte order mark", append(), "\xEF\xBB\xBF",
        "\xEF\xBB\xBF[new] # c\n  k = true\n");
    add("indented as others", append(), "[t]\n[u]\n# x\n\tk = 1\n",
        "[t]\n[u]\n# x\n\tk = 1\n\n[new] # c\n\tk = true\n");
    add("deeper than the header as others", append(), "  [t]\n   k = 1\n",
        "  [t]\n   k = 1\n\n[new] # c\n k = true\n");
    add("a header in quotes", append({std::string("a.b"), std::string("c-d")}), "",
        "[\"a.b\".c-d] # c\n  k = true\n", {std::string("a.b"), std::string("c-d")});
    add("a table that exists for another", append(tPath), "[t.u]\na = 1\n",
        "[t.u]\na = 1\n\n[t] # c\nk = true\n", tPath);
    add("an array of tables", append(element(0)), "a = 1\n", "a = 1\n\n[[t]] # c\n  k = true\n",
        element(0));
    add("an element", append(element(1)), "[[t]]\n", "[[t]]\n\n[[t]] # c\n  k = true\n",
        element(1));

    add("before a table", insertBefore(tPath), "a = 1\n\n# x\n\n# t\n[t]\na = 1\n",
        "a = 1\n\n# x\n\n[new] # c\nk = true\n\n# t\n[t]\na = 1\n");
    add("before the first line", insertBefore(tPath), "\xEF\xBB\xBF[t]\r\n",
        "\xEF\xBB\xBF[new] # c\r\n  k = true\r\n\r\n[t]\r\n");
    add("before an indented table", insertBefore(tPath), "a = 1\n  [ 't' ]",
        "a = 1\n  [new] # c\n    k = true\n\n  [ 't' ]");
    add("before an element", insertBefore(inElement(1, 0), inElement(1, 0)),
        "[[t]]\n[[t.u]]\n[[t]]\na = 1\n[[t.u]]\n[[t]]\n",
        "[[t]]\n[[t.u]]\n[[t]]\na = 1\n[[t.u]] # c\nk = true\n\n[[t.u]]\n[[t]]\n", inElement(1, 0));

    add("behind a table", insertBehind(tPath), "[t]\na = '''\n# x\n''' # y\n# t\n[u]\n",
        "[t]\na = '''\n# x\n''' # y\n\n[new] # c\nk = true\n# t\n[u]\n");
    add("behind an empty table", insertBehind(tPath), "[t]\n  \n[u]\n",
        "[t]\n\n[new] # c\n  k = true\n  \n[u]\n");
    add("behind a table with all that is in it", insertBehind(tPath),
        "[t]\na = 1\n[t.u]\nb = 1\n\n[u]\n",
        "[t]\na = 1\n[t.u]\nb = 1\n\n[new] # c\nk = true\n\n[u]\n");
    add("behind an element", insertBehind(element(0), inElement(0, 0)), "[[t]]\n\n\n[[t]]",
        "[[t]]\n\n[[t.u]] # c\n  k = true\n\n\n[[t]]", inElement(0, 0));
    add("behind the last line", insertBehind(element(1), inElement(1, 0)), "[[t]]\r\n[[t]]",
        "[[t]]\r\n[[t]]\r\n\r\n[[t.u]] # c\r\n  k = true", inElement(1, 0));
}

void TestTomlTables::adds()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(TomlPath, added);
    const auto document = TomlDocument::read(before);
    QVERIFY(document);
    const auto result = edit(*document);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(result->text(), after);
    QCOMPARE(result->commentOf(added), QByteArray("c"));

    const bool hasOthers = document->find(added) != nullptr;
    const bool isElement = std::holds_alternative<std::size_t>(added.back());
    const auto undone =
        hasOthers && !isElement
            ? removeValue(*result, childOf(added, std::string("k"))).and_then([&](const auto &one) {
                  return removeHeader(one, added);
              })
            : removeTable(*result, added);
    QVERIFY2(undone, undone ? "" : undone.error().message.english().c_str());
    // What was blank is so again, whatever blanks it had.
    if (!before.trimmed().isEmpty() && before != "\xEF\xBB\xBF")
        QCOMPARE(undone->text(), before);
}

void TestTomlTables::replaces_data()
{
    addColumns();
    row("a table", replace(tPath), "# t\n[t] # x\na = 1 # y\n# z\n[u]\n",
        "# t\n[new] # c\nk = true\n# z\n[u]\n");
    row("a table with all that is in it", replace(tPath),
        "[t]\r\n\r\n[t.u]\r\na = [\r\n]\r\n\r\n[u]\r\n", "[new] # c\r\nk = true\r\n\r\n[u]\r\n");
    row("a table by itself", replace(tPath, tPath), "  [t]\n\n  # x\n    a = 1",
        "  [t] # c\n    k = true");
    row("an element", replace(element(1), element(1)), "[[t]]\n[[t]]\na = 1\n[[t]]\n",
        "[[t]]\n[[t]] # c\nk = true\n[[t]]\n");
    row("the only element", replace(element(0), element(0)), "[[t]]\n", "[[t]] # c\n  k = true\n");
}

void TestTomlTables::replaces()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto document = TomlDocument::read(before);
    QVERIFY(document);
    const auto result = edit(*document);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(result->text(), after);
}

void TestTomlTables::removes_data()
{
    addColumns();
    row("with a blank line behind it", removeAt(tPath), "a = 1\n\n# t\n[t]\nb = 1\n\n[u]\n",
        "a = 1\n\n# t\n[u]\n");
    row("with a blank line before it", removeAt(tPath), "a = 1\n\n[t]\nb = 1\n# u\n[u]\n",
        "a = 1\n# u\n[u]\n");
    row("not a line with blanks", removeAt(tPath), "a = 1\n \n[t]\nb = 1\n \n", "a = 1\n \n \n");
    row("the only one", removeAt(tPath), "[t]\na = 1\n", "");
    row("in pieces", removeAt(tPath), "[t.a]\n\n[u]\n\n[t]\n\n[[t.b]]\n[v]\n", "[u]\n[v]\n");
    row("an element with all that is in it", removeAt(element(0)),
        "[[t]]\n[t.u]\n[[t.v]]\n[[t]]\na = 1\n", "[[t]]\na = 1\n");
    row("the last element", removeAt(element(0)), "a = 1\n[[t]]", "a = 1");
    row("in a table that has a header", removeAt({std::string("t"), std::string("u")}),
        "[t]\n[t.u]\na = 1\n", "[t]\n");
    row("in a table that has none", removeAt({std::string("t"), std::string("u")}),
        "[t.u]\na = 1\n[t.v]\n", "[t.v]\n");
    row("a header", removeHeaderAt(tPath), "[t]\n# x\n\n[t.u]\na = 1\n", "# x\n\n[t.u]\na = 1\n");
    row("the header of nothing", removeHeaderAt(tPath), "a = 1\n\n[t]\n", "a = 1\n");
}

void TestTomlTables::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("error");
    const auto refused = [](const char *name, const Edit &edit, const QByteArray &before,
                            const QByteArray &error) {
        QTest::newRow(name) << edit << before << error;
    };
    refused("a name that is there", append(tPath), "a = 1\n[t]\n",
            "line 2, column 1: there is something else of this name already");
    refused("a name of a value", append(tPath), "a = 1\nt = 2\n",
            "line 2, column 5: there is something else of this name already");
    refused("in a value", append({std::string("t"), std::string("u")}), "t = 2\n",
            "line 1, column 5: there is something else of this name already");
    refused("in an inline table", append({std::string("t"), std::string("u")}), "t = {}\n",
            "line 1, column 5: this cannot be changed without a guess; please change it by hand");
    refused("in an array in brackets", append(element(1)), "a = 1\nt = [{}]\n",
            "line 2, column 5: this cannot be changed without a guess; please change it by hand");
    refused("an element in the order of others", append(element(0)), "[[t]]\na = 1\n",
            "line 1, column 1: this cannot be changed without a guess; please change it by hand");
    refused("before nothing", insertBefore(tPath), "a = 1\n", "there is no such table");
    refused("behind an inline table", insertBehind(tPath), "t = {}\n",
            "line 1, column 5: this table has no header of its own; please change it by hand");
    refused("a table in pieces", replace(tPath), "[t]\n[u]\n[t.a]\n",
            "line 3, column 1: this does not stand together with the rest of its table; please "
            "change it by hand");
    refused("a table with dotted keys elsewhere", removeAt({std::string("t"), std::string("u")}),
            "[t]\nu.a = 1\n[t.u.v]\n",
            "line 3, column 1: this cannot be changed without a guess; please change it by hand");
    refused("a header with keys", removeHeaderAt(tPath), "[t]\na = 1\n",
            "line 1, column 1: this cannot be changed without a guess; please change it by hand");
}

void TestTomlTables::refuses()
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

QTEST_APPLESS_MAIN(TestTomlTables)
#include "tst_tomltables.moc"
