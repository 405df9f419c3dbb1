// SPDX-License-Identifier: GPL-3.0-or-later
// A request is read in place and exactly, or refused with its status: every way in which two
// readers of the same bytes could see different requests is refused.
#include "core/limits.h"
#include "http/requestparser.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::http;
using Outcome = RequestParser::Outcome;

namespace {

Outcome parseWhole(RequestParser &parser, std::string_view bytes)
{
    std::size_t scanned = 0;
    return parser.parse(bytes, scanned);
}

std::string withFields(const char *fields)
{
    return "GET /v2/ HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

} // namespace

class TestRequestParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests();
    void readsByteByByte();
    void stopsAtTheEndOfTheHead();
    void readsTargets_data();
    void readsTargets();
    void readsFraming_data();
    void readsFraming();
    void refuses_data();
    void refuses();
    void keepsTheHostOfAnAbsoluteTarget();
    void tellsTheRequestLineOfARefusal();
    void boundsTheHead();
};

void TestRequestParser::readsRequests()
{
    const std::string bytes = "HEAD /v2/a/manifests/b?ns=docker.io HTTP/1.1\r\nHost: cache:5000\r\n"
                              "Accept:\ta/b \r\nX-Empty:\r\naccept: c/d\r\n\r\n";
    RequestParser parser;
    QCOMPARE(parseWhole(parser, bytes), Outcome::Complete);
    const Request &request = parser.request();
    QCOMPARE(request.method, Method::Head);
    QCOMPARE(request.methodName, std::string_view("HEAD"));
    QCOMPARE(request.path, std::string_view("/v2/a/manifests/b"));
    QCOMPARE(request.query, std::string_view("ns=docker.io"));
    QCOMPARE(request.minorVersion, 1);
    QCOMPARE(request.fields.size(), std::size_t{4});
    QCOMPARE(request.joinedHeader("Accept"), std::string("a/b, c/d"));
    QCOMPARE(request.fields[2].value, std::string_view());
    QVERIFY(request.path.data() >= bytes.data() &&
            request.path.data() < bytes.data() + bytes.size());

    QCOMPARE(parseWhole(parser, "get / HTTP/1.0\r\n\r\n"), Outcome::Complete);
    QCOMPARE(parser.request().method, Method::Other); // methods have a case: RFC 9110 §9.1
    QCOMPARE(parser.request().minorVersion, 0);
    QVERIFY(parser.request().fields.empty());
}

void TestRequestParser::readsByteByByte()
{
    const std::string bytes = "\r\nGET /v2/ HTTP/1.1\r\nHost: a\r\nAccept: x\r\n\r\n";
    RequestParser parser;
    std::size_t scanned = 0;
    for (std::size_t size = 1; size < bytes.size(); ++size)
        QCOMPARE(parser.parse(std::string_view(bytes).substr(0, size), scanned),
                 Outcome::NeedsMore);
    QCOMPARE(parser.parse(bytes, scanned), Outcome::Complete);
    QCOMPARE(parser.headLength(), bytes.size());
    QCOMPARE(parser.request().header("accept"), std::string_view("x"));
}

void TestRequestParser::stopsAtTheEndOfTheHead()
{
    const std::string first = withFields("");
    RequestParser parser;
    QCOMPARE(parseWhole(parser, first + "GET /next HTTP/1.1\r\n"), Outcome::Complete);
    QCOMPARE(parser.headLength(), first.size());
    QCOMPARE(parser.request().fields.size(), std::size_t{1});
}

void TestRequestParser::readsTargets_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char *sent, const char *target, const char *path, const char *query) {
        QTest::newRow(sent) << QByteArray(sent) << QByteArray(target) << QByteArray(path)
                            << QByteArray(query);
    };
    row("/", "/", "/", "");
    row("/a?", "/a?", "/a", "");
    row("/a?b=c?d", "/a?b=c?d", "/a", "b=c?d");
    row("//a/../b", "//a/../b", "//a/../b", "");
    row("/a%2f..%00", "/a%2f..%00", "/a%2f..%00", "");
    row("http://x/a?b", "/a?b", "/a", "b");
    row("HTTPS://x:1/", "/", "/", "");
    row("http://[::1]:5000/v2/", "/v2/", "/v2/", "");
    row("http://x", "/", "/", "");
}

void TestRequestParser::readsTargets()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const std::string bytes = "GET " + sent.toStdString() + " HTTP/1.1\r\nHost: x\r\n\r\n";
    RequestParser parser;
    QCOMPARE(parseWhole(parser, bytes), Outcome::Complete);
    QCOMPARE(std::string(parser.request().target), target.toStdString());
    QCOMPARE(std::string(parser.request().path), path.toStdString());
    QCOMPARE(std::string(parser.request().query), query.toStdString());
}

