// SPDX-License-Identifier: GPL-3.0-or-later
// When a server may be asked.
#include "core/limits.h"
#include "support/manualclock.h"
#include "upstream/circuit.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

class TestCircuit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksAndCloses();
    void isLimited_data();
    void isLimited();
    void ignoresWhatIsNoFaultOfTheServer();
};

void TestCircuit::breaksAndCloses()
{
    ManualClock clock;
    Circuit circuit(clock);
    QVERIFY(!circuit.refusal());
    QVERIFY(!circuit.recordAnswer());
    clock.advance(1s);
    QVERIFY(circuit.recordFailure({.code = ErrorCode::Unreachable, .message = "down"}));
    QVERIFY(!circuit.recordFailure({.code = ErrorCode::TimedOut, .message = "slow"}));
    QCOMPARE(circuit.state(), Circuit::State::Broken);
    QVERIFY(circuit.since() == clock.wallNow());
    clock.advance(24h); // no time closes it
    QCOMPARE(circuit.refusal()->code, ErrorCode::Offline);
    QCOMPARE(circuit.refusal()->message.english(), std::string("slow"));
    QVERIFY(circuit.recordAnswer());
    QVERIFY(!circuit.refusal());
    QVERIFY(circuit.since() == clock.wallNow());
}

void TestCircuit::isLimited_data()
{
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("seconds");
    QTest::newRow("it says how long") << 7 << 7;
    QTest::newRow("it does not") << 0 << static_cast<int>(limits::rateLimitPause.count());
}

void TestCircuit::isLimited()
{
    QFETCH(const int, retryAfter);
    QFETCH(const int, seconds);
    ManualClock clock;
    Circuit circuit(clock);
    QVERIFY(!circuit.recordFailure({.code = ErrorCode::RateLimited,
                                    .message = "429",
                                    .retryAfter = std::chrono::seconds(retryAfter)}));
    QVERIFY(!circuit.recordAnswer()); // of a request that was under way
    QCOMPARE(circuit.refusal()->code, ErrorCode::RateLimited);
    QCOMPARE(circuit.refusal()->retryAfter.count(), seconds);
    QVERIFY(circuit.until() == clock.wallNow() + std::chrono::seconds(seconds));
    clock.advance(1s);
    QCOMPARE(circuit.refusal()->retryAfter.count(), seconds - 1);
    clock.advance(std::chrono::seconds(seconds - 1));
    QVERIFY(!circuit.refusal());
    QVERIFY(!circuit.until());
}

void TestCircuit::ignoresWhatIsNoFaultOfTheServer()
{
    const ManualClock clock;
    Circuit circuit(clock);
    for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::BadUpstream, ErrorCode::Cancelled})
        QVERIFY(!circuit.recordFailure({.code = code, .message = "no"}));
    QVERIFY(!circuit.refusal());
}

QTEST_GUILESS_MAIN(TestCircuit)
#include "tst_circuit.moc"
