// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever breaks in the middle of a blob, what is given out is the part that was asked for from
// its first byte to its last, or ends with an error; and upstream sends little more than once.
#include "core/limits.h"
#include "registry/fetchfixture.h"
#include "registry/rangefetch.h"

using namespace lanyard;
using namespace lanyard::registry;
using namespace lanyard::test;

using Faults = std::vector<Fault>;

Q_DECLARE_METATYPE(Faults)
Q_DECLARE_METATYPE(Fault)

namespace {

constexpr qsizetype blobBytes = 1'000'000;
// Short, because tests wait for it; longer than a busy machine holds an answer up.
constexpr std::chrono::milliseconds silence(1'000);

Fault cut(std::int64_t after)
{
    return {.cutAfter = after, .times = 1};
}

/// Silence in the middle. Unlike a connection that ends, it makes Qt send nothing again by itself,
/// so that what is asked for can be told.
Fault stall(std::int64_t after)
{
    return {.stallAfter = after, .times = 1};
}

QByteArray blob()
{
    return FetchFixture(blobBytes).bytes;
}

QString joined(const std::vector<std::string> &fields)
{
    QStringList list;
    for (const std::string &field : fields)
        list.append(QString::fromStdString(field));
    return list.join(u' ');
}

/// What is sent instead of the rest.
Fault answerInstead(int status, const std::string &contentRange, qsizetype size)
{
    Fault fault{.status = status, .body = QByteArray(size, 'x'), .times = 1};
    if (!contentRange.empty())
        fault.fields.emplace_back("Content-Range", contentRange);
    return fault;
}

} // namespace

class TestRangeFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOn_data();
    void goesOn();
    void givesAPart_data();
    void givesAPart();
    void ends_data();
    void ends();
    void firstAnswerCounts();
    void sizeIsKnown();
    void endsInTime_data();
    void endsInTime();
};

