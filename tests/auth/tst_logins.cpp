// SPDX-License-Identifier: GPL-3.0-or-later
// A login that was right is known for its time, for the users it was right with, and no longer; and
// there are only so many.
#include "auth/logins.h"
#include "support/manualclock.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

UsersPointer someUsers()
{
    return std::make_shared<const Htpasswd>();
}

std::string valueOf(int number)
{
    return "Basic " + std::to_string(number);
}

} // namespace

class TestLogins final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembers();
    void forgetsInTime();
    void forgetsWithTheUsers();
    void forgetsTheOldest();
    void makesRoomOfWhatIsOver();
    void takesAsManyAsItMay();
    void isThreadSafe();

private:
    ManualClock m_clock;
};

void TestLogins::remembers()
{
    Logins logins(m_clock, LoginLimits());
    const UsersPointer users = someUsers();
    QVERIFY(!logins.userOf("Basic a", users));
    logins.remember("Basic a", "alice", users);
    logins.remember("Basic b", "bob", users);
    QCOMPARE(logins.userOf("Basic a", users), std::optional<std::string>("alice"));
    QCOMPARE(logins.userOf("Basic b", users), std::optional<std::string>("bob"));
    QVERIFY(!logins.userOf("Basic c", users));
    QVERIFY(!logins.userOf("Basic ", users));
}

void TestLogins::forgetsInTime()
{
    Logins logins(m_clock, LoginLimits());
    const UsersPointer users = someUsers();
    logins.remember("a", "alice", users);
    m_clock.advance(limits::loginMemory - 1ms);
    QVERIFY(logins.userOf("a", users));
    m_clock.advance(1ms);
    QVERIFY(!logins.userOf("a", users));
    logins.remember("a", "alice", users);
    QVERIFY(logins.userOf("a", users));
    m_clock.advance(limits::loginMemory);
    QVERIFY(!logins.userOf("a", users));
}

void TestLogins::forgetsWithTheUsers()
{
    Logins logins(m_clock, LoginLimits());
    const UsersPointer before = someUsers();
    const UsersPointer after = someUsers();
    logins.remember("a", "alice", before);
    QVERIFY(!logins.userOf("a", after));
    logins.remember("b", "bob", after);
    QVERIFY(!logins.userOf("a", after));
    QVERIFY(logins.userOf("b", after));
    // What was looked at with the users of before counts for nobody else.
    logins.remember("c", "carol", before);
    QVERIFY(!logins.userOf("c", after));
}

void TestLogins::forgetsTheOldest()
{
    Logins logins(m_clock, {.loginsMax = 2});
    const UsersPointer users = someUsers();
    for (const char *value : {"a", "b", "a", "c"})
        logins.remember(value, value, users);
    QVERIFY(!logins.userOf("a", users));
    QVERIFY(logins.userOf("b", users));
    QVERIFY(logins.userOf("c", users));
}

void TestLogins::makesRoomOfWhatIsOver()
{
    Logins logins(m_clock, {.loginsMax = 2});
    const UsersPointer users = someUsers();
    logins.remember("a", "a", users);
    m_clock.advance(limits::loginMemory);
    logins.remember("b", "b", users);
    logins.remember("c", "c", users);
    QVERIFY(logins.userOf("b", users));
    QVERIFY(logins.userOf("c", users));
}

void TestLogins::takesAsManyAsItMay()
{
    Logins logins(m_clock, LoginLimits());
    const UsersPointer users = someUsers();
    const int most = int{limits::loginsMax};
    for (int i = 0; i <= most; ++i)
        logins.remember(valueOf(i), std::to_string(i), users);
    QVERIFY(!logins.userOf(valueOf(0), users));
    for (int i = 1; i <= most; ++i)
        QCOMPARE(logins.userOf(valueOf(i), users), std::optional(std::to_string(i)));
}

void TestLogins::isThreadSafe()
{
    Logins logins(m_clock, {.loginsMax = 8});
    const UsersPointer users = someUsers();
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 2'000; ++i) {
                const int number = (i + thread) % 16;
                const auto user = logins.userOf(valueOf(number), users);
                if (user && *user != std::to_string(number))
                    ++wrong;
                logins.remember(valueOf(number), std::to_string(number), users);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestLogins)
#include "tst_logins.moc"
