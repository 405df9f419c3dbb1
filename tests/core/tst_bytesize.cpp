// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which sizes people may write, and that what is shown to them reads well.
#include "core/bytesize.h"

#include <QTest>

#include <limits>

using namespace lanyard;

class TestByteSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void format_data();
    void format();
    void exact_data();
    void exact();
};

void TestByteSize::parse_data()
{
    constexpr qint64 refused = -1;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bytes") << QByteArray("1048576") << qint64{1048576};
    QTest::newRow("zero") << QByteArray("0") << qint64{0};
    QTest::newRow("B") << QByteArray("12B") << qint64{12};
    QTest::newRow("GiB") << QByteArray("50GiB") << qint64{50} * 1024 * 1024 * 1024;
    QTest::newRow("fraction and space") << QByteArray("1.5 TB") << qint64{1'500'000'000'000};
    QTest::newRow("kB") << QByteArray("3kB") << qint64{3000};
    QTest::newRow("KiB") << QByteArray("3KiB") << qint64{3072};
    QTest::newRow("case is ignored") << QByteArray("1gIb") << qint64{1024 * 1024 * 1024};
    QTest::newRow("MB") << QByteArray("2MB") << qint64{2'000'000};
    QTest::newRow("fraction of a byte") << QByteArray("1.4") << qint64{1};
    QTest::newRow("as large as it goes")
        << QByteArray("8388607TiB") << qint64{8388607} * (1LL << 40);
    QTest::newRow("2^63") << QByteArray("8388608TiB") << refused;
    QTest::newRow("huge") << QByteArray("999999999999999999999999") << refused;
    QTest::newRow("a number that is no double") << QByteArray(400, '9') << refused;
    QTest::newRow("empty") << QByteArray() << refused;
    QTest::newRow("space only") << QByteArray(" ") << refused;
    QTest::newRow("unit only") << QByteArray("GiB") << refused;
    QTest::newRow("negative") << QByteArray("-1") << refused;
    QTest::newRow("negative zero") << QByteArray("-0") << refused;
    QTest::newRow("plus") << QByteArray("+1") << refused;
    QTest::newRow("unknown unit") << QByteArray("1 XB") << refused;
    QTest::newRow("unit twice") << QByteArray("1GiBGiB") << refused;
    QTest::newRow("space in the unit") << QByteArray("1G iB") << refused;
    QTest::newRow("space in front") << QByteArray(" 1") << refused;
    QTest::newRow("space behind") << QByteArray("1 GiB ") << refused;
    QTest::newRow("two numbers") << QByteArray("1 2") << refused;
    QTest::newRow("exponent") << QByteArray("1e9") << refused;
    QTest::newRow("hexadecimal") << QByteArray("0x10") << refused;
    QTest::newRow("infinity") << QByteArray("inf") << refused;
    QTest::newRow("not a number") << QByteArray("nan") << refused;
    QTest::newRow("comma") << QByteArray("1,5GiB") << refused;
}

void TestByteSize::parse()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseByteSize(text.toStdString()).value_or(-1), bytes);
}

void TestByteSize::format_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64{0} << QByteArray("0 B");
    QTest::newRow("bytes") << qint64{1023} << QByteArray("1023 B");
    QTest::newRow("not four digits") << qint64{1020 * 1024} << QByteArray("1.00 MiB");
    QTest::newRow("KiB") << qint64{1024} << QByteArray("1.00 KiB");
    QTest::newRow("one decimal") << qint64{12'595} << QByteArray("12.3 KiB");
    QTest::newRow("no decimal") << qint64{126'000} << QByteArray("123 KiB");
    QTest::newRow("9.995 becomes 10.0") << qint64{10'235} << QByteArray("10.0 KiB");
    QTest::newRow("99.95 becomes 100") << qint64{102'349} << QByteArray("100 KiB");
    QTest::newRow("not 1024 KiB") << qint64{1'048'575} << QByteArray("1.00 MiB");
    QTest::newRow("GiB") << qint64{1'610'612'736} << QByteArray("1.50 GiB");
    QTest::newRow("the most") << std::numeric_limits<qint64>::max() << QByteArray("8.00 EiB");
}

void TestByteSize::format()
{
    QFETCH(qint64, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(formatByteSize(bytes), text.toStdString());
}

void TestByteSize::exact_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64{0} << QByteArray("0");
    QTest::newRow("bytes") << qint64{1025} << QByteArray("1025");
    QTest::newRow("KiB") << qint64{1024} << QByteArray("1KiB");
    QTest::newRow("more KiB") << qint64{10240} << QByteArray("10KiB");
    QTest::newRow("GiB") << qint64{50} * 1024 * 1024 * 1024 << QByteArray("50GiB");
    QTest::newRow("GB") << qint64{500'000'000'000} << QByteArray("500GB");
    QTest::newRow("1.5 TiB") << qint64{1536} * 1024 * 1024 * 1024 << QByteArray("1536GiB");
    QTest::newRow("odd") << qint64{123'456'789} << QByteArray("123456789");
}

void TestByteSize::exact()
{
    QFETCH(qint64, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(exactByteSize(bytes)), text);
    QCOMPARE(parseByteSize(text.toStdString()), std::optional(std::int64_t{bytes}));
}

QTEST_APPLESS_MAIN(TestByteSize)
#include "tst_bytesize.moc"
