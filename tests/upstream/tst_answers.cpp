// SPDX-License-Identifier: GPL-3.0-or-later
// The pure rules about answers: Retry-After, token answers, which realms are trusted, how long a
// failure is remembered, and who may connect.
#include "support/manualclock.h"
#include "upstream/answerstatus.h"
#include "upstream/health.h"
#include "upstream/hostqueue.h"
#include "upstream/realmrule.h"
#include "upstream/tokenanswer.h"

#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::upstream;
using std::chrono::seconds;

class TestAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsTokenAnswers_data();
    void readsTokenAnswers();
    void trustsRealms_data();
    void trustsRealms();
    void trustsApprovedRealms();
    void remembersFailures();
    void letsATrialThrough();
    void admitsInOrder();
};

void TestAnswers::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("expected");
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("none") << QByteArray("0") << 0;
    // The manual clock starts at 2001-09-09T01:46:40Z.
    QTest::newRow("date") << QByteArray("Sun, 09 Sep 2001 01:47:00 GMT") << 20;
    QTest::newRow("date that has passed") << QByteArray("Sun, 09 Sep 2001 01:40:00 GMT") << 0;
    QTest::newRow("long") << QByteArray("4000000000") << 86'400;
    QTest::newRow("beyond numbers") << QByteArray("99999999999999999999") << -1;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("a word") << QByteArray("soon") << -1;
    QTest::newRow("number and word") << QByteArray("5s") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestAnswers::readsRetryAfter()
{
    QFETCH(QByteArray, field);
    QFETCH(int, expected);
    const test::ManualClock clock;
    const auto wait = parseRetryAfter(field.toStdString(), clock.wallNow());
    QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, expected);
}

void TestAnswers::readsTokenAnswers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("lifetime");
    const auto row = [](const char *name, const char *json, const char *token, int lifetime) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(token) << lifetime;
    };
    row("token", R"({"token":"a.b-c","expires_in":300})", "a.b-c", 300);
    row("access_token", R"({"access_token":"abc"})", "abc", 60);
    row("both", R"({"access_token":"other","token":"abc"})", "abc", 60);
    row("issued 100 s ago", R"({"token":"t","expires_in":300,"issued_at":"2001-09-09T01:45:00Z"})",
        "t", 200);
    row("issued too long ago: a wrong clock",
        R"({"token":"t","expires_in":300,"issued_at":"2001-09-09T01:00:00Z"})", "t", 300);
    row("issued in the future: a wrong clock",
        R"({"token":"t","expires_in":300,"issued_at":"2001-09-09T02:00:00Z"})", "t", 300);
    row("issued at no time", R"({"token":"t","issued_at":"yesterday"})", "t", 60);
    row("no lifetime", R"({"token":"t","expires_in":0})", "t", 60);
    row("negative lifetime", R"({"token":"t","expires_in":-5})", "t", 60);
    row("text for a lifetime", R"({"token":"t","expires_in":"300"})", "t", 60);
    row("huge lifetime", R"({"token":"t","expires_in":1e300})", "t", 86'400);
    row("no token", R"({"expires_in":300})", "", -1);
    row("empty token", R"({"token":""})", "", -1);
    row("number for a token", R"({"token":5})", "", -1);
    row("line break in a token", R"({"token":"a\r\nX: y"})", "", -1);
    row("space in a token", R"({"token":"a b"})", "", -1);
    row("a list", R"(["token"])", "", -1);
    row("no JSON", "<html>", "", -1);
    row("empty", "", "", -1);
}

void TestAnswers::readsTokenAnswers()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, token);
    QFETCH(int, lifetime);
    const test::ManualClock clock;
    const auto answer = parseTokenAnswer(json, clock.wallNow());
    QCOMPARE(QByteArray::fromStdString(answer ? answer->token : ""), token);
    QCOMPARE(answer ? static_cast<int>(answer->lifetime.count()) : -1, lifetime);
}

void TestAnswers::trustsRealms_data()
{
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<QString>("realm");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *upstream, const char *realm, bool isAllowed) {
        QTest::newRow(qPrintable(
            QStringLiteral("%1 by %2").arg(QLatin1String(realm), QLatin1String(upstream))))
            << QString::fromLatin1(upstream) << QString::fromLatin1(realm) << isAllowed;
    };
    row("https://quay.io", "https://quay.io/v2/auth", true);
    row("https://quay.io", "https://QUAY.io:8443/v2/auth", true);
    row("https://quay.io", "https://auth.quay.io/", true);
    row("https://registry-1.docker.io", "https://auth.docker.io/token", true);
    row("https://registry.gitlab.com", "https://gitlab.com/jwt/auth", true);
    row("https://registry.example.co.uk", "https://auth.example.co.uk/", true);
    row("https://registry.example.co.uk", "https://evil.co.uk/", false);
    row("https://example.co.uk", "https://evil.co.uk/", false);
    row("https://registry-1.docker.io", "https://evildocker.io/token", false);
    row("https://registry-1.docker.io", "https://docker.io.evil.example/token", false);
    row("https://registry-1.docker.io", "http://auth.docker.io/token", false);
    row("https://registry-1.docker.io", "https://docker.io@evil.example/", false);
    row("https://registry.corp.internal", "https://auth.corp.internal/", true);
    row("https://registry.internal", "https://auth.internal/", false);
    row("https://registry", "https://auth", false);
    row("https://localhost:5000", "https://localhost:5001/", true);
    row("https://localhost:5000", "https://evil.localhost/", false);
    row("http://192.168.0.80:5000", "http://192.168.0.80:5001/", true);
    row("http://192.168.0.80:5000", "https://192.168.0.80:5001/", true);
    row("http://192.168.0.80:5000", "http://10.0.0.80/", false);
    row("https://10.1.0.80", "https://192.1.0.80/", false);
    row("https://[fd00::1]:5000", "https://[fd00::1]/", true);
    row("https://[fd00::1]:5000", "https://[fd00::2]/", false);
    row("https://quay.io", "ftp://quay.io/", false);
    row("https://quay.io", "/token", false);
    row("https://quay.io", "", false);
    row("https://quay.io", "https:///token", false);
}

