// SPDX-License-Identifier: GPL-3.0-or-later
// Requests show the credential that is kept for them, wherever it is, and what a registry says of
// it is told.
#include "upstream/upstreamclient.h"

#include "upstream/clientfixture.h"

#include <QFile>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using credentials::Credential;
using credentials::CredentialScope;
using credentials::HelperBinding;
using credentials::KeptCredential;
using credentials::Secret;

class TestUpstreamCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void longestPathWins();
    void changesCountAtOnce();
    void tellsTheWords_data();
    void tellsTheWords();
    void remembersARefusal();
    void exchangesAnIdentityToken();
    void anIdentityTokenIsNoPassword();
    void asksAHelperAnewWhenItIsRefused_data();
    void asksAHelperAnewWhenItIsRefused();
    void asksAHelperOnceForARefusal();
    void tellsWhenAHelperFails();
    void publicContentNeedsNoRightPassword();
    void joinsNoFlightOfAnotherCredential();
    void anonymousRequestsShowNothing();
    void anonymousLimitsAreNotTheAccounts();
    void limitsAreNotThoseOfAnotherAccount();
    void mirrorsSayNothingOfAccess();
    void aRedirectElsewhereSaysYes();
    void foreignFallbackSeesNothing();

private:
    void keep(const std::string &scope, const KeptCredential &credential);
    void writeHelper(const QByteArray &password);
    QByteArray helperCalls() const;

    std::unique_ptr<ScriptedRegistry> m_registry;
    std::unique_ptr<ClientFixture> m_fixture;
    std::string m_path;
};

namespace {

Credential credentialOf(const std::string &user, const std::string &password)
{
    return {.username = user, .password = Secret(password)};
}

} // namespace

void TestUpstreamCredentials::init()
{
    m_registry = std::make_unique<ScriptedRegistry>();
    m_path = "/v2/org/app/blobs/" + m_registry->addBlob("org/app", "content").toString();
    m_fixture = std::make_unique<ClientFixture>(*m_registry);
}

void TestUpstreamCredentials::cleanup()
{
    m_fixture.reset();
    m_registry.reset();
}

void TestUpstreamCredentials::keep(const std::string &scope, const KeptCredential &credential)
{
    std::optional<Result<void>> result;
    m_fixture->credentials.set(*CredentialScope::parse(scope), credential, CredentialPlace::File,
                               this, [&](const auto &kept) { result = kept; });
    QVERIFY(result && *result);
}

