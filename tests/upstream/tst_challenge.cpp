// SPDX-License-Identifier: GPL-3.0-or-later
// WWW-Authenticate is read as RFC 9110 §11.6.1 says, and what is malformed spoils nothing before
// it.
#include "upstream/challenge.h"

#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::upstream;

class TestChallenge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void ignoresALongField();
    void findsByScheme();
};

namespace {

/// scheme:token68{name=value;...} for each challenge, to be compared as text.
std::string describe(const std::vector<Challenge> &challenges)
{
    std::string text;
    for (const Challenge &challenge : challenges) {
        text += challenge.scheme + ':' + challenge.token68 + '{';
        for (const auto &[name, value] : challenge.parameters)
            text += name + '=' + value + ';';
        text += '}';
    }
    return text;
}

} // namespace

void TestChallenge::parses_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *field, const char *expected) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(expected);
    };
    row("empty", "", "");
    row("separators only", " , ,\t,", "");
    row("scheme only", "Negotiate", "negotiate:{}");
    row("Docker Hub",
        R"(Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/alpine:pull")",
        "bearer:{realm=https://auth.docker.io/token;service=registry.docker.io;scope=repository:"
        "library/alpine:pull;}");
    row("spaces", "Bearer   realm = \"a\" ,\tservice=  b", "bearer:{realm=a;service=b;}");
    row("case", R"(BEARER Realm="A",SERVICE=B)", "bearer:{realm=A;service=B;}");
    row("token value", "Basic realm=x", "basic:{realm=x;}");
    row("escapes", R"(Basic realm="a\"b\\c\d")", R"(basic:{realm=a"b\cd;})");
    row("comma in quotes", R"(Basic realm="a, Bearer realm=b")",
        "basic:{realm=a, Bearer realm=b;}");
    row("empty value", R"(Basic realm="")", "basic:{realm=;}");
    row("two", R"(Basic realm="a", Bearer realm="b",service=c)",
        "basic:{realm=a;}bearer:{realm=b;service=c;}");
    row("scheme only, then another", R"(Negotiate, Basic realm="a")",
        "negotiate:{}basic:{realm=a;}");
    row("token68", "Negotiate YWJj/+==, Basic realm=a", "negotiate:YWJj/+=={}basic:{realm=a;}");
    row("token68 at the end", "NTLM abc", "ntlm:abc{}");
    row("empty elements", R"(,, Basic realm="a",, charset="UTF-8",)",
        "basic:{realm=a;charset=UTF-8;}");
    row("bytes above ASCII in quotes", "Basic realm=\"\xc3\xa4\"", "basic:{realm=\xc3\xa4;}");
    row("parameter without scheme", R"(realm="a")", "");
    row("quote without scheme", R"("a")", "");
    row("unterminated quote", R"(Bearer service=a,realm="b)", "bearer:{service=a;}");
    row("unterminated escape", R"(Bearer service=a,realm="b\)", "bearer:{service=a;}");
    row("no value", "Bearer service=a,realm=", "bearer:{service=a;}");
    row("text after a quote", R"(Bearer service=a,realm="b"c)", "bearer:{service=a;}");
    row("no comma", R"(Bearer realm="a" service="b")", "bearer:{}");
    row("parameter after token68", "NTLM abc, realm=b", "ntlm:abc{}");
    row("error between challenges", "Basic realm=a, @, Bearer realm=b", "basic:{realm=a;}");
    row("control character", "Basic realm=\"a\nb\"", "basic:{}");
}

void TestChallenge::parses()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, expected);
    const std::vector<Challenge> challenges = parseChallenges(field.toStdString());
    QCOMPARE(QByteArray::fromStdString(describe(challenges)), expected);
}

void TestChallenge::ignoresALongField()
{
    const std::string prefix = "Basic realm=";
    const std::string longest =
        prefix + std::string(limits::challengeBytesMax - prefix.size(), 'a');
    QCOMPARE(parseChallenges(longest).size(), std::size_t{1});
    QVERIFY(parseChallenges(longest + 'a').empty());
}

void TestChallenge::findsByScheme()
{
    const char *const field = "Basic realm=a, Bearer realm=b, Bearer realm=c";
    QCOMPARE(findChallenge(field, "bearer")->parameter("realm"), std::string_view("b"));
    QCOMPARE(findChallenge(field, "bearer")->parameter("scope"), std::string_view());
    QVERIFY(!findChallenge(field, "digest"));
}

QTEST_APPLESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
