// SPDX-License-Identifier: GPL-3.0-or-later
// A YAML text becomes a tree with places, or one diagnostic at its place; nesting, aliases and size
// are bounded.
#include "core/limits.h"
#include "textedit/yamldocument.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::textedit;

namespace {

ParsedYaml parse(const QByteArray &text)
{
    return parseYaml(text, QStringLiteral("f"), DuplicateKeys::Error);
}

/// Each anchor is ten aliases of the one before: ten to the ninth values when written out.
QByteArray aliasBomb()
{
    QByteArray text = "a0: &a0 [x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        QByteArrayList aliases;
        for (int n = 0; n < 10; ++n)
            aliases.append(alias);
        const QByteArray name = "a" + QByteArray::number(i);
        text += name + ": &" + name + " [" + aliases.join(", ") + "]\n";
    }
    return text;
}

} // namespace

class TestYamlDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTree();
    void mergesKeys();
    void refuses_data();
    void refuses();
    void emptyDocumentIsNothing();
    void lastDuplicateCountsWhenAllowed();
};

void TestYamlDocument::givesTheTree()
{
    const auto [root, problems] = parse("a: &x [1, \"2\"]\nb:\n  c: ~\nd: *x\n");
    QVERIFY(root);
    QVERIFY(problems.empty());
    const YamlNode &a = root->find("a")->value;
    QCOMPARE(a.items.size(), std::size_t(2));
    QVERIFY(!a.items[0].isQuoted);
    QVERIFY(a.items[1].isQuoted);
    QCOMPARE(a.items[1].place.line, 1);
    QCOMPARE(a.items[1].place.column, 11);
    const YamlEntry *c = root->find("b")->value.find("c");
    QVERIFY(c->value.kind == YamlNode::Kind::Null);
    QCOMPARE(c->keyPlace.line, 3);
    QCOMPARE(c->keyPlace.column, 3);
    QCOMPARE(root->find("d")->value.items.size(), std::size_t(2));
    QVERIFY(!root->find("e"));
}

void TestYamlDocument::mergesKeys()
{
    const auto root = readYaml("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y], a: 3}\n");
    QVERIFY(root);
    const YamlNode &z = root->find("z")->value;
    QCOMPARE(z.entries.size(), std::size_t(3));
    QCOMPARE(z.find("a")->value.scalar, std::string("3"));
    QCOMPARE(z.find("b")->value.scalar, std::string("1"));
    QCOMPARE(z.find("c")->value.scalar, std::string("2"));
}

void TestYamlDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, int line, int column,
                        const char *says) {
        QTest::newRow(name) << text << line << column << QString::fromLatin1(says);
    };
    row("syntax", "a: [1, 2\nb: 3\n", 2, 2, "not YAML");
    row("indentation", "a: 1\n b: 2\n", 2, 3, "not YAML");
    row("tabs", "a:\n\t- 1\n", 2, 2, "not YAML");
    row("unknown alias", "a: *nobody\n", 1, 4, "not YAML");
    row("own alias", "a: &x [*x]\n", 1, 8, "inside its own value");
    row("list as key", "? [a]\n: 1\n", 1, 3, "a key must be a text");
    row("second document", "a: 1\n---\nb: 2\n", 3, 1, "a second document");
    row("no UTF-8", "a: 1\nb: \xff\n", 2, 4, "no UTF-8");
    row("duplicate", "a: 1\nb: 2\na: 3\n", 3, 1, "key 'a' occurs twice; the first is in line 1");
    row("deep flow", QByteArray(40, '[') + QByteArray(40, ']'), 1, 33, "nested too deeply");
    row("unended flow", QByteArray(200'000, '['), 1, 17, "nested too deeply");
    row("alias bomb", aliasBomb(), 5, 45, "too many values");
    row("too large", QByteArray(limits::configBytesMax + 1, '#'), 0, 0, "larger than");
}

void TestYamlDocument::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const std::vector<YamlProblem> problems = parse(text).problems;
    QCOMPARE(problems.size(), std::size_t(1));
    QVERIFY(problems[0].isError);
    QVERIFY2(QString::fromStdString(problems[0].message.english()).contains(says),
             problems[0].message.english().c_str());
    QTEST(problems[0].place.line, "line");
    QTEST(problems[0].place.column, "column");
    const auto read = readYaml(text);
    QVERIFY(!read);
    QFETCH(int, line);
    QFETCH(int, column);
    const QString place = QStringLiteral("line %1, column %2: ").arg(line).arg(column);
    QCOMPARE(QString::fromStdString(read.error().message.english()),
             place + QString::fromStdString(problems[0].message.english()));
}

void TestYamlDocument::emptyDocumentIsNothing()
{
    for (const char *text : {"", "# nothing\n", "---\n"}) {
        const auto root = readYaml(text);
        QVERIFY(root && root->kind == YamlNode::Kind::Null);
    }
}

void TestYamlDocument::lastDuplicateCountsWhenAllowed()
{
    const auto [root, problems] =
        parseYaml("a: 1\na: 2\n", QStringLiteral("f"), DuplicateKeys::Warning);
    QVERIFY(root);
    QCOMPARE(problems.size(), std::size_t(1));
    QVERIFY(!problems[0].isError);
    QCOMPARE(root->find("a")->value.scalar, std::string("2"));
}

QTEST_GUILESS_MAIN(TestYamlDocument)
#include "tst_yamldocument.moc"
