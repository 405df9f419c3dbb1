// SPDX-License-Identifier: GPL-3.0-or-later
// What a client sees over one connection: answers in order, from whatever thread; persistence as
// both sides say; bodies skipped; refusals answered before the connection ends.
#include "core/limits.h"
#include "http/testserver.h"

#include <QTest>

#include <condition_variable>
#include <thread>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;
using End = RawHttpClient::End;

namespace {

// moc loses its way in a raw string.
constexpr std::string_view refusalStart = "{\"errors\":[{\"code\":\"UNSUPPORTED\",\"message\":\"";

/// Answers with the target.
void echo(const Request &request, Responder responder)
{
    responder.respond(textResponse(request.target));
}

/// Keeps the responders of "/later", for the test to answer them from its own thread; echoes the
/// rest.
class Waiting
{
public:
    Answerer answerer()
    {
        return [this](const Request &request, Responder responder) {
            if (request.path != "/later")
                return echo(request, std::move(responder));
            const std::lock_guard lock(m_mutex);
            m_responders.push_back(std::move(responder));
            m_changed.notify_all();
        };
    }

    Responder take()
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, std::chrono::seconds(10),
                                [&] { return !m_responders.empty(); }))
            return {};
        Responder responder = std::move(m_responders.front());
        m_responders.erase(m_responders.begin());
        return responder;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Responder> m_responders; // guarded by m_mutex
};

} // namespace

class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void keepsAlive();
    void answersPipelinedRequestsInOrder();
    void keepsOrderWhenAnAnswerComesLater();
    void boundsPipelinedBytes();
    void answersHeadWithoutBody();
    void answersNotModifiedWithoutBody();
    void persistence_data();
    void persistence();
    void skipsBodies();
    void bodiesThatEndTheConnection_data();
    void bodiesThatEndTheConnection();
    void refusals_data();
    void refusals();
    void refusedAnswerSurvivesUnreadInput();
    void answersAClientThatHalfCloses();
    void clientLeavesBeforeTheAnswer();
    void answersFiveHundredWhenGivenUp();
    void recordsRequests();
    void namesTheClient();
    void addsExtraFields();
};

void TestConnection::keepsAlive()
{
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    for (const char *target : {"/a", "/b", "/c"}) {
        QVERIFY(client.send(requestText("GET", target)));
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string(target));
        QVERIFY(!answer.hasField("Connection"));
        QVERIFY(answer.hasField("Date"));
    }
    QCOMPARE(server.observer().connections(), 1);
}

void TestConnection::answersPipelinedRequestsInOrder()
{
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    std::string requests;
    for (int i = 0; i < 1000; ++i)
        requests += requestText("GET", "/" + std::to_string(i));
    // In pieces that cut requests anywhere.
    for (std::size_t at = 0; at < requests.size(); at += 1237)
        QVERIFY(client.send(std::string_view(requests).substr(at, 1237)));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(client.readAnswer().body, "/" + std::to_string(i));
}

void TestConnection::keepsOrderWhenAnAnswerComesLater()
{
    Waiting waiting;
    TestServer server(rowOptions(), waiting.answerer());
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/a") + requestText("GET", "/later") +
                        requestText("GET", "/later") + requestText("GET", "/b")));
    QCOMPARE(client.readAnswer().body, std::string("/a"));
    waiting.take().respond(textResponse("first"));
    QCOMPARE(client.readAnswer().body, std::string("first"));
    waiting.take().respond(textResponse("second"));
    QCOMPARE(client.readAnswer().body, std::string("second"));
    QCOMPARE(client.readAnswer().body, std::string("/b"));
}

void TestConnection::boundsPipelinedBytes()
{
    Waiting waiting;
    TestServer server(rowOptions(), waiting.answerer());
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/later")));
    Responder responder = waiting.take();
    // Far more than is kept, but little enough for the socket's own buffers.
    std::string requests;
    int count = 0;
    for (; requests.size() < 4 * limits::headerBytesMax; ++count)
        requests += requestText("GET", "/" + std::to_string(count));
    QVERIFY(client.send(requests));
    responder.respond(textResponse("now"));
    QCOMPARE(client.readAnswer().body, std::string("now"));
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.readAnswer().body, "/" + std::to_string(i));
}

void TestConnection::answersHeadWithoutBody()
{
    TestServer server(rowOptions(), [](const Request &request, Responder responder) {
        Response response = textResponse("body");
        if (request.path == "/told") {
            response.body = {};
            response.contentLength = 12345;
        }
        responder.respond(std::move(response));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("HEAD", "/") + requestText("HEAD", "/told") +
                        requestText("GET", "/")));
    QCOMPARE(client.readAnswerToHead().field("Content-Length"), std::string("4"));
    QCOMPARE(client.readAnswerToHead().field("Content-Length"), std::string("12345"));
    QCOMPARE(client.readAnswer().body, std::string("body"));
}

