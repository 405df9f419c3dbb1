// SPDX-License-Identifier: GPL-3.0-or-later
// A user's line changes, and nothing else of the text does.
#include "auth/htpasswd.h"
#include "auth/htpasswdedit.h"
#include "core/limits.h"

#include "hashes.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;

namespace {

const std::string a = hashA;
const std::string b = hashB;

} // namespace

class TestHtpasswdEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_data();
    void sets();
    void refusesNames_data();
    void refusesNames();
    void removes_data();
    void removes();
};

void TestHtpasswdEdit::sets_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::newRow("empty") << std::string() << "bob:" + b + "\n";
    QTest::newRow("added") << "# us\nalice:" + a + "\n"
                           << "# us\nalice:" + a + "\nbob:" + b + "\n";
    QTest::newRow("added behind an open line")
        << "alice:" + a << "alice:" + a + "\nbob:" + b + "\n";
    QTest::newRow("added with CRLF") << "alice:" + a + "\r\n"
                                     << "alice:" + a + "\r\nbob:" + b + "\r\n";
    QTest::newRow("added with CRLF behind an open line")
        << "#\r\nalice:" + a << "#\r\nalice:" + a + "\r\nbob:" + b + "\r\n";
    QTest::newRow("replaced") << "x:" + a + "\nbob:" + a + "\n\n# y\n"
                              << "x:" + a + "\nbob:" + b + "\n\n# y\n";
    QTest::newRow("replaced, open") << "bob:" + a << "bob:" + b;
    QTest::newRow("replaced, CRLF") << "bob:" + a + "\r\nx:" + a + "\n"
                                    << "bob:" + b + "\r\nx:" + a + "\n";
    QTest::newRow("one that was wrong")
        << std::string("x:secret\nbob:secret\n") << "x:secret\nbob:" + b + "\n";
    QTest::newRow("one who was there twice")
        << "bob:" + a + "\nx:" + a + "\nbob:" + a << "bob:" + b + "\nx:" + a + "\n";
    QTest::newRow("not a comment") << "#bob:" + a + "\n"
                                   << "#bob:" + a + "\nbob:" + b + "\n";
    QTest::newRow("not another's start") << "bobby:" + a + "\n"
                                         << "bobby:" + a + "\nbob:" + b + "\n";
}

void TestHtpasswdEdit::sets()
{
    QFETCH(std::string, before);
    const Result<std::string> after = withUser(before, "bob", b);
    QVERIFY(after);
    QTEST(*after, "after");
    QCOMPARE(*withUser(*after, "bob", b), *after);
}

void TestHtpasswdEdit::refusesNames_data()
{
    QTest::addColumn<std::string>("name");
    QTest::newRow("empty") << std::string();
    QTest::newRow("colon") << std::string("b:b");
    QTest::newRow("another line") << std::string("b\neve");
    QTest::newRow("comment") << std::string("#b");
    QTest::newRow("too long") << std::string(limits::userNameBytesMax + 1, 'x');
}

void TestHtpasswdEdit::refusesNames()
{
    QFETCH(std::string, name);
    const Result<std::string> after = withUser("", name, b);
    QVERIFY(!after);
    QCOMPARE(after.error().code, ErrorCode::InvalidInput);
}

void TestHtpasswdEdit::removes_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<QByteArray>("after"); // null: there is no such user
    QTest::newRow("empty") << std::string() << QByteArray();
    QTest::newRow("others") << "bobby:" + a + "\n#bob:" + a + "\n" << QByteArray();
    QTest::newRow("the only one") << "bob:" + a + "\n" << QByteArray("");
    QTest::newRow("in the middle") << "# x\nbob:" + a + "\r\n\nbobby:\n"
                                   << QByteArray("# x\n\nbobby:\n");
    QTest::newRow("the last, open") << "# x\nbob:" + a << QByteArray("# x\n");
    QTest::newRow("twice, and wrong") << std::string("bob:x\n#\nbob:y\n") << QByteArray("#\n");
}

void TestHtpasswdEdit::removes()
{
    QFETCH(std::string, before);
    QFETCH(QByteArray, after);
    const std::optional<std::string> rest = withoutUser(before, "bob");
    QCOMPARE(rest.has_value(), !after.isNull());
    if (rest)
        QCOMPARE(QByteArray::fromStdString(*rest), after);
}

QTEST_GUILESS_MAIN(TestHtpasswdEdit)
#include "tst_htpasswdedit.moc"
