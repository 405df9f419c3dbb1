// SPDX-License-Identifier: GPL-3.0-or-later
// The journal keeps the newest records only, numbers them without a gap, and gives each once.
#include "journal/journal.h"

#include <QTest>

#include <thread>

using namespace lanyard;

namespace {

RequestRecord recordOf(const QByteArray &target)
{
    RequestRecord record;
    record.target = target;
    return record;
}

QList<std::uint64_t> idsOf(const QList<RequestRecord> &records)
{
    QList<std::uint64_t> ids;
    for (const RequestRecord &record : records)
        ids.append(record.id);
    return ids;
}

} // namespace

class TestJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersRecordsFromOne();
    void since_data();
    void since();
    void keepsTheRightRecords();
    void shortensLongTexts();
    void survivesManyWriters();
};

void TestJournal::numbersRecordsFromOne()
{
    journal::Journal journal(3);
    QVERIFY(journal.since(0, 10).isEmpty());
    journal.append(recordOf("/v2/"));
    QCOMPARE(idsOf(journal.since(0, 10)), QList<std::uint64_t>({1}));
}

void TestJournal::since_data()
{
    QTest::addColumn<int>("appended");
    QTest::addColumn<quint64>("afterId");
    QTest::addColumn<int>("max");
    QTest::addColumn<QList<std::uint64_t>>("ids");
    using Ids = QList<std::uint64_t>;
    QTest::newRow("not full") << 2 << quint64(0) << 10 << Ids{1, 2};
    QTest::newRow("just full") << 4 << quint64(0) << 10 << Ids{1, 2, 3, 4};
    QTest::newRow("the oldest are gone") << 6 << quint64(0) << 10 << Ids{3, 4, 5, 6};
    QTest::newRow("wrapped twice") << 9 << quint64(7) << 10 << Ids{8, 9};
    QTest::newRow("the newest of too many") << 6 << quint64(0) << 2 << Ids{5, 6};
    QTest::newRow("nothing new") << 6 << quint64(6) << 10 << Ids{};
    QTest::newRow("beyond the end") << 6 << quint64(60) << 10 << Ids{};
    QTest::newRow("none wanted") << 6 << quint64(0) << 0 << Ids{};
    QTest::newRow("negative") << 6 << quint64(0) << -1 << Ids{};
}

void TestJournal::since()
{
    QFETCH(int, appended);
    QFETCH(quint64, afterId);
    QFETCH(int, max);
    journal::Journal journal(4);
    for (int i = 0; i < appended; ++i)
        journal.append(recordOf("/v2/"));
    QTEST(idsOf(journal.since(afterId, max)), "ids");
}

void TestJournal::keepsTheRightRecords()
{
    journal::Journal journal(3);
    for (int i = 1; i <= 8; ++i)
        journal.append(recordOf(QByteArray::number(i)));
    for (const RequestRecord &record : journal.since(0, 10))
        QCOMPARE(record.target, QByteArray::number(qulonglong(record.id)));
}

void TestJournal::shortensLongTexts()
{
    journal::Journal journal(3);
    RequestRecord record = recordOf(QByteArray(100'000, 'x'));
    record.userAgent = QByteArray(100'000, 'y');
    journal.append(std::move(record));
    const RequestRecord kept = journal.since(0, 1).first();
    const auto bytesMax = qsizetype(limits::journalTextBytesMax) + 3;
    QCOMPARE(kept.target.size(), bytesMax);
    QCOMPARE(kept.userAgent.size(), bytesMax);
    QVERIFY(kept.target.endsWith("x..."));
}

void TestJournal::survivesManyWriters()
{
    constexpr int recordsEach = 5'000;
    journal::Journal journal(1'000);
    const auto write = [&journal] {
        for (int i = 0; i < recordsEach; ++i)
            journal.append(recordOf("/v2/"));
    };
    std::thread first(write);
    std::thread second(write);
    std::uint64_t lastId = 0;
    while (lastId < 2 * recordsEach) {
        for (const RequestRecord &record : journal.since(lastId, 100'000)) {
            QVERIFY(record.id > lastId);
            lastId = record.id;
        }
    }
    first.join();
    second.join();
    QCOMPARE(journal.since(0, 100'000).size(), 1'000);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
