// SPDX-License-Identifier: GPL-3.0-or-later
// What was added to a YAML text can be taken back to the byte: what stands around it is of a
// person, with whatever comments and blank lines.
#include "textedit/yamledit.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::textedit;

using Edit = std::function<Result<QByteArray>(const QByteArray &)>;
Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(YamlPath)

namespace {

const YamlPath item{"a", std::size_t(0)};
const YamlPath key{"a", "k"};

Result<QByteArray> prepended(const QByteArray &text)
{
    return prependItem(text, {"a"}, YamlValue::ofText("x"));
}

Result<QByteArray> keyAdded(const QByteArray &text)
{
    return insertKey(text, {"a"}, "k", YamlValue::ofText("x"));
}

} // namespace

class TestYamlTakeBack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameBytes_data();
    void givesTheSameBytes();
    void keepsComments_data();
    void keepsComments();
    void refuses_data();
    void refuses();
};

void TestYamlTakeBack::givesTheSameBytes_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<YamlPath>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const Edit &edit, const YamlPath &path,
                        const char *before, const char *after) {
        QTest::newRow(name) << edit << path << QByteArray(before) << QByteArray(after);
    };
    row("item in lines", prepended, item, "a:\n  - b\n  - c\n", "a:\n  - x\n  - b\n  - c\n");
    row("items not indented", prepended, item, "a:\n- b\n", "a:\n- x\n- b\n");
    row("item before comments", prepended, item, "a: # 1\n\n  # 2\n  # 3\n  - b # 4\n  # 5\n",
        "a: # 1\n\n  - x\n  # 2\n  # 3\n  - b # 4\n  # 5\n");
    row("item before one that stands apart", prepended, item, "a:\n\n  - b\n\n  - c\n",
        "a:\n\n  - x\n  - b\n\n  - c\n");
    row("item before a mapping", prepended, item, "a:\n  - b: c\n    d: e\n",
        "a:\n  - x\n  - b: c\n    d: e\n");
    row("item with CRLF", prepended, item, "a:\r\n  - b\r\n", "a:\r\n  - x\r\n  - b\r\n");
    row("item without a line end behind", prepended, item, "a:\n  - b", "a:\n  - x\n  - b");
    row("item in brackets", prepended, item, "a: [ b, c ] # 1\n", "a: [ x, b, c ] # 1\n");
    row("item in brackets over lines", prepended, item, "a: [\n  # 1\n  b, # 2\n  c\n]\n",
        "a: [\n  # 1\n  x,\n  b, # 2\n  c\n]\n");
    row("item in brackets beside the first", prepended, item, "a: [b,\n    c]\n",
        "a: [x, b,\n    c]\n");
    row(
        "item of the document",
        [](const QByteArray &text) { return prependItem(text, {}, YamlValue::ofText("x")); },
        {std::size_t(0)}, "---\n- b\n", "---\n- x\n- b\n");
    row("key behind a comment", keyAdded, key, "a:\n  b: 1\n    # 1\n  # 2\n# 3\n",
        "a:\n  b: 1\n    # 1\n  k: x\n  # 2\n# 3\n");
    row("key before blank lines", keyAdded, key, "a:\n  b: 1\n\n\nc: 2\n",
        "a:\n  b: 1\n  k: x\n\n\nc: 2\n");
    row("key in braces", keyAdded, key, "a: {b: 1}\n", "a: {b: 1, k: x}\n");
    row("key in braces over lines", keyAdded, key, "a: {\n  b: 1, # 1\n}\n",
        "a: {\n  b: 1, k: x, # 1\n}\n");
    const Edit toDocument = [](const QByteArray &text) {
        return insertKey(text, {}, "k", YamlValue::mapping({{"l", YamlValue::ofText("x")}}));
    };
    row("key of the document", toDocument, {"k"}, "a: 1\n\n# end", "a: 1\nk:\n  l: x\n\n# end");
    row("only key of the document", toDocument, {"k"}, "# 1\n# 2\n", "# 1\n# 2\nk:\n  l: x\n");
    row("only key without a line end", toDocument, {"k"}, "# 1", "# 1\nk:\n  l: x");
    row("only key behind a blank line", toDocument, {"k"}, "# 1\n\n", "# 1\n\nk:\n  l: x\n");
}

void TestYamlTakeBack::givesTheSameBytes()
{
    QFETCH(Edit, edit);
    QFETCH(YamlPath, path);
    QFETCH(QByteArray, before);
    const auto after = edit(before);
    QVERIFY2(after, after ? "" : after.error().message.english().c_str());
    QTEST(*after, "after");
    const auto back = takeBackChild(*after, path);
    QVERIFY2(back, back ? "" : back.error().message.english().c_str());
    QCOMPARE(*back, before);
}

void TestYamlTakeBack::keepsComments_data()
{
    QTest::addColumn<YamlPath>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const YamlPath &path, const char *before,
                        const char *after) {
        QTest::newRow(name) << path << QByteArray(before) << QByteArray(after);
    };
    row("of an item", item, "a:\n  # 1\n  - x # 2\n    # 3\n\n  - b\n",
        "a:\n  # 1\n    # 3\n\n  - b\n");
    row("of a key", key, "a:\n  b: 1\n\n  # 1\n  k: x\n\n  c: 2\n",
        "a:\n  b: 1\n\n  # 1\n\n  c: 2\n");
    row("in brackets", item, "a: [\n  # 1\n  x,\n  b\n]\n", "a: [\n  # 1\n  b\n]\n");
}

void TestYamlTakeBack::keepsComments()
{
    QFETCH(YamlPath, path);
    QFETCH(QByteArray, before);
    const auto after = takeBackChild(before, path);
    QVERIFY2(after, after ? "" : after.error().message.english().c_str());
    QTEST(*after, "after");
}

void TestYamlTakeBack::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *text, const char *says) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(says);
    };
    row("a text", "a: b\n", "line 1, column 4: an item cannot be added here");
    row("a mapping", "a: {b: c}\n", "line 1, column 4: an item cannot be added here");
    row("an anchor", "a: &a [b]\n", "line 1, column 4: what has an anchor");
    row("an alias", "b: &b [c]\na: *b\n", "line 2, column 4: an alias (*)");
    row("a tab", "a: [\n\tb]\n", "line 2, column 1: a line that is indented with a tab");
    row("nothing", "b:\n- c\n", "what is to be edited is not there");
}

void TestYamlTakeBack::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const auto result = prepended(text);
    QVERIFY(!result);
    const auto message = QByteArray::fromStdString(result.error().message.english());
    QVERIFY2(message.contains(says), message.constData());
    const auto nested = prependItem("a:\n  - - b\n", item, YamlValue::ofText("x"));
    QVERIFY(!nested);
    QCOMPARE(QByteArray::fromStdString(nested.error().message.english()),
             QByteArray("line 2, column 5: an item cannot be added before this one"));
}

QTEST_GUILESS_MAIN(TestYamlTakeBack)
#include "tst_yamltakeback.moc"
