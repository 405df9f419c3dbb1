// SPDX-License-Identifier: GPL-3.0-or-later
// What only the credentials of an upstream can read is found out once, and served to trusted
// clients only; others cannot tell it from what is not there. What upstream denies is not served.
#include "registry/cachefixture.h"

#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestPrivateRepositories final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsOutOnce();
    void servesTrustedClientsOnly();
    void recordsThatTheyArePrivate();
    void looksLikeWhatIsNotThere();
    void findsOutForAStranger();
    void asksNobodyWithoutCredentials();
    void followsTheRule_data();
    void followsTheRule();
    void trustsNoProxy_data();
    void trustsNoProxy();
    void isRememberedAcrossRestarts_data();
    void isRememberedAcrossRestarts();
    void staysPrivateAfterALogout();
    void triesAgainWhenItCouldNotFindOut();
    void believesARegistryThatHides();
    void aRedirectIsAYes();
    void isFoundOutAgain_data();
    void isFoundOutAgain();
    void listsSayNothing();
    void strangersLeaveNothingBehind();
    void anExpiredPasswordLeavesThePublic();
    void strangersLearnNoNames();
    void listsLocks();
    void hidesNamesFromTheCatalog();
    void stopsTagsWhenAccessIsWithdrawn();
    void servesDigestsForAWhile();
    void comesBackWithTheAccess();
    void strayAuthorizationIsNobodysBusiness();

private:
    int stranger(const QByteArray &target);
    int anonymousHeads(const std::string &path = "/v2/team/secret/manifests/1") const;
    Visibility visibilityOf(const std::string &repository);

    std::unique_ptr<CacheFixture> m_cache;
    Digest m_layer = Digest::of(Digest::Algorithm::Sha256, {});
    Digest m_manifest = m_layer;
};

namespace {

constexpr const char *secret = "/v2/team/secret/manifests/1";
constexpr const char *open = "/v2/library/open/manifests/1";
// Whoever comes through a proxy has another address.
const Fields forwarded{{"X-Forwarded-For", "192.0.2.1"}};

QByteArray at(const char *kind, const Digest &digest)
{
    return QByteArray("/v2/team/secret/") + kind + '/' +
           QByteArray::fromStdString(digest.toString());
}

} // namespace

void TestPrivateRepositories::init()
{
    m_cache = std::make_unique<CacheFixture>();
    m_cache->hub.requireBearer(
        {.username = "me", .password = "right", .publicRepositories = {"library/open"}});
    m_cache->hubCredentials = {.username = "me", .password = "right"};
    m_cache->tagRules = {{.match = "*", .ttl = 1h}};
    m_cache->restart();
    m_layer = m_cache->hub.addBlob("team/secret", "layer");
    m_manifest =
        m_cache->hub.addManifest("team/secret", "1", imageType, imageManifest({{m_layer, 5}}));
    m_cache->hub.addManifest("library/open", "1", imageType, imageManifest({}));
}

void TestPrivateRepositories::cleanup()
{
    m_cache.reset();
}

int TestPrivateRepositories::stranger(const QByteArray &target)
{
    return m_cache->get(target, forwarded).status;
}

/// With a token that was given to nobody, or without one.
int TestPrivateRepositories::anonymousHeads(const std::string &path) const
{
    return m_cache->hub.count("HEAD", path);
}

