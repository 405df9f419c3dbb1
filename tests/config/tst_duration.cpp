// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts are durations, in Lanyard's form and in Go's, and how long they are.
#include "config/duration.h"
#include "core/durationtext.h"

#include <QTest>

using namespace lanyard;

class TestDuration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesOwnForm_data();
    void parsesOwnForm();
    void writesOwnForm();
    void parsesGoForm_data();
    void parsesGoForm();
};

void TestDuration::parsesOwnForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("0") << QByteArray("0") << qint64(0);
    QTest::newRow("30s") << QByteArray("30s") << qint64(30);
    QTest::newRow("5m") << QByteArray("5m") << qint64(300);
    QTest::newRow("1h") << QByteArray("1h") << qint64(3'600);
    QTest::newRow("7d") << QByteArray("7d") << qint64(604'800);
    QTest::newRow("1h30m") << QByteArray("1h30m") << qint64(5'400);
    for (const char *text : {"", "5", "m", "5 m", "-5m", "+5m", "1.5h", "5M", "5ms", "1h30", "1e3s",
                             "99999999999999999999d", "0x5s"})
        QTest::newRow(text) << QByteArray(text) << qint64(-1);
}

void TestDuration::parsesOwnForm()
{
    QFETCH(QByteArray, text);
    const auto parsed = config::parseDuration(text.toStdString());
    QTEST(parsed ? qint64(parsed->count()) : qint64(-1), "seconds");
}

void TestDuration::writesOwnForm()
{
    for (const char *text : {"0", "1s", "30s", "5m", "1h", "1h30m", "7d", "1d1h1m1s"}) {
        const auto duration = config::parseDuration(text);
        QVERIFY(duration);
        QCOMPARE(durationText(*duration), std::string(text));
    }
}

void TestDuration::parsesGoForm_data()
{
    constexpr qint64 second = 1'000'000'000;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("0") << QByteArray("0") << true << qint64(0);
    QTest::newRow("168h") << QByteArray("168h") << true << 604'800 * second;
    QTest::newRow("1h30m") << QByteArray("1h30m") << true << 5'400 * second;
    QTest::newRow("1.5h") << QByteArray("1.5h") << true << 5'400 * second;
    QTest::newRow("500ms") << QByteArray("500ms") << true << second / 2;
    QTest::newRow("10us") << QByteArray("10us") << true << qint64(10'000);
    QTest::newRow("-1s") << QByteArray("-1s") << true << -second;
    QTest::newRow("an integer is nanoseconds") << QByteArray("1000000000") << true << second;
    for (const char *text :
         {"", "-", "1d", "1h 30m", "1..5h", "h", "abc", "1e3s", "300000h 1s", "9999999999h"})
        QTest::newRow(text) << QByteArray(text) << false << qint64(0);
}

void TestDuration::parsesGoForm()
{
    QFETCH(QByteArray, text);
    const auto parsed = config::parseGoDuration(text.toStdString());
    QTEST(parsed.has_value(), "isValid");
    QTEST(parsed ? qint64(parsed->count()) : qint64(0), "nanoseconds");
}

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
