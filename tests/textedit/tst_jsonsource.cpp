// SPDX-License-Identifier: GPL-3.0-or-later
// A text of strict JSON becomes a tree with places; whatever other readers forgive, or read in
// their own ways, is refused at its line and column.
#include "textedit/jsonsource.h"

#include "textedit/texteditlimits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::textedit;

class TestJsonSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTree();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void saysWhatIsTheSame_data();
    void saysWhatIsTheSame();
};

void TestJsonSource::givesTheTree()
{
    const QByteArray text =
        "{ \"a\" : [1, \"x\\u00e9\\\"\"],\r\n\t\"b\\u002dc\": {\"d\": null} }\n";
    const auto root = parseJson(text);
    QVERIFY2(root, root ? "" : root.error().message.english().c_str());
    QVERIFY(root->kind == JsonNode::Kind::Object);
    QCOMPARE(root->end, text.size() - 1);
    const JsonNode *a = root->find("a");
    QVERIFY(a && a->kind == JsonNode::Kind::Array);
    QCOMPARE(a->children.size(), std::size_t(2));
    QCOMPARE(a->children[0].value.text, std::string("1"));
    QCOMPARE(a->children[1].value.text, std::string("x\xC3\xA9\""));
    QCOMPARE(text.mid(a->children[1].begin, a->children[1].end() - a->children[1].begin),
             QByteArray("\"x\\u00e9\\\"\""));
    QCOMPARE(root->indexOf("b-c"), 1);
    QCOMPARE(text.mid(root->children[1].key.begin, 3), QByteArray("\"b\\"));
    QVERIFY(root->find("b-c")->find("d")->kind == JsonNode::Kind::Word);
    QVERIFY(!root->find("d"));
    QCOMPARE(a->indexOf("1"), -1);
}

void TestJsonSource::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"{}", "[]", " [ ] ", "\"\"", "0", "-0.5e+3", "true", "false", "null", "\t\r\n{\n}\r\n",
          "[[], {}, [{}]]", "{\"\": \"\"}", "\"\\\\\"", "\"\\\"\"", "\"/* no comment */ // #\"",
          "\"\\ud83d\\ude00\"", "[1,2 ,3]", "18446744073709551615", "\"\xF0\x9F\x98\x80\""})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
    const int depth = limits::jsonDepthMax;
    QTest::newRow("as deep as may be") << QByteArray(depth, '[') + QByteArray(depth, ']');
    QTest::newRow("as large as may be") << '"' + QByteArray(limits::jsonBytesMax - 2, 'x') + '"';
}

void TestJsonSource::accepts()
{
    QFETCH(QByteArray, text);
    const auto root = parseJson(text);
    QVERIFY2(root, root ? "" : root.error().message.english().c_str());
    QCOMPARE(text.mid(root->begin, root->end - root->begin), text.trimmed());
}