void TestConnection::answersNotModifiedWithoutBody()
{
    TestServer server(rowOptions(), [](const Request &request, Responder responder) {
        Response response = textResponse("body");
        response.status = request.path == "/old" ? 304 : 200;
        appendField(response.fields, "ETag", "\"x\"");
        responder.respond(std::move(response));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/old") + requestText("GET", "/")));
    const RawAnswer answer = client.readAnswerToHead();
    QCOMPARE(answer.status, 304);
    QVERIFY(!answer.hasField("Content-Length"));
    QCOMPARE(answer.field("ETag"), std::string("\"x\""));
    QCOMPARE(client.readAnswer().body, std::string("body"));
}

void TestConnection::persistence_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("connectionField");
    const auto row = [](const char *name, const std::string &request, const char *field) {
        QTest::newRow(name) << QByteArray::fromStdString(request) << QByteArray(field);
    };
    row("1.1", requestText("GET", "/"), "");
    row("1.1 close", requestText("GET", "/", "Connection: close\r\n"), "close");
    row("1.1, the handler closes", requestText("GET", "/close"), "close");
    row("1.0", "GET / HTTP/1.0\r\n\r\n", "close");
    row("1.0 keep-alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "keep-alive");
}

void TestConnection::persistence()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, connectionField);
    TestServer server(rowOptions(), [](const Request &received, Responder responder) {
        Response response = textResponse("x");
        response.closeConnection = received.path == "/close";
        responder.respond(std::move(response));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(request.toStdString()));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Connection"), connectionField.toStdString());
    if (connectionField == "close") {
        QCOMPARE(client.readToEnd(), End::Closed);
    } else {
        QVERIFY(client.send(requestText("GET", "/")));
        QCOMPARE(client.readAnswer().status, 200);
    }
}

void TestConnection::skipsBodies()
{
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    const std::string body(limits::drainedBodyBytesMax, 'x');
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
    QVERIFY(client.send(requestText("GET", "/a", "Content-Length: 3\r\n") + "abc" +
                        requestText("POST", "/b", length) + body + requestText("GET", "/c")));
    for (const char *target : {"/a", "/b", "/c"})
        QCOMPARE(client.readAnswer().body, std::string(target));
}

void TestConnection::bodiesThatEndTheConnection_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray large =
        "Content-Length: " + QByteArray::number(qint64{limits::drainedBodyBytesMax} + 1) + "\r\n";
    QTest::newRow("large, GET") << QByteArray("GET") << large << 413;
    QTest::newRow("large, POST") << QByteArray("POST") << large << 200;
    QTest::newRow("chunked, GET") << QByteArray("GET")
                                  << QByteArray("Transfer-Encoding: chunked\r\n") << 200;
    QTest::newRow("expecting") << QByteArray("PUT")
                               << QByteArray("Content-Length: 5\r\nExpect: 100-continue\r\n")
                               << 200;
}

void TestConnection::bodiesThatEndTheConnection()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, fields);
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText(method.toStdString(), "/a", fields.toStdString())));
    const RawAnswer answer = client.readAnswer(); // before any of the body was sent
    QTEST(answer.status, "status");
    QCOMPARE(answer.field("Connection"), std::string("close"));
    // The body of a client that sends it nevertheless is no request.
    QVERIFY(client.send(requestText("GET", "/smuggled")));
    client.shutdownWrite();
    QCOMPARE(client.read(1), std::string());
    QCOMPARE(server.observer().records().size(), std::size_t{1});
}

void TestConnection::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const std::string &request, int status) {
        QTest::newRow(name) << QByteArray::fromStdString(request) << status;
    };
    row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("length and coding",
        requestText("POST", "/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("long target", requestText("GET", "/" + std::string(limits::requestTargetBytesMax, 'x')),
        414);
    row("expectation", requestText("GET", "/", "Expect: magic\r\n"), 417);
    row("large header",
        requestText("GET", "/", "A: " + std::string(limits::headerBytesMax, 'x') + "\r\n"), 431);
    row("version", "GET / HTTP/3.0\r\n\r\n", 505);
}

