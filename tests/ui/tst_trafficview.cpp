// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps a chart has and what figures add up to, also on the days on which clocks change, and
// where the marks of the axes are.
#include "chartscale.h"
#include "trafficview.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace lanyard;
using namespace lanyard::ui;

Q_DECLARE_METATYPE(lanyard::ui::TrafficSpan)

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;

TrafficCounts served(std::uint64_t bytes)
{
    return {.requests = 2, .hits = 1, .misses = 1, .bytesServed = bytes, .bytesFetched = bytes / 2};
}

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

std::int64_t at(const char *local, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(local), Qt::ISODate);
    return QDateTime(time.date(), time.time(), zone).toMSecsSinceEpoch();
}

/// One hour with a byte in each hour before `nowMs`, over 31 days.
TrafficHistory everyHour(std::int64_t nowMs)
{
    TrafficHistory history{.nowMs = nowMs, .minutes = {}, .hours = {}, .allTime = served(10'000)};
    const std::int64_t last = nowMs - nowMs % hourMs;
    for (int i = 31 * 24; i >= 0; --i)
        history.hours.append(
            TrafficStep{.beginMs = last - i * hourMs, .counts = {.bytesServed = 1}});
    return history;
}

QStringList texts(const QList<ScaleMark> &marks)
{
    QStringList all;
    for (const ScaleMark &mark : marks)
        all += mark.text;
    return all;
}

} // namespace

class TestTrafficView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void fillsGaps_data();
    void fillsGaps();
    void hasLongAndShortDays_data();
    void hasLongAndShortDays();
    void addsUpPeriods();
    void marksBytes_data();
    void marksBytes();
    void marksCounts_data();
    void marksCounts();
    void marksTimes();
};

void TestTrafficView::fillsGaps_data()
{
    QTest::addColumn<TrafficSpan>("span");
    QTest::addColumn<int>("steps");
    QTest::addColumn<qint64>("stepMs");
    QTest::newRow("hour") << TrafficSpan::Hour << 60 << qint64(minuteMs);
    QTest::newRow("day") << TrafficSpan::Day << 24 << qint64(hourMs);
    QTest::newRow("month") << TrafficSpan::Month << 30 << qint64(24 * hourMs);
}

void TestTrafficView::fillsGaps()
{
    QFETCH(const TrafficSpan, span);
    QFETCH(const int, steps);
    QFETCH(const qint64, stepMs);
    const QTimeZone utc = QTimeZone::utc();
    const std::int64_t nowMs = at("2026-11-27T14:05:30", utc);
    const std::int64_t last = nowMs - nowMs % stepMs;
    const QList<TrafficStep> happened{{.beginMs = last - 3 * stepMs, .counts = served(8)},
                                      {.beginMs = last, .counts = served(2)}};
    const TrafficHistory history{
        .nowMs = nowMs, .minutes = happened, .hours = happened, .allTime = {}};
    const QList<TrafficStep> shown = trafficSteps(history, span, utc);
    QCOMPARE(shown.size(), steps);
    QCOMPARE(shown.constLast(), happened.constLast());
    QCOMPARE(shown.at(steps - 4), happened.constFirst());
    QCOMPARE(shown.at(steps - 2).counts, TrafficCounts());
    QCOMPARE(shown.constFirst().beginMs, last - (steps - 1) * stepMs);
    QCOMPARE(sumOf(shown).bytesServed, 10U);
    // Nothing at all is a line of zeros.
    QCOMPARE(trafficSteps({.nowMs = nowMs}, span, utc).size(), steps);
}

void TestTrafficView::hasLongAndShortDays_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("index"); // from the last
    QTest::addColumn<qulonglong>("hours");
    QTest::newRow("spring") << QByteArray("2026-03-31T12:00:00") << 2 << 23ULL;
    QTest::newRow("autumn") << QByteArray("2026-10-27T12:00:00") << 2 << 25ULL;
    QTest::newRow("any day") << QByteArray("2026-10-27T12:00:00") << 1 << 24ULL;
    QTest::newRow("today") << QByteArray("2026-10-27T12:00:00") << 0 << 13ULL;
}

void TestTrafficView::hasLongAndShortDays()
{
    QFETCH(const QByteArray, now);
    QFETCH(const int, index);
    QFETCH(const qulonglong, hours);
    const QTimeZone zone = berlin();
    if (!zone.isValid())
        QSKIP("this system knows no time zones");
    const QList<TrafficStep> days =
        trafficSteps(everyHour(at(now.constData(), zone)), TrafficSpan::Month, zone);
    QCOMPARE(days.size(), 30);
    QCOMPARE(days.at(29 - index).counts.bytesServed, hours);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(days.at(29 - index).beginMs, zone).time(), QTime(0, 0));
}

