// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a cache's answers, and of all that is none: each failure has its code and its
// words, and nothing that is said reaches a person as it came.
#include "support/awaited.h"
#include "support/scriptedregistry.h"
#include "support/testcertificate.h"
#include "workstation/cacheclient.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::workstation;

Q_DECLARE_METATYPE(lanyard::ErrorCode)

namespace {

constexpr const char *cachePath = "/v2/_lanyard/cache";
constexpr const char *answerBody =
    R"({"product":"lanyard","version":"9.1","registries":["docker.io","quay.io"]})";

CacheEndpoint endpointOf(const ScriptedRegistry &server)
{
    const QUrl url(QString::fromStdString(server.url()));
    return {.host = url.host(),
            .port = static_cast<std::uint16_t>(url.port()),
            .isTls = url.scheme() == QStringLiteral("https")};
}

Result<CacheFacts> factsOf(const CacheEndpoint &cache, const CacheClientTimes &times = {})
{
    CacheClient client(cache, times);
    Awaited<CacheFacts> facts;
    client.askFacts(facts.take());
    if (!QTest::qWaitFor([&facts] { return facts.value.has_value(); }, patienceMs))
        return failure(ErrorCode::Cancelled, "the test waited in vain");
    return *facts.value;
}

} // namespace

class TestCacheClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForFacts();
    void logsIn();
    void asksForSightings();
    void fails_data();
    void fails();
    void givesUp_data();
    void givesUp();
    void trustsTheAuthority();
    void goesByNoProxy();
    void mayGoWhenAnswered();
    void doesNotAnswerWhenItIsGone();
};

void TestCacheClient::asksForFacts()
{
    ScriptedRegistry server;
    server.addFault(cachePath, {.status = 200, .body = answerBody});
    const Result<CacheFacts> facts = factsOf(endpointOf(server));
    QVERIFY2(facts, facts ? "" : facts.error().message.english().c_str());
    QCOMPARE(facts->version, QStringLiteral("9.1"));
    QCOMPARE(facts->registries,
             (QStringList{QStringLiteral("docker.io"), QStringLiteral("quay.io")}));
    const RecordedRequest request = server.requests().front();
    QCOMPARE(request.field("Authorization"), std::string());
    QCOMPARE(request.field("User-Agent"), std::string("lanyard/" LANYARD_VERSION));
}

void TestCacheClient::logsIn()
{
    ScriptedRegistry server;
    server.addFault(cachePath, {.status = 200, .body = answerBody});
    CacheEndpoint cache = endpointOf(server);
    cache.user = QStringLiteral("me");
    cache.password = QStringLiteral("p\u00e4ss:word");
    QVERIFY(factsOf(cache));
    QCOMPARE(QByteArray::fromStdString(server.requests().front().field("Authorization")),
             "Basic " + QByteArray("me:p\xc3\xa4ss:word").toBase64());
}

void TestCacheClient::asksForSightings()
{
    ScriptedRegistry server;
    server.addFault("/v2/_lanyard/probe/aa",
                    {.status = 200,
                     .body = R"({"nonce":"aa","sightings":[{"registry":"quay.io","form":"ns",)"
                             R"("what":"manifest","userAgent":"a\u202eb","address":"10.0.0.7",)"
                             R"("at":"2001-09-09T01:46:40.123Z"},7]})"});
    CacheClient client(endpointOf(server));
    Awaited<QList<ProbeSighting>> seen;
    client.askSightings(QStringLiteral("aa"), seen.take());
    QTRY_VERIFY(seen.value);
    QVERIFY(*seen.value);
    QCOMPARE((*seen.value)->size(), 2);
    QCOMPARE((*seen.value)->first(), (ProbeSighting{.registry = QStringLiteral("quay.io"),
                                                    .form = QStringLiteral("ns"),
                                                    .what = QStringLiteral("manifest"),
                                                    .userAgent = QStringLiteral("a\ufffdb"),
                                                    .address = QStringLiteral("10.0.0.7"),
                                                    .atMs = 1'000'000'000'123}));
    QCOMPARE((*seen.value)->last(), ProbeSighting());
}

void TestCacheClient::fails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasUser");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int status, const QByteArray &body, bool hasUser,
                        ErrorCode code, const char *message) {
        QTest::newRow(name) << status << body << hasUser << code << QString::fromLatin1(message);
    };
    constexpr const char *somethingElse = "it is not Lanyard, or a much older one";
    row("no login", 401, {}, false, ErrorCode::NotFound, "it wants a user and a password");
    row("a wrong login", 401, {}, true, ErrorCode::NotFound,
        "it refuses this user or this password");
    row("not for us", 403, {}, false, ErrorCode::NotFound,
        "it does not serve the address of this computer");
    row("another registry", 404, R"({"errors":[]})", false, ErrorCode::BadUpstream, somethingElse);
    row("in trouble", 503, {}, false, ErrorCode::BadUpstream,
        "it is in trouble, and serves nobody now");
    row("a redirect", 302, {}, false, ErrorCode::BadUpstream, somethingElse);
    row("a page", 200, "<html>", false, ErrorCode::BadUpstream, somethingElse);
    row("another product", 200, R"({"product":"x","registries":[]})", false, ErrorCode::BadUpstream,
        somethingElse);
    row("no list", 200, R"({"product":"lanyard"})", false, ErrorCode::BadUpstream, somethingElse);
    row("too much", 200, '[' + QByteArray(prooflimits::answerBytesMax * 4, ' ') + ']', false,
        ErrorCode::BadUpstream, "says more than Lanyard would");
}

