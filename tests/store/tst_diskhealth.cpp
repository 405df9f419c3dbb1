// SPDX-License-Identifier: GPL-3.0-or-later
// So many looks in a row that fail make a disk unusable, one that succeeds makes it usable again,
// and the trouble is told with its newest reason and since when.
#include "store/diskhealth.h"

#include <QTest>

#include <cctype>

using namespace lanyard;
using namespace lanyard::store;

class TestDiskHealth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void saysWhyAndSinceWhen();
};

void TestDiskHealth::judges_data()
{
    // A look: + succeeds, - fails. The verdict after each: u usable, x not; capital where it
    // changes.
    QTest::addColumn<int>("threshold");
    QTest::addColumn<QByteArray>("looks");
    QTest::addColumn<QByteArray>("verdicts");
    const auto row = [](const char *name, int threshold, const char *looks, const char *verdicts) {
        QTest::newRow(name) << threshold << QByteArray(looks) << QByteArray(verdicts);
    };
    row("well", 3, "++++", "uuuu");
    row("one failure", 3, "+-+", "uuu");
    row("below the threshold", 3, "--+--+", "uuuuuu");
    row("at the threshold", 3, "---", "uuX");
    row("beyond it", 3, "------", "uuXxxx");
    row("one success is enough", 3, "---+", "uuXU");
    row("and counting begins anew", 3, "---+--+---", "uuXUuuuuuX");
    row("threshold of one", 1, "-+-+", "XUXU");
    row("no threshold is one", 0, "-+", "XU");
    row("many failures, one success", 2, "--------+-", "uXxxxxxxUu");
}

void TestDiskHealth::judges()
{
    QFETCH(int, threshold);
    QFETCH(QByteArray, looks);
    DiskHealth health(threshold);
    QByteArray verdicts;
    for (const char look : looks) {
        const Result<void> outcome =
            look == '+' ? Result<void>() : failure(ErrorCode::Io, "the disk is gone");
        const bool isChange = health.note(outcome, fromEpochMs(0));
        const char verdict = health.trouble() ? 'x' : 'u';
        verdicts += isChange ? static_cast<char>(std::toupper(verdict)) : verdict;
    }
    QTEST(verdicts, "verdicts");
}

void TestDiskHealth::saysWhyAndSinceWhen()
{
    DiskHealth health(2);
    health.note(failure(ErrorCode::Io, "zero"), fromEpochMs(500));
    health.note({}, fromEpochMs(600));
    health.note(failure(ErrorCode::Io, "first"), fromEpochMs(1'000));
    health.note(failure(ErrorCode::Io, "second"), fromEpochMs(2'000));
    QVERIFY(health.trouble());
    QCOMPARE(health.trouble()->reason.english(), std::string("second"));
    QCOMPARE(toEpochMs(health.trouble()->since), 1'000);
    health.note(failure(ErrorCode::Io, "third"), fromEpochMs(3'000));
    QCOMPARE(health.trouble()->reason.english(), std::string("third"));
    QCOMPARE(toEpochMs(health.trouble()->since), 1'000);
}

QTEST_APPLESS_MAIN(TestDiskHealth)
#include "tst_diskhealth.moc"
