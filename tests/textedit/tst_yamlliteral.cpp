// SPDX-License-Identifier: GPL-3.0-or-later
// A text of several lines in a YAML document changes, and every other byte stays.
#include "textedit/yamlliteral.h"

#include "textedit/yamldocument.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::textedit;

namespace {

const YamlPath path{std::string("g"), std::string("k")};

QByteArray shown(const Result<QByteArray> &result)
{
    return result ? *result
                  : "error: " + QByteArray::fromStdString(result.error().message.english());
}

} // namespace

class YamlLiteralTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data();
    void replaces();
    void refuses_data();
    void refuses();
    void removes_data();
    void removes();
};

void YamlLiteralTest::replaces_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *value,
                        const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(value) << QByteArray(after);
    };
    row("a line comes", "g:\n  k: |\n    a\n    b\n  x: 1\n", "a\nnew\nb\n",
        "g:\n  k: |\n    a\n    new\n    b\n  x: 1\n");
    row("a line goes", "g:\n  k: |\n    a\n    b\n", "b\n", "g:\n  k: |\n    b\n");
    row("the same", "g:\n  k: |\n      a\n   \n      b\n", "a\n\nb\n",
        "g:\n  k: |\n      a\n   \n      b\n");
    row("blank lines keep their bytes", "g:\n  k: |\n      a\n   \n      b\n", "a\n\nb\nc\n",
        "g:\n  k: |\n      a\n   \n      b\n      c\n");
    row("its own indentation", "g:\n k: |\n  a\n", "a\n  b\n\nc\n",
        "g:\n k: |\n  a\n    b\n\n  c\n");
    row("without the last line end", "g:\n  k: |-\n    a\n", "a\nb", "g:\n  k: |-\n    a\n    b\n");
    row("with all line ends", "g:\n  k: |+\n    a\n\n\n  x: 1\n", "a\nb\n",
        "g:\n  k: |+\n    a\n    b\n\n\n  x: 1\n");
    row("with an indicator", "g:\n  k: |1 # c\n      a\n", "b\n   a\n",
        "g:\n  k: |1 # c\n   b\n      a\n");
    row("an indicator is needed", "g:\n  k: |\n    a\n      b\n", "  b\n",
        "g:\n  k: |2\n      b\n");
    row("an indicator is needed beside a mark", "g:\n  k: |-\n    a\n      b\n", "  b\n",
        "g:\n  k: |2-\n      b\n");
    row("carriage returns", "g:\r\n  k: |\r\n    a\r\n", "a\nb\n",
        "g:\r\n  k: |\r\n    a\r\n    b\r\n");
    row("the text ends without a line end", "g:\n  k: |\n    a", "b\na\nc\n",
        "g:\n  k: |\n    b\n    a\n    c");
    row("an empty block", "g:\n  k: |\n  x: 1\n", "a\n", "g:\n  k: |\n    a\n  x: 1\n");
    row("an empty block at the end", "g:\n  k: |", "a\n", "g:\n  k: |\n    a");
    row("all lines go", "g:\n  k: |\n    a\n  x: 1\n", "", "g:\n  k: |\n  x: 1\n");
    row("plain", "g:\n  k: a b  # c\n  x: 1\n", "a b\nc\n",
        "g:\n  k: |  # c\n    a b\n    c\n  x: 1\n");
    row("plain, of several lines", "g:\n  k: a\n   b\n  x: 1\n", "n\n",
        "g:\n  k: |\n    n\n  x: 1\n");
    row("in double quotes", "g:\n  k: \"a\\nb\" # c\n", "a\nb\nc",
        "g:\n  k: | # c\n    a\n    b\n    c\n");
    row("in single quotes, at the end", "g:\n  k: 'a'", "a\nb", "g:\n  k: |\n    a\n    b");
    row("on a line of its own", "g:\n  k:\n    'a'\n", "a\nb", "g:\n  k:\n    |\n    a\n    b\n");
    row("folded", "g:\n  k: >- # c\n      a\n\n      b\n  x: 1\n", "a\nb\nc\n",
        "g:\n  k: |- # c\n      a\n      b\n      c\n  x: 1\n");
    row("starts indented", "g:\n  k: a\n", "  a\nb\n", "g:\n  k: |2\n      a\n    b\n");
    row("tabs in the text", "g:\n  k: |\n    a\n    \tb\n", "a\n\tb\n\tc\n",
        "g:\n  k: |\n    a\n    \tb\n    \tc\n");
    row("a byte order mark", "\xEF\xBB\xBFg:\n  k: a\n", "b", "\xEF\xBB\xBFg:\n  k: |\n    b\n");
    row("other anchors", "x: &x 1\ng:\n  k: a\n  y: *x\n", "b",
        "x: &x 1\ng:\n  k: |\n    b\n  y: *x\n");
}