Visibility TestPrivateRepositories::visibilityOf(const std::string &repository)
{
    std::optional<Result<ImagePage>> page;
    m_cache->core().images({.contains = QByteArray::fromStdString(repository)},
                           [&page](const Result<ImagePage> &result) { page = result; });
    if (!QTest::qWaitFor([&page] { return page.has_value(); }, 20'000))
        qFatal("the images are not listed");
    return *page && !(*page)->images.isEmpty() ? (*page)->images[0].visibility
                                               : Visibility::Unknown;
}

void TestPrivateRepositories::findsOutOnce()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QCOMPARE(m_cache->get(open).status, 200);
    QTRY_COMPARE(visibilityOf("library/open"), Visibility::Public);
    const int heads = anonymousHeads();
    QCOMPARE(m_cache->get(at("blobs", m_layer)).status, 200);
    m_cache->clock.advance(2h);
    QCOMPARE(m_cache->get(open).status, 200);
    QCOMPARE(m_cache->get(open, forwarded).status, 200);
    QCOMPARE(m_cache->get(at("manifests", m_manifest)).status, 200);
    QCOMPARE(anonymousHeads(), heads);
}

void TestPrivateRepositories::servesTrustedClientsOnly()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QCOMPARE(m_cache->get(at("blobs", m_layer)).status, 200);
    QTRY_VERIFY(m_cache->isStored(m_layer));
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    const int asked = m_cache->hub.count();
    QCOMPARE(stranger(secret), 404);
    QCOMPARE(stranger(at("manifests", m_manifest)), 404);
    QCOMPARE(stranger(at("blobs", m_layer)), 404);
    QCOMPARE(stranger("/v2/team/secret/tags/list"), 404);
    QCOMPARE(stranger("/v2/team/secret/referrers/" + at("", m_manifest).mid(17)), 404);
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->get(at("blobs", m_layer)).status, 200);
    QCOMPARE(m_cache->hub.count(), asked);
}

/// By whichever thread they are answered.
void TestPrivateRepositories::recordsThatTheyArePrivate()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QCOMPARE(m_cache->get(open).status, 200);
    QTRY_COMPARE(visibilityOf("library/open"), Visibility::Public);
    const auto isPrivate = [this](const QByteArray &target, const Fields &fields = {}) {
        return m_cache->recordOf(target, fields).labels.isPrivate;
    };
    QCOMPARE(isPrivate(secret), true);
    QCOMPARE(isPrivate(secret, forwarded), true);
    QCOMPARE(isPrivate("/v2/team/secret/tags/list"), true);
    QCOMPARE(isPrivate(open), false);
}

void TestPrivateRepositories::looksLikeWhatIsNotThere()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    const ClientReply hidden = m_cache->get(secret, forwarded);
    const ClientReply absent = m_cache->get("/v2/team/absent/manifests/1", forwarded);
    QCOMPARE(hidden.status, absent.status);
    QCOMPARE(hidden.body, absent.body);
    QCOMPARE(m_cache->get("/v2/team/absent/manifests/1").status, 404);
}

void TestPrivateRepositories::findsOutForAStranger()
{
    QCOMPARE(stranger(open), 200);
    QTRY_COMPARE(visibilityOf("library/open"), Visibility::Public);
    QCOMPARE(stranger(secret), 404);
    // Nothing was asked for him with the credential.
    QCOMPARE(m_cache->hub.count("GET", secret), 0);
    const int heads = anonymousHeads();
    QCOMPARE(stranger(secret), 404);
    QCOMPARE(anonymousHeads(), heads);
}

void TestPrivateRepositories::asksNobodyWithoutCredentials()
{
    m_cache->quay.addManifest("org/app", "1", imageType, imageManifest({}));
    QCOMPARE(stranger("/v2/quay.io/org/app/manifests/1"), 200);
    QCOMPARE(m_cache->quay.count(), 1);
    QTRY_COMPARE(visibilityOf("org/app"), Visibility::Public);
}

void TestPrivateRepositories::followsTheRule_data()
{
    QTest::addColumn<PrivateAccess>("rule");
    QTest::addColumn<int>("trusted");
    QTest::addColumn<int>("other");
    QTest::newRow("trusted") << PrivateAccess::Trusted << 200 << 404;
    QTest::newRow("any") << PrivateAccess::Any << 200 << 200;
    QTest::newRow("off") << PrivateAccess::Off << 404 << 404;
}

void TestPrivateRepositories::followsTheRule()
{
    QFETCH(const PrivateAccess, rule);
    m_cache->privateAccess = rule;
    m_cache->restart();
    for (int round = 0; round < 2; ++round) {
        QTEST(m_cache->get(secret).status, "trusted");
        QTEST(stranger(secret), "other");
        QCOMPARE(m_cache->get(open).status, 200);
        QCOMPARE(stranger(open), 200);
    }
}

