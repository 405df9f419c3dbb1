// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords are looked at one after the other and once each, no client takes more than its share,
// and a user who is not there costs as much as one who is.
#include "auth/passwordcheck.h"

#include "heardanswers.h"
#include "heldhash.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;

namespace {

using Outcome = PasswordCheck::Outcome;

UsersPointer usersOf(const std::string &text)
{
    return std::make_shared<const Htpasswd>(*Htpasswd::parse(text));
}

} // namespace

class TestPasswordCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsRightFromWrong();
    void looksOnAThreadOfItsOwn();
    void joinsTheSameQuestion();
    void joinsNothingElse_data();
    void joinsNothingElse();
    void aStrangerCostsTheHighestHash();
    void aStrangerIsNeverRight();
    void boundsEachClient();
    void boundsAll();
    void boundsThoseWhoJoin();
    void toldTheAskerFirst();
    void stops();
    void isThreadSafe();

private:
    PasswordCheck::Question question(const std::string &user, const std::string &password,
                                     const std::string &client = "192.0.2.7") const;
    void make(const LoginLimits &limits = {});

    std::unique_ptr<HeldHash> m_hash;
    std::unique_ptr<HeardAnswers> m_answers;
    std::unique_ptr<PasswordCheck> m_check;
    UsersPointer m_users;
};

void TestPasswordCheck::init()
{
    m_hash = std::make_unique<HeldHash>();
    m_answers = std::make_unique<HeardAnswers>();
    m_users = usersOf(userLine("alice", "apple") + userLine("bob", "banana", "07"));
    make();
}

void TestPasswordCheck::cleanup()
{
    m_hash->release(); // a test that failed may have held it
    m_check.reset();
}

void TestPasswordCheck::make(const LoginLimits &limits)
{
    m_check = std::make_unique<PasswordCheck>(m_hash->matches(), limits);
}

PasswordCheck::Question TestPasswordCheck::question(const std::string &user,
                                                    const std::string &password,
                                                    const std::string &client) const
{
    return {.login = {.user = user, .password = password}, .users = m_users, .client = client};
}

void TestPasswordCheck::tellsRightFromWrong()
{
    std::size_t told = 0;
    const auto ask = [&](const std::string &user, const std::string &password) {
        m_check->check(question(user, password), m_answers->next());
        return m_answers->awaitOutcomes(++told).back();
    };
    QCOMPARE(ask("alice", "apple"), Outcome::Right);
    QCOMPARE(ask("alice", "banana"), Outcome::Wrong);
    QCOMPARE(ask("bob", "banana"), Outcome::Right);
    QCOMPARE(m_hash->hashes()[0], *m_users->hashOf("alice"));
    QCOMPARE(m_hash->hashes()[2], *m_users->hashOf("bob"));
}

void TestPasswordCheck::looksOnAThreadOfItsOwn()
{
    for (const char *password : {"a", "b"})
        m_check->check(question("alice", password), m_answers->next());
    m_answers->await(2);
    QVERIFY(m_answers->threads()[0] != std::this_thread::get_id());
    QCOMPARE(m_answers->threads()[0], m_answers->threads()[1]);
}

void TestPasswordCheck::joinsTheSameQuestion()
{
    m_hash->hold();
    for (const char *client : {"a", "a", "b", "a", "c"})
        m_check->check(question("alice", "apple", client), m_answers->next());
    m_hash->awaitBegun(1);
    m_check->check(question("alice", "apple", "d"), m_answers->next());
    m_hash->release();
    const auto answers = m_answers->await(6);
    for (const PasswordCheck::Answer &answer : answers)
        QCOMPARE(answer.outcome, Outcome::Right);
    QVERIFY(!answers[0].isJoined);
    for (std::size_t i = 1; i < answers.size(); ++i)
        QVERIFY(answers[i].isJoined);
    QCOMPARE(m_hash->count(), std::size_t{1});
}

void TestPasswordCheck::joinsNothingElse_data()
{
    QTest::addColumn<std::string>("user");
    QTest::addColumn<std::string>("password");
    QTest::addColumn<bool>("hasOtherUsers");
    QTest::newRow("another password") << std::string("alice") << std::string("x") << false;
    QTest::newRow("another user") << std::string("bob") << std::string("apple") << false;
    QTest::newRow("other words") << std::string("alic") << std::string("eapple") << false;
    QTest::newRow("other users") << std::string("alice") << std::string("apple") << true;
}

void TestPasswordCheck::joinsNothingElse()
{
    QFETCH(std::string, user);
    QFETCH(std::string, password);
    QFETCH(bool, hasOtherUsers);
    m_hash->hold();
    m_check->check(question("alice", "apple"), m_answers->next());
    if (hasOtherUsers)
        m_users = usersOf(userLine("alice", "apricot"));
    m_check->check(question(user, password), m_answers->next());
    m_hash->release();
    QCOMPARE(m_answers->awaitOutcomes(2), (std::vector{Outcome::Right, Outcome::Wrong}));
    QCOMPARE(m_hash->count(), std::size_t{2});
}

void TestPasswordCheck::aStrangerCostsTheHighestHash()
{
    m_check->check(question("eve", "apple"), m_answers->next());
    QCOMPARE(m_answers->awaitOutcomes(1), std::vector{Outcome::Wrong});
    QCOMPARE(m_hash->count(), std::size_t{1});
    QVERIFY(m_hash->hashes()[0].starts_with("$2y$07$"));
    m_users = usersOf("");
    m_check->check(question("eve", "apple"), m_answers->next());
    m_answers->await(2);
    QCOMPARE(m_hash->count(), std::size_t{2});
}

