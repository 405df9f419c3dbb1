// SPDX-License-Identifier: GPL-3.0-or-later
// Range selects what RFC 9110 says and is ignored where it is malformed; entity tags compare
// weakly for If-None-Match and strongly for If-Range.
#include "http/byterange.h"

#include <QTest>

using namespace lanyard::http;

namespace {

std::string toText(const RangeSelection &selection)
{
    if (const auto *range = std::get_if<ByteRange>(&selection))
        return std::to_string(range->offset) + "+" + std::to_string(range->length);
    return std::holds_alternative<WholeBody>(selection) ? "whole" : "unsatisfiable";
}

} // namespace

class TestByteRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data();
    void selects();
    void writesContentRange();
    void readsContentRange_data();
    void readsContentRange();
    void matchesEntityTags_data();
    void matchesEntityTags();
    void permitsRanges_data();
    void permitsRanges();
};

void TestByteRange::selects_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *field, qint64 size, const char *expected) {
        QTest::newRow(name) << QByteArray(field) << size << QByteArray(expected);
    };
    row("absent", "", 100, "whole");
    row("first byte", "bytes=0-0", 100, "0+1");
    row("middle", "bytes=10-19", 100, "10+10");
    row("open end", "bytes=90-", 100, "90+10");
    row("end clamped", "bytes=90-1000", 100, "90+10");
    row("whole as range", "bytes=0-99", 100, "0+100");
    row("suffix", "bytes=-10", 100, "90+10");
    row("suffix longer than body", "bytes=-1000", 100, "0+100");
    row("suffix zero", "bytes=-0", 100, "unsatisfiable");
    row("suffix of an empty body", "bytes=-5", 0, "unsatisfiable");
    row("first beyond end", "bytes=100-", 100, "unsatisfiable");
    row("empty body", "bytes=0-", 0, "unsatisfiable");
    row("number beyond 64 bits", "bytes=99999999999999999999-", 100, "unsatisfiable");
    row("end beyond 64 bits", "bytes=1-99999999999999999999", 100, "1+99");
    row("largest number", "bytes=9223372036854775807-", 100, "unsatisfiable");
    row("unit in capitals", "Bytes=0-9", 100, "0+10");
    row("several", "bytes=0-1,5-6", 100, "whole");
    row("last before first", "bytes=5-4", 100, "whole");
    row("other unit", "items=0-1", 100, "whole");
    row("no unit", "0-1", 100, "whole");
    row("no dash", "bytes=5", 100, "whole");
    row("only a dash", "bytes=-", 100, "whole");
    row("sign", "bytes=+1-2", 100, "whole");
    row("space", "bytes= 1-2", 100, "whole");
    row("letters", "bytes=a-b", 100, "whole");
    row("two dashes", "bytes=1--2", 100, "whole");
    row("hexadecimal", "bytes=0x1-2", 100, "whole");
}

void TestByteRange::selects()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, size);
    QFETCH(QByteArray, expected);
    QCOMPARE(toText(selectRange(field.toStdString(), size)), expected.toStdString());
}

void TestByteRange::writesContentRange()
{
    QCOMPARE(contentRange({.offset = 10, .length = 5}, 100), std::string("bytes 10-14/100"));
    QCOMPARE(unsatisfiedContentRange(100), std::string("bytes */100"));
}

void TestByteRange::readsContentRange_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *field, const char *expected) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(expected);
    };
    row("all", "bytes 0-99/100", "0+100 of 100");
    row("middle", "bytes 10-19/100", "10+10 of 100");
    row("last byte", "bytes 99-99/100", "99+1 of 100");
    row("size not known", "bytes 10-19/*", "10+10 of *");
    row("unit in capitals", "Bytes 0-0/1", "0+1 of 1");
    row("blanks around", " bytes 0-0/1\t", "0+1 of 1");
    row("absent", "", "none");
    row("unsatisfied", "bytes */100", "none");
    row("another unit", "items 0-99/100", "none");
    row("no unit", "0-99/100", "none");
    row("no size", "bytes 0-99", "none");
    row("empty size", "bytes 0-99/", "none");
    row("no last", "bytes 0-/100", "none");
    row("no first", "bytes -99/100", "none");
    row("last before first", "bytes 5-4/100", "none");
    row("beyond the end", "bytes 0-100/100", "none");
    row("of nothing", "bytes 0-0/0", "none");
    row("blanks within", "bytes 0 - 99/100", "none");
    row("a sign", "bytes 0-+99/100", "none");
    row("a dash in the size", "bytes 0/10-99", "none");
    row("beyond 64 bits", "bytes 0-99999999999999999999/*", "none");
    row("size beyond 64 bits", "bytes 0-99/99999999999999999999", "0+100 of 9223372036854775807");
    row("several", "bytes 0-1/100, bytes 5-6/100", "none");
}

void TestByteRange::readsContentRange()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, expected);
    std::string text = "none";
    if (const auto parsed = parseContentRange(field.toStdString()))
        text = toText(parsed->range) + " of " +
               (parsed->size ? std::to_string(*parsed->size) : std::string("*"));
    QCOMPARE(QByteArray::fromStdString(text), expected);
}

void TestByteRange::matchesEntityTags_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("expected");
    QTest::newRow("the tag") << QByteArray("\"a\"") << true;
    QTest::newRow("weak form") << QByteArray("W/\"a\"") << true;
    QTest::newRow("in a list") << QByteArray("\"x\", W/\"y\" ,\"a\"") << true;
    QTest::newRow("any") << QByteArray("*") << true;
    QTest::newRow("comma inside another tag") << QByteArray("\"x,y\", \"a\"") << true;
    QTest::newRow("another") << QByteArray("\"b\"") << false;
    QTest::newRow("inside another") << QByteArray("\"x\"a\"") << false;
    QTest::newRow("without quotes") << QByteArray("a") << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("unfinished") << QByteArray("\"a") << false;
    QTest::newRow("commas only") << QByteArray(",,") << false;
}

void TestByteRange::matchesEntityTags()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, expected);
    QCOMPARE(matchesEntityTag(field.toStdString(), "\"a\""), expected);
}

void TestByteRange::permitsRanges_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("expected");
    QTest::newRow("absent") << QByteArray("") << true;
    QTest::newRow("the tag") << QByteArray("\"a\"") << true;
    QTest::newRow("weak form") << QByteArray("W/\"a\"") << false;
    QTest::newRow("another") << QByteArray("\"b\"") << false;
    QTest::newRow("date") << QByteArray("Tue, 24 Nov 2026 08:49:37 GMT") << false;
}

void TestByteRange::permitsRanges()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, expected);
    QCOMPARE(permitsRange(field.toStdString(), "\"a\""), expected);
    QVERIFY(!permitsRange("W/\"a\"", "W/\"a\""));
}

QTEST_APPLESS_MAIN(TestByteRange)
#include "tst_byterange.moc"
