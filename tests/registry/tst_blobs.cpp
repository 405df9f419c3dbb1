// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the cold blob: one upstream GET per digest, all clients from byte 0, and never a wrong
// byte.
#include "registry/cachefixture.h"
#include "support/rawhttpclient.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

QByteArray patternBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QByteArray blobTarget(const Digest &digest, const QByteArray &repository = "library/app")
{
    return "/v2/" + repository + "/blobs/" + QByteArray::fromStdString(digest.toString());
}

std::string upstreamPath(const Digest &digest, const std::string &repository = "library/app")
{
    return "/v2/" + repository + "/blobs/" + digest.toString();
}

} // namespace

class TestBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesFromStoreAfterTheFirst();
    void fetchesOnceForManyClients();
    void streamsBeforeTheEnd();
    void keepsDownloadingWhenClientsLeave();
    void holdsBackTheEndUntilTheDigestIsRight();
    void neverKeepsAWrongBlob();
    void answersRangesOfAColdBlob();
    void answersHeadWithoutABody();
    void answersHeadFromAManifest();
    void servesAnEmptyBlob();
    void servesSha512();
    void servesABlobOfUnknownLength();
    void doesNotLeakToAnotherRepository();
    void linksWhatUpstreamConfirms();
    void mapsFailures_data();
    void mapsFailures();
    void fetchesAnewWhenTheFileIsGone();
    void goesOnAfterACut();
    void resumesLater_data();
    void resumesLater();
    void pausesWhenNobodyWaits_data();
    void pausesWhenNobodyWaits();
    void fetchesALargeBlobInPieces();
    void answersConditionalRequests();
};

void TestBlobs::servesFromStoreAfterTheFirst()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(300'000);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const ClientReply first = cache.get(blobTarget(digest));
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body, bytes);
    QCOMPARE(first.field("Cache-Status"), QByteArray("lanyard; fwd=uri-miss; stored"));
    QCOMPARE(first.field("Docker-Content-Digest").toStdString(), digest.toString());
    QTRY_VERIFY(cache.isStored(digest));
    QTRY_VERIFY(cache.downloads().isEmpty());
    cache.hub.stop();
    const ClientReply second = cache.get(blobTarget(digest));
    QCOMPARE(second.body, bytes);
    QCOMPARE(second.field("Cache-Status"), QByteArray("lanyard; hit"));
    cache.restart();
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 1);
}

void TestBlobs::fetchesOnceForManyClients()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(8 * 1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    cache.hub.addFault(upstreamPath(digest), {.stallAfter = 1024 * 1024});
    std::vector<ClientRequest> requests;
    for (int i = 0; i < 6; ++i)
        requests.push_back(cache.start(blobTarget(digest)));
    QTRY_VERIFY(std::all_of(requests.begin(), requests.end(),
                            [](const ClientRequest &r) { return r.received() > 0; }));
    QCOMPARE(cache.downloads().size(), 1);
    QCOMPARE(cache.downloads().front().totalBytes, bytes.size());
    cache.hub.release(upstreamPath(digest));
    int misses = 0;
    for (ClientRequest &request : requests) {
        const ClientReply reply = request.finish();
        QCOMPARE(reply.body, bytes);
        misses += reply.field("Cache-Status").contains("stored") ? 1 : 0;
    }
    QCOMPARE(misses, 1);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 1);
    QCOMPARE(cache.hub.count("HEAD", upstreamPath(digest)), 0);
    QCOMPARE(cache.statistics().blobBytesFetched, static_cast<std::uint64_t>(bytes.size()));
}

void TestBlobs::streamsBeforeTheEnd()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    cache.hub.addFault(upstreamPath(digest), {.stallAfter = 512 * 1024});
    ClientRequest request = cache.start(blobTarget(digest));
    QTRY_COMPARE(request.received(), 512 * 1024);
    cache.hub.release(upstreamPath(digest));
    QCOMPARE(request.finish().body, bytes);
}

void TestBlobs::keepsDownloadingWhenClientsLeave()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    cache.hub.addFault(upstreamPath(digest), {.stallAfter = 256 * 1024});
    {
        ClientRequest request = cache.start(blobTarget(digest));
        QTRY_VERIFY(request.received() > 0);
        request.abort();
    }
    cache.hub.release(upstreamPath(digest));
    QTRY_VERIFY(cache.isStored(digest));
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 1);
}

