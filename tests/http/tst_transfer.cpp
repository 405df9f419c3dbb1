// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies arrive exactly, from files and from growing ones, at every reader's own pace; one that
// cannot be sent whole is visibly cut; a slow reader costs no more than its socket's buffers.
#include "core/limits.h"
#include "http/testserver.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;
using namespace std::chrono_literals;
using End = RawHttpClient::End;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

/// Answers every request with that body.
Answerer always(const FileBody &body)
{
    return [body](const Request &, Responder responder) {
        responder.respond(bodyResponse(body));
    };
}

/// "/<offset>" is answered with the rest of the file from there.
Answerer from(const std::shared_ptr<GrowingFile> &file)
{
    return [file](const Request &request, Responder responder) {
        const std::int64_t offset = std::stoll(std::string(request.path.substr(1)));
        responder.respond(
            bodyResponse(GrowingBody{*file->follow(offset), offset, file->size() - offset}));
    };
}

} // namespace

class TestTransfer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void sendsMemory();
    void sendsFiles_data();
    void sendsFiles();
    void sharesATurn();
    void cutsATruncatedFile();
    void aClientThatLeavesIsNotTheFilesFault();
    void boundsASlowReader();
    void followsAGrowingFile();
    void sendsTheHeadBeforeTheFirstByte();
    void cutsAFailedFile_data();
    void cutsAFailedFile();
    void aReaderThatLeavesDisturbsNobody();
    void wakersMayOutliveTheServer();
};

void TestTransfer::sendsMemory()
{
    const std::string content = patternBytes(8 * mebibyte); // beyond what a socket takes at once
    TestServer server(rowOptions(), [&](const Request &, Responder responder) {
        responder.respond(textResponse(content));
    });
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/") + requestText("GET", "/")));
    QVERIFY(client.readAnswer().body == content);
    QVERIFY(client.readAnswer().body == content);
}

void TestTransfer::sendsFiles_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    QTest::newRow("empty") << qint64{0} << qint64{0};
    QTest::newRow("first byte") << qint64{0} << qint64{1};
    QTest::newRow("middle") << qint64{4097} << qint64{100'003};
    QTest::newRow("all, beyond a turn") << qint64{0} << qint64{10 * mebibyte};
    QTest::newRow("the end") << qint64{10 * mebibyte - 5} << qint64{5};
}

void TestTransfer::sendsFiles()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, length);
    static const std::string content = patternBytes(10 * mebibyte);
    TestServer server(rowOptions(), always(FileBody{makeFile(content), offset, length}));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/") + requestText("GET", "/")));
    for (int i = 0; i < 2; ++i) {
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.field("Content-Length"), std::to_string(length));
        QVERIFY(answer.body == content.substr(offset, length));
    }
    QTRY_COMPARE(server.observer().records().size(), std::size_t{2});
    QCOMPARE(server.observer().records().back().bodyBytes, std::int64_t{length});
}

void TestTransfer::sharesATurn()
{
    // A reader that takes everything as fast as it comes does not keep others from theirs.
    TestServer server(openOptions(1), [file = makeFile({}, std::int64_t{1} << 40)](
                                          const Request &request, Responder responder) {
        if (request.path == "/endless")
            responder.respond(bodyResponse(FileBody{file, 0, std::int64_t{1} << 40}));
        else
            responder.respond(textResponse("small"));
    });
    RawHttpClient greedy(server.port());
    QVERIFY(greedy.send(requestText("GET", "/endless")));
    std::atomic<bool> isDone{false};
    std::thread reader([&] {
        while (!isDone && !greedy.read(mebibyte).empty()) {
        }
    });
    RawHttpClient client(server.port());
    bool areAnswered = true;
    for (int i = 0; i < 20; ++i)
        areAnswered = areAnswered && client.send(requestText("GET", "/")) &&
                      client.readAnswer().status == 200;
    isDone = true;
    reader.join();
    QVERIFY(areAnswered);
}

void TestTransfer::cutsATruncatedFile()
{
    std::atomic<int> told{0};
    TestServer server(rowOptions(), always(FileBody{.file = makeFile(patternBytes(1000)),
                                                    .offset = 0,
                                                    .length = 2000,
                                                    .onUnreadable = [&told] {
                                                        ++told;
                                                    }}));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QVERIFY(client.readAnswer().body.size() <= 1000);
    QCOMPARE(client.readToEnd(), End::Reset);
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    QVERIFY(!server.observer().records().front().isComplete);
    QCOMPARE(told.load(), 1);
}