/// docker-credential-test, which gives this password and counts its calls.
void TestUpstreamCredentials::writeHelper(const QByteArray &password)
{
    const QString path = m_fixture->folder.filePath(QStringLiteral("docker-credential-test"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\necho asked >>\"$0.calls\"\n"
               "echo '{\"ServerURL\":\"x\",\"Username\":\"me\",\"Secret\":\"" +
               password + "\"}'\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray TestUpstreamCredentials::helperCalls() const
{
    QFile file(m_fixture->folder.filePath(QStringLiteral("docker-credential-test.calls")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestUpstreamCredentials::longestPathWins()
{
    const std::string other =
        "/v2/other/app/blobs/" + m_registry->addBlob("other/app", "more").toString();
    m_registry->requireBearer({.username = "team", .password = "right"});
    keep("test.example", credentialOf("all", "all"));
    keep("test.example/org", credentialOf("team", "right"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    UpstreamRequest request = ClientFixture::get(other);
    request.repository = "other/app";
    const Outcome outcome = m_fixture->run(request);
    COMPARE_ERROR(outcome, ErrorCode::NotFound);
    QVERIFY2(outcome.error->message.english().find("credential of all") != std::string::npos,
             outcome.error->message.english().c_str());
}

void TestUpstreamCredentials::changesCountAtOnce()
{
    m_registry->requireBearer({.username = "me", .password = "right"});
    COMPARE_ERROR(m_fixture->run(m_path), ErrorCode::NotFound);
    keep("test.example", credentialOf("me", "right"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    // The token that it brought is not used any longer than the credential is there.
    bool isRemoved = false;
    m_fixture->credentials.remove(*CredentialScope::parse("test.example"), this,
                                  [&](const auto &result) { isRemoved = result.has_value(); });
    QVERIFY(isRemoved);
    COMPARE_ERROR(m_fixture->run(m_path), ErrorCode::NotFound);
}

void TestUpstreamCredentials::tellsTheWords_data()
{
    QTest::addColumn<bool>("isBasic");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("token service")
        << false << QByteArray(R"({"details":"incorrect username or password"})")
        << QByteArray("the token service of test.example refuses the credential of me: incorrect "
                      "username or password");
    QTest::newRow("token service that repeats it")
        << false << QByteArray("s3cret is no password of me")
        << QByteArray("the token service of test.example refuses the credential of me: *** is no "
                      "password of me");
    QTest::newRow("basic") << true
                           << QByteArray(R"({"errors":[{"message":"wrong, bWU6czNjcmV0"}]})")
                           << QByteArray("test.example refuses the credential of me: wrong, ***");
}

void TestUpstreamCredentials::tellsTheWords()
{
    QFETCH(const bool, isBasic);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, message);
    Fault refusal;
    refusal.status = 401;
    refusal.body = body;
    if (isBasic) {
        m_registry->requireBasic("me", "right");
        refusal.fields = {{"WWW-Authenticate", "Basic realm=x"}};
        m_registry->addFault(m_path, refusal);
    } else {
        m_registry->requireBearer({.username = "me", .password = "right"});
        m_registry->addFault("/token", refusal);
    }
    keep("test.example", credentialOf("me", "s3cret"));
    const Outcome outcome = m_fixture->run(m_path);
    COMPARE_ERROR(outcome, ErrorCode::NotFound);
    QCOMPARE(QByteArray::fromStdString(outcome.error->message.english()), message);
    QCOMPARE(QByteArray::fromStdString(m_fixture->client.status(0).refusal.english()), message);
}

void TestUpstreamCredentials::remembersARefusal()
{
    for (const bool isBasic : {false, true}) {
        if (isBasic)
            m_registry->requireBasic("me", "right");
        else
            m_registry->requireBearer({.username = "me", .password = "right"});
        keep("test.example", credentialOf("me", "wrong"));
        COMPARE_ERROR(m_fixture->run(m_path), ErrorCode::NotFound);
        QVERIFY(!m_fixture->client.status(0).refusal.isEmpty());
        keep("test.example", credentialOf("me", "right"));
        QVERIFY(m_fixture->client.status(0).refusal.isEmpty());
        QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
        QVERIFY(m_fixture->client.status(0).refusal.isEmpty());
    }
}

void TestUpstreamCredentials::exchangesAnIdentityToken()
{
    m_registry->requireBearer({.identityToken = "id+en/ti&ty= token"});
    keep("test.example", Credential{.username = {},
                                    .password = Secret("id+en/ti&ty= token"),
                                    .isIdentityToken = true});
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    const RecordedRequest asked = m_registry->requests()[1];
    QCOMPARE(asked.method, std::string("POST"));
    QCOMPARE(asked.field("authorization"), std::string());
    QCOMPARE(asked.field("content-type"), std::string("application/x-www-form-urlencoded"));
    QCOMPARE(asked.query, std::string());
    QVERIFY2(asked.body.startsWith("grant_type=refresh_token&client_id=lanyard&refresh_token="),
             asked.body.constData());
    QVERIFY2(asked.body.endsWith("&service=scripted&scope=repository:org/app:pull"),
             asked.body.constData());

    keep("test.example", Credential{.password = Secret("another"), .isIdentityToken = true});
    const Outcome refused = m_fixture->run(m_path);
    COMPARE_ERROR(refused, ErrorCode::NotFound);
    QVERIFY2(refused.error->message.english().find("refuses the identity token") !=
                 std::string::npos,
             refused.error->message.english().c_str());
}

void TestUpstreamCredentials::anIdentityTokenIsNoPassword()
{
    m_registry->requireBasic("me", "right");
    keep("test.example", Credential{.password = Secret("token"), .isIdentityToken = true});
    const Outcome outcome = m_fixture->run(m_path);
    COMPARE_ERROR(outcome, ErrorCode::NotFound);
    QVERIFY(outcome.error->message.english().find("identity token") != std::string::npos);
    QCOMPARE(m_registry->count(), 1);
}

void TestUpstreamCredentials::asksAHelperAnewWhenItIsRefused_data()
{
    QTest::addColumn<bool>("isBasic");
    QTest::newRow("bearer") << false;
    QTest::newRow("basic") << true;
}

/// As with the passwords of Amazon's and Google's registries, which last for hours.
void TestUpstreamCredentials::asksAHelperAnewWhenItIsRefused()
{
    QFETCH(const bool, isBasic);
    const auto want = [&](const std::string &password) {
        if (isBasic)
            m_registry->requireBasic("me", password);
        else
            m_registry->requireBearer({.username = "me", .password = password});
    };
    want("first");
    writeHelper("first");
    keep("test.example", HelperBinding{.name = "test"});
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(helperCalls(), QByteArray("asked\n"));
    want("second");
    writeHelper("second");
    m_registry->revokeTokens();
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(helperCalls(), QByteArray("asked\nasked\n"));
}

void TestUpstreamCredentials::asksAHelperOnceForARefusal()
{
    m_registry->requireBearer({.username = "me", .password = "right"});
    writeHelper("wrong");
    keep("test.example", HelperBinding{.name = "test"});
    const Outcome outcome = m_fixture->run(m_path);
    COMPARE_ERROR(outcome, ErrorCode::NotFound);
    QVERIFY2(outcome.error->message.english().find("incorrect username or password") !=
                 std::string::npos,
             outcome.error->message.english().c_str());
    QCOMPARE(m_registry->count("GET", "/token"), 2); // the second one is for nobody
    QCOMPARE(helperCalls(), QByteArray("asked\nasked\n"));
}

void TestUpstreamCredentials::tellsWhenAHelperFails()
{
    m_registry->requireBearer({.username = "me", .password = "right"});
    keep("test.example", HelperBinding{.name = "absent"});
    const Outcome outcome = m_fixture->run(m_path);
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY2(outcome.error->message.english().find("docker-credential-absent") != std::string::npos,
             outcome.error->message.english().c_str());
    QCOMPARE(m_registry->count("GET", "/token"), 0); // not as somebody else
}

void TestUpstreamCredentials::publicContentNeedsNoRightPassword()
{
    m_registry->requireBearer(
        {.username = "me", .password = "right", .publicRepositories = {"org/app"}});
    keep("test.example", credentialOf("me", "expired"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QVERIFY(m_fixture->client.status(0).refusal.english().find("incorrect username or password") !=
            std::string::npos);
    // The token for nobody is kept: the password is not tried at each request.
    const int asked = m_registry->count("GET", "/token");
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(m_registry->count("GET", "/token"), asked);
}

void TestUpstreamCredentials::joinsNoFlightOfAnotherCredential()
{
    m_registry->requireBearer({.username = "me", .password = "right"});
    m_registry->addFault("/token", {.isHeld = true, .times = 1});
    keep("test.example", credentialOf("me", "wrong"));
    Follower first(m_fixture->client.send(ClientFixture::get(m_path)));
    QTRY_COMPARE(m_registry->count("GET", "/token"), 1);
    keep("test.example", credentialOf("me", "right"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    m_registry->release("/token");
    QTRY_VERIFY(first.isFinished());
}

void TestUpstreamCredentials::anonymousLimitsAreNotTheAccounts()
{
    Fault limit;
    limit.status = 429;
    limit.fields = {{"Retry-After", "3600"},
                    {"ratelimit-limit", "100;w=21600"},
                    {"ratelimit-remaining", "0;w=21600"}};
    limit.times = 1;
    m_registry->addFault(m_path, limit);
    UpstreamRequest request = ClientFixture::get(m_path);
    request.isAnonymous = true;
    COMPARE_ERROR(m_fixture->run(request), ErrorCode::RateLimited);
    QVERIFY(m_fixture->client.status(0).budgets.isEmpty());
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
}

/// Until the next answer nobody knows what the other account has left.
void TestUpstreamCredentials::limitsAreNotThoseOfAnotherAccount()
{
    m_registry->addFault(m_path, {.fields = {{"ratelimit-limit", "100;w=21600"},
                                             {"ratelimit-remaining", "9;w=21600"}}});
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(m_fixture->client.budgetShare(0), 0.09);
    keep("test.example", credentialOf("me", "right"));
    QCOMPARE(m_fixture->client.budgetShare(0), 1.0);
    QCOMPARE(m_fixture->client.status(0).budgets.size(), 1);
}

void TestUpstreamCredentials::mirrorsSayNothingOfAccess()
{
    ScriptedRegistry mirror;
    mirror.addBlob("org/app", "content");
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    const std::string port = mirror.hostPort().substr(mirror.hostPort().find(':'));
    config.fallbackUrls = {"http://localhost" + port};
    m_fixture = std::make_unique<ClientFixture>(config);
    int known = 0;
    QObject::connect(&m_fixture->client, &UpstreamClient::accessKnown, this, [&known] { ++known; });
    m_registry->stop();
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QCOMPARE(known, 0);
    // Whether everybody may see it, it is not asked at all.
    const int asked = mirror.count();
    UpstreamRequest question = ClientFixture::get(m_path);
    question.method = UpstreamRequest::Method::Head;
    question.isAnonymous = true;
    question.isAccessOnly = true;
    QVERIFY(m_fixture->run(question).error);
    QCOMPARE(mirror.count(), asked);
}

void TestUpstreamCredentials::aRedirectElsewhereSaysYes()
{
    ScriptedRegistry cdn;
    cdn.addFault("/data", {.status = 403});
    m_registry->addFault("/v2/org/app/elsewhere", redirectTo(cdn.url() + "/data"));
    // Where it is asked again who it is for, that counts.
    m_registry->requireBearer({.username = "me", .password = "right"});
    m_registry->addFault("/v2/org/app/moved", redirectTo(m_registry->url() + m_path));
    UpstreamRequest question = ClientFixture::get("/v2/org/app/elsewhere");
    question.isAnonymous = true;
    question.isAccessOnly = true;
    QVERIFY(!m_fixture->run(question).error);
    QCOMPARE(cdn.count(), 0);
    question.path = "/v2/org/app/moved";
    COMPARE_ERROR(m_fixture->run(question), ErrorCode::NotFound);
}

void TestUpstreamCredentials::anonymousRequestsShowNothing()
{
    m_registry->requireBearer(
        {.username = "me", .password = "right", .publicRepositories = {"org/public"}});
    const std::string open =
        "/v2/org/public/blobs/" + m_registry->addBlob("org/public", "open").toString();
    keep("test.example", credentialOf("me", "right"));
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));

    UpstreamRequest request = ClientFixture::get(m_path);
    request.isAnonymous = true;
    const Outcome denied = m_fixture->run(request);
    COMPARE_ERROR(denied, ErrorCode::NotFound);
    UpstreamRequest ofPublic = ClientFixture::get(open);
    ofPublic.repository = "org/public";
    ofPublic.isAnonymous = true;
    QCOMPARE(m_fixture->run(ofPublic).body, QByteArray("open"));
    // The token of one is not the other's.
    QCOMPARE(m_fixture->run(m_path).body, QByteArray("content"));
    QVERIFY(m_fixture->client.status(0).refusal.isEmpty());
}

void TestUpstreamCredentials::foreignFallbackSeesNothing()
{
    ScriptedRegistry fallback;
    fallback.requireBasic("me", "right");
    UpstreamConfig config = ClientFixture::configFor(m_registry->url());
    const std::string port = fallback.hostPort().substr(fallback.hostPort().find(':'));
    config.fallbackUrls = {"http://localhost" + port};
    m_fixture = std::make_unique<ClientFixture>(config);
    keep("test.example", credentialOf("me", "right"));
    m_registry->stop();
    // What it does not give, the registry may have.
    COMPARE_ERROR(m_fixture->run(m_path), ErrorCode::Unreachable);
    QCOMPARE(fallback.count(), 1);
    QCOMPARE(fallback.requests()[0].field("authorization"), std::string());
}

QTEST_GUILESS_MAIN(TestUpstreamCredentials)
#include "tst_upstreamcredentials.moc"
