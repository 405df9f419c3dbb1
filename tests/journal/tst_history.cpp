// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what upstreams grant and are spared is known after a restart, counted once, and that
// no file, whatever is wrong with it, costs more than what was in it.
#include "journal/history.h"
#include "support/heardbudget.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::journal;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string hub = "docker.io";
constexpr WallTime ever{};

} // namespace

class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void remembersAcrossRuns();
    void remembersTraffic();
    void takesOverAFileWithoutTraffic();
    void countsOnce();
    void writesNowAndThen();
    void writesNothingWhenNothingHappened();
    void forgetsTheHoursButNotTheSum();
    void putsADamagedFileAside_data();
    void putsADamagedFileAside();
    void writesAllAfterDamage();
    void leavesAFileOfALaterVersion();
    void keepsWhatCannotBeWritten();

private:
    void open(std::chrono::milliseconds interval = 1h);
    void count(int requests);
    void serve(std::int64_t bytes);
    std::vector<HourRow> written() const;
    QList<std::uint64_t> writtenRequests() const;
    qsizetype writtenBudgets() const;
    QStringList warnings() const;
    void sql(const QStringList &statements) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Statistics> m_statistics;
    std::unique_ptr<History> m_history;
    std::unique_ptr<QSignalSpy> m_warnings;
};

void TestHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("history.db"));
    m_clock = std::make_unique<ManualClock>();
    m_statistics = std::make_unique<Statistics>();
}

void TestHistory::cleanup()
{
    m_history.reset();
    m_statistics.reset();
    m_clock.reset();
    m_folder.reset();
}

/// A run after the one before has ended.
void TestHistory::open(std::chrono::milliseconds interval)
{
    m_warnings.reset();
    m_history.reset();
    m_history = std::make_unique<History>(m_path, *m_statistics, *m_clock, interval);
    m_warnings = std::make_unique<QSignalSpy>(m_history.get(), &History::warningRaised);
}

void TestHistory::count(int requests)
{
    for (int i = 0; i < requests; ++i)
        m_statistics->countUpstreamRequest(hub);
}

/// A hit.
void TestHistory::serve(std::int64_t bytes)
{
    RequestRecord record;
    record.method = "GET";
    record.status = 200;
    record.bodyBytes = bytes;
    record.labels = {.kind = RequestKind::Blob, .result = CacheResult::Hit};
    m_statistics->countRequest(record);
}

/// Of a copy: who reads the file itself may hold up the one who makes it.
std::vector<HourRow> TestHistory::written() const
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("history.db"));
    for (const QString &suffix : {QString(), QStringLiteral("-wal")})
        QFile::copy(m_path + suffix, copy + suffix);
    return HistoryFile(copy).read().value_or(HistoryRows()).upstreams;
}

/// Of each hour.
QList<std::uint64_t> TestHistory::writtenRequests() const
{
    QList<std::uint64_t> requests;
    for (const HourRow &row : written())
        requests += row.hour.requests;
    return requests;
}

qsizetype TestHistory::writtenBudgets() const
{
    qsizetype count = 0;
    for (const HourRow &row : written())
        count += row.hour.budgets.size();
    return count;
}

QStringList TestHistory::warnings() const
{
    QStringList texts;
    for (const QList<QVariant> &warning : *m_warnings)
        texts += QString::fromStdString(warning.front().value<Message>().english());
    return texts;
}

