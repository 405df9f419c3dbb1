// SPDX-License-Identifier: GPL-3.0-or-later
// One flight runs for a key; who comes after it was taken or forgotten begins another.
#include "core/flights.h"

#include <QTest>

#include <string>

using namespace lanyard;

class TestFlights final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatRuns();
    void beginsAnewWhenItIsTaken();
    void joinsNothingThatIsForgotten();
    void keepsKeysApart();
};

using Waiting = Flights<std::string, int>;

void TestFlights::joinsWhatRuns()
{
    Waiting flights;
    const auto first = flights.join("a");
    QVERIFY(first.isNew);
    first.flight = 7;
    const auto second = flights.join("a");
    QVERIFY(!second.isNew);
    QCOMPARE(second.number, first.number);
    QCOMPARE(second.flight, 7);
    QCOMPARE(flights.key(first.number), std::string("a"));
    QVERIFY(flights.isCurrent(first.number));
}

void TestFlights::beginsAnewWhenItIsTaken()
{
    Waiting flights;
    const auto first = flights.join("a");
    first.flight = 7;
    const Waiting::Number number = first.number;
    QCOMPARE(flights.take(number), 7);
    const auto second = flights.join("a");
    QVERIFY(second.isNew);
    QVERIFY(second.number != number);
    QCOMPARE(second.flight, 0);
}

void TestFlights::joinsNothingThatIsForgotten()
{
    Waiting flights;
    const Waiting::Number old = flights.join("a").number;
    flights.flight(old) = 7;
    flights.forget([](const std::string &key) { return key == "a"; });
    QVERIFY(!flights.isCurrent(old));
    const auto another = flights.join("a");
    QVERIFY(another.isNew);
    // The end of the old one is nothing to the new one.
    QCOMPARE(flights.take(old), 7);
    QVERIFY(flights.isCurrent(another.number));
    QVERIFY(!flights.join("a").isNew);
}

void TestFlights::keepsKeysApart()
{
    Waiting flights;
    const Waiting::Number a = flights.join("a").number;
    const Waiting::Number b = flights.join("b").number;
    QVERIFY(a != b);
    flights.forget([](const std::string &key) { return key == "a"; });
    QVERIFY(!flights.isCurrent(a));
    QVERIFY(flights.isCurrent(b));
}

QTEST_APPLESS_MAIN(TestFlights)
#include "tst_flights.moc"
