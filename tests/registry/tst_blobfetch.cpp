// SPDX-License-Identifier: GPL-3.0-or-later
// A large blob comes in pieces, several at a time, and is given out in order whatever happens to
// each; a small one, and one of an upstream without ranges, comes in one.
#include "core/limits.h"
#include "registry/blobfetch.h"
#include "registry/fetchfixture.h"

using namespace lanyard;
using namespace lanyard::registry;
using namespace lanyard::test;

namespace {

constexpr std::int64_t piece = limits::blobPieceBytes;
constexpr std::int64_t blobBytes = 5 * piece + 12'345;
constexpr std::int64_t above = 2 * piece;

std::string rangeOf(std::int64_t begin, std::int64_t end)
{
    return "bytes=" + std::to_string(begin) + '-' + std::to_string(end - 1);
}

std::string pieceRange(int number)
{
    return rangeOf(number * piece, std::min((number + 1) * piece, blobBytes));
}

} // namespace

class TestBlobFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesComeInOrder();
    void runsAFewAtATime();
    void oneStream_data();
    void oneStream();
    void restOfALargeBlob();
    void sizeIsFoundOut();
    void sharesThePlaces();
    void brokenPieces_data();
    void brokenPieces();
    void endsWithTheFirstPieceThatFails();
    void isNotThere();
};

void TestBlobFetch::piecesComeInOrder()
{
    FetchFixture upstream(blobBytes);
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    std::optional<std::int64_t> size;
    connect(&fetch, &BlobFetch::begun, this, [&](auto said) { size = said; });
    upstream.run(fetch);
    QVERIFY2(!upstream.error, upstream.error ? upstream.error->message.english().c_str() : "");
    QCOMPARE(size, std::optional(blobBytes));
    QVERIFY(upstream.body == upstream.bytes);
    QVERIFY(fetch.isAtEnd());
    std::vector<std::string> expected;
    for (int number = 0; number * piece < blobBytes; ++number)
        expected.push_back(pieceRange(number));
    std::vector<std::string> asked = upstream.ranges();
    std::sort(asked.begin(), asked.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(asked, expected);
    QCOMPARE(upstream.registry.bodyBytesSent(), blobBytes);
}

void TestBlobFetch::runsAFewAtATime()
{
    FetchFixture upstream(blobBytes);
    upstream.registry.addFault(upstream.path, {.stallAfter = 1000, .range = pieceRange(0)});
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    fetch.start();
    QTRY_COMPARE(upstream.registry.count("GET", upstream.path), limits::blobStreamsMax);
    // What arrives behind the first piece waits, and nothing more is asked for.
    QTRY_VERIFY(upstream.registry.bodyBytesSent() == 1000 + (limits::blobStreamsMax - 1) * piece);
    QByteArray body;
    QTRY_VERIFY((body += fetch.read(2000)).size() == 1000);
    upstream.registry.release(upstream.path);
    QTRY_VERIFY((body += fetch.read(blobBytes)).size() == blobBytes);
    QVERIFY(body == upstream.bytes);
}

void TestBlobFetch::oneStream_data()
{
    QTest::addColumn<bool>("isAnnounced");
    QTest::addColumn<qint64>("parallelAbove");
    QTest::addColumn<bool>("hasRanges");
    QTest::addColumn<QString>("range");

    const QString none = QStringLiteral("-");
    QTest::newRow("not larger") << true << qint64{blobBytes} << true << none;
    QTest::newRow("off") << true << qint64{0} << true << none;
    QTest::newRow("off, size unknown") << false << qint64{0} << true << none;
    QTest::newRow("no ranges") << true << qint64{above} << false
                               << QString::fromStdString(pieceRange(0));
    QTest::newRow("no ranges, size unknown")
        << false << qint64{above} << false << QString::fromStdString(pieceRange(0));
}

void TestBlobFetch::oneStream()
{
    QFETCH(bool, isAnnounced);
    QFETCH(qint64, parallelAbove);
    QFETCH(bool, hasRanges);
    QFETCH(QString, range);
    FetchFixture upstream(blobBytes);
    upstream.registry.setRanges(hasRanges);
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = isAnnounced ? std::optional(blobBytes) : std::nullopt,
                     .parallelAbove = parallelAbove});
    upstream.run(fetch);
    QVERIFY(!upstream.error);
    QVERIFY(upstream.body == upstream.bytes);
    QCOMPARE(upstream.ranges(), std::vector<std::string>{range.toStdString()});
}

void TestBlobFetch::restOfALargeBlob()
{
    FetchFixture upstream(blobBytes);
    const std::int64_t offset = piece + 777;
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.offset = offset, .announced = blobBytes, .parallelAbove = above});
    upstream.run(fetch);
    QVERIFY(!upstream.error);
    QVERIFY(upstream.body == upstream.bytes.sliced(offset));
    QCOMPARE(upstream.ranges().front(), rangeOf(offset, offset + piece));
    QCOMPARE(upstream.registry.bodyBytesSent(), blobBytes - offset);
}