void TestBlobs::holdsBackTheEndUntilTheDigestIsRight()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    // All but the last byte: the digest cannot be known yet.
    cache.hub.addFault(upstreamPath(digest), {.stallAfter = bytes.size() - 1});
    ClientRequest request = cache.start(blobTarget(digest));
    QTRY_COMPARE(request.received(), bytes.size() - limits::heldBackBytes);
    QVERIFY(!cache.isStored(digest));
    cache.hub.release(upstreamPath(digest));
    QCOMPARE(request.finish().body, bytes);
}

void TestBlobs::neverKeepsAWrongBlob()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    // Every time: a client that is cut before it has read anything asks once more by itself.
    cache.hub.addFault(upstreamPath(digest), {.isCorrupt = true});
    const ClientReply wrong = cache.get(blobTarget(digest));
    QVERIFY(!wrong.isComplete);
    QVERIFY(wrong.body.size() <= bytes.size() - limits::heldBackBytes);
    QVERIFY(!cache.isStored(digest));
    cache.hub.release(upstreamPath(digest));
    QTRY_VERIFY(cache.downloads().isEmpty());
    const WrongDigests seen = cache.wrongDigests();
    QVERIFY(seen.count > 0 && seen.lastAtMs > 0);
    QCOMPARE(seen.lastRepository, QByteArray("library/app"));
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QCOMPARE(cache.wrongDigests().count, seen.count);
}

void TestBlobs::answersRangesOfAColdBlob()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const ClientReply part = cache.get(blobTarget(digest), {{"Range", "bytes=1000-1999"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, bytes.mid(1000, 1000));
    QCOMPARE(part.field("Content-Range"), "bytes 1000-1999/" + QByteArray::number(bytes.size()));
    QTRY_VERIFY(cache.isStored(digest));
    // The same of the stored blob.
    QCOMPARE(cache.get(blobTarget(digest), {{"Range", "bytes=-5"}}).body, bytes.last(5));
    const ClientReply beyond = cache.get(blobTarget(digest), {{"Range", "bytes=1048576-"}});
    QCOMPARE(beyond.status, 416);
    QCOMPARE(beyond.field("Content-Range"), QByteArray("bytes */1048576"));
    QCOMPARE(cache.get(blobTarget(digest), {{"Range", "bytes=0-1,5-6"}}).status, 200);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 1);
}

void TestBlobs::answersHeadWithoutABody()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("library/app", patternBytes(100'000));
    const ClientReply reply = cache.head(blobTarget(digest));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.field("Content-Length"), QByteArray("100000"));
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 0);
    QCOMPARE(cache.hub.count("HEAD", upstreamPath(digest)), 1);
    QVERIFY(!cache.isStored(digest));
}

void TestBlobs::answersHeadFromAManifest()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("library/app", patternBytes(100'000));
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({{digest, 100'000}}));
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 200);
    QTRY_COMPARE(cache.get("/v2/_catalog").body.count("library/app"), 1);
    QCOMPARE(cache.head(blobTarget(digest)).field("Content-Length"), QByteArray("100000"));
    QCOMPARE(cache.hub.count("HEAD", upstreamPath(digest)), 0);
}

void TestBlobs::servesAnEmptyBlob()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("library/app", {});
    const ClientReply reply = cache.get(blobTarget(digest));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.field("Content-Length"), QByteArray("0"));
    QTRY_COMPARE(cache.get(blobTarget(digest)).field("Cache-Status"), QByteArray("lanyard; hit"));
}

void TestBlobs::servesSha512()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(100'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha512, bytes);
    cache.hub.addFault(upstreamPath(digest), {.status = 200, .body = bytes});
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QTRY_VERIFY(cache.isStored(digest));
    cache.hub.stop();
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
}

void TestBlobs::servesABlobOfUnknownLength()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(300'000);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    cache.hub.addFault(upstreamPath(digest), {.framing = Framing::Chunked});
    const ClientReply reply = cache.get(blobTarget(digest));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.field("Content-Length"), QByteArray("300000"));
    QCOMPARE(reply.body, bytes);
}

