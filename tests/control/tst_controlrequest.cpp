// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which lines are requests on the control socket, and that every other is refused with a
// reason.
#include "control/controlrequest.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::control;

class TestControlRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writesWhatItReads();
};

void TestControlRequest::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qsizetype>("arguments");
    QTest::newRow("no arguments") << QByteArray(R"({"version":1,"verb":"x"})") << qsizetype{0};
    QTest::newRow("arguments") << QByteArray(
                                      R"({"version":1,"verb":"x","arguments":{"a":1,"b":"2"}})")
                               << qsizetype{2};
    QTest::newRow("with its end") << QByteArray("{\"version\":1,\"verb\":\"x\"}\r\n")
                                  << qsizetype{0};
    QTest::newRow("another field")
        << QByteArray(R"({"version":1,"verb":"x","id":[7]})") << qsizetype{0};
}

void TestControlRequest::reads()
{
    QFETCH(QByteArray, line);
    QFETCH(qsizetype, arguments);
    const Result<ControlRequest> request = parseControlRequest(line);
    QVERIFY(request);
    QCOMPARE(request->verb, std::string("x"));
    QCOMPARE(request->arguments.size(), arguments);
}

void TestControlRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &line, const char *says) {
        QTest::newRow(name) << line << QByteArray(says);
    };
    row("empty", "", "JSON object");
    row("text", "GET / HTTP/1.1\r\n", "JSON object");
    row("array", "[1]", "JSON object");
    row("cut", R"({"version":1,"verb":"x")", "JSON object");
    row("two", R"({"version":1,"verb":"x"}{})", "JSON object");
    row("NUL", QByteArray("\0", 1), "JSON object");
    row("too deep", QByteArray(5000, '['), "JSON object");
    row("no version", R"({"verb":"x"})", "version");
    row("later version", R"({"version":2,"verb":"x"})", "version of a request must be 1");
    row("version as text", R"({"version":"1","verb":"x"})", "version");
    row("no verb", R"({"version":1})", "verb");
    row("empty verb", R"({"version":1,"verb":""})", "verb");
    row("number for a verb", R"({"version":1,"verb":1})", "verb");
    row("list of arguments", R"({"version":1,"verb":"x","arguments":[]})", "arguments");
    row("null for arguments", R"({"version":1,"verb":"x","arguments":null})", "arguments");
}

void TestControlRequest::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, says);
    const Result<ControlRequest> request = parseControlRequest(line);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidInput);
    QVERIFY2(request.error().message.english().find(says.toStdString()) != std::string::npos,
             request.error().message.english().c_str());
}

void TestControlRequest::writesWhatItReads()
{
    const ControlRequest request{
        .verb = "inspect", .arguments = {{QStringLiteral("reference"), QStringLiteral("ä\n")}}};
    const QByteArray line = controlRequestLine(request);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    const Result<ControlRequest> read = parseControlRequest(line);
    QVERIFY(read);
    QCOMPARE(read->verb, request.verb);
    QCOMPARE(read->arguments, request.arguments);
}

QTEST_APPLESS_MAIN(TestControlRequest)
#include "tst_controlrequest.moc"
