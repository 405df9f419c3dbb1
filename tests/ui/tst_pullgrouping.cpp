// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which requests count as one pull, and what is told of them together.
#include "pullgrouping.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

/// A request of one client for one repository, in second `atS`, that takes a tenth of one.
RequestRecord request(RequestKind kind, const QByteArray &reference, std::int64_t atS)
{
    RequestRecord record;
    record.startedAtMs = atS * 1000;
    record.durationUs = 100'000;
    record.client = "192.168.0.20";
    record.userAgent = "docker/27";
    record.status = 200;
    record.bodyBytes = 10;
    record.labels = {.kind = kind,
                     .result = CacheResult::Hit,
                     .upstream = "docker.io",
                     .repository = "library/alpine",
                     .reference = reference};
    return record;
}

RequestRecord tag(const QByteArray &name, std::int64_t atS)
{
    return request(RequestKind::Manifest, name, atS);
}

RequestRecord blob(std::int64_t atS)
{
    return request(RequestKind::Blob, "sha256:ab", atS);
}

using Records = QList<RequestRecord>;

/// The numbers of a grouping, those that stand alone negative.
QList<int> placesOf(const Records &records)
{
    PullGrouping grouping;
    QList<int> places;
    for (const RequestRecord &record : records) {
        const PullGrouping::Place place = grouping.placeOf(record);
        places.append(static_cast<int>(place.number) * (place.isPull ? 1 : -1));
    }
    return places;
}

template <typename Change>
RequestRecord changed(RequestRecord record, Change change)
{
    change(record);
    return record;
}

} // namespace

class PullGroupingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void isBounded();
    void sumsUp();
    void namesThePullByItsTag();
    void showsTheWorst_data();
    void showsTheWorst();
};

void PullGroupingTest::places_data()
{
    QTest::addColumn<Records>("records");
    QTest::addColumn<QList<int>>("places");
    using Places = QList<int>;
    const auto digest = [](std::int64_t atS) {
        return request(RequestKind::Manifest, "sha256:cd", atS);
    };
    QTest::newRow("a pull") << Records{tag("3", 0), digest(0), blob(1), blob(1)}
                            << Places{1, 1, 1, 1};
    QTest::newRow("by digest") << Records{digest(0), blob(1)} << Places{1, 1};
    QTest::newRow("content without a manifest") << Records{blob(0), blob(0)} << Places{-1, -2};
    QTest::newRow("a ping stands alone")
        << Records{request(RequestKind::Ping, {}, 0), tag("3", 0), blob(1)} << Places{-1, 2, 2};
    QTest::newRow("lists stand alone")
        << Records{tag("3", 0), request(RequestKind::Tags, {}, 0), blob(1)} << Places{1, -2, 1};
    QTest::newRow("a short pause") << Records{tag("3", 0), blob(10)} << Places{1, 1};
    QTest::newRow("a long pause") << Records{tag("3", 0), blob(11)} << Places{1, -2};
    QTest::newRow("the next pull after a pause")
        << Records{tag("3", 0), blob(1), tag("3", 20), blob(21)} << Places{1, 1, 2, 2};
    QTest::newRow("the same tag again, once there was content")
        << Records{tag("3", 0), blob(1), tag("3", 2), blob(3)} << Places{1, 1, 2, 2};
    QTest::newRow("the same tag again, before")
        << Records{tag("3", 0), tag("3", 1), blob(2)} << Places{1, 1, 1};
    QTest::newRow("another tag") << Records{tag("3", 0), tag("4", 1), blob(2)} << Places{1, 2, 2};
    QTest::newRow("a digest, then the tag")
        << Records{digest(0), tag("3", 0), blob(1)} << Places{1, 1, 1};
    const auto other = [](auto change) {
        return Records{tag("3", 0), changed(tag("3", 0), change), blob(1),
                       changed(blob(1), change)};
    };
    QTest::newRow("another client")
        << other([](auto &r) { r.client = "192.168.0.21"; }) << Places{1, 2, 1, 2};
    QTest::newRow("another program")
        << other([](auto &r) { r.userAgent = "podman"; }) << Places{1, 2, 1, 2};
    QTest::newRow("another registry")
        << other([](auto &r) { r.labels.upstream = "quay.io"; }) << Places{1, 2, 1, 2};
    QTest::newRow("another repository")
        << other([](auto &r) { r.labels.repository = "a/b"; }) << Places{1, 2, 1, 2};
    // Records come in the order in which they ended.
    QTest::newRow("a long one that began in time")
        << Records{tag("3", 0), blob(1),
                   changed(blob(2), [](auto &r) { r.durationUs = 300'000'000; }), blob(305)}
        << Places{1, 1, 1, 1};
    QTest::newRow("no repository")
        << Records{changed(tag("3", 0), [](auto &r) { r.labels.repository.clear(); })}
        << Places{-1};
}

