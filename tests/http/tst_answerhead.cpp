// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an answer: status line, date, framing and fields, exactly.
#include "http/answerhead.h"

#include <QTest>

using namespace lanyard::http;

namespace {

/// The head without its date line, which the clock makes.
std::string withoutDate(std::string_view head)
{
    std::string text(head);
    const std::size_t date = text.find("Date: ");
    if (date != std::string::npos)
        text.erase(date, text.find("\r\n", date) + 2 - date);
    return text;
}

} // namespace

class TestAnswerHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsDates_data();
    void formatsDates();
    void writesHeads();
    void saysWhetherTheConnectionStays();
    void leavesContentLengthOut();
    void nowIsInTheHead();
};

void TestAnswerHead::formatsDates_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("epoch") << qint64{0} << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT");
    QTest::newRow("RFC 9110") << qint64{784111777} << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("leap day") << qint64{1709251199} << QByteArray("Thu, 29 Feb 2024 23:59:59 GMT");
}

void TestAnswerHead::formatsDates()
{
    QFETCH(qint64, time);
    QFETCH(QByteArray, expected);
    QCOMPARE(formatHttpDate(time), expected.toStdString());
}

void TestAnswerHead::writesHeads()
{
    AnswerHeadWriter writer("X-Extra: 1\r\n");
    Response response;
    response.status = 206;
    response.sharedFields = "Content-Type: a/b\r\n";
    response.fields = "Content-Range: bytes 0-1/2\r\n";
    QCOMPARE(withoutDate(writer.write(response, {.contentLength = 2})),
             std::string("HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\nX-Extra: 1\r\n"
                         "Content-Type: a/b\r\nContent-Range: bytes 0-1/2\r\n\r\n"));
    response.status = 299;
    QVERIFY(writer.write(response, {}).starts_with("HTTP/1.1 299 \r\n"));
}

void TestAnswerHead::saysWhetherTheConnectionStays()
{
    AnswerHeadWriter writer({});
    const auto has = [&](AnswerFraming framing, std::string_view line) {
        return std::string(writer.write({}, framing)).find(line) != std::string::npos;
    };
    QVERIFY(!has({.requestMinorVersion = 1, .keepsAlive = true}, "Connection:"));
    QVERIFY(has({.requestMinorVersion = 1, .keepsAlive = false}, "\r\nConnection: close\r\n"));
    QVERIFY(has({.requestMinorVersion = 0, .keepsAlive = true}, "\r\nConnection: keep-alive\r\n"));
    QVERIFY(has({.requestMinorVersion = 0, .keepsAlive = false}, "\r\nConnection: close\r\n"));
}

void TestAnswerHead::leavesContentLengthOut()
{
    AnswerHeadWriter writer({});
    for (const int status : {204, 304}) {
        Response response;
        response.status = status;
        QVERIFY(isBodiless(status));
        QVERIFY(writer.write(response, {.contentLength = 5}).find("Content-Length") ==
                std::string_view::npos);
    }
}

void TestAnswerHead::nowIsInTheHead()
{
    AnswerHeadWriter writer({});
    const std::time_t before = std::time(nullptr);
    const std::string head(writer.write({}, {}));
    bool isFound = false;
    for (std::time_t time = before; time <= std::time(nullptr); ++time)
        isFound = isFound || head.find("\r\nDate: " + formatHttpDate(time) + "\r\n") != head.npos;
    QVERIFY(isFound);
}

QTEST_APPLESS_MAIN(TestAnswerHead)
#include "tst_answerhead.moc"