void TestConnection::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    // A request before is answered, one after is not.
    QVERIFY(client.send(requestText("GET", "/before")));
    QCOMPARE(client.readAnswer().body, std::string("/before"));
    QVERIFY(client.send(request.toStdString() + requestText("GET", "/after")));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.field("Connection"), std::string("close"));
    QCOMPARE(answer.field("Content-Type"), std::string("application/json"));
    QVERIFY(answer.body.starts_with(refusalStart));
    client.shutdownWrite();
    QCOMPARE(client.read(1), std::string());
    QTRY_COMPARE(server.observer().connections(), 0);
    QCOMPARE(server.observer().records().size(), std::size_t{2});
    QCOMPARE(server.observer().records().back().status, status);
}

void TestConnection::refusedAnswerSurvivesUnreadInput()
{
    TestServer server(rowOptions(), echo);
    RawHttpClient client(server.port());
    // More than one read of the server takes, so that some is unread when it answers.
    QVERIFY(client.send("GET / HTTP/1.1\n\n" + std::string(8 * limits::headerBytesMax, 'x')));
    QCOMPARE(client.readAnswer().status, 400);
    client.shutdownWrite();
    QCOMPARE(client.readToEnd(), End::Closed);
}

void TestConnection::answersAClientThatHalfCloses()
{
    Waiting waiting;
    TestServer server(rowOptions(), waiting.answerer());
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/a") + requestText("GET", "/later") +
                        requestText("GET", "/b") + "GET /half"));
    client.shutdownWrite();
    QCOMPARE(client.readAnswer().body, std::string("/a"));
    waiting.take().respond(textResponse("later"));
    QCOMPARE(client.readAnswer().body, std::string("later"));
    QCOMPARE(client.readAnswer().body, std::string("/b"));
    QCOMPARE(client.readToEnd(), End::Closed);
}

void TestConnection::clientLeavesBeforeTheAnswer()
{
    Waiting waiting;
    TestServer server(rowOptions(), waiting.answerer());
    auto client = server.connect();
    QVERIFY(client->send(requestText("GET", "/later")));
    Responder responder = waiting.take();
    client->reset();
    QTRY_COMPARE(server.observer().connections(), 0);
    responder.respond(textResponse("nobody hears"));
    const auto records = server.observer().records();
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(records.front().status, 499);
    QVERIFY(!records.front().isComplete);

    // Its successor is not given that answer.
    RawHttpClient next(server.port());
    QVERIFY(next.send(requestText("GET", "/mine")));
    QCOMPARE(next.readAnswer().body, std::string("/mine"));
}

void TestConnection::answersFiveHundredWhenGivenUp()
{
    Waiting waiting;
    TestServer server(rowOptions(), waiting.answerer());
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/later")));
    waiting.take() = Responder();
    QCOMPARE(client.readAnswer().status, 500);
}

void TestConnection::recordsRequests()
{
    TestServer server(rowOptions(), [](const Request &, Responder responder) {
        Response response = textResponse("12345");
        response.labels.kind = RequestKind::Blob;
        response.labels.repository = "library/alpine";
        responder.respond(std::move(response));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/a?b",
                                    "User-Agent: docker/20\r\n"
                                    "Authorization: Basic SECRET\r\n")));
    QCOMPARE(client.readAnswer().status, 200);
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    const RequestRecord record = server.observer().records().front();
    QCOMPARE(record.client, QByteArray("127.0.0.1"));
    QCOMPARE(record.userAgent, QByteArray("docker/20"));
    QCOMPARE(record.method, QByteArray("GET"));
    QCOMPARE(record.target, QByteArray("/a?b"));
    QCOMPARE(record.status, 200);
    QCOMPARE(record.bodyBytes, std::int64_t{5});
    QVERIFY(record.isComplete);
    QVERIFY(record.firstByteUs > 0);
    QVERIFY(record.durationUs >= record.firstByteUs);
    QVERIFY(record.headers.contains("User-Agent: docker/20\nAuthorization: (hidden)\n"));
    QVERIFY(record.startedAtMs > 0);
    QCOMPARE(record.labels.kind, RequestKind::Blob);
    QCOMPARE(record.labels.repository, QByteArray("library/alpine"));
}

void TestConnection::addsExtraFields()
{
    ServerOptions extra = rowOptions();
    extra.extraFields = "X-Content-Type-Options: nosniff\r\n";
    TestServer server(std::move(extra), echo);
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswer().field("X-Content-Type-Options"), std::string("nosniff"));
}

void TestConnection::namesTheClient()
{
    TestServer server(rowOptions(), [](const http::Request &request, http::Responder responder) {
        responder.respond(textResponse(request.client));
    });
    const auto client = server.connect();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client->send(requestText("GET", "/")));
        QCOMPARE(client->readAnswer().body, std::string("127.0.0.1"));
    }
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