void TestBlobs::doesNotLeakToAnotherRepository()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("secret/app", patternBytes(100'000));
    QCOMPARE(cache.get(blobTarget(digest, "secret/app")).status, 200);
    QTRY_VERIFY(cache.isStored(digest));
    QCOMPARE(cache.get(blobTarget(digest, "public/app")).status, 404);
    QCOMPARE(cache.head(blobTarget(digest, "public/app")).status, 404);
    QCOMPARE(cache.get(blobTarget(digest, "quay.io/public/app")).status, 404);
    QCOMPARE(cache.hub.count("HEAD", upstreamPath(digest, "public/app")), 2);
}

void TestBlobs::linksWhatUpstreamConfirms()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(100'000);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    cache.quay.addBlob("org/app", bytes);
    QCOMPARE(cache.get(blobTarget(digest)).status, 200);
    QTRY_VERIFY(cache.isStored(digest));
    QTRY_VERIFY(cache.downloads().isEmpty());
    QCOMPARE(cache.get(blobTarget(digest, "quay.io/org/app")).body, bytes);
    QCOMPARE(cache.quay.count("HEAD", upstreamPath(digest, "org/app")), 1);
    QCOMPARE(cache.quay.count("GET", upstreamPath(digest, "org/app")), 0);
    cache.quay.stop();
    QCOMPARE(cache.get(blobTarget(digest, "quay.io/org/app")).body, bytes);
}

void TestBlobs::mapsFailures_data()
{
    QTest::addColumn<int>("upstreamStatus");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("401") << 401 << 404 << QByteArray("BLOB_UNKNOWN");
    QTest::newRow("403") << 403 << 404 << QByteArray("BLOB_UNKNOWN");
    QTest::newRow("404") << 404 << 404 << QByteArray("BLOB_UNKNOWN");
    QTest::newRow("429") << 429 << 503 << QByteArray("TOOMANYREQUESTS");
    QTest::newRow("500") << 500 << 502 << QByteArray("UNAVAILABLE");
    QTest::newRow("503") << 503 << 502 << QByteArray("UNAVAILABLE");
    QTest::newRow("garbage") << 0 << 502 << QByteArray("UNAVAILABLE");
    QTest::newRow("unreachable") << -1 << 502 << QByteArray("UNAVAILABLE");
}

void TestBlobs::mapsFailures()
{
    QFETCH(int, upstreamStatus);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("library/app", patternBytes(1000));
    if (upstreamStatus > 0) {
        cache.hub.addFault(
            upstreamPath(digest),
            {.status = upstreamStatus,
             .fields = {{"Retry-After", "7"}, {"WWW-Authenticate", "Basic realm=\"upstream\""}},
             .body = "{}"});
    } else if (upstreamStatus == 0) {
        cache.hub.addFault(upstreamPath(digest), {.raw = "what?\r\n\r\n"});
    } else {
        cache.hub.stop();
    }
    const ClientReply reply = cache.get(blobTarget(digest));
    QCOMPARE(reply.status, status);
    QVERIFY2(reply.body.contains("\"" + code + "\""), reply.body.constData());
    QVERIFY(reply.field("WWW-Authenticate").isEmpty());
    if (upstreamStatus == 429)
        QCOMPARE(reply.field("Retry-After"), QByteArray("7"));
    cache.clock.advance(std::chrono::seconds(7));
    cache.hub.release(upstreamPath(digest));
    if (upstreamStatus < 0)
        cache.hub.start();
    // It is noticed by itself.
    QTRY_COMPARE(cache.get(blobTarget(digest)).status, 200);
}

void TestBlobs::fetchesAnewWhenTheFileIsGone()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(100'000);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    QCOMPARE(cache.get(blobTarget(digest)).status, 200);
    QTRY_VERIFY(cache.isStored(digest));
    QTRY_VERIFY(cache.downloads().isEmpty());
    QVERIFY(QFile::remove(cache.dataDirectory() + QStringLiteral("/blobs/sha256/") +
                          QString::fromStdString(digest.hex())));
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest)), 2);
}

void TestBlobs::goesOnAfterACut()
{
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const std::string path = upstreamPath(digest);
    cache.hub.addFault(path, {.stallAfter = 512 * 1024, .times = 1});
    ClientRequest first = cache.start(blobTarget(digest));
    QTRY_COMPARE(first.received(), 512 * 1024);
    cache.hub.stop();
    ClientRequest second = cache.start(blobTarget(digest));
    cache.hub.start();
    QCOMPARE(first.finish().body, bytes);
    QCOMPARE(second.finish().body, bytes);
    QTRY_VERIFY(cache.isStored(digest));
    // Only the rest was asked for.
    QCOMPARE(cache.hub.requests().back().field("range"), std::string("bytes=524288-1048575"));
}

void TestBlobs::resumesLater_data()
{
    QTest::addColumn<bool>("isRestarted");
    QTest::newRow("at the next request") << false;
    QTest::newRow("after a restart") << true;
}

