// SPDX-License-Identifier: GPL-3.0-or-later
// One does the work, all get its outcome; and not more wait than may.
#include "registry/singleflight.h"

#include <QTest>

#include <string>
#include <vector>

using namespace lanyard;
using namespace lanyard::registry;

using Flight = SingleFlight<int>;

class TestSingleFlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesTheOutcome();
    void mayStartAnewWhileItLands();
    void isBounded();
};

void TestSingleFlight::sharesTheOutcome()
{
    Flight flights;
    std::vector<std::string> told;
    const auto tell = [&told](const Result<int> &outcome, bool isShared) {
        told.push_back((outcome ? std::to_string(*outcome) : outcome.error().message.english()) +
                       (isShared ? " shared" : ""));
    };
    QCOMPARE(flights.join("a", tell), Flight::Joined::Started);
    QCOMPARE(flights.join("a", tell), Flight::Joined::Waiting);
    QCOMPARE(flights.join("b", tell), Flight::Joined::Started);
    flights.land("a", 1);
    flights.land("b", failure(ErrorCode::Io, "broken"));
    flights.land("a", 2); // nobody waits any more
    QCOMPARE(told, (std::vector<std::string>{"1", "1 shared", "broken"}));
}

void TestSingleFlight::mayStartAnewWhileItLands()
{
    Flight flights;
    Flight::Joined again = Flight::Joined::Full;
    flights.join("a", [&](const Result<int> &, bool) {
        again = flights.join("a", [](const Result<int> &, bool) {});
    });
    flights.land("a", 1);
    QCOMPARE(again, Flight::Joined::Started);
}

void TestSingleFlight::isBounded()
{
    Flight flights;
    std::size_t told = 0;
    const auto count = [&told](const Result<int> &, bool) {
        ++told;
    };
    for (std::size_t i = 0; i < limits::waitersPerFlightMax; ++i)
        QVERIFY(flights.join("a", count) != Flight::Joined::Full);
    QCOMPARE(flights.join("a", count), Flight::Joined::Full);
    QCOMPARE(flights.join("b", count), Flight::Joined::Started);
    flights.land("a", 1);
    QCOMPARE(told, limits::waitersPerFlightMax);
}

QTEST_APPLESS_MAIN(TestSingleFlight)
#include "tst_singleflight.moc"