void TestHistory::sql(const QStringList &statements) const
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(m_path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

void TestHistory::remembersAcrossRuns()
{
    open();
    count(3);
    RequestRecord record;
    record.method = "GET";
    record.status = 200;
    record.labels = {.kind = RequestKind::Manifest, .result = CacheResult::Hit};
    record.labels.upstream = "docker.io";
    m_statistics->countRequest(record);
    const PullBudget heard = heardAt(m_clock->wallNow(), "192.0.2.7", 40);
    m_history->note(hub, heardAt(m_clock->wallNow(), "192.0.2.7", 30));
    m_history->note(hub, heard);
    m_history->note("quay.io", heardAt(m_clock->wallNow(), "", 5));
    const UpstreamHistory before = m_history->hours(hub, ever);

    m_history.reset();
    m_statistics = std::make_unique<Statistics>(); // another process
    open();
    QCOMPARE(m_history->totals(hub).requests, 3U);
    QCOMPARE(m_history->totals(hub).pullsSaved, 1U);
    QCOMPARE(m_history->budgets(hub), QList<PullBudget>{heard});
    QCOMPARE(m_history->budgets("quay.io").size(), 1);
    QCOMPARE(m_history->hours(hub, ever), before);
    QCOMPARE(before.hours.front().budgets.front().lowest, 30);
    count(1);
    QCOMPARE(m_history->totals(hub).requests, 4U);
    QVERIFY(warnings().isEmpty());
}

void TestHistory::remembersTraffic()
{
    open();
    serve(1000);
    m_statistics->countFetched(RequestKind::Blob, 400);
    const TrafficHistory before = m_history->traffic();
    QCOMPARE(before.allTime,
             (TrafficCounts{.requests = 1, .hits = 1, .bytesServed = 1000, .bytesFetched = 400}));
    QCOMPARE(before.minutes.size(), 1);
    open(); // the counters of the process go on
    QCOMPARE(m_history->traffic(), before);

    m_history.reset();
    m_statistics = std::make_unique<Statistics>(); // another process
    m_clock->advance(2min);
    open();
    serve(7);
    const TrafficHistory after = m_history->traffic();
    QCOMPARE(after.allTime.bytesServed, 1007U);
    QCOMPARE(after.minutes.size(), 2);
    QCOMPARE(after.minutes.constFirst(), before.minutes.constFirst());
    QCOMPARE(after.hours.size(), 1);

    m_clock->advance(limits::historyKept + 1h);
    open();
    serve(1);
    open();
    QCOMPARE(m_history->traffic().allTime.bytesServed, 1008U);
    QCOMPARE(m_history->traffic().hours.size(), 1);
    QVERIFY(warnings().isEmpty());
}

void TestHistory::takesOverAFileWithoutTraffic()
{
    open();
    count(3);
    m_history.reset();
    sql({QStringLiteral("DROP TABLE traffic"), QStringLiteral("PRAGMA user_version = 1")});
    open();
    QCOMPARE(m_history->totals(hub).requests, 3U);
    QCOMPARE(m_history->traffic().allTime, TrafficCounts());
    serve(5);
    open();
    QCOMPARE(m_history->totals(hub).requests, 3U);
    QCOMPARE(m_history->traffic().allTime.bytesServed, 5U);
    QVERIFY(warnings().isEmpty());
}

/// The counters of a process go on when its engine ends and another one begins.
void TestHistory::countsOnce()
{
    count(2); // before there was a history
    open();
    count(3);
    open();
    QCOMPARE(m_history->totals(hub).requests, 3U);
    count(1);
    open();
    QCOMPARE(m_history->totals(hub).requests, 4U);
}

void TestHistory::writesNowAndThen()
{
    open(1ms);
    count(2);
    QTRY_COMPARE(writtenRequests(), QList<std::uint64_t>{2});
    m_history->note(hub, heardAt(m_clock->wallNow(), "a", 40));
    QTRY_COMPARE(writtenBudgets(), 1);
    m_clock->advance(1h);
    count(1);
    QTRY_COMPARE(writtenRequests(), (QList<std::uint64_t>{2, 1}));
    QVERIFY(warnings().isEmpty());
}

void TestHistory::writesNothingWhenNothingHappened()
{
    open();
    open();
    QVERIFY(!QFile::exists(m_path));
}

void TestHistory::forgetsTheHoursButNotTheSum()
{
    open();
    count(2);
    m_history->note(hub, heardAt(m_clock->wallNow(), "a", 40));
    open();
    m_clock->advance(limits::historyKept + 1h);
    count(1);
    open();
    QCOMPARE(m_history->totals(hub).requests, 3U);
    QVERIFY(m_history->budgets(hub).isEmpty());
    const std::vector<HourRow> rows = written();
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].hour.beginMs, 0);
    QCOMPARE(rows[0].hour.requests, 2U);
    QCOMPARE(rows[1].hour.requests, 1U);
}