void TestRequestParser::readsFraming_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<qint64>("contentLength");
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<bool>("expectsContinue");
    QTest::addColumn<bool>("keepsAlive");
    const auto row = [](const char *name, const std::string &head, qint64 length, bool chunked,
                        bool expects, bool keeps) {
        QTest::newRow(name) << QByteArray::fromStdString(head) << length << chunked << expects
                            << keeps;
    };
    const std::string old = "GET / HTTP/1.0\r\n";
    row("nothing", withFields(""), 0, false, false, true);
    row("body", withFields("Content-Length: 12\r\n"), 12, false, false, true);
    row("leading zeros", withFields("Content-Length: 007\r\n"), 7, false, false, true);
    row("chunked", withFields("Transfer-Encoding: Chunked\r\n"), 0, true, false, true);
    row("expectation", withFields("Expect: 100-Continue\r\n"), 0, false, true, true);
    row("close", withFields("Connection: close\r\n"), 0, false, false, false);
    row("close in a list", withFields("Connection: TE, Close\r\n"), 0, false, false, false);
    row("close in a second field", withFields("Connection: TE\r\nConnection: close\r\n"), 0, false,
        false, false);
    row("another connection", withFields("Proxy-Connection: close\r\n"), 0, false, false, true);
    row("HTTP/1.0", old + "\r\n", 0, false, false, false);
    row("HTTP/1.0 kept", old + "Connection: keep-alive\r\n\r\n", 0, false, false, true);
    row("HTTP/1.0, both", old + "Connection: keep-alive, close\r\n\r\n", 0, false, false, false);
    row("HTTP/1.0 expectation", old + "Expect: anything\r\n\r\n", 0, false, false, false);
}

void TestRequestParser::readsFraming()
{
    QFETCH(QByteArray, head);
    RequestParser parser;
    const std::string bytes = head.toStdString();
    QCOMPARE(parseWhole(parser, bytes), Outcome::Complete);
    QTEST(static_cast<qint64>(parser.framing().contentLength), "contentLength");
    QTEST(parser.framing().isChunked, "isChunked");
    QTEST(parser.framing().expectsContinue, "expectsContinue");
    QTEST(parser.framing().keepsAlive, "keepsAlive");
}

void TestRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const std::string &bytes, int status) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << status;
    };
    const auto line = [&](const char *name, const char *requestLine, int status) {
        row(name, std::string(requestLine) + "\r\nHost: a\r\n\r\n", status);
    };
    const auto field = [&](const char *name, const char *fields, int status) {
        row(name, withFields(fields), status);
    };

    // Line ends.
    row("bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400);
    row("bare LF after a field", "GET / HTTP/1.1\r\nHost: a\n\r\n", 400);
    row("bare LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n", 400);
    row("bare LF first", "\nGET / HTTP/1.1\r\n", 400);
    field("bare CR in a value", "A: b\rc\r\n", 400);
    field("obs-fold", "A: b\r\n c\r\n", 400);
    field("obs-fold of an empty value", "A:\r\n\tc\r\n", 400);
    row("white space before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);

    // The request line.
    line("no version", "GET /", 400);
    line("no target", "GET  HTTP/1.1", 400);
    line("two spaces", "GET  / HTTP/1.1", 400);
    line("space at the end", "GET / HTTP/1.1 ", 400);
    line("tab", "GET\t/ HTTP/1.1", 400);
    line("space first", " GET / HTTP/1.1", 400);
    line("method no token", "G(T / HTTP/1.1", 400);
    line("space in the target", "GET /a b HTTP/1.1", 400);
    line("control character in the target", "GET /a\x01 HTTP/1.1", 400);
    line("byte beyond ASCII in the target", "GET /\xc3\xa4 HTTP/1.1", 400);
    line("fragment", "GET /a#b HTTP/1.1", 400);
    line("asterisk form", "OPTIONS * HTTP/1.1", 400);
    line("authority form", "CONNECT a:443 HTTP/1.1", 400);
    line("relative", "GET v2/ HTTP/1.1", 400);
    line("another scheme", "GET ftp://a/ HTTP/1.1", 400);
    line("user in the URL", "GET http://u@a/ HTTP/1.1", 400);
    line("URL without host", "GET http:///a HTTP/1.1", 400);
    line("URL with a query only", "GET http://a?b HTTP/1.1", 400);
    line("other protocol", "GET / HTTQ/1.1", 400);
    line("version in lower case", "GET / http/1.1", 400);
    line("no minor version", "GET / HTTP/1", 400);
    line("HTTP/0.9 with a version", "GET / HTTP/0.9", 505);
    line("HTTP/1.2", "GET / HTTP/1.2", 505);
    line("HTTP/2.0", "PRI * HTTP/2.0", 505);
    line("HTTP/1.10", "GET / HTTP/1.10", 400);
    row("a TLS client", std::string("\x16\x03\x01\x02\r\n\r\n", 8), 400);

    // Fields.
    field("space before the colon", "A : b\r\n", 400);
    field("no colon", "A\r\n", 400);
    field("empty name", ": b\r\n", 400);
    field("name no token", "A[]: b\r\n", 400);
    row("NUL in a value", withFields("A: ").substr(0, 31) + std::string("\0b\r\n\r\n", 6), 400);
    field("control character in a value", "A: b\x07\r\n", 400);
    field("DEL in a value", "A: b\x7f\r\n", 400);
    field("Connection malformed", "Connection: a;b\r\n", 400);
    field("unknown expectation", "Expect: 200-maybe\r\n", 417);

    // Host.
    row("no Host", "GET / HTTP/1.1\r\nAccept: a\r\n\r\n", 400);
    field("two Hosts", "Host: a\r\n", 400);
    field("two Hosts, other case", "hOST: b\r\n", 400);
    for (const char *host : {"", "a b", "a/b", "u@a", "a:b", "a:123456", "[::1", "::1", "a,b c",
                             "[g]", "[]", "a:1:2", "%41", "[::1]x"})
        row(qPrintable(QStringLiteral("Host '%1'").arg(QLatin1String(host))),
            "GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n", 400);

    // The length of the body.
    field("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n", 400);
    field("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n", 400);
    for (const char *length : {"5, 5", "5,6", "+5", "-5", "-0", "0x5", "5 5", "5.0", "five", "",
                               "99999999999999999999", "9223372036854775808"})
        row(qPrintable(QStringLiteral("Content-Length '%1'").arg(QLatin1String(length))),
            withFields(("Content-Length: " + std::string(length) + "\r\n").c_str()), 400);
    field("length, then coding", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400);
    field("coding, then length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", 400);
    field("coding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400);
    for (const char *coding :
         {"chunked, chunked", "chunked, gzip", "gzip, chunked", "identity", "xchunked",
          "\x0b"
          "chunked",
          "chunked;a=b", ""})
        row(qPrintable(QStringLiteral("Transfer-Encoding '%1'").arg(QLatin1String(coding))),
            withFields(("Transfer-Encoding: " + std::string(coding) + "\r\n").c_str()), 400);
    row("coding in HTTP/1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
}

void TestRequestParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestParser parser;
    const std::string text = bytes.toStdString();
    QCOMPARE(parseWhole(parser, text), Outcome::Refused);
    QCOMPARE(parser.refusal().status, status);
    QVERIFY(!parser.refusal().message.empty());
    QVERIFY(!parser.framing().keepsAlive);
}

void TestRequestParser::keepsTheHostOfAnAbsoluteTarget()
{
    RequestParser parser;
    const std::string bytes = "GET http://right:80/ HTTP/1.1\r\nHost: wrong\r\n\r\n";
    QCOMPARE(parseWhole(parser, bytes), Outcome::Complete);
    QCOMPARE(parser.request().joinedHeader("Host"), std::string("right:80"));
}

void TestRequestParser::tellsTheRequestLineOfARefusal()
{
    RequestParser parser;
    QCOMPARE(parseWhole(parser, "HEAD /a HTTP/1.1\r\n\r\n"), Outcome::Refused);
    QCOMPARE(parser.request().method, Method::Head);
    QCOMPARE(parser.request().methodName, std::string_view("HEAD"));
    QCOMPARE(parser.request().target, std::string_view("/a"));
    QCOMPARE(parseWhole(parser, "\x16\x03\x01\n"), Outcome::Refused);
    QVERIFY(parser.request().methodName.empty());
}

void TestRequestParser::boundsTheHead()
{
    RequestParser parser;
    const auto statusOf = [&](const std::string &bytes) {
        return parseWhole(parser, bytes) == Outcome::Refused ? parser.refusal().status : 0;
    };
    const auto headOf = [](std::size_t size) {
        const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nA: ";
        return start + std::string(size - start.size() - 4, 'x') + "\r\n\r\n";
    };
    QCOMPARE(statusOf(headOf(limits::headerBytesMax)), 0);
    QCOMPARE(statusOf(headOf(limits::headerBytesMax + 1)), 431);
    QCOMPARE(statusOf(headOf(2 * limits::headerBytesMax).substr(0, limits::headerBytesMax)), 431);

    const auto target = [](std::size_t size) {
        return "/" + std::string(size - 1, 'x');
    };
    const std::string rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    QCOMPARE(statusOf("GET " + target(limits::requestTargetBytesMax) + rest), 0);
    QCOMPARE(statusOf("GET " + target(limits::requestTargetBytesMax + 1) + rest), 414);
    QCOMPARE(statusOf("GET " + target(limits::headerBytesMax)), 414);

    std::string fields;
    for (std::size_t i = 1; i < limits::headerFieldsMax; ++i)
        fields += "A: b\r\n";
    QCOMPARE(statusOf(withFields(fields.c_str())), 0);
    fields += "A: b\r\n";
    QCOMPARE(statusOf(withFields(fields.c_str())), 431);
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
