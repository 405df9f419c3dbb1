// SPDX-License-Identifier: GPL-3.0-or-later
// Challenges are answered with one token request for all who need it, and credentials reach the
// upstream and the token services it may name, and nobody else.
#include "upstream/upstreamclient.h"

#include "upstream/clientfixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using std::chrono::seconds;

class TestUpstreamAuth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void getsAToken_data();
    void getsAToken();
    void asksOncePerScope();
    void asksOnceForAllWaiters();
    void sharesTheFailureOfTheOneRequest();
    void renewsAnExpiredToken();
    void renewsARevokedToken();
    void givesUpOnARefusedFreshToken();
    void sendsCredentialsToTheRealm();
    void reportsRefusedCredentials();
    void refusesAForeignRealm();
    void asksAnApprovedRealm();
    void mapsTokenServiceFailures_data();
    void mapsTokenServiceFailures();
    void refusesALongTokenAnswer();
    void remembersADeadTokenService();
    void doesNotWaitLongForAToken();
    void answersBasic();
    void deniesWithoutCredentials();
    void sendsNoTokenToARedirectTarget();

private:
    std::unique_ptr<ScriptedRegistry> m_registry;
    std::string m_path;
};

namespace {

BearerAuth bearer(const std::string &username, const std::string &password,
                  const std::string &realm = {})
{
    BearerAuth auth;
    auth.username = username;
    auth.password = password;
    auth.realm = realm;
    return auth;
}

} // namespace

void TestUpstreamAuth::init()
{
    m_registry = std::make_unique<ScriptedRegistry>();
    m_path = "/v2/org/app/blobs/" + m_registry->addBlob("org/app", "content").toString();
}

void TestUpstreamAuth::cleanup()
{
    m_registry.reset();
}

void TestUpstreamAuth::getsAToken_data()
{
    QTest::addColumn<bool>("isAccessToken");
    QTest::newRow("token") << false;
    QTest::newRow("access_token") << true;
}

void TestUpstreamAuth::getsAToken()
{
    QFETCH(bool, isAccessToken);
    BearerAuth auth;
    auth.isAccessToken = isAccessToken;
    m_registry->requireBearer(auth);
    ClientFixture fixture(*m_registry);

    QCOMPARE(fixture.run(m_path).body, QByteArray("content"));

    const auto requests = m_registry->requests();
    QCOMPARE(requests.size(), std::size_t{3});
    QCOMPARE(requests[0].field("authorization"), std::string());
    QCOMPARE(requests[1].path, std::string("/token"));
    QCOMPARE(requests[1].query, std::string("service=scripted&scope=repository:org/app:pull"));
    QCOMPARE(requests[1].field("authorization"), std::string());
    QCOMPARE(requests[2].field("authorization"), std::string("Bearer token-1"));
    QCOMPARE(fixture.counted, 3);
}

void TestUpstreamAuth::asksOncePerScope()
{
    const Digest other = m_registry->addBlob("org/other", "content");
    m_registry->requireBearer({});
    ClientFixture fixture(*m_registry);
    UpstreamRequest request = ClientFixture::get("/v2/org/other/blobs/" + other.toString());
    request.repository = "org/other";
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!fixture.run(m_path).error);
        QVERIFY(!fixture.run(request).error);
    }
    QCOMPARE(m_registry->count("GET", "/token"), 2);
    QCOMPARE(m_registry->count("GET", m_path), 4); // one 401, then with the token at once
}

void TestUpstreamAuth::asksOnceForAllWaiters()
{
    m_registry->requireBearer({});
    Fault held;
    held.isHeld = true;
    m_registry->addFault("/token", held);
    ClientFixture fixture(*m_registry);
    constexpr int requests = 40; // more than there are connections
    std::vector<std::unique_ptr<Follower>> followers;
    for (int i = 0; i < requests; ++i)
        followers.push_back(
            std::make_unique<Follower>(fixture.client.send(ClientFixture::get(m_path))));
    QTRY_COMPARE(m_registry->count("GET", m_path), requests);
    QTRY_COMPARE(m_registry->count("GET", "/token"), 1);
    m_registry->release("/token");
    for (const auto &follower : followers) {
        QTRY_VERIFY(follower->isFinished());
        QVERIFY(!follower->outcome().error);
    }
    QCOMPARE(m_registry->count("GET", "/token"), 1);
}

void TestUpstreamAuth::sharesTheFailureOfTheOneRequest()
{
    m_registry->requireBearer({});
    Fault failing;
    failing.status = 500;
    failing.isHeld = true;
    m_registry->addFault("/token", failing);
    ClientFixture fixture(*m_registry);
    std::vector<std::unique_ptr<Follower>> followers;
    for (int i = 0; i < 5; ++i)
        followers.push_back(
            std::make_unique<Follower>(fixture.client.send(ClientFixture::get(m_path))));
    followers.pop_back(); // one loses interest
    QTRY_COMPARE(m_registry->count("GET", m_path), 4);
    QTRY_COMPARE(m_registry->count("GET", "/token"), 1);
    m_registry->release("/token");
    for (const auto &follower : followers) {
        QTRY_VERIFY(follower->isFinished());
        COMPARE_ERROR(follower->outcome(), ErrorCode::BadUpstream);
    }
    QCOMPARE(m_registry->count("GET", "/token"), 1);
}

