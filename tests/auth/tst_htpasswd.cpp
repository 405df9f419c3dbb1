// SPDX-License-Identifier: GPL-3.0-or-later
// Users are read as htpasswd -B writes them, and nothing else is: what is wrong is told with its
// line and what to do, and never with what may be a secret.
#include "auth/bcrypt.h"
#include "auth/htpasswd.h"
#include "core/limits.h"

#include "hashes.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;

namespace {

const std::string digits(53, 'a');

std::string line(const std::string &name, const std::string &hash = hashA)
{
    return name + ":" + hash + "\n";
}

std::string manyUsers(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += line("u" + std::to_string(i));
    return text;
}

} // namespace

class TestHtpasswd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void findsHashes();
    void takesAsManyAsItMay();
    void refuses_data();
    void refuses();
    void neverRepeatsAHash_data();
    void neverRepeatsAHash();
    void checksNames_data();
    void checksNames();
    void isTheSameWithOtherComments();
    void theDecoyCostsAsMuch_data();
    void theDecoyCostsAsMuch();
};

void TestHtpasswd::reads_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::string>>("users");
    using Users = std::vector<std::string>;
    const std::string open = std::string("bob:") + hashA;
    QTest::newRow("nothing") << std::string() << Users{};
    QTest::newRow("line ends alone") << std::string("\n\r\n\n") << Users{};
    QTest::newRow("one") << line("bob") << Users{"bob"};
    QTest::newRow("no last line end") << open << Users{"bob"};
    QTest::newRow("CRLF") << open + "\r\n" + "alice:" + hashB + "\r\n" << Users{"bob", "alice"};
    QTest::newRow("comments") << "# " + line("eve") + " \t\n" + line("bob") + "  # x\n"
                              << Users{"bob"};
    QTest::newRow("order of the file") << line("b") + line("c") + line("a") << Users{"b", "c", "a"};
    QTest::newRow("2b") << line("bob", "$2b$04$" + digits) << Users{"bob"};
    QTest::newRow("2y, highest cost") << line("bob", "$2y$15$" + digits) << Users{"bob"};
    QTest::newRow("blank inside") << line("bob b") << Users{"bob b"};
    QTest::newRow("not ASCII") << line("\xc3\xa9") << Users{"\xc3\xa9"};
    QTest::newRow("not UTF-8") << line("\xff") << Users{"\xff"};
    QTest::newRow("longest name") << line(std::string(limits::userNameBytesMax, 'x'))
                                  << Users{std::string(limits::userNameBytesMax, 'x')};
}

void TestHtpasswd::reads()
{
    QFETCH(std::string, text);
    const Result<Htpasswd> users = Htpasswd::parse(text);
    QVERIFY2(users, users ? "" : users.error().message.english().c_str());
    QTEST(users->users(), "users");
    for (const std::string &user : users->users())
        QVERIFY(users->hashOf(user) != nullptr);
}

void TestHtpasswd::findsHashes()
{
    const Result<Htpasswd> users = Htpasswd::parse(line("a", hashA) + line("b", hashB));
    QVERIFY(users);
    QCOMPARE(*users->hashOf("a"), std::string(hashA));
    QCOMPARE(*users->hashOf("b"), std::string(hashB));
    QVERIFY(users->hashOf("A") == nullptr);
    QVERIFY(users->hashOf("") == nullptr);
    QVERIFY(Htpasswd().hashOf("a") == nullptr);
}

void TestHtpasswd::takesAsManyAsItMay()
{
    const std::string most = manyUsers(limits::htpasswdUsersMax);
    QVERIFY(most.size() <= limits::htpasswdBytesMax);
    const Result<Htpasswd> users = Htpasswd::parse(most);
    QVERIFY(users);
    QCOMPARE(users->users().size(), limits::htpasswdUsersMax);
    const Result<Htpasswd> more = Htpasswd::parse(most + line("bob"));
    QVERIFY(!more);
    QCOMPARE(more.error().message.english(),
             std::string("line 10001: more than 10000 users; remove those who are not needed"));

    std::string comment(limits::htpasswdBytesMax, '#');
    QVERIFY(Htpasswd::parse(comment));
    comment += '#';
    QVERIFY(!Htpasswd::parse(comment));
}