void TestBlobFetch::sizeIsFoundOut()
{
    for (const std::int64_t size :
         {std::int64_t{0}, std::int64_t{1}, piece, piece + 1, blobBytes}) {
        FetchFixture upstream(size);
        const AheadStreams ahead(limits::aheadStreamsMax);
        BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                        {.parallelAbove = above});
        upstream.run(fetch);
        QVERIFY2(!upstream.error, upstream.error ? upstream.error->message.english().c_str() : "");
        QVERIFY(upstream.body == upstream.bytes);
        QVERIFY(fetch.isAtEnd());
        QCOMPARE(upstream.registry.bodyBytesSent(), size);
    }
}

void TestBlobFetch::sharesThePlaces()
{
    FetchFixture upstream(blobBytes);
    const AheadStreams ahead(1);
    const AheadStreams::Place taken = ahead.take();
    QVERIFY(taken);
    QVERIFY(!ahead.take());
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    upstream.run(fetch);
    QVERIFY(!upstream.error);
    QVERIFY(upstream.body == upstream.bytes);
    // One after the other: each is asked for when the one before has been read.
    const std::vector<std::string> asked = upstream.ranges();
    QVERIFY(
        std::is_sorted(asked.begin(), asked.end(), [](const std::string &a, const std::string &b) {
            return std::stoll(a.substr(6)) < std::stoll(b.substr(6));
        }));
}

void TestBlobFetch::brokenPieces_data()
{
    QTest::addColumn<std::vector<Fault>>("faults");
    const auto row = [](const char *name, std::vector<Fault> faults) {
        QTest::newRow(name) << std::move(faults);
    };
    row("cut", {{.cutAfter = 1'000'000, .range = pieceRange(2), .times = 1}});
    row("the first is cut", {{.cutAfter = 1'000'000, .range = pieceRange(0), .times = 1}});
    row("silent", {{.stallAfter = 5, .range = pieceRange(1), .times = 1}});
    row("refused for long", {{.status = 503, .body = "{}", .range = pieceRange(1), .times = 3}});
    // The first one goes silent, so that the other is not the first by the time it is denied.
    row("denied ahead", {{.stallAfter = 5, .range = pieceRange(0), .times = 1},
                         {.status = 403, .body = "{}", .range = pieceRange(3), .times = 1}});
    row("several at once", {{.cutAfter = 10, .range = pieceRange(1), .times = 1},
                            {.cutAfter = 20, .range = pieceRange(2), .times = 1},
                            {.cutAfter = 30, .range = pieceRange(3), .times = 1}});
    row("of another size", {{.status = 206,
                             .fields = {{"Content-Range", "bytes 8388608-16777215/99999999"}},
                             .body = QByteArray(piece, 'x'),
                             .range = pieceRange(1),
                             .times = 1}});
}

void TestBlobFetch::brokenPieces()
{
    QFETCH(std::vector<Fault>, faults);
    FetchFixture upstream(blobBytes, {.silence = std::chrono::seconds(1)});
    for (const Fault &fault : faults)
        upstream.registry.addFault(upstream.path, fault);
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    upstream.run(fetch);
    QVERIFY2(!upstream.error, upstream.error ? upstream.error->message.english().c_str() : "");
    QVERIFY(upstream.body == upstream.bytes);
}

void TestBlobFetch::endsWithTheFirstPieceThatFails()
{
    FetchFixture upstream(blobBytes);
    upstream.registry.addFault(upstream.path,
                               {.status = 503, .body = "{}", .range = pieceRange(2)});
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    upstream.run(fetch);
    QVERIFY(upstream.error);
    QCOMPARE(upstream.error->code, ErrorCode::BadUpstream);
    QVERIFY(upstream.body == upstream.bytes.first(2 * piece));
}

void TestBlobFetch::isNotThere()
{
    FetchFixture upstream(blobBytes);
    upstream.registry.addFault(upstream.path, {.status = 404, .body = "{}"});
    const AheadStreams ahead(limits::aheadStreamsMax);
    BlobFetch fetch(upstream.client, ahead, upstream.repository, upstream.digest,
                    {.announced = blobBytes, .parallelAbove = above});
    upstream.run(fetch);
    QVERIFY(upstream.error);
    QCOMPARE(upstream.error->code, ErrorCode::NotFound);
    QVERIFY(upstream.body.isEmpty());
    QVERIFY(!fetch.isAtEnd());
}

QTEST_GUILESS_MAIN(TestBlobFetch)
#include "tst_blobfetch.moc"
