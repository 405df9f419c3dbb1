// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes that others made are known, ours are of the same kind and never the same twice, and what
// bcrypt would cut off or not see is refused.
#include "auth/bcrypt.h"
#include "core/limits.h"

#include "hashes.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;

class TestBcrypt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesWhatOthersMade_data();
    void matchesWhatOthersMade();
    void readsTheCost_data();
    void readsTheCost();
    void makesHashes();
    void refuses_data();
    void refuses();
};

void TestBcrypt::matchesWhatOthersMade_data()
{
    QTest::addColumn<std::string>("password");
    QTest::addColumn<std::string>("hash");
    QTest::addColumn<bool>("isRight");
    const std::string withNul = std::string(passwordA) + '\0' + "x";
    QTest::newRow("2a") << std::string(passwordA) << std::string(hashA) << true;
    QTest::newRow("2a, longer") << std::string(passwordB) << std::string(hashB) << true;
    QTest::newRow("2y, not ASCII") << std::string(passwordC) << std::string(hashC) << true;
    QTest::newRow("empty password") << std::string()
                                    << std::string("$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJ"
                                                   "i9CdcdxiRTWNy")
                                    << true;
    QTest::newRow("wrong") << std::string(passwordB) << std::string(hashA) << false;
    QTest::newRow("a start") << std::string("U*") << std::string(hashA) << false;
    QTest::newRow("NUL") << withNul << std::string(hashA) << false;
    QTest::newRow("too long for crypt(3)") << std::string(600, 'x') << std::string(hashA) << false;
    QTest::newRow("no hash") << std::string(passwordA) << std::string() << false;
    QTest::newRow("a failure token") << std::string(passwordA) << std::string("*0") << false;
    QTest::newRow("another method")
        << std::string("password") << std::string("$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/") << false;
}

void TestBcrypt::matchesWhatOthersMade()
{
    QFETCH(std::string, password);
    QFETCH(std::string, hash);
    QTEST(matches(password, hash), "isRight");
}

void TestBcrypt::readsTheCost_data()
{
    QTest::addColumn<std::string>("hash");
    QTest::addColumn<int>("cost"); // -1: none
    const std::string digits(53, 'a');
    QTest::newRow("2y") << "$2y$05$" + digits << 5;
    QTest::newRow("2b") << "$2b$12$" + digits << 12;
    QTest::newRow("2a") << "$2a$31$" + digits << 31;
    const std::string capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    QTest::newRow("all digits") << "$2y$10$./0123456789" + capitals + "abcdefghijklmno" << 10;
    QTest::newRow("2x, which is broken") << "$2x$05$" + digits << -1;
    QTest::newRow("2") << "$2$05$" + digits << -1;
    QTest::newRow("short") << "$2y$05$" + digits.substr(1) << -1;
    QTest::newRow("long") << "$2y$05$" + digits + "a" << -1;
    QTest::newRow("one digit of cost") << "$2y$5$" + digits + "a" << -1;
    QTest::newRow("a letter in the cost") << "$2y$0x$" + digits << -1;
    QTest::newRow("another alphabet") << "$2y$05$+" + digits.substr(1) << -1;
    QTest::newRow("a blank at the end") << "$2y$05$" + digits.substr(1) + " " << -1;
    QTest::newRow("nothing") << std::string() << -1;
}

void TestBcrypt::readsTheCost()
{
    QFETCH(std::string, hash);
    QTEST(bcryptCost(hash).value_or(-1), "cost");
}

void TestBcrypt::makesHashes()
{
    const std::string longest(limits::passwordBytesMax, 'x');
    for (const std::string &password : {std::string("secret"), longest, std::string("\xc3\xa9")}) {
        const Result<std::string> first = hashOf(password, limits::bcryptCostMin);
        const Result<std::string> second = hashOf(password, limits::bcryptCostMin);
        QVERIFY(first && second);
        QVERIFY(first->starts_with("$2y$04$"));
        QVERIFY(*first != *second);
        QVERIFY(matches(password, *first));
        QVERIFY(matches(password, *second));
        QVERIFY(!matches("another", *first));
    }
    QCOMPARE(bcryptCost(*hashOf("secret", 6)), std::optional(6));
}

void TestBcrypt::refuses_data()
{
    QTest::addColumn<std::string>("password");
    QTest::newRow("empty") << std::string();
    QTest::newRow("too long") << std::string(limits::passwordBytesMax + 1, 'x');
    QTest::newRow("NUL") << std::string("sec\0ret", 7);
}

void TestBcrypt::refuses()
{
    QFETCH(std::string, password);
    const Result<std::string> hash = hashOf(password, limits::bcryptCostMin);
    QVERIFY(!hash);
    QCOMPARE(hash.error().code, ErrorCode::InvalidInput);
    QVERIFY(hash.error().message.english().find("sec") == std::string::npos);
    QVERIFY(hash.error().message.english().find("xx") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestBcrypt)
#include "tst_bcrypt.moc"