void TestHistory::putsADamagedFileAside_data()
{
    QTest::addColumn<QStringList>("statements"); // none: other bytes
    const auto budgetRow = [](const char *name, const char *values) {
        QTest::newRow(name) << QStringList{
            QStringLiteral("INSERT INTO budgets VALUES ('docker.io', %1)")
                .arg(QLatin1String(values))};
    };
    QTest::newRow("no database") << QStringList();
    QTest::newRow("no table") << QStringList{QStringLiteral("DROP TABLE budgets")};
    QTest::newRow("no table of traffic") << QStringList{QStringLiteral("DROP TABLE traffic")};
    const auto trafficRow = [](const char *name, const char *values) {
        QTest::newRow(name) << QStringList{
            QStringLiteral("INSERT INTO traffic VALUES (%1)").arg(QLatin1String(values))};
    };
    trafficRow("traffic of a day", "86400000, 0, 1, 1, 0, 0, 1, 1");
    trafficRow("traffic of half an hour", "3600000, 1800000, 1, 1, 0, 0, 1, 1");
    trafficRow("traffic before all time", "60000, -60000, 1, 1, 0, 0, 1, 1");
    trafficRow("traffic of less than nothing", "60000, 60000, 1, 1, 0, 0, -1, 1");
    QTest::newRow("fewer than none")
        << QStringList{QStringLiteral("UPDATE hours SET requests = -1")};
    QTest::newRow("before all time")
        << QStringList{QStringLiteral("UPDATE hours SET begin_ms = -3600000")};
    budgetRow("of no hour", "3600000, 'x', 100, 1, 1, 60, 1");
    budgetRow("no limit", "999997200000, 'x', 0, 0, 0, 60, 1");
    budgetRow("more than the limit", "999997200000, 'x', 100, 101, 1, 60, 1");
    budgetRow("less than nothing", "999997200000, 'x', 100, -1, 1, 60, 1");
    budgetRow("a window back", "999997200000, 'x', 100, 1, 1, -60, 1");
}

void TestHistory::putsADamagedFileAside()
{
    QFETCH(const QStringList, statements);
    open();
    count(2);
    m_history.reset();
    if (statements.isEmpty()) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
    } else {
        sql(statements);
    }
    open();
    QTRY_COMPARE(warnings().size(), 1);
    QVERIFY2(warnings().front().startsWith(m_path) &&
                 warnings().front().contains(
                     QStringLiteral("put aside as history.db.corrupt-20010909T")),
             qPrintable(warnings().front()));
    QCOMPARE(m_history->totals(hub).requests, 0U);
    QCOMPARE(QDir(m_folder->path())
                 .entryList({QStringLiteral("history.db.corrupt-*Z")}, QDir::Files)
                 .size(),
             1);
    count(1);
    open();
    QCOMPARE(m_history->totals(hub).requests, 1U);
    QVERIFY(warnings().isEmpty());
}

/// What was written before the damage is in memory.
void TestHistory::writesAllAfterDamage()
{
    open(1ms);
    count(2);
    QTRY_COMPARE(writtenRequests(), QList<std::uint64_t>{2});
    QTRY_VERIFY(!QFile::exists(m_path + QStringLiteral("-wal"))); // its writer has closed it
    m_clock->advance(1h);
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
    }
    count(1);
    QTRY_COMPARE(writtenRequests(), (QList<std::uint64_t>{2, 1}));
    QCOMPARE(warnings().size(), 1);
    QVERIFY(warnings().front().contains(QStringLiteral("put aside")));
}

void TestHistory::leavesAFileOfALaterVersion()
{
    open();
    count(2);
    m_history.reset();
    sql({QStringLiteral("PRAGMA user_version = 99")});
    open(1ms);
    QTRY_COMPARE(warnings().size(), 1);
    QVERIFY2(warnings().front().contains(QStringLiteral("later Lanyard")),
             qPrintable(warnings().front()));
    count(1);
    QCOMPARE(m_history->totals(hub).requests, 1U);
    open();
    sql({QStringLiteral("PRAGMA user_version = 2")});
    QCOMPARE(writtenRequests(), QList<std::uint64_t>{2});
}

void TestHistory::keepsWhatCannotBeWritten()
{
    m_path = m_folder->filePath(QStringLiteral("none/history.db"));
    open(1ms);
    count(1);
    QTRY_COMPARE(warnings().size(), 1);
    QVERIFY2(warnings().front().startsWith(m_path), qPrintable(warnings().front()));
    count(1);
    // However often it is tried.
    QCOMPARE(m_history->totals(hub).requests, 2U);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("none")));
    QTRY_COMPARE(writtenRequests(), QList<std::uint64_t>{2});
    QCOMPARE(warnings().size(), 1);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