void TestPrivateRepositories::trustsNoProxy_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Via", "Forwarded", "X-Forwarded-For", "X-Real-IP"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPrivateRepositories::trustsNoProxy()
{
    QFETCH(const QString, name);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QCOMPARE(m_cache->get(secret, {{name.toStdString(), "x"}}).status, 404);
    m_cache->trusted.clear();
    m_cache->restart();
    QCOMPARE(m_cache->get(secret).status, 404);
}

void TestPrivateRepositories::isRememberedAcrossRestarts_data()
{
    QTest::addColumn<bool>("isIndexLost");
    QTest::newRow("with its index") << false;
    QTest::newRow("index lost") << true;
}

void TestPrivateRepositories::isRememberedAcrossRestarts()
{
    QFETCH(const bool, isIndexLost);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    m_cache->stopEngine();
    if (isIndexLost)
        QVERIFY(QFile::remove(m_cache->dataDirectory() + QStringLiteral("/lanyard.db")));
    // Not even then, when nothing is left to be found out.
    m_cache->hubCredentials = {};
    m_cache->hub.stop();
    m_cache->restart();
    QVERIFY(stranger(at("manifests", m_manifest)) != 200);
    QCOMPARE(m_cache->get(at("manifests", m_manifest)).status, 200);
}

void TestPrivateRepositories::staysPrivateAfterALogout()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    m_cache->hubCredentials = {};
    m_cache->restart();
    QCOMPARE(stranger(secret), 404);
}

void TestPrivateRepositories::triesAgainWhenItCouldNotFindOut()
{
    m_cache->hub.addFault(secret, {.status = 500, .method = "HEAD"});
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(anonymousHeads(), 1);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Unproven);
    QVERIFY(stranger(secret) != 200);
    m_cache->hub.release(secret);
    m_cache->clock.advance(2h);
    QCOMPARE(stranger(secret), 404);
    // A stranger may ask for anything: what he is denied says nothing.
    QCOMPARE(visibilityOf("team/secret"), Visibility::Unproven);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
}

/// Some answer 404 to who may not know. What was read a moment ago is there.
void TestPrivateRepositories::believesARegistryThatHides()
{
    m_cache->hub.addFault(secret, {.status = 404, .method = "HEAD"});
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
}

/// Where content really is, nobody asks whose it is, and what it says is no answer.
void TestPrivateRepositories::aRedirectIsAYes()
{
    const Digest layer = m_cache->hub.addBlob("library/open", "open layer");
    const std::string path = "/v2/library/open/blobs/" + layer.toString();
    ScriptedRegistry cdn;
    cdn.addFault("/data", {.status = 403, .method = "HEAD"});
    cdn.addFault("/data", {.status = 200, .body = "open layer"});
    m_cache->hub.addFault(path, redirectTo(cdn.url() + "/data"));
    QCOMPARE(m_cache->get(QByteArray::fromStdString(path), forwarded).body,
             QByteArray("open layer"));
    QTRY_VERIFY(m_cache->isStored(layer));
    QTRY_COMPARE(m_cache->get(QByteArray::fromStdString(path), forwarded).status, 200);
    QCOMPARE(cdn.count("HEAD", "/data"), 0);
}

void TestPrivateRepositories::isFoundOutAgain_data()
{
    QTest::addColumn<bool>("isPublicFirst");
    QTest::newRow("public, then private") << true;
    QTest::newRow("private, then public") << false;
}