void TestBlobs::resumesLater()
{
    QFETCH(bool, isRestarted);
    CacheFixture cache;
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const std::string path = upstreamPath(digest);
    cache.hub.addFault(path, {.stallAfter = 512 * 1024, .times = 1});
    {
        ClientRequest request = cache.start(blobTarget(digest));
        QTRY_COMPARE(request.received(), 512 * 1024);
        cache.hub.stop();
        if (!isRestarted)
            QVERIFY(!request.finish().isComplete);
    }
    if (isRestarted)
        cache.restart();
    QTRY_VERIFY_WITH_TIMEOUT(cache.downloads().isEmpty(), 20'000);
    QTRY_VERIFY(!cache.hasOpenPartials());
    QVERIFY(!cache.isStored(digest));

    cache.hub.start();
    QTRY_COMPARE(cache.get(blobTarget(digest)).body, bytes); // once a probe has found it
    QTRY_VERIFY(cache.isStored(digest));
    // Only the rest was asked for.
    QVERIFY(cache.hub.requests().back().field("range").starts_with("bytes=524288-"));
}

void TestBlobs::pausesWhenNobodyWaits_data()
{
    QTest::addColumn<int>("finishAbove");
    QTest::addColumn<bool>("isFinished");
    QTest::newRow("always finished") << 0 << true;
    QTest::newRow("far enough") << 20 << true;
    QTest::newRow("not far enough") << 80 << false;
    QTest::newRow("never far enough") << 100 << false;
}

void TestBlobs::pausesWhenNobodyWaits()
{
    QFETCH(int, finishAbove);
    QFETCH(bool, isFinished);
    CacheFixture cache;
    cache.downloadConfig.finishAbove = finishAbove;
    cache.restart();
    const QByteArray bytes = patternBytes(1024 * 1024);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const std::string path = upstreamPath(digest);
    cache.hub.addFault(path, {.stallAfter = 512 * 1024, .times = 1});
    const auto readers = [&cache] {
        const QList<DownloadProgress> downloads = cache.downloads();
        return downloads.size() == 1 ? downloads.front().readers : -1;
    };
    const std::string request =
        "GET " + blobTarget(digest).toStdString() + " HTTP/1.1\r\nHost: cache\r\n\r\n";
    RawHttpClient first(cache.port());
    RawHttpClient second(cache.port());
    first.send(request);
    second.send(request);
    QTRY_COMPARE(cache.downloads().value(0).receivedBytes, 512 * 1024);
    QTRY_COMPARE(readers(), 2);
    first.reset();
    QTRY_COMPARE(readers(), 1);
    second.reset();
    QTRY_COMPARE(readers(), 0);
    cache.hub.release(path);
    QTRY_VERIFY(cache.downloads().isEmpty());
    QCOMPARE(cache.isStored(digest), isFinished);
    QCOMPARE(cache.get(blobTarget(digest)).body, bytes);
    QVERIFY(cache.hub.bodyBytesSent(path) <= bytes.size() * 2);
    QCOMPARE(cache.hub.count("GET", path), isFinished ? 1 : 2);
}

void TestBlobs::fetchesALargeBlobInPieces()
{
    CacheFixture cache;
    cache.downloadConfig.parallelAbove = limits::blobPieceBytes;
    cache.restart();
    const QByteArray bytes = patternBytes(3 * limits::blobPieceBytes + 1);
    const Digest digest = cache.hub.addBlob("library/app", bytes);
    const std::string path = upstreamPath(digest);
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({{digest, bytes.size()}}));
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 200);
    QTRY_COMPARE(cache.get("/v2/_catalog").body.count("library/app"), 1);
    // Readers have what is in order, not what is ahead.
    cache.hub.addFault(path, {.stallAfter = 1000, .range = "bytes=8388608-16777215", .times = 1});
    ClientRequest request = cache.start(blobTarget(digest));
    QTRY_COMPARE(request.received(), limits::blobPieceBytes + 1000);
    QTRY_COMPARE(cache.hub.count("GET", path), 4);
    cache.hub.release(path);
    QVERIFY(request.finish().body == bytes);
    QCOMPARE(cache.hub.bodyBytesSent(path), bytes.size());
    QTRY_VERIFY(cache.isStored(digest));
}

void TestBlobs::answersConditionalRequests()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addBlob("library/app", patternBytes(1000));
    QCOMPARE(cache.get(blobTarget(digest)).status, 200);
    QTRY_VERIFY(cache.isStored(digest));
    const std::string entityTag = '"' + digest.toString() + '"';
    const ClientReply same = cache.get(blobTarget(digest), {{"If-None-Match", entityTag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    QCOMPARE(cache.get(blobTarget(digest), {{"If-None-Match", "\"other\""}}).status, 200);
    QCOMPARE(
        cache.get(blobTarget(digest), {{"Range", "bytes=0-0"}, {"If-Range", entityTag}}).status,
        206);
    QCOMPARE(
        cache.get(blobTarget(digest), {{"Range", "bytes=0-0"}, {"If-Range", "\"other\""}}).status,
        200);
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
