// SPDX-License-Identifier: GPL-3.0-or-later
// A message that root tells comes whole to the window, and nothing comes that is none of Lanyard's.
#include "setup/messagejson.h"
#include "setup/setuplimits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <string>
#include <utility>
#include <vector>

using namespace lanyard;
using namespace lanyard::setup;

namespace {

/// A value in a value, so often.
Message nested(int depth)
{
    Message message = "the innermost";
    for (int i = 0; i < depth; ++i)
        message = {"in %1", {message}};
    return message;
}

Message withValues(int count)
{
    return {"many", std::vector<Message>(static_cast<std::size_t>(count), "one")};
}

QJsonValue sentenceWith(const QJsonValue &values)
{
    return QJsonObject{{QStringLiteral("sentence"), QStringLiteral("a %1")},
                       {QStringLiteral("values"), values}};
}

} // namespace

class TestMessageJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void tellsWhatCanBeRead_data();
    void tellsWhatCanBeRead();
    void refuses_data();
    void refuses();
};

void TestMessageJson::comesBack_data()
{
    QTest::addColumn<Message>("message");
    QTest::newRow("nothing") << Message();
    QTest::newRow("a sentence") << Message("the permission was not given");
    QTest::newRow("letters") << Message(QStringLiteral("größe 大小 \U0001F433"));
    QTest::newRow("values") << Message("%1 is no %2", {"/etc/a", QStringLiteral("größe")});
    QTest::newRow("signs of places") << Message("%1 and %2", {"%2", "100%"});
    QTest::newRow("nested") << Message::at(
        "/etc/a", Message::both({"cannot be read: %1", {"EACCES"}}, "nothing was changed"));
    QTest::newRow("an empty value") << Message("%1 is no list", {""});
    QTest::newRow("as long as can be") << Message(std::string(limits::messageLengthMax, 'x'));
    QTest::newRow("as many values as can be") << withValues(limits::messageValuesMax);
    QTest::newRow("as deep as can be") << nested(limits::messageDepthMax);
}

void TestMessageJson::comesBack()
{
    QFETCH(Message, message);
    const auto read = messageFrom(jsonOf(message));
    QVERIFY(read);
    QCOMPARE(*read, message);
}

void TestMessageJson::tellsWhatCanBeRead_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<Message>("told");
    QTest::newRow("control characters")
        << Message("`%1` failed: %2", {std::string("a\u001b[2J"), std::string("b\nc")})
        << Message("`%1` failed: %2", {std::string("a\ufffd[2J"), std::string("b\ufffdc")});
    QTest::newRow("marks of direction")
        << Message(std::string("a\u202eb")) << Message(std::string("a\ufffdb"));
    QTest::newRow("too long") << Message("%1", {std::string(limits::messageLengthMax, 'x') + "y"})
                              << Message("%1", {std::string(limits::messageLengthMax, 'x')});
    Message deep = std::string("in the innermost");
    for (int i = 0; i < limits::messageDepthMax; ++i)
        deep = {"in %1", {deep}};
    QTest::newRow("too deep") << nested(limits::messageDepthMax + 1) << deep;
}

void TestMessageJson::tellsWhatCanBeRead()
{
    QFETCH(Message, message);
    QFETCH(Message, told);
    const auto read = messageFrom(jsonOf(message));
    QVERIFY(read);
    QCOMPARE(*read, told);
}

void TestMessageJson::refuses_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("nothing") << QJsonValue();
    QTest::newRow("undefined") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("a number") << QJsonValue(1);
    QTest::newRow("a list") << QJsonValue(QJsonArray{QStringLiteral("a")});
    QTest::newRow("an empty object") << QJsonValue(QJsonObject());
    QTest::newRow("no values") << QJsonValue(
        QJsonObject{{QStringLiteral("sentence"), QStringLiteral("a")}});
    QTest::newRow("no sentence") << QJsonValue(
        QJsonObject{{QStringLiteral("values"), QJsonArray()}});
    QTest::newRow("a sentence that is no text") << QJsonValue(
        QJsonObject{{QStringLiteral("sentence"), 1}, {QStringLiteral("values"), QJsonArray()}});
    QTest::newRow("one more field")
        << QJsonValue(QJsonObject{{QStringLiteral("sentence"), QStringLiteral("a")},
                                  {QStringLiteral("values"), QJsonArray()},
                                  {QStringLiteral("more"), 1}});
    QTest::newRow("values that are no list") << sentenceWith(QStringLiteral("b"));
    QTest::newRow("a value that is no text") << sentenceWith(QJsonArray{1});
    QTest::newRow("a control character") << QJsonValue(QStringLiteral("a\u001b[2J"));
    QTest::newRow("a line end") << QJsonValue(QStringLiteral("a\nb"));
    QTest::newRow("a mark of direction") << QJsonValue(QStringLiteral("a\u202eb"));
    QTest::newRow("a control character in a value")
        << sentenceWith(QJsonArray{QStringLiteral("\a")});
    QTest::newRow("too long") << QJsonValue(
        QString(limits::messageLengthMax + 1, QLatin1Char('x')));
    QTest::newRow("a value too long")
        << sentenceWith(QJsonArray{QString(limits::messageLengthMax + 1, QLatin1Char('x'))});
    QTest::newRow("too many values") << jsonOf(withValues(limits::messageValuesMax + 1));
    QJsonValue deep = QStringLiteral("the innermost");
    QJsonValue large = QString(limits::messageLengthMax, QLatin1Char('x'));
    for (int i = 0; i <= limits::messageDepthMax; ++i) {
        deep = sentenceWith(QJsonArray{deep});
        if (i < limits::messageDepthMax)
            large = QJsonObject{{QStringLiteral("sentence"), QStringLiteral("%1").repeated(100)},
                                {QStringLiteral("values"), QJsonArray{large}}};
    }
    QTest::newRow("too deep") << sentenceWith(QJsonArray{deep});
    QTest::newRow("too long when it is told") << large;
}

void TestMessageJson::refuses()
{
    QFETCH(QJsonValue, json);
    QVERIFY(!messageFrom(json));
}

QTEST_APPLESS_MAIN(TestMessageJson)
#include "tst_messagejson.moc"