void TestJsonSource::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, const char *says) {
        QTest::newRow(name) << text << QString::fromLatin1(says);
    };
    row("nothing", "", "line 1, column 1: expected a value");
    row("blank", " \n ", "line 2, column 2: expected a value");
    row("byte order mark", "\xEF\xBB\xBF{}", "line 1, column 1: a byte order mark");
    row("comment before", "// x\n{}", "line 1, column 1: JSON allows no comments");
    row("comment behind", "{} /* x */", "line 1, column 4: JSON allows no comments");
    row("comment behind a brace", "{ // x\n}", "line 1, column 3: JSON allows no comments");
    row("comment before a colon", "{\"a\" /**/: 1}", "line 1, column 6: JSON allows no comments");
    row("comment before a value", "{\"a\": /**/ 1}", "line 1, column 7: JSON allows no comments");
    row("comment behind a value", "{\n  \"a\": 1 // x\n}",
        "line 2, column 10: JSON allows no comments");
    row("comment touching a value", "[1//x\n]", "line 1, column 3: JSON allows no comments");
    row("comment of a shell", "[\n# x\n1]", "line 2, column 1: JSON allows no comments");
    row("comma at the end", "{\"a\": [1, 2,]}", "line 1, column 12: JSON allows no comma before ]");
    row("comma at the end of lines", "{\n  \"a\": 1,\n}", "line 2, column 9: JSON allows no comma");
    row("comma alone", "[,]", "line 1, column 2: expected a value");
    row("two commas", "[1,,2]", "line 1, column 4: expected a value");
    row("no comma", "[1 2]", "line 1, column 4: expected , or ]");
    row("no comma between members", "{\"a\": 1\n \"b\": 2}", "line 2, column 2: expected , or }");
    row("wrong bracket", "{\"a\": [1}", "line 1, column 9: expected , or ]");
    row("no end", "{\"a\": 1", "line 1, column 8: expected , or }");
    row("no end of a text", "{\"a\": \"x}", "line 1, column 7: this text has no end");
    row("key without quotes", "{a: 1}", "line 1, column 2: expected a key");
    row("key in single quotes", "{'a': 1}", "line 1, column 2: expected a key");
    row("key that is a number", "{1: 1}", "line 1, column 2: expected a key");
    row("no colon", "{\"a\" 1}", "line 1, column 6: expected : behind a key");
    row("no value", "{\"a\": }", "line 1, column 7: expected a value");
    row("text in single quotes", "['a']", "line 1, column 2: not JSON");
    row("word", "[True]", "line 1, column 2: not JSON");
    row("word that goes on", "[nulls]", "line 1, column 2: not JSON");
    row("number that begins with 0", "[012]", "line 1, column 2: not JSON");
    row("number out of range", "[1, 1e999]", "line 1, column 5: not JSON");
    row("number without an end", "[1.]", "line 1, column 2: not JSON");
    row("not a number", "[NaN]", "line 1, column 2: not JSON");
    row("line end in a text", "[\"a\nb\"]", "line 1, column 2: not JSON");
    row("unknown escape", "[\"\\x41\"]", "line 1, column 2: not JSON");
    row("half a pair", "[\"\\ud83d\"]", "line 1, column 2: not JSON");
    row("no UTF-8", "{\"a\": \"\xFF\"}", "line 1, column 7: not JSON");
    row("byte 0", QByteArray("{}\0", 3), "line 1, column 3: nothing may stand behind");
    row("two documents", "{}\n{}", "line 2, column 1: nothing may stand behind");
    row("a key twice", "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
        "line 3, column 2: key 'a' occurs twice; the first is at line 1, column 2");
    row("a key twice in other letters", "[{\"a-b\": 1, \"a\\u002db\": 1}]",
        "line 1, column 13: key 'a-b' occurs twice");
    const int depth = limits::jsonDepthMax + 1;
    row("too deep", QByteArray(depth, '[') + QByteArray(depth, ']'),
        "line 1, column 65: the document is nested too deeply");
    row("much too deep", QByteArray(200'000, '['), "line 1, column 65: the document is nested");
    row("too large", '"' + QByteArray(limits::jsonBytesMax - 1, 'x') + '"',
        "line 1, column 1: the text is larger than 262144 bytes");
    row("too many values", '[' + QByteArray("1,").repeated(20'000) + "1]",
        "the document has too many values");
}

void TestJsonSource::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto root = parseJson(text);
    QVERIFY(!root);
    QVERIFY(root.error().code == ErrorCode::InvalidInput);
    const QString message = QString::fromStdString(root.error().message.english());
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestJsonSource::saysWhatIsTheSame_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("blanks") << QByteArray("{\"a\":[1,{}]}") << QByteArray("{ \"a\": [ 1, { } ] }\n")
                            << true;
    QTest::newRow("escapes") << QByteArray("[\"a\\u0062\"]") << QByteArray("[\"ab\"]") << true;
    QTest::newRow("text and word") << QByteArray("[\"1\"]") << QByteArray("[1]") << false;
    QTest::newRow("key") << QByteArray("{\"a\": 1}") << QByteArray("{\"b\": 1}") << false;
    QTest::newRow("value") << QByteArray("{\"a\": 1}") << QByteArray("{\"a\": 2}") << false;
    QTest::newRow("more") << QByteArray("[1]") << QByteArray("[1, 1]") << false;
    QTest::newRow("order") << QByteArray("{\"a\": 1, \"b\": 1}")
                           << QByteArray("{\"b\": 1, \"a\": 1}") << false;
    QTest::newRow("kind") << QByteArray("[]") << QByteArray("{}") << false;
}

void TestJsonSource::saysWhatIsTheSame()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto first = parseJson(a);
    const auto second = parseJson(b);
    QVERIFY(first && second);
    QTEST(isSameValue(*first, *second), "isSame");
}

QTEST_GUILESS_MAIN(TestJsonSource)
#include "tst_jsonsource.moc"
