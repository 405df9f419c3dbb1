// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as a request, a hit, a miss and traffic, and that no count is lost between threads.
#include "journal/statistics.h"

#include <QTest>

#include <thread>

using namespace lanyard;

Q_DECLARE_METATYPE(lanyard::RequestKind)
Q_DECLARE_METATYPE(lanyard::CacheResult)

namespace {

RequestRecord recordOf(RequestKind kind, CacheResult result, int status)
{
    RequestRecord record;
    record.status = status;
    record.bodyBytes = 100;
    record.labels.kind = kind;
    record.labels.result = result;
    return record;
}

} // namespace

class TestStatistics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRequests_data();
    void countsRequests();
    void countsBodiesFetched();
    void countsConnections();
    void losesNothing();
};

void TestStatistics::countsRequests_data()
{
    QTest::addColumn<RequestKind>("kind");
    QTest::addColumn<CacheResult>("result");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("misses");
    QTest::addColumn<int>("stale");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("bytesServed");
    using Kind = RequestKind;
    using Cache = CacheResult;
    QTest::newRow("blob hit") << Kind::Blob << Cache::Hit << 200 << 1 << 0 << 0 << 0 << 100;
    QTest::newRow("range hit") << Kind::Blob << Cache::Hit << 206 << 1 << 0 << 0 << 0 << 100;
    QTest::newRow("collapsed") << Kind::Blob << Cache::Collapsed << 200 << 1 << 0 << 0 << 0 << 100;
    QTest::newRow("blob miss") << Kind::Blob << Cache::Miss << 200 << 0 << 1 << 0 << 0 << 100;
    QTest::newRow("revalidated") << Kind::Manifest << Cache::Revalidated << 200 << 1 << 0 << 0 << 0
                                 << 100;
    QTest::newRow("stale") << Kind::Manifest << Cache::Stale << 200 << 1 << 0 << 1 << 0 << 100;
    QTest::newRow("failed") << Kind::Manifest << Cache::Failed << 503 << 0 << 0 << 0 << 1 << 0;
    QTest::newRow("error body") << Kind::Manifest << Cache::None << 404 << 0 << 0 << 0 << 0 << 0;
    QTest::newRow("ping") << Kind::Ping << Cache::None << 200 << 0 << 0 << 0 << 0 << 0;
    QTest::newRow("probe") << Kind::Blob << Cache::None << 200 << 0 << 0 << 0 << 0 << 0;
    QTest::newRow("tags") << Kind::Tags << Cache::Miss << 200 << 0 << 0 << 0 << 0 << 0;
}

void TestStatistics::countsRequests()
{
    QFETCH(RequestKind, kind);
    QFETCH(CacheResult, result);
    QFETCH(int, status);
    QFETCH(int, hits);
    QFETCH(int, misses);
    QFETCH(int, stale);
    QFETCH(int, failed);
    QFETCH(int, bytesServed);
    journal::Statistics statistics;
    statistics.countRequest(recordOf(kind, result, status));
    const StatsSnapshot snapshot = statistics.snapshot();
    const bool isManifest = kind == RequestKind::Manifest;
    QCOMPARE(snapshot.requests, std::uint64_t(1));
    QCOMPARE(snapshot.hits(), std::uint64_t(hits));
    QCOMPARE(snapshot.misses(), std::uint64_t(misses));
    QCOMPARE(snapshot.stale, std::uint64_t(stale));
    QCOMPARE(snapshot.failed, std::uint64_t(failed));
    QCOMPARE(snapshot.bytesServed(), std::uint64_t(bytesServed));
    QCOMPARE(isManifest ? snapshot.blobHits : snapshot.manifestHits, std::uint64_t(0));
    QCOMPARE(isManifest ? snapshot.blobBytesServed : snapshot.manifestBytesServed,
             std::uint64_t(0));
}

void TestStatistics::countsBodiesFetched()
{
    journal::Statistics statistics;
    statistics.countFetched(RequestKind::Blob, 30);
    statistics.countFetched(RequestKind::Blob, 12);
    statistics.countFetched(RequestKind::Manifest, 5);
    statistics.countFetched(RequestKind::Tags, 1'000);
    statistics.countUpstreamRequest("docker.io");
    const StatsSnapshot snapshot = statistics.snapshot();
    QCOMPARE(snapshot.blobBytesFetched, std::uint64_t(42));
    QCOMPARE(snapshot.manifestBytesFetched, std::uint64_t(5));
    QCOMPARE(snapshot.upstreamRequests, std::uint64_t(1));
}

void TestStatistics::countsConnections()
{
    journal::Statistics statistics;
    statistics.connectionsChanged(3);
    statistics.connectionsChanged(-2);
    QCOMPARE(statistics.snapshot().connections, 1);
}

void TestStatistics::losesNothing()
{
    constexpr int requestsEach = 50'000;
    journal::Statistics statistics;
    const auto count = [&statistics] {
        for (int i = 0; i < requestsEach; ++i)
            statistics.countRequest(recordOf(RequestKind::Blob, CacheResult::Hit, 200));
    };
    std::thread first(count);
    std::thread second(count);
    first.join();
    second.join();
    QCOMPARE(statistics.snapshot().blobHits, std::uint64_t(2 * requestsEach));
    QCOMPARE(statistics.snapshot().blobBytesServed, std::uint64_t(200) * requestsEach);
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
