// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong passwords become slow, for the address they come from and for nobody else, and a right one
// or enough time makes up for them.
#include "auth/attempts.h"
#include "auth/clientgroup.h"
#include "support/manualclock.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string client = "192.0.2.7";

void countWrong(Attempts &attempts, const std::string &who, int times)
{
    for (int i = 0; i < times; ++i)
        attempts.countWrong(who);
}

} // namespace

class TestAttempts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAddresses_data();
    void groupsAddresses();
    void letsSomeGo();
    void doublesThePause();
    void letsOneGoAtATime();
    void saysWholeSeconds();
    void aRightOneForgets();
    void timeForgets();
    void slowsNobodyElse();
    void forgetsTheOldestAddress();
    void knowsAsManyAsItMay();
    void isThreadSafe();

private:
    ManualClock m_clock;
};

void TestAttempts::groupsAddresses_data()
{
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("group");
    QTest::newRow("IPv4") << std::string("192.0.2.7") << std::string("192.0.2.7");
    QTest::newRow("IPv4 in IPv6") << std::string("::ffff:192.0.2.7") << std::string("192.0.2.7");
    QTest::newRow("IPv6") << std::string("2001:db8:1:2:3:4:5:6")
                          << std::string("2001:db8:1:2::/64");
    QTest::newRow("its neighbour")
        << std::string("2001:db8:1:2:f::") << std::string("2001:db8:1:2::/64");
    QTest::newRow("another net") << std::string("2001:db8:1:3::1")
                                 << std::string("2001:db8:1:3::/64");
    QTest::newRow("link-local") << std::string("fe80::1%eth0") << std::string("fe80::/64");
    QTest::newRow("none") << std::string("somewhere") << std::string("somewhere");
    QTest::newRow("nothing") << std::string() << std::string();
}

void TestAttempts::groupsAddresses()
{
    QFETCH(std::string, address);
    QTEST(clientGroup(address), "group");
}

void TestAttempts::letsSomeGo()
{
    Attempts attempts(m_clock, LoginLimits());
    for (int i = 0; i < limits::wrongPasswordsFree; ++i) {
        QCOMPARE(attempts.begin(client), 0s);
        attempts.countWrong(client);
    }
    QCOMPARE(attempts.begin(client), 1s);
    m_clock.advance(999ms);
    QCOMPARE(attempts.begin(client), 1s);
    m_clock.advance(1ms);
    QCOMPARE(attempts.begin(client), 0s);
}

void TestAttempts::doublesThePause()
{
    Attempts attempts(m_clock, LoginLimits());
    countWrong(attempts, client, limits::wrongPasswordsFree);
    for (const auto pause : {1s, 2s, 4s, 8s, 10s, 10s, 10s}) {
        QCOMPARE(attempts.begin(client), pause);
        m_clock.advance(pause);
        QCOMPARE(attempts.begin(client), 0s);
        attempts.countWrong(client);
    }
}

/// A client that asks again before it knows has no second guess.
void TestAttempts::letsOneGoAtATime()
{
    Attempts attempts(m_clock, LoginLimits());
    countWrong(attempts, client, limits::wrongPasswordsFree + 1);
    m_clock.advance(2s);
    QCOMPARE(attempts.begin(client), 0s);
    QCOMPARE(attempts.begin(client), 2s);
    m_clock.advance(2s);
    QCOMPARE(attempts.begin(client), 0s);
}

void TestAttempts::saysWholeSeconds()
{
    Attempts attempts(m_clock, LoginLimits());
    countWrong(attempts, client, limits::wrongPasswordsFree + 2);
    m_clock.advance(1ms);
    QCOMPARE(attempts.begin(client), 4s);
    m_clock.advance(3998ms);
    QCOMPARE(attempts.begin(client), 1s);
}

void TestAttempts::aRightOneForgets()
{
    Attempts attempts(m_clock, LoginLimits());
    attempts.forget(client);
    countWrong(attempts, client, 2 * limits::wrongPasswordsFree);
    QVERIFY(attempts.begin(client) > 0s);
    attempts.forget(client);
    countWrong(attempts, client, limits::wrongPasswordsFree - 1);
    QCOMPARE(attempts.begin(client), 0s);
}

void TestAttempts::timeForgets()
{
    Attempts attempts(m_clock, LoginLimits());
    countWrong(attempts, client, limits::wrongPasswordsFree - 1);
    m_clock.advance(limits::wrongPasswordMemory - 1ms);
    attempts.countWrong(client);
    QCOMPARE(attempts.begin(client), 1s);
    m_clock.advance(limits::wrongPasswordMemory);
    attempts.countWrong(client);
    QCOMPARE(attempts.begin(client), 0s);
}

void TestAttempts::slowsNobodyElse()
{
    Attempts attempts(m_clock, LoginLimits());
    countWrong(attempts, client, 2 * limits::wrongPasswordsFree);
    QCOMPARE(attempts.begin("192.0.2.8"), 0s);
    countWrong(attempts, "192.0.2.8", limits::wrongPasswordsFree - 1);
    QCOMPARE(attempts.begin("192.0.2.8"), 0s);
}

void TestAttempts::forgetsTheOldestAddress()
{
    Attempts attempts(m_clock, {.attemptAddressesMax = 2});
    countWrong(attempts, "a", limits::wrongPasswordsFree);
    countWrong(attempts, "b", limits::wrongPasswordsFree);
    countWrong(attempts, "a", 1); // now b is the one who guessed longest ago
    countWrong(attempts, "c", limits::wrongPasswordsFree);
    QVERIFY(attempts.begin("a") > 0s);
    QCOMPARE(attempts.begin("b"), 0s);
    QVERIFY(attempts.begin("c") > 0s);
}

void TestAttempts::knowsAsManyAsItMay()
{
    Attempts attempts(m_clock, LoginLimits());
    const int most = int{limits::attemptAddressesMax};
    for (int i = 0; i <= most; ++i)
        countWrong(attempts, std::to_string(i), limits::wrongPasswordsFree);
    QCOMPARE(attempts.begin("0"), 0s);
    for (int i = 1; i <= most; ++i)
        QCOMPARE(attempts.begin(std::to_string(i)), 1s);
}

void TestAttempts::isThreadSafe()
{
    Attempts attempts(m_clock, {.attemptAddressesMax = 3});
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&attempts, thread] {
            for (int i = 0; i < 2'000; ++i) {
                const std::string who = std::to_string((i + thread) % 5);
                attempts.begin(who);
                attempts.countWrong(who);
                if (i % 3 == 0)
                    attempts.forget(who);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    int slowed = 0;
    for (int i = 0; i < 5; ++i)
        slowed += attempts.begin(std::to_string(i)) > 0s ? 1 : 0;
    QVERIFY(slowed <= 3);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