void TestTransfer::aClientThatLeavesIsNotTheFilesFault()
{
    constexpr std::int64_t size = 1024 * mebibyte;
    std::atomic<int> told{0};
    TestServer server(
        rowOptions(),
        always(FileBody{
            .file = makeFile({}, size), .offset = 0, .length = size, .onUnreadable = [&told] {
                ++told;
            }}));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    client.reset();
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    QCOMPARE(told.load(), 0);
}

void TestTransfer::boundsASlowReader()
{
    constexpr std::int64_t size = 1024 * mebibyte;
    TestServer server(rowOptions({.writeTimeout = 300ms}),
                      always(FileBody{makeFile({}, size), 0, size}));
    RawHttpClient client(server.port(), 4096);
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    // It takes nothing more: the server gives up, having sent what the kernel buffers at most.
    QTRY_COMPARE(server.observer().connections(), 0);
    const RequestRecord record = server.observer().records().front();
    QVERIFY(!record.isComplete);
    QVERIFY2(record.bodyBytes < 16 * mebibyte, std::to_string(record.bodyBytes).c_str());
    QCOMPARE(client.readToEnd(), End::Reset);
}

void TestTransfer::followsAGrowingFile()
{
    const std::string content = patternBytes(3 * mebibyte);
    const auto file = std::make_shared<GrowingFile>(makeFile(content), 3 * mebibyte);
    TestServer server(rowOptions(), from(file));
    std::vector<std::thread> readers;
    std::atomic<int> right{0};
    for (int i = 0; i < 6; ++i) {
        readers.emplace_back([&, i] {
            const std::size_t offset = static_cast<std::size_t>(i) * 600'000;
            // Some of them read through a narrow window.
            RawHttpClient client(server.port(), i % 2 == 0 ? 0 : 8192);
            client.send(requestText("GET", "/" + std::to_string(offset)));
            if (client.readAnswer().body == content.substr(offset))
                ++right;
        });
    }
    QTRY_COMPARE(server.observer().connections(), 6);
    for (std::int64_t published = 0; published < file->size(); published += 50'001)
        file->publish(published);
    file->complete();
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(right.load(), 6);
}

void TestTransfer::sendsTheHeadBeforeTheFirstByte()
{
    const auto file = std::make_shared<GrowingFile>(makeFile("abc"), 3);
    TestServer server(rowOptions(), from(file));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/0")));
    QCOMPARE(client.readAnswerToHead().field("Content-Length"), std::string("3"));
    file->publish(1);
    QCOMPARE(client.read(1), std::string("a"));
    file->complete();
    QCOMPARE(client.read(2), std::string("bc"));
    QVERIFY(client.send(requestText("GET", "/1")));
    QCOMPARE(client.readAnswer().body, std::string("bc"));
}

void TestTransfer::cutsAFailedFile_data()
{
    QTest::addColumn<qint64>("published");
    QTest::newRow("before the first byte") << qint64{0};
    QTest::newRow("in the middle") << qint64{500};
}

void TestTransfer::cutsAFailedFile()
{
    QFETCH(qint64, published);
    const auto file = std::make_shared<GrowingFile>(makeFile(patternBytes(1000)), 1000);
    TestServer server(rowOptions(), from(file));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/0")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    file->publish(published);
    QCOMPARE(client.read(published).size(), static_cast<std::size_t>(published));
    file->fail();
    QCOMPARE(client.readToEnd(), End::Reset);
    QTRY_COMPARE(server.observer().records().size(), std::size_t{1});
    QVERIFY(!server.observer().records().front().isComplete);
    QCOMPARE(server.observer().records().front().bodyBytes, std::int64_t{published});
}

void TestTransfer::aReaderThatLeavesDisturbsNobody()
{
    const std::string content = patternBytes(2 * mebibyte);
    const auto file = std::make_shared<GrowingFile>(makeFile(content), 2 * mebibyte);
    TestServer server(rowOptions(), from(file));
    RawHttpClient leaving(server.port());
    RawHttpClient staying(server.port());
    QVERIFY(leaving.send(requestText("GET", "/0")));
    QVERIFY(staying.send(requestText("GET", "/0")));
    file->publish(1000);
    QCOMPARE(leaving.readAnswerToHead().status, 200);
    leaving.reset();
    QTRY_COMPARE(server.observer().connections(), 1);
    file->publish(mebibyte);
    file->complete();
    QVERIFY(staying.readAnswer().body == content);
}

void TestTransfer::wakersMayOutliveTheServer()
{
    const auto file = std::make_shared<GrowingFile>(makeFile("abc"), 3);
    TestServer server(rowOptions(), from(file));
    RawHttpClient client(server.port());
    QVERIFY(client.send(requestText("GET", "/0")));
    QCOMPARE(client.readAnswerToHead().status, 200);
    server.stop();
    file->complete();
    QCOMPARE(client.readToEnd(), End::Reset);
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
