// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of an hour, what of a long time, and which hours have to be written.
#include "core/limits.h"
#include "journal/upstreamhours.h"
#include "support/heardbudget.h"
#include "support/manualclock.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::journal;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string hub = "docker.io";
constexpr WallTime ever{};

} // namespace

class TestUpstreamHours final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByTheHour();
    void keepsUpstreamsApart();
    void keepsTheFewestPullsOfAnHour();
    void boundsTheAccountsOfAnHour();
    void knowsWhatWasHeardLast();
    void addsUpWhatIsOld();
    void givesWhatHasChanged();
};

void TestUpstreamHours::countsByTheHour()
{
    ManualClock clock; // at 46:40 of an hour
    UpstreamHours hours;
    hours.count(hub, 2, 1, clock.wallNow());
    clock.advance(13min);
    hours.count(hub, 1, 0, clock.wallNow());
    clock.advance(1min);
    hours.count(hub, 5, 4, clock.wallNow());
    const QList<UpstreamHour> all = hours.hours(hub, ever);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].beginMs, 999'997'200'000);
    QCOMPARE(all[0].requests, 3U);
    QCOMPARE(all[0].pullsSaved, 1U);
    QCOMPARE(all[1].beginMs, 1'000'000'800'000);
    QCOMPARE(all[1].requests, 5U);
    QCOMPARE(hours.hours(hub, clock.wallNow() - 1h), all.last(1));
    QCOMPARE(hours.totals(hub).requests, 8U);
    QCOMPARE(hours.totals(hub).pullsSaved, 5U);
}

void TestUpstreamHours::keepsUpstreamsApart()
{
    const ManualClock clock;
    UpstreamHours hours;
    // Neighbours in the order of names.
    for (const char *registry : {"docker.io", "docker.io.example", "a.example", "quay.io"})
        hours.count(registry, 1, 0, clock.wallNow());
    QCOMPARE(hours.hours(hub, ever).size(), 1);
    QCOMPARE(hours.totals(hub).requests, 1U);
    QCOMPARE(hours.totals("nobody").requests, 0U);
    QVERIFY(hours.hours("nobody", ever).isEmpty());
}

void TestUpstreamHours::keepsTheFewestPullsOfAnHour()
{
    ManualClock clock;
    UpstreamHours hours;
    for (const std::int64_t remaining : {50, 3, 90})
        hours.note(hub, heardAt(clock.wallNow(), "a", remaining));
    hours.note(hub, heardAt(clock.wallNow(), "b", 7));
    const QList<BudgetHour> budgets = hours.hours(hub, ever).front().budgets;
    QCOMPARE(budgets.size(), 2);
    QCOMPARE(budgets[0].last, heardAt(clock.wallNow(), "a", 90));
    QCOMPARE(budgets[0].lowest, 3);
    QCOMPARE(budgets[1].lowest, 7);
    clock.advance(1h);
    hours.note(hub, heardAt(clock.wallNow(), "a", 60));
    QCOMPARE(hours.hours(hub, ever).back().budgets.front().lowest, 60);
}

void TestUpstreamHours::boundsTheAccountsOfAnHour()
{
    const ManualClock clock;
    UpstreamHours hours;
    for (int i = 0; i < 2 * limits::budgetsMax; ++i)
        hours.note(hub, heardAt(clock.wallNow(), QByteArray::number(i).constData(), 1));
    QCOMPARE(hours.hours(hub, ever).front().budgets.size(), limits::budgetsMax);
    QCOMPARE(hours.budgets(hub, clock.wallNow()).size(), limits::budgetsMax);
}

void TestUpstreamHours::knowsWhatWasHeardLast()
{
    ManualClock clock;
    UpstreamHours hours;
    hours.note(hub, heardAt(clock.wallNow(), "a", 50));
    clock.advance(1min);
    hours.note(hub, heardAt(clock.wallNow(), "b", 40));
    clock.advance(1h);
    const PullBudget a = heardAt(clock.wallNow(), "a", 30);
    hours.note(hub, a);
    clock.advance(1h);
    hours.note(hub, heardAt(clock.wallNow(), "c", 20));
    const QList<PullBudget> budgets = hours.budgets(hub, clock.wallNow());
    QCOMPARE(budgets.size(), 3);
    QCOMPARE(budgets[0].account, QStringLiteral("b"));
    QCOMPARE(budgets[1], a);
    QCOMPARE(budgets[2].account, QStringLiteral("c"));
    QVERIFY(hours.budgets("quay.io", clock.wallNow()).isEmpty());
    // Of a clock that has been set back since.
    QCOMPARE(hours.budgets(hub, clock.wallNow() - 1min).size(), 2);
}

void TestUpstreamHours::addsUpWhatIsOld()
{
    ManualClock clock;
    UpstreamHours hours;
    hours.count(hub, 1, 1, clock.wallNow());
    clock.advance(1h);
    hours.count(hub, 2, 2, clock.wallNow());
    hours.note(hub, heardAt(clock.wallNow(), "a", 1));
    const std::int64_t secondMs = hours.hours(hub, ever).back().beginMs;

    clock.advance(limits::historyKept);
    QCOMPARE(hours.addUpOld(clock.wallNow()), secondMs); // the last that is kept
    QCOMPARE(hours.hours(hub, ever).size(), 2);
    QCOMPARE(hours.hours(hub, ever).front().beginMs, 0);
    QCOMPARE(hours.hours(hub, ever).front().requests, 1U);
    clock.advance(1h);
    hours.addUpOld(clock.wallNow());
    const UpstreamHour sum{.beginMs = 0, .requests = 3, .pullsSaved = 3, .budgets = {}};
    QCOMPARE(hours.hours(hub, ever), QList<UpstreamHour>{sum});
    QCOMPARE(hours.totals(hub).requests, 3U);
    // What is gone is not written.
    QCOMPARE(hours.takeChanged(), (std::vector<HourRow>{{.registry = hub, .hour = sum}}));
}

void TestUpstreamHours::givesWhatHasChanged()
{
    ManualClock clock;
    const std::vector<HourRow> before{
        {.registry = hub, .hour = {.beginMs = 3'600'000, .requests = 9, .budgets = {}}}};
    UpstreamHours hours(before);
    QVERIFY(hours.takeChanged().empty());
    hours.count(hub, 1, 0, clock.wallNow());
    const std::vector<HourRow> changed = hours.takeChanged();
    QCOMPARE(changed.size(), 1U);
    QCOMPARE(changed[0].hour.requests, 1U);
    QVERIFY(hours.takeChanged().empty());
    hours.count(hub, 1, 0, clock.wallNow());
    hours.putBack(changed); // they are given as they are then
    QCOMPARE(hours.takeChanged().at(0).hour.requests, 2U);
    hours.changeAll();
    QCOMPARE(hours.takeChanged().size(), 2U);
}

QTEST_GUILESS_MAIN(TestUpstreamHours)
#include "tst_upstreamhours.moc"