void TestPrivateRepositories::isFoundOutAgain()
{
    QFETCH(const bool, isPublicFirst);
    const BearerAuth closed{.username = "me", .password = "right"};
    BearerAuth opened = closed;
    opened.publicRepositories = {"team/secret"};
    m_cache->hub.requireBearer(isPublicFirst ? opened : closed);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"),
                 isPublicFirst ? Visibility::Public : Visibility::Private);
    m_cache->hub.requireBearer(isPublicFirst ? closed : opened);
    m_cache->hub.revokeTokens();
    m_cache->clock.advance(limits::visibilityKept);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"),
                 isPublicFirst ? Visibility::Private : Visibility::Public);
    QCOMPARE(stranger(secret), isPublicFirst ? 404 : 200);
}

void TestPrivateRepositories::listsSayNothing()
{
    const char *list = "/v2/team/secret/tags/list";
    m_cache->hub.addFault(secret, {.status = 500, .method = "HEAD"});
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Unproven);
    m_cache->hub.addFault(list, {.status = 200, .body = R"({"name":"x","tags":["1"]})"});
    QCOMPARE(stranger(list), 200);
    QCOMPARE(visibilityOf("team/secret"), Visibility::Unproven);
}

void TestPrivateRepositories::strangersLeaveNothingBehind()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stranger("/v2/made/up" + QByteArray::number(i) + "/manifests/1"), 404);
    // What does not exist yet is not private for ever.
    m_cache->hub.addManifest("made/up1", "1", imageType, imageManifest({}));
    m_cache->hub.requireBearer(
        {.username = "me", .password = "right", .publicRepositories = {"made/up1"}});
    m_cache->clock.advance(limits::visibilityRetry + 1s);
    QCOMPARE(stranger("/v2/made/up1/manifests/1"), 200);
}

void TestPrivateRepositories::anExpiredPasswordLeavesThePublic()
{
    m_cache->tagRules = {{.match = "*", .ttl = 0s}};
    m_cache->restart();
    QCOMPARE(m_cache->get(open).status, 200);
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("library/open"), Visibility::Public);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    m_cache->hub.requireBearer(
        {.username = "me", .password = "other", .publicRepositories = {"library/open"}});
    m_cache->hub.revokeTokens();
    QCOMPARE(m_cache->get(open).status, 200);
    QCOMPARE(stranger(open), 200);
    QCOMPARE(m_cache->get(secret).status, 404);
    QVERIFY(m_cache->core().upstreams().upstreams[0].refusal.english().find("me") !=
            std::string::npos);
}

void TestPrivateRepositories::strangersLearnNoNames()
{
    m_cache->hubCredentials = {.username = "account", .password = "wrong"};
    m_cache->restart();
    QCOMPARE(stranger(open), 200);
    m_cache->hub.requireBearer({.username = "me", .password = "right"});
    m_cache->hub.revokeTokens();
    m_cache->clock.advance(2h);
    const ClientReply told = m_cache->get(open);
    QCOMPARE(told.status, 404);
    QVERIFY2(told.body.contains("account"), told.body.constData());
    for (const char *target : {open, "/v2/library/open/manifests/3"}) {
        const ClientReply reply = m_cache->get(target, forwarded);
        QVERIFY(reply.status != 200);
        QVERIFY2(!reply.body.contains("account"), reply.body.constData());
    }
}

void TestPrivateRepositories::listsLocks()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->get(open).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_COMPARE(visibilityOf("library/open"), Visibility::Public);
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    std::optional<ImagePage> page;
    m_cache->core().images({}, [&page](const Result<ImagePage> &result) { page = *result; });
    QTRY_VERIFY(page && page->images.size() == 2);
    QCOMPARE(page->images[0].repository, QByteArray("library/open"));
    QVERIFY(!isRestricted(page->images[0].visibility));
    QVERIFY(isRestricted(page->images[1].visibility));
}

void TestPrivateRepositories::hidesNamesFromTheCatalog()
{
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->get(open).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_VERIFY(m_cache->get("/v2/_catalog").body.contains("team/secret"));
    const QByteArray body = m_cache->get("/v2/_catalog", forwarded).body;
    QVERIFY2(!body.contains("team/secret") && body.contains("library/open"), body.constData());
}