void PullGroupingTest::places()
{
    QFETCH(const Records, records);
    QTEST(placesOf(records), "places");
}

void PullGroupingTest::isBounded()
{
    PullGrouping grouping;
    std::uint64_t first = grouping.placeOf(tag("3", 0)).number;
    for (int i = 1; i < PullGrouping::requestsMax; ++i)
        QCOMPARE(grouping.placeOf(blob(0)).number, first);
    QVERIFY(!grouping.placeOf(blob(0)).isPull);

    // The newest are remembered.
    const auto ofRepository = [](int i, RequestRecord record) {
        record.labels.repository = "r/" + QByteArray::number(i);
        return record;
    };
    constexpr int count = static_cast<int>(PullGrouping::pullsMax) * 3;
    for (int i = 0; i < count; ++i)
        grouping.placeOf(ofRepository(i, tag("3", i)));
    QVERIFY(!grouping.placeOf(ofRepository(0, blob(count))).isPull);
    QVERIFY(grouping.placeOf(ofRepository(count - 1, blob(count))).isPull);
}

void PullGroupingTest::sumsUp()
{
    PullSummary summary;
    RequestRecord first = tag("3", 10);
    first.labels.user = "anna";
    addTo(summary, first);
    RequestRecord second = blob(11);
    second.labels.result = CacheResult::Miss;
    second.durationUs = 5'000'000;
    addTo(summary, second);
    RequestRecord third = blob(9);
    third.labels.result = CacheResult::Failed;
    third.status = 404;
    third.labels.isPrivate = true;
    addTo(summary, third);
    QCOMPARE(summary.client, QByteArray("192.168.0.20"));
    QCOMPARE(summary.user, QByteArray("anna"));
    QCOMPARE(summary.repository, QByteArray("library/alpine"));
    QCOMPARE(summary.reference, QByteArray("3"));
    QCOMPARE(summary.startedAtMs, 9'000);
    QCOMPARE(summary.endedAtMs, 16'000);
    QCOMPARE(summary.bodyBytes, 30);
    QCOMPARE(summary.requests, 3);
    QCOMPARE(summary.hits, 1);
    QCOMPARE(summary.misses, 1);
    QCOMPARE(summary.failures, 1);
    QCOMPARE(summary.worst, CacheResult::Failed);
    QCOMPARE(summary.worstStatus, 404);
    QVERIFY(summary.isPrivate);
}

void PullGroupingTest::namesThePullByItsTag()
{
    PullSummary summary;
    addTo(summary, request(RequestKind::Manifest, "sha256:cd", 0));
    QCOMPARE(summary.reference, QByteArray("sha256:cd"));
    addTo(summary, tag("3", 0));
    addTo(summary, request(RequestKind::Manifest, "sha256:ef", 0));
    QCOMPARE(summary.reference, QByteArray("3"));
}

void PullGroupingTest::showsTheWorst_data()
{
    QTest::addColumn<int>("better");
    QTest::addColumn<int>("worse");
    const QList<CacheResult> order{
        CacheResult::None, CacheResult::Hit,   CacheResult::Revalidated, CacheResult::Collapsed,
        CacheResult::Miss, CacheResult::Stale, CacheResult::Failed};
    for (qsizetype i = 1; i < order.size(); ++i)
        QTest::addRow("%d", static_cast<int>(i))
            << static_cast<int>(order[i - 1]) << static_cast<int>(order[i]);
}

void PullGroupingTest::showsTheWorst()
{
    QFETCH(const int, better);
    QFETCH(const int, worse);
    for (const bool isWorseFirst : {false, true}) {
        PullSummary summary;
        for (const int result : {isWorseFirst ? worse : better, isWorseFirst ? better : worse}) {
            RequestRecord record = blob(0);
            record.labels.result = static_cast<CacheResult>(result);
            addTo(summary, record);
        }
        QCOMPARE(static_cast<int>(summary.worst), worse);
    }
}

QTEST_GUILESS_MAIN(PullGroupingTest)
#include "tst_pullgrouping.moc"
