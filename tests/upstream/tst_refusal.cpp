// SPDX-License-Identifier: GPL-3.0-or-later
// What a registry says of its refusal is shown in its own words, on one line, without a secret.
#include "upstream/refusal.h"

#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::upstream;
using credentials::Credential;
using credentials::Secret;

class TestRefusal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheWords_data();
    void findsTheWords();
    void hidesTheSecret_data();
    void hidesTheSecret();
    void tellsARefusedCredential();
};

void TestRefusal::findsTheWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &words) {
        QTest::newRow(name) << body << words;
    };
    row("nothing", "", "");
    row("distribution", R"({"errors":[{"code":"DENIED","message":"denied","detail":{}}]})",
        "denied");
    row("the first of several", R"({"errors":[{"message":"one"},{"message":"two"}]})", "one");
    row("only a code", R"({"errors":[{"code":"UNAUTHORIZED"}]})", "");
    row("Docker Hub", R"({"details":"incorrect username or password"})",
        "incorrect username or password");
    row("OAuth 2", R"({"error":"invalid_grant","error_description":"it has expired"})",
        "it has expired");
    row("OAuth 2, short", R"({"error":"invalid_grant"})", "invalid_grant");
    row("text", "Auth failed.\n", "Auth failed.");
    row("a page", "<html><body>401</body></html>", "");
    row("no text", QByteArray("\xff\xfe", 2), "");
    row("JSON of something else", "[1]", "");
    row("lines", R"({"message":"one\r\n  two\u0000three\u001b[31m"})", "one two three [31m");
    row("a number", R"({"message":7})", "");
    row("long", QByteArray(1'000, 'x'), QByteArray(limits::refusalWordsMax, 'x'));
}

void TestRefusal::findsTheWords()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, words);
    QCOMPARE(QByteArray::fromStdString(refusalWords(body, std::nullopt)), words);
}

void TestRefusal::hidesTheSecret_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("in a sentence") << QByteArray(R"({"message":"s3cret is wrong, s3cret!"})");
    QTest::newRow("as Basic has it") << QByteArray("Basic bWU6czNjcmV0 is wrong");
    // Where the words are cut, no half of it may be left.
    QTest::newRow("at the end") << QByteArray(limits::refusalWordsMax - 3, 'x') + "s3cret";
}

void TestRefusal::hidesTheSecret()
{
    QFETCH(const QByteArray, body);
    const Credential shown{.username = "me", .password = Secret("s3cret")};
    const QByteArray words = QByteArray::fromStdString(refusalWords(body, shown));
    QVERIFY2(words.contains("*"), words.constData());
    QVERIFY2(!words.contains("s3c") && !words.contains("czNj"), words.constData());
}

void TestRefusal::tellsARefusedCredential()
{
    const Credential password{.username = "me", .password = Secret("s3cret")};
    const Credential token{.username = {}, .password = Secret("s3cret"), .isIdentityToken = true};
    QCOMPARE(refusalOf("quay.io", password, "go away").english(),
             std::string("quay.io refuses the credential of me: go away"));
    QCOMPARE(refusalOf("quay.io", token, {}).english(),
             std::string("quay.io refuses the identity token"));
    QVERIFY(isCredentialRefusal(401, password));
    QVERIFY(!isCredentialRefusal(400, password));
    QVERIFY(isCredentialRefusal(400, token));
    QVERIFY(!isCredentialRefusal(403, password));
}

QTEST_GUILESS_MAIN(TestRefusal)
#include "tst_refusal.moc"
