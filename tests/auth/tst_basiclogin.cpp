// SPDX-License-Identifier: GPL-3.0-or-later
// One reading of an Authorization field, or none; and a challenge that a realm cannot break.
#include "auth/basiclogin.h"
#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::auth;

namespace {

std::string encoded(const QByteArray &text)
{
    return text.toBase64().toStdString();
}

} // namespace

class TestBasicLogin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void challenges_data();
    void challenges();
};

void TestBasicLogin::reads_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("user");
    QTest::addColumn<std::string>("password");
    const auto row = [](const char *name, const std::string &value, const std::string &user,
                        const std::string &password) {
        QTest::newRow(name) << value << user << password;
    };
    row("RFC 7617 §2", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame");
    row("RFC 7617 §2.1", "Basic dGVzdDoxMjPCow==", "test", "123\xc2\xa3");
    row("another case", "bAsIc QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame");
    row("blanks", "Basic   QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame");
    row("colons", "Basic " + encoded("a:b:c"), "a", "b:c");
    row("no password", "Basic " + encoded("a:"), "a", "");
    row("no user", "Basic " + encoded(":b"), "", "b");
    row("nothing", "Basic " + encoded(":"), "", "");
    row("not UTF-8", "Basic " + encoded("\xff:\xfe"), "\xff", "\xfe");
    row("plus and slash", "Basic Ojs+Pz8/", "", ";>???");
    row("longest", "Basic " + encoded(QByteArray(3064, 'x') + ':'), std::string(3064, 'x'), "");
}

void TestBasicLogin::reads()
{
    QFETCH(std::string, value);
    QVERIFY(value.size() <= limits::authorizationBytesMax);
    const std::optional<BasicLogin> login = parseBasicLogin(value);
    QVERIFY(login);
    QTEST(login->user, "user");
    QTEST(login->password, "password");
}

void TestBasicLogin::refuses_data()
{
    QTest::addColumn<std::string>("value");
    const std::string right = encoded("Aladdin:open sesame");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("scheme alone") << std::string("Basic");
    QTest::newRow("scheme and blank") << std::string("Basic ");
    QTest::newRow("no blank") << "Basic" + right;
    QTest::newRow("tab") << "Basic\t" + right;
    QTest::newRow("another scheme") << "Bearer " + right;
    QTest::newRow("a longer scheme") << "Basics " + right;
    QTest::newRow("no padding") << std::string("Basic YTpi") + "Yw";
    QTest::newRow("too much padding") << std::string("Basic YTpi====");
    QTest::newRow("padding inside") << std::string("Basic YTo=YTpi");
    QTest::newRow("URL alphabet") << std::string("Basic Ojs-Pz8_");
    QTest::newRow("blank inside") << std::string("Basic YTpi YTp");
    QTest::newRow("something behind") << "Basic " + right + ", x";
    QTest::newRow("no colon") << "Basic " + encoded("Aladdin");
    QTest::newRow("NUL") << "Basic " + encoded(QByteArray("a\0:b", 4));
    QTest::newRow("line end") << "Basic " + encoded("a:b\n");
    QTest::newRow("DEL") << "Basic " + encoded("a:b\x7f");
    QTest::newRow("too long") << "Basic " + encoded(QByteArray(3067, 'x') + ':');
}

void TestBasicLogin::refuses()
{
    QFETCH(std::string, value);
    QVERIFY(!parseBasicLogin(value));
}

void TestBasicLogin::challenges_data()
{
    QTest::addColumn<std::string>("realm");
    QTest::addColumn<std::string>("challenge");
    const auto row = [](const char *name, const std::string &realm, const std::string &quoted) {
        QTest::newRow(name) << realm << "Basic realm=\"" + quoted + "\", charset=\"UTF-8\"";
    };
    row("plain", "Lanyard", "Lanyard");
    row("nothing", "", "");
    row("quote", "a\"b", "a\\\"b");
    row("backslash", "a\\", "a\\\\");
    row("line end", "a\r\nb", "a  b");
    row("NUL", std::string("a\0b", 3), "a b");
    row("not ASCII", "\xc3\xa9", "\xc3\xa9");
}

void TestBasicLogin::challenges()
{
    QFETCH(std::string, realm);
    QTEST(basicChallenge(realm), "challenge");
}

QTEST_GUILESS_MAIN(TestBasicLogin)
#include "tst_basiclogin.moc"
