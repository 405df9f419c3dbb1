// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the window's work is bounded by the number of looks and not by that of requests:
// ten seconds at 5,000 requests a second reach a shown log as a handful of changes. And that no
// record is told twice or lost without a word.
#include "enginefeed.h"
#include "models/requestfilter.h"
#include "models/requestmodel.h"
#include "records.h"
#include "uilimits.h"
#include "widgets/endfollower.h"
#include "widgets/requesttable.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makeRecords;

namespace {

/// An engine that answers what it is told to.
class ScriptedSource final : public EngineFeed::Source
{
public:
    StatsSnapshot statistics() const override { return snapshot; }

    QList<DownloadProgress> downloads() const override { return running; }

    QList<RequestRecord> recordsSince(std::uint64_t afterId, int max) const override
    {
        ++asked;
        const auto first = std::find_if(kept.cbegin(), kept.cend(), [afterId](const auto &record) {
            return record.id > afterId;
        });
        const auto count = std::min<qsizetype>(kept.cend() - first, max);
        return {kept.cend() - count, kept.cend()};
    }

    StatsSnapshot snapshot;
    QList<DownloadProgress> running;
    QList<RequestRecord> kept;
    mutable int asked = 0;
};

} // namespace

class EngineFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachRecordOnce();
    void tellsWhatWasSkipped();
    void pauseKeepsRecordsForLater();
    void tellsChangedFiguresOnly();
    void tellsTheEndOfDownloads();
    void looksByItself();
    void keepsUpWithFiveThousandRequestsASecond();
    void staysWithTheRowsThatAreLookedAt();
};

void EngineFeedTest::tellsEachRecordOnce()
{
    ScriptedSource source;
    EngineFeed feed(source);
    const QSignalSpy arrived(&feed, &EngineFeed::recordsArrived);
    source.kept = makeRecords(1, 3);
    feed.poll();
    feed.poll();
    source.kept += makeRecords(4, 2);
    feed.poll();
    QCOMPARE(arrived.size(), 2);
    const auto second = arrived.at(1).at(0).value<QList<RequestRecord>>();
    QCOMPARE(second.size(), 2);
    QCOMPARE(second.first().id, std::uint64_t{4});
    QCOMPARE(arrived.at(1).at(1).toULongLong(), 0ULL);
}

void EngineFeedTest::tellsWhatWasSkipped()
{
    ScriptedSource source;
    EngineFeed feed(source);
    const QSignalSpy arrived(&feed, &EngineFeed::recordsArrived);
    source.kept = makeRecords(1, 3);
    feed.poll();
    source.kept = makeRecords(10, 3);
    feed.poll();
    QCOMPARE(arrived.at(1).at(1).toULongLong(), 6ULL);
}

void EngineFeedTest::pauseKeepsRecordsForLater()
{
    ScriptedSource source;
    EngineFeed feed(source);
    const QSignalSpy arrived(&feed, &EngineFeed::recordsArrived);
    feed.setPaused(true);
    source.kept = makeRecords(1, 3);
    feed.poll();
    QCOMPARE(arrived.size(), 0);
    feed.setPaused(false);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.at(0).at(0).value<QList<RequestRecord>>().size(), 3);
}

void EngineFeedTest::tellsChangedFiguresOnly()
{
    ScriptedSource source;
    EngineFeed feed(source);
    const QSignalSpy changed(&feed, &EngineFeed::statisticsChanged);
    feed.poll();
    QCOMPARE(changed.size(), 0);
    source.snapshot.requests = 1;
    feed.poll();
    feed.poll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(feed.statistics().requests, std::uint64_t{1});
}

void EngineFeedTest::tellsTheEndOfDownloads()
{
    ScriptedSource source;
    EngineFeed feed(source);
    const QSignalSpy changed(&feed, &EngineFeed::downloadsChanged);
    feed.poll();
    QCOMPARE(changed.size(), 0);
    source.running = {DownloadProgress{}};
    feed.poll();
    source.running.clear();
    feed.poll();
    feed.poll();
    QCOMPARE(changed.size(), 2);
    QVERIFY(changed.at(1).at(0).value<QList<DownloadProgress>>().isEmpty());
}

void EngineFeedTest::looksByItself()
{
    ScriptedSource source;
    EngineFeed feed(source);
    QSignalSpy arrived(&feed, &EngineFeed::recordsArrived);
    feed.begin();
    source.kept = makeRecords(1, 1);
    QVERIFY(arrived.wait(patienceMs));
    feed.end();
    source.kept += makeRecords(2, 1);
    const int asked = source.asked;
    feed.begin();
    QVERIFY(source.asked > asked);
    QCOMPARE(arrived.size(), 2);
}

void EngineFeedTest::keepsUpWithFiveThousandRequestsASecond()
{
    constexpr int requests = 50'000;
    constexpr int perLook = 750; // 5,000 a second, looked at every 150 ms
    constexpr int kept = 20'000; // so that old rows go, too
    ScriptedSource source;
    EngineFeed feed(source);
    RequestModel model(kept);
    RequestFilter filter(model);
    RequestTable table(filter);
    table.resize(900, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    connect(&feed, &EngineFeed::recordsArrived, &model,
            [&model](const QList<RequestRecord> &records) { model.append(records); });
    const QSignalSpy arrived(&feed, &EngineFeed::recordsArrived);
    const QSignalSpy inserted(&filter, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);

    int looks = 0;
    for (int sent = 0; sent < requests; sent += perLook) {
        source.kept =
            makeRecords(static_cast<std::uint64_t>(sent) + 1, std::min(perLook, requests - sent));
        feed.poll();
        QCoreApplication::processEvents();
        ++looks;
    }
    QCOMPARE(arrived.size(), looks);
    QCOMPARE(inserted.size(), looks);
    QVERIFY(removed.size() < looks);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), kept);
    QCOMPARE(model.record(kept - 1).id, std::uint64_t{requests});
    QVERIFY(table.follower().isFollowing());
    QCOMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
}

void EngineFeedTest::staysWithTheRowsThatAreLookedAt()
{
    RequestModel model(1'000);
    RequestFilter filter(model);
    RequestTable table(filter);
    table.resize(900, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.append(makeRecords(1, 1'000));
    QVERIFY(table.follower().isFollowing());
    table.scrollTo(filter.index(500, 0), QAbstractItemView::PositionAtTop);
    QVERIFY(!table.follower().isFollowing());
    const auto topId = [&table, &filter] {
        return filter.record(table.rowAt(0)).id;
    };
    const std::uint64_t before = topId();
    model.append(makeRecords(1'001, 200)); // 200 rows go at the top
    QCoreApplication::processEvents();
    QCOMPARE(topId(), before);
    QVERIFY(!table.follower().isFollowing());
    table.follower().follow();
    QVERIFY(table.follower().isFollowing());
    QCOMPARE(table.rowAt(table.viewport()->height() - 2), filter.rowCount() - 1);
}

QTEST_MAIN(EngineFeedTest)
#include "tst_enginefeed.moc"