void YamlLiteralTest::replaces()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, value);
    const auto result = replaceWithLiteral(before, path, value);
    QTEST(shown(result), "after");
    const auto document = readYaml(*result);
    QVERIFY(document);
    QByteArray read = QByteArray::fromStdString(document->find("g")->value.find("k")->value.scalar);
    while (read.endsWith('\n'))
        read.chop(1);
    QCOMPARE(read, value.endsWith('\n') ? value.chopped(1) : value);
}

void YamlLiteralTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *text, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(message);
    };
    row("no YAML", "g: [\n", "error: line 2, column 1: ");
    row("not there", "g:\n  x: 1\n", "error: line 2, column 3: what is to be edited is not there");
    row("no mapping", "g: 1\n", "error: line 1, column 4: expected a mapping");
    row("in brackets", "g: {k: a}\n", "error: line 1, column 4: what stands in brackets");
    row("all in brackets", "{g: {k: a}}\n", "error: line 1, column 1: what stands in brackets");
    row("no text", "g:\n  k: [a]\n", "error: line 2, column 6: expected a text");
    row("an anchor", "g:\n  k: &a b\n", "error: line 2, column 6: what has an anchor");
    row("an anchor of a block", "g:\n  k: &a |\n    b\n",
        "error: line 2, column 6: what has an anchor");
    row("an anchor above", "g: &a\n  k: b\n", "error: line 1, column 4: what has an anchor");
    row("a tag", "g:\n  k: !!str b\n", "error: line 2, column 6: what has an anchor");
    row("an alias", "x: &a b\ng:\n  k: *a\n", "error: line 3, column 6: an alias");
    row("a merge key", "x: &a {y: 1}\ng:\n  <<: *a\n  k: b\n",
        "error: line 3, column 3: a mapping with a merge");
    row("twice", "g:\n  k: a\n  k: b\n", "error: line 3, column 3: key");
    row("tabs", "g:\n\tk: a\n", "error: line 2");
}

void YamlLiteralTest::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const QByteArray result = shown(replaceWithLiteral(text, path, "new\n"));
    QVERIFY2(result.startsWith(message), result.constData());
}

void YamlLiteralTest::removes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("a block", "g:\n  # c\n  k: |\n    a\n\n    b\n  # d\n  x: 1\n",
        "g:\n  # c\n  # d\n  x: 1\n");
    row("the last of a text", "g:\n  x: 1\n  k: |\n    a\n", "g:\n  x: 1\n");
    row("the last of a text without a line end", "g:\n  x: 1\n  k: |\n    a", "g:\n  x: 1");
    row("the only one", "g: # c\n  k: a\n", "g: # c\n");
    row("a list", "g:\n  k:\n    - a\n    - b\n  x: 1\n", "g:\n  x: 1\n");
    row("nothing", "g:\n  k:\n  x: 1\n", "g:\n  x: 1\n");
    row("an empty block", "g:\n  k: |\n  x: 1\n", "g:\n  x: 1\n");
}

void YamlLiteralTest::removes()
{
    QFETCH(const QByteArray, before);
    QTEST(shown(removeEntryLines(before, path)), "after");
}

QTEST_APPLESS_MAIN(YamlLiteralTest)
#include "tst_yamlliteral.moc"