void TestHtpasswd::refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *name, const std::string &text, const std::string &message) {
        QTest::newRow(name) << "#\n" + text << message;
    };
    const std::string notBcrypt =
        "line 2: the password of 'bob' is not kept with bcrypt; set it again with "
        "`lanyard user add bob` or `htpasswd -B`";
    row("plain", "bob:secret", notBcrypt);
    row("MD5", "bob:$apr1$abcdefgh$secretsecretsecretsece", notBcrypt);
    row("SHA-1", "bob:{SHA}secretsecretsecretsecretse=", notBcrypt);
    row("empty", "bob:", notBcrypt);
    row("2x", line("bob", "$2x$05$" + digits), notBcrypt);
    row("short", line("bob", "$2y$05$" + digits.substr(1)), notBcrypt);
    row("blank behind", line("bob", std::string(hashA) + " "), notBcrypt);
    row("a third field", line("bob", std::string(hashA) + ":x"), notBcrypt);
    row("CR alone", std::string("bob:") + hashA + "\r", notBcrypt);
    row("another user's word", line("a b", "secret"),
        "line 2: the password of 'a b' is not kept with bcrypt; set it again with "
        "`lanyard user add NAME` or `htpasswd -B`");
    row("an option's name", line("-x", "secret"),
        "line 2: the password of '-x' is not kept with bcrypt; set it again with "
        "`lanyard user add NAME` or `htpasswd -B`");
    row("cost too high", line("bob", "$2y$16$" + digits),
        "line 2: the password of 'bob' is kept with a cost of 16, not 4 to 15; set it again with "
        "`lanyard user add bob` or `htpasswd -B`");
    row("cost too low", line("bob", "$2y$03$" + digits),
        "line 2: the password of 'bob' is kept with a cost of 3, not 4 to 15; set it again with "
        "`lanyard user add bob` or `htpasswd -B`");
    row("no colon", "bob", "line 2: not NAME:HASH; remove it, or put a '#' before it");
    row("a hash alone", std::string(hashA) + "\n",
        "line 2: not NAME:HASH; remove it, or put a '#' before it");
    row("no name", line(""), "line 2: the name of the user is empty; change or remove it");
    row("name too long", line(std::string(limits::userNameBytesMax + 1, 'x')),
        "line 2: the name of the user is longer than 255 bytes; change or remove it");
    row("control", line("bo\tb"),
        "line 2: the name of the user has control characters; change or remove it");
    row("NUL", line(std::string("bo\0b", 4)),
        "line 2: the name of the user has control characters; change or remove it");
    row("blank before", line(" bob"),
        "line 2: the name of the user begins or ends with a blank; change or remove it");
    row("blank behind the name", line("bob "),
        "line 2: the name of the user begins or ends with a blank; change or remove it");
    row("twice", line("bob") + line("alice") + "\n" + line("bob", hashB),
        "lines 2 and 5: 'bob' is there twice; remove one of them");
    row("twice, unprintable", line("\xff") + line("\xff"),
        "lines 2 and 3: a user is there twice; remove one of them");
    row("unprintable", line("\xe2\x80\xae", "secret"),
        "line 2: the password of a user is not kept with bcrypt; set it again with "
        "`lanyard user add NAME` or `htpasswd -B`");
}

void TestHtpasswd::refuses()
{
    QFETCH(std::string, text);
    const Result<Htpasswd> users = Htpasswd::parse(text);
    QVERIFY(!users);
    QCOMPARE(users.error().code, ErrorCode::InvalidInput);
    QTEST(users.error().message.english(), "message");
}

void TestHtpasswd::neverRepeatsAHash_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("in place of the hash") << std::string("bob:S3CRET");
    QTest::newRow("in place of the name") << std::string("$2y$05$S3CRET:bob");
    QTest::newRow("without a colon") << std::string("S3CRET");
    QTest::newRow("behind") << line("bob", std::string(hashA) + ":S3CRET");
    QTest::newRow("twice") << line("bob") + line("bob", "$2y$05$S3CRET" + digits.substr(6));
    QTest::newRow("a long name") << std::string(65, 'x') + "S3CRET:bob";
}

void TestHtpasswd::neverRepeatsAHash()
{
    QFETCH(std::string, text);
    const Result<Htpasswd> users = Htpasswd::parse(text);
    QVERIFY(!users);
    QVERIFY2(users.error().message.english().find("S3CRET") == std::string::npos,
             users.error().message.english().c_str());
}

void TestHtpasswd::checksNames_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("plain") << std::string("bob") << true;
    QTest::newRow("blank inside") << std::string("bob b") << true;
    QTest::newRow("# inside") << std::string("b#b") << true;
    QTest::newRow("# before") << std::string("#bob") << false;
    QTest::newRow("empty") << std::string() << false;
    QTest::newRow("colon") << std::string("b:b") << false;
    QTest::newRow("line end") << std::string("bob\n") << false;
    QTest::newRow("DEL") << std::string("bob\x7f") << false;
    QTest::newRow("longest") << std::string(limits::userNameBytesMax, 'x') << true;
    QTest::newRow("too long") << std::string(limits::userNameBytesMax + 1, 'x') << false;
}

void TestHtpasswd::checksNames()
{
    QFETCH(std::string, name);
    QTEST(checkUserName(name).has_value(), "isRight");
}

void TestHtpasswd::isTheSameWithOtherComments()
{
    const Htpasswd users = *Htpasswd::parse(line("a") + line("b"));
    QVERIFY(users == *Htpasswd::parse("# x\n" + line("a") + "\n" + line("b")));
    QVERIFY(users != *Htpasswd::parse(line("a") + line("b", hashB)));
    QVERIFY(users != *Htpasswd::parse(line("a")));
}

void TestHtpasswd::theDecoyCostsAsMuch_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("cost");
    QTest::newRow("nobody") << std::string() << 4;
    QTest::newRow("one") << line("a", "$2y$06$" + digits) << 6;
    QTest::newRow("the highest") << line("a", "$2y$06$" + digits) + line("b", "$2b$12$" + digits) +
                                        line("c", "$2a$04$" + digits)
                                 << 12;
}

void TestHtpasswd::theDecoyCostsAsMuch()
{
    QFETCH(std::string, text);
    const Result<Htpasswd> users = Htpasswd::parse(text);
    QVERIFY(users);
    QTEST(bcryptCost(users->decoyHash()).value_or(-1), "cost");
    if (*bcryptCost(users->decoyHash()) <= 6)
        QVERIFY(!matches(passwordA, users->decoyHash()));
}

QTEST_GUILESS_MAIN(TestHtpasswd)
#include "tst_htpasswd.moc"
