// SPDX-License-Identifier: GPL-3.0-or-later
// Fields are found whatever their case and joined in order; every kind of body knows its length.
#include "http/message.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::http;

class TestMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFields();
    void knowsBodyLengths();
    void appendsFields();
};

void TestMessage::findsFields()
{
    Request request;
    request.fields = {{"Accept", "a/b"}, {"HOST", "x"}, {"accept", "c/d"}, {"ACCEPT", ""}};
    QCOMPARE(request.header("accept"), std::string_view("a/b"));
    QCOMPARE(request.header("Host"), std::string_view("x"));
    QCOMPARE(request.header("Hos"), std::string_view());
    QCOMPARE(request.joinedHeader("Accept"), std::string("a/b, c/d, "));
    QCOMPARE(request.joinedHeader("Range"), std::string());
}

void TestMessage::knowsBodyLengths()
{
    QCOMPARE(bodyLength(Body()), std::int64_t{0});
    QCOMPARE(bodyLength(QByteArray("abc")), std::int64_t{3});
    QCOMPARE(bodyLength(FileBody{.file = nullptr, .offset = 5, .length = 7}), std::int64_t{7});
    const auto growing = std::make_shared<GrowingFile>(nullptr, 14);
    QCOMPARE(bodyLength(GrowingBody{.reader = *growing->follow(5), .offset = 5, .length = 9}),
             std::int64_t{9});
}

void TestMessage::appendsFields()
{
    std::string fields;
    appendField(fields, "Age", "5");
    appendField(fields, "Link", "");
    QCOMPARE(fields, std::string("Age: 5\r\nLink: \r\n"));
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