void TestUpstreamAuth::renewsAnExpiredToken()
{
    m_registry->requireBearer({});
    ClientFixture fixture(*m_registry);
    QVERIFY(!fixture.run(m_path).error);
    fixture.clock.advance(seconds{300} - limits::tokenSafetyMargin - seconds{1});
    QVERIFY(!fixture.run(m_path).error);
    QCOMPARE(m_registry->count("GET", "/token"), 1);
    fixture.clock.advance(seconds{1});
    QVERIFY(!fixture.run(m_path).error);
    QCOMPARE(m_registry->count("GET", "/token"), 2);
}

void TestUpstreamAuth::renewsARevokedToken()
{
    m_registry->requireBearer({});
    ClientFixture fixture(*m_registry);
    QVERIFY(!fixture.run(m_path).error);
    m_registry->revokeTokens();
    QCOMPARE(fixture.run(m_path).body, QByteArray("content"));
    QCOMPARE(m_registry->count("GET", "/token"), 2);
    QCOMPARE(m_registry->count("GET", m_path), 4);
}

void TestUpstreamAuth::givesUpOnARefusedFreshToken()
{
    m_registry->requireBearer({});
    ClientFixture fixture(*m_registry);
    UpstreamRequest request = ClientFixture::get("/v2/org/private/blobs/x");
    Fault denied;
    denied.status = 401;
    denied.fields = {
        {"WWW-Authenticate", "Bearer realm=\"" + m_registry->url() + "/token\",service=s"}};
    m_registry->addFault(request.path, denied);

    COMPARE_ERROR(fixture.run(request), ErrorCode::NotFound);
    QCOMPARE(m_registry->count("GET", request.path), 2);
    QCOMPARE(m_registry->count("GET", "/token"), 1);
}

void TestUpstreamAuth::sendsCredentialsToTheRealm()
{
    m_registry->requireBearer(bearer("user", "p:w"));
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "p:w"};
    ClientFixture fixture(config);

    QVERIFY(!fixture.run(m_path).error);
    const auto requests = m_registry->requests();
    QCOMPARE(requests[0].field("authorization"), std::string()); // not before it is asked for
    QCOMPARE(requests[1].field("authorization"), std::string("Basic dXNlcjpwOnc="));
}

void TestUpstreamAuth::reportsRefusedCredentials()
{
    m_registry->requireBearer(bearer("user", "right"));
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "SECRET"};
    ClientFixture fixture(config);

    const Outcome outcome = fixture.run(m_path);

    COMPARE_ERROR(outcome, ErrorCode::NotFound);
    QCOMPARE(outcome.error->message.english().find("SECRET"), std::string::npos);
    QCOMPARE(m_registry->count("GET", "/token"), 2); // the second one is for nobody
}

void TestUpstreamAuth::refusesAForeignRealm()
{
    ScriptedRegistry foreign;
    // The other name of the same machine is another host.
    const std::string realm =
        "http://localhost:" + foreign.hostPort().substr(foreign.hostPort().find(':') + 1) +
        "/token?key=SECRET";
    m_registry->requireBearer(bearer("", "", realm));
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "SECRET"};
    ClientFixture fixture(config);

    const Outcome outcome = fixture.run(m_path);

    COMPARE_ERROR(outcome, ErrorCode::BadUpstream);
    QVERIFY(outcome.error->message.english().find("localhost") != std::string::npos);
    QVERIFY(outcome.error->message.english().find("test.example") != std::string::npos);
    QCOMPARE(outcome.error->message.english().find("SECRET"), std::string::npos);
    QCOMPARE(foreign.count(), 0);
}

void TestUpstreamAuth::asksAnApprovedRealm()
{
    const std::string hostPort = m_registry->hostPort();
    const std::string realm =
        "http://localhost:" + hostPort.substr(hostPort.find(':') + 1) + "/token";
    m_registry->requireBearer(bearer("user", "pw", realm));
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "pw"};
    config.tokenRealms = {"localhost"};
    ClientFixture fixture(config);

    QCOMPARE(fixture.run(m_path).body, QByteArray("content"));
}

void TestUpstreamAuth::mapsTokenServiceFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("401") << 401 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("403") << 403 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("429") << 429 << QByteArray() << ErrorCode::RateLimited;
    QTest::newRow("503") << 503 << QByteArray() << ErrorCode::BadUpstream;
    QTest::newRow("redirect") << 307 << QByteArray() << ErrorCode::BadUpstream;
    QTest::newRow("no token") << 200 << QByteArray("{}") << ErrorCode::BadUpstream;
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << ErrorCode::BadUpstream;
}