void TestTrafficView::addsUpPeriods()
{
    const QTimeZone utc = QTimeZone::utc();
    const TrafficHistory history = everyHour(at("2026-11-27T14:05:30", utc));
    QCOMPARE(trafficToday(history, utc).bytesServed, 15U);
    QCOMPARE(trafficOfMonth(history, utc).bytesServed, 15U + 29 * 24);
    const StatsSnapshot statistics{.requests = 9,
                                   .manifestHits = 1,
                                   .manifestMisses = 2,
                                   .blobHits = 3,
                                   .blobMisses = 1,
                                   .failed = 1,
                                   .manifestBytesServed = 10,
                                   .blobBytesServed = 100,
                                   .manifestBytesFetched = 5,
                                   .blobBytesFetched = 50};
    QCOMPARE(sessionCounts(statistics), (TrafficCounts{.requests = 9,
                                                       .hits = 4,
                                                       .misses = 3,
                                                       .failed = 1,
                                                       .bytesServed = 110,
                                                       .bytesFetched = 55}));
}

void TestTrafficView::marksBytes_data()
{
    QTest::addColumn<qulonglong>("max");
    QTest::addColumn<QStringList>("marks");
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QStringLiteral(", "));
    };
    QTest::newRow("nothing") << 0ULL << list("0 B, 1.00 KiB, 2.00 KiB");
    QTest::newRow("a step") << 4096ULL << list("0 B, 1.00 KiB, 2.00 KiB, 3.00 KiB, 4.00 KiB");
    QTest::newRow("one more") << 4097ULL << list("0 B, 2.00 KiB, 4.00 KiB, 6.00 KiB");
    QTest::newRow("1.2 GiB") << 1'288'490'188ULL << list("0 B, 512 MiB, 1.00 GiB, 1.50 GiB");
}

void TestTrafficView::marksBytes()
{
    QFETCH(const qulonglong, max);
    QFETCH(const QStringList, marks);
    QCOMPARE(texts(byteMarks(max)), marks);
    QVERIFY(byteMarks(max).constLast().position >= static_cast<double>(max));
}

void TestTrafficView::marksCounts_data()
{
    QTest::addColumn<qulonglong>("max");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0ULL << 1.0;
    QTest::newRow("4") << 4ULL << 1.0;
    QTest::newRow("5") << 5ULL << 2.0;
    QTest::newRow("9") << 9ULL << 5.0;
    QTest::newRow("21") << 21ULL << 10.0;
    QTest::newRow("950") << 950ULL << 500.0;
    QTest::newRow("3 million") << 3'000'000ULL << 1'000'000.0;
}

void TestTrafficView::marksCounts()
{
    QFETCH(const qulonglong, max);
    QFETCH(const double, step);
    const QList<ScaleMark> marks = countMarks(max);
    QCOMPARE(marks.at(1).position, step);
    QVERIFY(marks.size() <= 5);
    QVERIFY(marks.constLast().position >= static_cast<double>(max));
}

void TestTrafficView::marksTimes()
{
    const QTimeZone utc = QTimeZone::utc();
    const TrafficHistory history{.nowMs = at("2026-11-27T14:05:30", utc)};
    const auto marks = [&](TrafficSpan span) {
        return texts(timeMarks(trafficSteps(history, span, utc), span, utc));
    };
    const QLocale locale;
    const auto time = [&locale](int hour, int minute) {
        return locale.toString(QTime(hour, minute), QLocale::ShortFormat);
    };
    QCOMPARE(marks(TrafficSpan::Hour), (QStringList{time(13, 10), time(13, 20), time(13, 30),
                                                    time(13, 40), time(13, 50), time(14, 0)}));
    QCOMPARE(marks(TrafficSpan::Day), (QStringList{time(16, 0), time(20, 0), time(0, 0), time(4, 0),
                                                   time(8, 0), time(12, 0)}));
    QCOMPARE(marks(TrafficSpan::Month).constLast(), QStringLiteral("27 Nov"));
    QCOMPARE(marks(TrafficSpan::Month).size(), 6);
}

QTEST_GUILESS_MAIN(TestTrafficView)
#include "tst_trafficview.moc"