void TestAnswers::trustsRealms()
{
    QFETCH(QString, upstream);
    QFETCH(QString, realm);
    QFETCH(bool, isAllowed);
    QCOMPARE(isRealmAllowed(QUrl(upstream), QUrl(realm, QUrl::StrictMode), {}), isAllowed);
}

void TestAnswers::trustsApprovedRealms()
{
    const QUrl upstream(QStringLiteral("https://registry.example.com"));
    const QUrl realm(QStringLiteral("https://login.example.net/token"));
    const QUrl plain(QStringLiteral("http://login.example.net/token"));
    QVERIFY(!isRealmAllowed(upstream, realm, {"example.net"}));
    QVERIFY(isRealmAllowed(upstream, realm, {"a.example", "Login.example.net"}));
    QVERIFY(!isRealmAllowed(upstream, plain, {"login.example.net"}));
    QVERIFY(isRealmAllowed(upstream, realm, {"login.example.net:443"}));
    QVERIFY(!isRealmAllowed(upstream, realm, {"login.example.net:8443"}));
}

void TestAnswers::remembersFailures()
{
    test::ManualClock clock;
    Health health(2, clock, {.trialInterval = std::chrono::hours{1}});
    health.recordFailure(0, {ErrorCode::Unreachable, "down", {}});
    QCOMPARE(health.refusal(0)->message.english(), std::string("down"));
    QVERIFY(!health.refusal(1));
    clock.advance(limits::failureMemory - std::chrono::milliseconds{1});
    QVERIFY(health.refusal(0));
    clock.advance(std::chrono::milliseconds{1});
    QVERIFY(!health.refusal(0));

    health.recordFailure(0, {ErrorCode::TimedOut, "slow", {}});
    QCOMPARE(health.refusal(0)->code, ErrorCode::TimedOut);
    health.recordAnswer(0);
    QVERIFY(!health.refusal(0));

    health.recordFailure(0, {ErrorCode::NotFound, "no", {}});
    health.recordFailure(0, {ErrorCode::BadUpstream, "500", {}});
    health.recordFailure(0, {ErrorCode::RateLimited, "until when?", {}});
    QVERIFY(!health.refusal(0));
    health.recordFailure(0, {ErrorCode::RateLimited, "later", seconds{3600}});
    QVERIFY(health.refusal(0));
    clock.advance(limits::failureMemory);
    QVERIFY(!health.refusal(0));
}

void TestAnswers::letsATrialThrough()
{
    test::ManualClock clock;
    const UpstreamTimeouts timeouts;
    Health health(1, clock, timeouts);
    health.recordFailure(0, {ErrorCode::Unreachable, "down", {}});
    QVERIFY(health.refusal(0));
    clock.advance(timeouts.trialInterval);
    QVERIFY(!health.refusal(0));
    QVERIFY(health.refusal(0));
    // It fails late: that does not put off the next one.
    clock.advance(timeouts.trialInterval / 2);
    health.recordFailure(0, {ErrorCode::TimedOut, "slow", {}});
    QVERIFY(health.refusal(0));
    clock.advance(timeouts.trialInterval / 2);
    QVERIFY(!health.refusal(0));
    QVERIFY(health.refusal(0));
    health.recordAnswer(0);
    QVERIFY(!health.refusal(0));

    // One that said when to come again is not tried before.
    health.recordFailure(0, {ErrorCode::RateLimited, "later", seconds{2}});
    clock.advance(timeouts.trialInterval);
    QVERIFY(health.refusal(0));
}

void TestAnswers::admitsInOrder()
{
    HostQueue queue(2);
    std::string admitted;
    const auto enter = [&](const char *server, char letter) {
        return queue.enter(server, [&admitted, letter] { admitted += letter; });
    };
    auto a = enter("s", 'a');
    auto b = enter("s", 'b');
    auto c = enter("s", 'c');
    auto d = enter("s", 'd');
    auto e = enter("s", 'e');
    auto other = enter("t", 'x');
    QCOMPARE(admitted, std::string("abx"));
    c.reset(); // gives up before its turn
    QCOMPARE(admitted, std::string("abx"));
    a.reset();
    QCOMPARE(admitted, std::string("abxd"));
    b.reset();
    QCOMPARE(admitted, std::string("abxde"));
    d.reset();
    e.reset();
    auto f = enter("s", 'f');
    auto g = enter("s", 'g');
    QCOMPARE(admitted, std::string("abxdefg"));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