void TestRangeFetch::goesOn_data()
{
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<bool>("hasRanges");
    QTest::addColumn<QString>("ranges"); // that were asked for; empty: whatever
    const auto row = [](const char *name, const Faults &faults, bool hasRanges,
                        const char *ranges) {
        QTest::newRow(name) << faults << hasRanges << QString::fromLatin1(ranges);
    };

    row("whole", {}, true, "-");
    row("cut at once", {cut(0)}, true, "");
    row("cut in the middle", {cut(600'000)}, true, "");
    row("cut before the last byte", {cut(999'999)}, true, "");
    row("cut twice", {cut(300'000), cut(300'000)}, true, "");
    row("silent twice", {stall(300'000), stall(300'000)}, true,
        "- bytes=300000-999999 bytes=600000-999999");
    row("silent", {stall(500'000)}, true, "- bytes=500000-999999");
    row("chunked, silent", {{.framing = Framing::Chunked, .stallAfter = 600'000, .times = 1}}, true,
        "- bytes=600000-");
    row("busy meanwhile", {stall(600'000), {.status = 503, .body = "{}", .times = 1}}, true,
        "- bytes=600000-999999");
    row("less than the rest",
        {stall(600'000),
         {.status = 206,
          .fields = {{"Content-Range", "bytes 600000-699999/1000000"}},
          .body = blob().mid(600'000, 100'000),
          .times = 1}},
        true, "- bytes=600000-999999 bytes=700000-999999");
    row("no ranges", {stall(600'000)}, false, "- bytes=600000-999999");
    row("no ranges, silent before there", {stall(600'000), stall(400'000)}, false,
        "- bytes=600000-999999");
    row("another range", {stall(600'000), answerInstead(206, "bytes 0-999999/1000000", blobBytes)},
        true, "- bytes=600000-999999 -");
    row("range refused", {stall(600'000), answerInstead(416, "bytes */1000000", 0)}, true,
        "- bytes=600000-999999 -");
    row("of another length once",
        {stall(600'000), answerInstead(206, "bytes 600000-1099999/1100000", 500'000)}, true,
        "- bytes=600000-999999 -");
}

void TestRangeFetch::goesOn()
{
    QFETCH(Faults, faults);
    QFETCH(bool, hasRanges);
    QFETCH(QString, ranges);
    FetchFixture upstream(blobBytes, {.silence = silence});
    upstream.registry.setRanges(hasRanges);
    for (const Fault &fault : faults)
        upstream.registry.addFault(upstream.path, fault);
    RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, {},
                     upstream::Traffic::Content);
    upstream.run(fetch);
    QVERIFY2(!upstream.error, upstream.error ? upstream.error->message.english().c_str() : "");
    QVERIFY(upstream.body == upstream.bytes);
    QVERIFY(fetch.isAtEnd());
    QCOMPARE(fetch.blobSize(), std::optional<std::int64_t>(blobBytes));
    if (!ranges.isEmpty())
        QCOMPARE(joined(upstream.ranges()), ranges);
}

void TestRangeFetch::givesAPart_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end"); // -1: of the blob
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<bool>("hasRanges");
    QTest::addColumn<QString>("ranges");

    QTest::newRow("first part") << 0 << 400'000 << Faults{} << true
                                << QStringLiteral("bytes=0-399999");
    QTest::newRow("middle") << 400'000 << 500'000 << Faults{} << true
                            << QStringLiteral("bytes=400000-499999");
    QTest::newRow("to the end") << 400'000 << -1 << Faults{} << true
                                << QStringLiteral("bytes=400000-");
    QTest::newRow("last byte") << 999'999 << -1 << Faults{} << true
                               << QStringLiteral("bytes=999999-");
    QTest::newRow("more than there is")
        << 900'000 << 1'100'000 << Faults{} << true << QStringLiteral("bytes=900000-1099999");
    QTest::newRow("silent") << 400'000 << 500'000 << Faults{stall(30'000)} << true
                            << QStringLiteral("bytes=400000-499999 bytes=430000-499999");
    QTest::newRow("no ranges: all that follow")
        << 400'000 << 500'000 << Faults{} << false << QStringLiteral("bytes=400000-499999");
}

void TestRangeFetch::givesAPart()
{
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(Faults, faults);
    QFETCH(bool, hasRanges);
    QFETCH(QString, ranges);
    FetchFixture upstream(blobBytes, {.silence = silence});
    upstream.registry.setRanges(hasRanges);
    for (const Fault &fault : faults)
        upstream.registry.addFault(upstream.path, fault);
    RangeFetch::Range range{.begin = begin, .end = std::nullopt};
    if (end >= 0)
        range.end = end;
    RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, range,
                     upstream::Traffic::Content);
    upstream.run(fetch);
    QVERIFY2(!upstream.error, upstream.error ? upstream.error->message.english().c_str() : "");
    const std::int64_t last =
        hasRanges && end >= 0 ? std::min<std::int64_t>(end, blobBytes) : std::int64_t{blobBytes};
    QCOMPARE(fetch.end(), end >= 0 || !hasRanges ? std::optional(last) : fetch.end());
    QVERIFY(upstream.body == upstream.bytes.mid(begin, last - begin));
    QCOMPARE(joined(upstream.ranges()), ranges);
}

void TestRangeFetch::ends_data()
{
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<QString>("ranges"); // that were asked for

    QTest::newRow("silent each time")
        << Faults{{.stallAfter = 100'000}} << ErrorCode::TimedOut
        << QStringLiteral("- bytes=100000-999999 bytes=200000-999999 bytes=300000-999999");
    QTest::newRow("gone") << Faults{stall(600'000), answerInstead(404, {}, 2)}
                          << ErrorCode::NotFound << QStringLiteral("- bytes=600000-999999");
    QTest::newRow("limited") << Faults{stall(600'000), answerInstead(429, {}, 2)}
                             << ErrorCode::RateLimited << QStringLiteral("- bytes=600000-999999");
    QTest::newRow("another body") << Faults{stall(600'000), answerInstead(200, {}, 700'000),
                                            answerInstead(200, {}, 700'000)}
                                  << ErrorCode::BadUpstream
                                  << QStringLiteral("- bytes=600000-999999 -");
}

void TestRangeFetch::ends()
{
    QFETCH(Faults, faults);
    QFETCH(ErrorCode, error);
    QFETCH(QString, ranges);
    FetchFixture upstream(blobBytes, {.silence = silence});
    for (const Fault &fault : faults)
        upstream.registry.addFault(upstream.path, fault);
    RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, {},
                     upstream::Traffic::Content);
    upstream.run(fetch);
    QVERIFY(upstream.error);
    QVERIFY2(upstream.error->code == error, upstream.error->message.english().c_str());
    QVERIFY(upstream.bytes.startsWith(upstream.body));
    QVERIFY(!fetch.isAtEnd());
    QCOMPARE(joined(upstream.ranges()), ranges);
}

void TestRangeFetch::firstAnswerCounts()
{
    for (const bool hasBegun : {false, true}) {
        FetchFixture upstream(blobBytes, {.silence = silence});
        upstream.registry.addFault(upstream.path, answerInstead(503, {}, 2));
        RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, {},
                         upstream::Traffic::Content,
                         hasBegun ? std::optional<std::int64_t>(blobBytes) : std::nullopt);
        upstream.run(fetch);
        QCOMPARE(upstream.error.has_value(), !hasBegun);
        QVERIFY(upstream.body == (hasBegun ? upstream.bytes : QByteArray()));
    }
}

void TestRangeFetch::sizeIsKnown()
{
    // What is of another size is not the same blob, however often it is asked for.
    FetchFixture upstream(blobBytes, {.silence = silence});
    RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, {},
                     upstream::Traffic::Content, blobBytes + 1);
    upstream.run(fetch);
    QVERIFY(upstream.error);
    QCOMPARE(upstream.error->code, ErrorCode::BadUpstream);
    QVERIFY(upstream.body.isEmpty());
}

void TestRangeFetch::endsInTime_data()
{
    QTest::addColumn<Fault>("again"); // what comes of asking again
    QTest::newRow("no head") << Fault{.isHeld = true};
    QTest::newRow("no byte") << Fault{.stallAfter = 0};
}

void TestRangeFetch::endsInTime()
{
    // Each answer for itself would have much more time.
    QFETCH(Fault, again);
    FetchFixture upstream(blobBytes, {.headers = std::chrono::minutes(1),
                                      .silence = std::chrono::minutes(1),
                                      .brokenBlob = silence});
    upstream.registry.addFault(upstream.path, cut(600'000));
    upstream.registry.addFault(upstream.path, again);
    RangeFetch fetch(upstream.client, upstream.repository, upstream.digest, {},
                     upstream::Traffic::Content);
    upstream.run(fetch);
    QVERIFY(upstream.error);
    QVERIFY2(upstream.error->code == ErrorCode::Unreachable,
             upstream.error->message.english().c_str());
    QVERIFY(upstream.bytes.startsWith(upstream.body));
    QVERIFY(!upstream.body.isEmpty());
    QTRY_COMPARE(upstream.registry.connections(), 0);
}

QTEST_GUILESS_MAIN(TestRangeFetch)
#include "tst_rangefetch.moc"
