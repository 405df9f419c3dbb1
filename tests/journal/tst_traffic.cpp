// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a minute, of an hour and of a long time, whatever the clock does.
#include "core/limits.h"
#include "journal/traffic.h"
#include "support/manualclock.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::journal;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t startMs = 1'000'000'000'000; ///< of the clock, at 46:40 of an hour
constexpr std::int64_t startMinute = 999'999'960'000;
constexpr std::int64_t startHour = 999'997'200'000;

TrafficCounts some(std::uint64_t factor = 1)
{
    return {.requests = 7 * factor,
            .hits = 4 * factor,
            .misses = 2 * factor,
            .failed = factor,
            .bytesServed = 1000 * factor,
            .bytesFetched = 300 * factor};
}

} // namespace

class TestTraffic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByTheMinuteAndTheHour();
    void keepsAnHourOfMinutes();
    void keepsNoMoreOfThemUnwritten();
    void addsUpOldHours();
    void losesNothingWhenTheClockIsSet_data();
    void losesNothingWhenTheClockIsSet();
    void givesWhatHasChanged();
    void goesOnWithWhatWasWritten();
    void savesNoLessThanNothing();
};

void TestTraffic::countsByTheMinuteAndTheHour()
{
    ManualClock clock;
    Traffic traffic;
    traffic.count(some(), clock.wallNow());
    clock.advance(10s);
    traffic.count(some(), clock.wallNow());
    clock.advance(10s); // 47:00
    traffic.count(some(3), clock.wallNow());
    clock.advance(13min); // another hour
    traffic.count(some(), clock.wallNow());
    const TrafficHistory history = traffic.history(clock.wallNow());
    QCOMPARE(history.nowMs, startMs + 800'000);
    QCOMPARE(history.minutes,
             (QList<TrafficStep>{{.beginMs = startMinute, .counts = some(2)},
                                 {.beginMs = startMinute + 60'000, .counts = some(3)},
                                 {.beginMs = startMinute + 14 * 60'000, .counts = some()}}));
    QCOMPARE(history.hours,
             (QList<TrafficStep>{{.beginMs = startHour, .counts = some(5)},
                                 {.beginMs = startHour + 3'600'000, .counts = some()}}));
    QCOMPARE(history.allTime, some(6));
}

void TestTraffic::keepsAnHourOfMinutes()
{
    ManualClock clock;
    Traffic traffic;
    for (int i = 0; i < 150; ++i) {
        traffic.count(some(), clock.wallNow());
        clock.advance(1min);
        traffic.addUpOld(clock.wallNow());
    }
    traffic.count(some(), clock.wallNow());
    const TrafficHistory history = traffic.history(clock.wallNow());
    QCOMPARE(history.minutes.size(), 60);
    QCOMPARE(history.minutes.constLast().beginMs, startMinute + 150 * 60'000);
    QCOMPARE(traffic.takeChanged().minutes.size(), 60U);
    QCOMPARE(history.allTime, some(151));
}

/// As where the file cannot be read, and nobody adds up.
void TestTraffic::keepsNoMoreOfThemUnwritten()
{
    ManualClock clock;
    Traffic traffic;
    for (int minute = 0; minute < 200; ++minute) {
        traffic.count(some(), clock.wallNow());
        clock.advance(1min);
    }
    QCOMPARE(traffic.takeChanged().minutes.size(), std::size_t{60});
}

void TestTraffic::addsUpOldHours()
{
    ManualClock clock;
    Traffic traffic;
    traffic.count(some(), clock.wallNow());
    clock.advance(1h);
    traffic.count(some(2), clock.wallNow());
    clock.advance(limits::historyKept);
    traffic.count(some(4), clock.wallNow());
    traffic.addUpOld(clock.wallNow());
    const TrafficHistory history = traffic.history(clock.wallNow());
    QCOMPARE(history.hours.size(), 2); // the sum is no hour
    QCOMPARE(history.allTime, some(7));
    const TrafficRows rows = traffic.takeChanged();
    QCOMPARE(rows.hours.size(), 3U);
    QCOMPARE(rows.hours.front(), (TrafficStep{.beginMs = 0, .counts = some()}));
    // Adding up again adds nothing.
    traffic.addUpOld(clock.wallNow());
    QCOMPARE(traffic.history(clock.wallNow()).allTime, some(7));
    QVERIFY(traffic.takeChanged().hours.empty());
}

void TestTraffic::losesNothingWhenTheClockIsSet_data()
{
    QTest::addColumn<qint64>("jumpHours");
    QTest::addColumn<int>("shownAfter"); // hours, at once after the jump
    QTest::newRow("an hour back") << qint64(-1) << 1;
    QTest::newRow("two days back") << qint64(-48) << 1;
    QTest::newRow("an hour on") << qint64(1) << 2;
    QTest::newRow("a year on") << qint64(24 * 365) << 1;
}

void TestTraffic::losesNothingWhenTheClockIsSet()
{
    QFETCH(const qint64, jumpHours);
    QFETCH(const int, shownAfter);
    const std::chrono::hours jump(jumpHours);
    ManualClock clock;
    Traffic traffic;
    traffic.count(some(), clock.wallNow());
    clock.jump(jump);
    traffic.count(some(2), clock.wallNow());
    traffic.addUpOld(clock.wallNow());
    TrafficHistory history = traffic.history(clock.wallNow());
    QCOMPARE(history.allTime, some(3));
    QCOMPARE(history.hours.size(), shownAfter);
    QVERIFY(history.hours.constLast().beginMs <= history.nowMs);
    QVERIFY(!history.minutes.isEmpty() && history.minutes.constLast().beginMs <= history.nowMs);
    // Set right again.
    clock.jump(-jump);
    traffic.count(some(4), clock.wallNow());
    traffic.addUpOld(clock.wallNow());
    history = traffic.history(clock.wallNow());
    QCOMPARE(history.allTime, some(7));
    QVERIFY(history.hours.constLast().beginMs <= history.nowMs);
}

void TestTraffic::givesWhatHasChanged()
{
    ManualClock clock;
    Traffic traffic;
    QVERIFY(traffic.takeChanged().hours.empty());
    traffic.count(some(), clock.wallNow());
    const TrafficRows first = traffic.takeChanged();
    QCOMPARE(first.hours.size(), 1U);
    QCOMPARE(first.minutes.size(), 1U);
    QCOMPARE(traffic.takeChanged(), TrafficRows());
    clock.advance(1h);
    traffic.count(some(2), clock.wallNow());
    const TrafficRows second = traffic.takeChanged();
    QCOMPARE(second.hours.size(), 1U);
    QCOMPARE(second.hours.front().counts, some(2));
    traffic.putBack(first);
    QCOMPARE(traffic.takeChanged().hours, first.hours);
    traffic.changeAll();
    QCOMPARE(traffic.takeChanged().hours.size(), 2U);
}

void TestTraffic::goesOnWithWhatWasWritten()
{
    ManualClock clock;
    Traffic before;
    before.count(some(), clock.wallNow());
    Traffic after(before.takeChanged());
    QVERIFY(after.takeChanged().hours.empty());
    after.count(some(), clock.wallNow());
    const TrafficHistory history = after.history(clock.wallNow());
    QCOMPARE(history.minutes, (QList<TrafficStep>{{.beginMs = startMinute, .counts = some(2)}}));
    QCOMPARE(history.hours, (QList<TrafficStep>{{.beginMs = startHour, .counts = some(2)}}));
}

void TestTraffic::savesNoLessThanNothing()
{
    QCOMPARE(some().bytesSaved(), 700U);
    // What was fetched ahead, and nobody has asked for yet.
    QCOMPARE((TrafficCounts{.bytesServed = 1, .bytesFetched = 2}.bytesSaved()), 0U);
}

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