void TestCacheClient::fails()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, hasUser);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    ScriptedRegistry server;
    server.addFault(cachePath,
                    {.status = status, .fields = {{"Location", "/elsewhere"}}, .body = body});
    CacheEndpoint cache = endpointOf(server);
    if (hasUser)
        cache.user = QStringLiteral("me");
    const Result<CacheFacts> facts = factsOf(cache);
    QVERIFY(!facts);
    QCOMPARE(QString::fromStdString(facts.error().message.english()),
             cache.hostPort() + QStringLiteral(": ") + message);
    QCOMPARE(facts.error().code, code);
    QCOMPARE(server.count("GET", "/elsewhere"), 0);
}

void TestCacheClient::givesUp_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *what, ErrorCode code, const char *message) {
        QTest::newRow(what) << QString::fromLatin1(what) << code << QString::fromLatin1(message);
    };
    row("nothing listens", ErrorCode::Unreachable, "nothing listens there");
    row("it is silent", ErrorCode::TimedOut, "does not answer in time");
    row("it ends the connection", ErrorCode::NotFound, "it ends the connection without a word");
    row("it has no TLS", ErrorCode::Unreachable, "");
}

void TestCacheClient::givesUp()
{
    QFETCH(QString, what);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    ScriptedRegistry server;
    CacheEndpoint cache = endpointOf(server);
    if (what == QStringLiteral("nothing listens"))
        server.stop();
    else if (what == QStringLiteral("it is silent"))
        server.addFault(cachePath, {.isHeld = true});
    else if (what == QStringLiteral("it ends the connection"))
        server.addFault(cachePath, {.isEnded = true});
    else
        cache.isTls = true;
    const Result<CacheFacts> facts = factsOf(
        cache, {.connect = prooflimits::connectTimeout,
                .answer = what == QStringLiteral("it is silent") ? std::chrono::milliseconds(50)
                                                                 : prooflimits::answerTimeout});
    QVERIFY(!facts);
    QVERIFY2(facts.error().message.english().find(message.toStdString()) != std::string::npos,
             facts.error().message.english().c_str());
    if (what != QStringLiteral("it has no TLS"))
        QCOMPARE(facts.error().code, code);
    server.release(cachePath);
}

void TestCacheClient::trustsTheAuthority()
{
    const TlsIdentity identity = makeTlsIdentity("127.0.0.1");
    ScriptedRegistry server(identity);
    server.addFault(cachePath, {.status = 200, .body = answerBody});
    CacheEndpoint cache = endpointOf(server);
    const Result<CacheFacts> strange = factsOf(cache);
    QVERIFY(!strange);
    QCOMPARE(strange.error().code, ErrorCode::Unreachable);
    QVERIFY2(strange.error().message.english().find("its certificate is not trusted") !=
                 std::string::npos,
             strange.error().message.english().c_str());
    cache.authority = identity.certificate;
    const Result<CacheFacts> known = factsOf(cache);
    QVERIFY2(known, known ? "" : known.error().message.english().c_str());
    cache.authority = makeTlsIdentity("127.0.0.1").certificate;
    QVERIFY(!factsOf(cache));
}

void TestCacheClient::goesByNoProxy()
{
    ScriptedRegistry server;
    server.addFault(cachePath, {.status = 200, .body = answerBody});
    // Port 1: nothing listens there.
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 1});
    const Result<CacheFacts> facts = factsOf(endpointOf(server));
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QVERIFY(facts);
}

void TestCacheClient::mayGoWhenAnswered()
{
    ScriptedRegistry server;
    server.addFault(cachePath, {.status = 200, .body = answerBody});
    auto client = std::make_unique<CacheClient>(endpointOf(server));
    bool isAnswered = false;
    client->askFacts([&](const Result<CacheFacts> &) {
        client.reset();
        isAnswered = true;
    });
    QTRY_VERIFY(isAnswered);
}

void TestCacheClient::doesNotAnswerWhenItIsGone()
{
    ScriptedRegistry server;
    server.addFault(cachePath, {.isHeld = true});
    Awaited<CacheFacts> facts;
    {
        CacheClient client(endpointOf(server));
        client.askFacts(facts.take());
        QTRY_COMPARE(server.count(), 1);
    }
    server.release(cachePath);
    QTRY_COMPARE(server.connections(), 0);
    QCOMPARE(facts.count, 0);
}

QTEST_GUILESS_MAIN(TestCacheClient)
#include "tst_cacheclient.moc"
