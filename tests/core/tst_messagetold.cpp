// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to a person is told in their language, and each value stands where that has it.
#include "core/message.h"

#include <QTest>

#include <map>
#include <string>
#include <vector>

using namespace lanyard;

namespace {

const char *const places = "line %1, column %2";

/// Another language, which has some of the sentences.
std::string translated(const std::string &sentence)
{
    static const std::map<std::string, std::string> table{
        {"there is no such file", "ei ole"},
        {"cannot be read: %1", "ei lueta: %1"},
        {"%1 is not known to %2", "%2 ei tunne: %1"},
        {"%1 again", "%1 ja %1"},
        {"the program %1", "ohjelma %1"},
    };
    const auto found = table.find(sentence);
    return found == table.end() ? sentence : found->second;
}

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

class TestMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void keepsItsParts();
    void comparesByItsParts();
};

void TestMessage::tells_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *name, const Message &message, const char *english,
                        const char *other) {
        QTest::newRow(name) << message << QString::fromUtf8(english) << QString::fromUtf8(other);
    };
    row("nothing", {}, "", "");
    row("a sentence", "there is no such file", "there is no such file", "ei ole");
    row("not in the table", "crashed", "crashed", "crashed");
    row("a value", {"cannot be read: %1", {"EACCES"}}, "cannot be read: EACCES",
        "ei lueta: EACCES");
    row("swapped places", {"%1 is not known to %2", {"a", "b"}}, "a is not known to b",
        "b ei tunne: a");
    row("a place twice", {"%1 again", {"x"}}, "x again", "x ja x");
    row("values with places", {"%1 is not known to %2", {"%2", "%1"}}, "%2 is not known to %1",
        "%1 ei tunne: %2");
    row("words with places", std::string("50 %1 %2"), "50 %1 %2", "50 %1 %2");
    row("places without a value", {"line %1, column %2", {"3"}}, "line 3, column %2",
        "line 3, column %2");
    row("no place for a value", {"crashed", {"x"}}, "crashed", "crashed");
    row("nine places", {"%9%8%7%6%5%4%3%2%1", {"1", "2", "3", "4", "5", "6", "7", "8", "9"}},
        "987654321", "987654321");
    row("signs that are no places", {"100% of %1, %0 %a %", {"x"}}, "100% of x, %0 %a %",
        "100% of x, %0 %a %");
    row("a value from Qt", {"cannot be read: %1", {QStringLiteral("größe")}},
        "cannot be read: größe", "ei lueta: größe");
    row("words that are a sentence elsewhere", {"%1 again", {std::string("there is no such file")}},
        "there is no such file again", "there is no such file ja there is no such file");
    row("nested", {"the program %1", {{"cannot be read: %1", {Message("there is no such file")}}}},
        "the program cannot be read: there is no such file", "ohjelma ei lueta: ei ole");
    row("where", Message::at("/a", "there is no such file"), "/a: there is no such file",
        "/a: ei ole");
    row("where, as a sentence", Message::at({places, {"3", "4"}}, {"%1 again", {"x"}}),
        "line 3, column 4: x again", "line 3, column 4: x ja x");
    row("both", Message::both("there is no such file", {"%1 again", {"x"}}),
        "there is no such file; x again", "ei ole; x ja x");
}

void TestMessage::tells()
{
    QFETCH(Message, message);
    QTEST(words(message.english()), "english");
    QTEST(words(message.told(translated)), "other");
}

void TestMessage::keepsItsParts()
{
    const Message message("%1 is not known to %2", {std::string("a"), QStringLiteral("b")});
    QCOMPARE(message.sentence(), "%1 is not known to %2");
    QCOMPARE(message.values(), (std::vector<Message>{std::string("a"), std::string("b")}));
    QVERIFY(!message.isWords());
    QVERIFY(message.values().front().isWords());
    QVERIFY(!message.isEmpty());
    QVERIFY(Message().isEmpty());
    QVERIFY(Message("").isEmpty());
}

void TestMessage::comparesByItsParts()
{
    QCOMPARE(Message("%1 again", {"x"}), Message("%1 again", {"x"}));
    QVERIFY(Message("%1 again", {"x"}) != Message("%1 again", {"y"}));
    QVERIFY(Message("%1 again", {"x"}) != Message("x again"));
    QVERIFY(Message("crashed") != Message(std::string("crashed")));
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_messagetold.moc"