void TestUpstreamAuth::mapsTokenServiceFailures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    m_registry->requireBearer({});
    Fault failing;
    failing.status = status;
    failing.body = body;
    m_registry->addFault("/token", failing);
    ClientFixture fixture(*m_registry);

    COMPARE_ERROR(fixture.run(m_path), code);
    QCOMPARE(m_registry->count("GET", "/token"), 1);
}

void TestUpstreamAuth::refusesALongTokenAnswer()
{
    m_registry->requireBearer({});
    Fault endless;
    endless.status = 200;
    endless.body = QByteArray(limits::tokenAnswerBytesMax + 1, ' ');
    m_registry->addFault("/token", endless);
    ClientFixture fixture(*m_registry);

    const Outcome outcome = fixture.run(m_path);
    COMPARE_ERROR(outcome, ErrorCode::BadUpstream);
    QVERIFY(outcome.error->message.english().find("too long") != std::string::npos);
}

void TestUpstreamAuth::remembersADeadTokenService()
{
    ScriptedRegistry tokens;
    m_registry->requireBearer(bearer("", "", tokens.url() + "/token"));
    tokens.stop();
    ClientFixture fixture(*m_registry);

    COMPARE_ERROR(fixture.run(m_path), ErrorCode::Unreachable);
    const int before = fixture.counted;
    COMPARE_ERROR(fixture.run(m_path), ErrorCode::Unreachable);
    QCOMPARE(fixture.counted, before + 1); // the token service was left alone
    tokens.start();
    tokens.requireBearer({});
    fixture.clock.advance(limits::failureMemory);
    // Its token is not one of the registry's, but it is asked again.
    COMPARE_ERROR(fixture.run(m_path), ErrorCode::NotFound);
    QCOMPARE(tokens.count("GET", "/token"), 1);
}

void TestUpstreamAuth::doesNotWaitLongForAToken()
{
    m_registry->requireBearer({});
    Fault slow;
    slow.isHeld = true;
    m_registry->addFault("/token", slow);
    ClientFixture fixture(
        ClientFixture::configFor(m_registry->url()),
        {.headers = std::chrono::minutes{1}, .token = std::chrono::milliseconds{200}});
    COMPARE_ERROR(fixture.run(m_path), ErrorCode::TimedOut);
    // Who comes next does not wait at all.
    COMPARE_ERROR(fixture.run(m_path), ErrorCode::TimedOut);
    QCOMPARE(m_registry->count("GET", "/token"), 1);
    m_registry->release("/token");
    fixture.clock.advance(limits::trialInterval);
    QVERIFY(!fixture.run(m_path).error);
}

void TestUpstreamAuth::answersBasic()
{
    m_registry->requireBasic("user", "pw");
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "pw"};
    ClientFixture fixture(config);

    QCOMPARE(fixture.run(m_path).body, QByteArray("content"));
    QCOMPARE(m_registry->count(), 2);
    QVERIFY(!fixture.run(m_path).error);
    QCOMPARE(m_registry->count(), 3);
}

void TestUpstreamAuth::deniesWithoutCredentials()
{
    m_registry->requireBasic("user", "pw");
    ClientFixture anonymous(*m_registry);
    COMPARE_ERROR(anonymous.run(m_path), ErrorCode::NotFound);
    QCOMPARE(m_registry->count(), 1);

    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    config.credentials = {"user", "wrong"};
    ClientFixture wrong(config);
    COMPARE_ERROR(wrong.run(m_path), ErrorCode::NotFound);
    QCOMPARE(m_registry->count(), 3);
}

void TestUpstreamAuth::sendsNoTokenToARedirectTarget()
{
    ScriptedRegistry cdn;
    Fault data;
    data.status = 200;
    data.body = "content";
    cdn.addFault("/data", data);
    m_registry->requireBearer({});
    ClientFixture fixture(*m_registry);
    QVERIFY(!fixture.run(m_path).error);
    m_registry->addFault(m_path, redirectTo(cdn.url() + "/data"));

    QCOMPARE(fixture.run(m_path).body, QByteArray("content"));
    QCOMPARE(m_registry->requests().back().field("authorization"), std::string("Bearer token-1"));
    QCOMPARE(cdn.requests()[0].field("authorization"), std::string());

    // A challenge of another server is not answered.
    Fault challenge;
    challenge.status = 401;
    challenge.fields = {{"WWW-Authenticate", "Bearer realm=\"" + m_registry->url() + "/token\""}};
    m_registry->addFault("/v2/", redirectTo(cdn.url() + "/other"));
    cdn.addFault("/other", challenge);
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::NotFound);
    QCOMPARE(m_registry->count("GET", "/token"), 1);
}

QTEST_GUILESS_MAIN(TestUpstreamAuth)
#include "tst_upstreamauth.moc"