void TestPasswordCheck::aStrangerIsNeverRight()
{
    // The stand-in finds an empty password in every hash.
    m_check->check(question("eve", ""), m_answers->next());
    m_check->check(question("alice", ""), m_answers->next());
    QCOMPARE(m_answers->awaitOutcomes(2), (std::vector{Outcome::Wrong, Outcome::Right}));
}

void TestPasswordCheck::boundsEachClient()
{
    m_hash->hold();
    m_check->check(question("alice", "x1", "a"), m_answers->next());
    m_check->check(question("alice", "x2", "a"), m_answers->next());
    m_check->check(question("alice", "x3", "a"), m_answers->next());
    QCOMPARE(m_answers->awaitOutcomes(1), std::vector{Outcome::Busy});
    QCOMPARE(m_answers->threads()[0], std::this_thread::get_id());
    // The same, and somebody else, are not too many.
    m_check->check(question("alice", "x2", "a"), m_answers->next());
    m_check->check(question("alice", "x3", "b"), m_answers->next());
    m_hash->release();
    QCOMPARE(m_answers->awaitOutcomes(5),
             (std::vector{Outcome::Busy, Outcome::Wrong, Outcome::Wrong, Outcome::Wrong,
                          Outcome::Wrong}));
    m_check->check(question("alice", "x4", "a"), m_answers->next());
    QCOMPARE(m_answers->awaitOutcomes(6).back(), Outcome::Wrong);
    QCOMPARE(m_hash->count(), std::size_t{4});
}

void TestPasswordCheck::boundsAll()
{
    m_hash->hold();
    const auto ask = [this](std::size_t number) {
        const std::string name = std::to_string(number);
        m_check->check(question("alice", "p" + name, "c" + name), m_answers->next());
    };
    for (std::size_t i = 0; i < limits::passwordChecksMax; ++i)
        ask(i);
    ask(limits::passwordChecksMax);
    QCOMPARE(m_answers->awaitOutcomes(1), std::vector{Outcome::Busy});
    m_hash->release();
    QCOMPARE(m_answers->awaitOutcomes(1 + limits::passwordChecksMax).back(), Outcome::Wrong);
    ask(limits::passwordChecksMax);
    QCOMPARE(m_answers->awaitOutcomes(2 + limits::passwordChecksMax).back(), Outcome::Wrong);
    QCOMPARE(m_hash->count(), limits::passwordChecksMax + 1);
}

void TestPasswordCheck::boundsThoseWhoJoin()
{
    m_hash->hold();
    for (std::size_t i = 0; i <= limits::waitersPerFlightMax; ++i)
        m_check->check(question("alice", "apple"), m_answers->next());
    m_check->check(question("alice", "apple"), m_answers->next());
    QCOMPARE(m_answers->awaitOutcomes(1), std::vector{Outcome::Busy});
    m_hash->release();
    const auto outcomes = m_answers->awaitOutcomes(limits::waitersPerFlightMax + 2);
    QCOMPARE(std::count(outcomes.begin(), outcomes.end(), Outcome::Right),
             static_cast<std::ptrdiff_t>(limits::waitersPerFlightMax + 1));
}

/// Who asks the same while the asker is told joins; afterwards it is another question.
void TestPasswordCheck::toldTheAskerFirst()
{
    m_check->check(question("alice", "apple"), [this](const PasswordCheck::Answer &answer) {
        m_check->check(question("alice", "apple"), m_answers->next());
        m_answers->next()(answer);
    });
    const auto answers = m_answers->await(2);
    QVERIFY(!answers[0].isJoined);
    QVERIFY(answers[1].isJoined);
    QCOMPARE(m_hash->count(), std::size_t{1});
}

void TestPasswordCheck::stops()
{
    m_hash->hold();
    m_check->check(question("alice", "apple"), m_answers->next());
    m_hash->awaitBegun(1);
    m_check->check(question("bob", "banana"), m_answers->next());
    std::thread stopper([this] { m_check->stop(); });
    // Refused from when it has begun to stop.
    std::size_t refused = 0;
    while (refused == 0) {
        m_check->check(question("alice", "apple"), [&refused](const PasswordCheck::Answer &answer) {
            if (answer.outcome == Outcome::Busy)
                ++refused;
        });
        QTest::qSleep(1); // so many can join
    }
    m_hash->release();
    stopper.join();
    QCOMPARE(m_answers->awaitOutcomes(2), (std::vector{Outcome::Right, Outcome::Busy}));
    QCOMPARE(m_hash->count(), std::size_t{1});
}

void TestPasswordCheck::isThreadSafe()
{
    make({.checksMax = 4, .checksPerAddressMax = 2});
    std::atomic<int> told{0};
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    constexpr int each = 500;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                const bool isRight = i % 2 == 0;
                m_check->check(question("alice", isRight ? "apple" : "x", std::to_string(thread)),
                               [&, isRight](const PasswordCheck::Answer &answer) {
                                   const auto other = isRight ? Outcome::Wrong : Outcome::Right;
                                   wrong += answer.outcome == other ? 1 : 0;
                                   ++told;
                               });
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    m_check->stop();
    QCOMPARE(told.load(), 4 * each);
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestPasswordCheck)
#include "tst_passwordcheck.moc"