void TestPrivateRepositories::stopsTagsWhenAccessIsWithdrawn()
{
    m_cache->hub.addManifest("team/secret", "2", imageType, imageManifest({{m_layer, 5}}));
    m_cache->tagRules = {{.match = "2", .ttl = 0s}, {.match = "*", .ttl = 24h}};
    m_cache->restart();
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->get("/v2/team/secret/manifests/2").status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    // One tag is asked for again: then also those stop that would hold for a day.
    m_cache->hub.requireBearer({.username = "me", .password = "other"});
    m_cache->hub.revokeTokens();
    QCOMPARE(m_cache->get("/v2/team/secret/manifests/2").status, 404);
    QCOMPARE(visibilityOf("team/secret"), Visibility::Withdrawn);
    const ClientReply stopped = m_cache->get(secret);
    QCOMPARE(stopped.status, 404);
    QVERIFY2(stopped.body.contains("refuses the credential of me"), stopped.body.constData());
    // Nor is it served because nobody can be asked.
    m_cache->hub.stop();
    QVERIFY(m_cache->get(secret).status != 200);
}

void TestPrivateRepositories::servesDigestsForAWhile()
{
    m_cache->tagRules = {{.match = "*", .ttl = 0s}};
    m_cache->restart();
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->get(at("blobs", m_layer)).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    QTRY_VERIFY(m_cache->isStored(m_layer));
    m_cache->hub.requireBearer({.username = "me", .password = "other"});
    m_cache->hub.revokeTokens();
    QCOMPARE(m_cache->get(secret).status, 404);
    QCOMPARE(m_cache->get(at("manifests", m_manifest)).status, 200);
    QCOMPARE(stranger(at("manifests", m_manifest)), 404);
    m_cache->clock.advance(limits::withdrawnDigests);
    QCOMPARE(m_cache->get(at("manifests", m_manifest)).status, 404);
    QCOMPARE(m_cache->get(at("blobs", m_layer)).status, 404);
}

void TestPrivateRepositories::comesBackWithTheAccess()
{
    m_cache->tagRules = {{.match = "*", .ttl = 0s}};
    m_cache->restart();
    QCOMPARE(m_cache->get(secret).status, 200);
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QTRY_VERIFY(m_cache->isStored(m_manifest));
    m_cache->hub.requireBearer({.username = "me", .password = "other"});
    m_cache->hub.revokeTokens();
    QCOMPARE(m_cache->get(secret).status, 404);
    m_cache->hub.requireBearer({.username = "me", .password = "right"});
    m_cache->clock.advance(limits::withdrawnDigests);
    const int fetched = m_cache->hub.count("GET", secret);
    QCOMPARE(m_cache->get(secret).status, 200);
    QCOMPARE(m_cache->hub.count("GET", secret), fetched); // the tag was not forgotten
    QTRY_COMPARE(visibilityOf("team/secret"), Visibility::Private);
    QCOMPARE(stranger(secret), 404);
}

/// Docker sends Docker Hub's password to its mirrors, too.
void TestPrivateRepositories::strayAuthorizationIsNobodysBusiness()
{
    const Fields stray{{"Authorization", "Basic c3RyYXk6c2VjcmV0"}};
    QCOMPARE(m_cache->get("/v2/", stray).status, 200);
    QCOMPARE(m_cache->get(secret, stray).status, 200);
    m_cache->quay.addManifest("org/app", "1", imageType, imageManifest({}));
    QCOMPARE(m_cache->get("/v2/quay.io/org/app/manifests/1", stray).status, 200);
    for (const ScriptedRegistry *registry : {&m_cache->hub, &m_cache->quay}) {
        for (const RecordedRequest &request : registry->requests())
            QVERIFY(request.field("authorization") != stray[0].second);
    }
    // It makes nobody trusted, either.
    Fields both = stray;
    both.insert(both.end(), forwarded.begin(), forwarded.end());
    QCOMPARE(m_cache->get(secret, both).status, 404);
}

QTEST_GUILESS_MAIN(TestPrivateRepositories)
#include "tst_privaterepositories.moc"
