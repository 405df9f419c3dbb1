// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the life of a tag: fresh, revalidated once for all, stale when upstream fails, gone when
// it says so.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string repository = "library/app";

QByteArray target(const std::string &tag)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(tag);
}

std::string upstreamPath(const std::string &tag)
{
    return "/v2/library/app/manifests/" + tag;
}

QByteArray version(int number)
{
    return imageManifest({}) + QByteArray(number, '\n');
}

/// A cache that has the first version of a tag, and has just asked for it.
Digest fill(CacheFixture &cache, const std::string &tag)
{
    const Digest digest = cache.hub.addManifest(repository, tag, imageType, version(1));
    cache.get(target(tag));
    // The tag counts when its manifest is on disk.
    const bool isCached = QTest::qWaitFor(
        [&cache, &tag] { return cache.get(target(tag)).field("Cache-Status") == "lanyard; hit"; },
        patienceMs);
    if (!isCached)
        qFatal("the tag is not cached");
    return digest;
}

} // namespace

class TestTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isServedInsideItsLifetime();
    void isRevalidatedByHead();
    void isRevalidatedOnceForAll();
    void followsAMovedTag();
    void neverAsksForAnImmutableTag();
    void asksAtEveryRequest();
    void isServedStale_data();
    void isServedStale();
    void isServedStaleWhenTheNewOneCannotBeHad();
    void goesWhenUpstreamSaysSo();
    void sharesOneColdFetch();
    void sharesTheFetchByDigest();
    void remembersAHead();
    void asksAnewWhenTheNamedOneIsGone();
};

void TestTags::isServedInsideItsLifetime()
{
    CacheFixture cache;
    fill(cache, "latest");
    const int asked = cache.hub.count();
    cache.clock.advance(4min);
    const ClientReply reply = cache.get(target("latest"));
    QCOMPARE(reply.field("Cache-Status"), QByteArray("lanyard; hit"));
    QCOMPARE(reply.field("Age"), QByteArray("240"));
    QCOMPARE(cache.hub.count(), asked);
}

void TestTags::isRevalidatedByHead()
{
    CacheFixture cache;
    fill(cache, "latest");
    const int gets = cache.hub.count("GET", upstreamPath("latest"));
    cache.clock.advance(6min);
    const ClientReply reply = cache.get(target("latest"));
    QCOMPARE(reply.body, version(1));
    QCOMPARE(reply.field("Cache-Status"), QByteArray("lanyard; fwd=stale; fwd-status=200; hit"));
    QCOMPARE(reply.field("Age"), QByteArray("0"));
    QCOMPARE(cache.hub.count("HEAD", upstreamPath("latest")), 1);
    QCOMPARE(cache.hub.count("GET", upstreamPath("latest")), gets);
    // And is fresh again.
    QCOMPARE(cache.get(target("latest")).field("Cache-Status"), QByteArray("lanyard; hit"));
    QCOMPARE(cache.hub.count("HEAD", upstreamPath("latest")), 1);
}

void TestTags::isRevalidatedOnceForAll()
{
    CacheFixture cache;
    fill(cache, "latest");
    cache.clock.advance(6min);
    cache.hub.addFault(upstreamPath("latest"), {.isHeld = true});
    std::vector<ClientRequest> requests;
    for (int i = 0; i < 6; ++i)
        requests.push_back(cache.start(target("latest")));
    QTRY_COMPARE(cache.hub.count("HEAD", upstreamPath("latest")), 1);
    QTRY_COMPARE(cache.statistics().connections, 6);
    cache.hub.release(upstreamPath("latest"));
    for (ClientRequest &request : requests)
        QCOMPARE(request.finish().body, version(1));
    QCOMPARE(cache.hub.count("HEAD", upstreamPath("latest")), 1);
}

void TestTags::followsAMovedTag()
{
    CacheFixture cache;
    fill(cache, "latest");
    const Digest second = cache.hub.addManifest(repository, "latest", imageType, version(2));
    QCOMPARE(cache.get(target("latest")).body, version(1));
    cache.clock.advance(6min);
    const ClientReply reply = cache.get(target("latest"));
    QCOMPARE(reply.body, version(2));
    QCOMPARE(reply.field("Docker-Content-Digest").toStdString(), second.toString());
    QTRY_COMPARE(cache.get(target("latest")).field("Cache-Status"), QByteArray("lanyard; hit"));
    QCOMPARE(cache.get(target("latest")).body, version(2));
}

void TestTags::neverAsksForAnImmutableTag()
{
    CacheFixture cache;
    fill(cache, "1.2.3");
    cache.clock.advance(24h * 365);
    cache.hub.stop();
    const ClientReply reply = cache.get(target("1.2.3"));
    QCOMPARE(reply.body, version(1));
    QCOMPARE(reply.field("Cache-Status"), QByteArray("lanyard; hit"));
}

/// However low the budget is.
void TestTags::asksAtEveryRequest()
{
    CacheFixture cache;
    cache.tagRules = {{.match = "latest", .ttl = 0s}};
    cache.restart();
    cache.hub.addManifest(repository, "latest", imageType, version(1));
    cache.hub.addFault(upstreamPath("latest"), {.fields = {{"ratelimit-limit", "100;w=21600"},
                                                           {"ratelimit-remaining", "1;w=21600"}}});
    QCOMPARE(cache.get(target("latest")).status, 200);
    QTRY_VERIFY(
        cache.get(target("latest")).field("Cache-Status").contains("fwd=stale; fwd-status=200"));
    const int heads = cache.hub.count("HEAD", upstreamPath("latest"));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(cache.get(target("latest")).status, 200);
    QCOMPARE(cache.hub.count("HEAD", upstreamPath("latest")), heads + 3);
    QCOMPARE(cache.hub.count("GET", upstreamPath("latest")), 1);
}

void TestTags::isServedStale_data()
{
    QTest::addColumn<int>("upstreamStatus"); // 0: unreachable
    QTest::addColumn<QByteArray>("cacheStatus");

    QTest::newRow("unreachable") << 0 << QByteArray("lanyard; fwd=stale; hit");
    QTest::newRow("429") << 429 << QByteArray("lanyard; fwd=stale; fwd-status=429; hit");
    QTest::newRow("500") << 500 << QByteArray("lanyard; fwd=stale; fwd-status=500; hit");
    QTest::newRow("503") << 503 << QByteArray("lanyard; fwd=stale; fwd-status=503; hit");
}

void TestTags::isServedStale()
{
    QFETCH(int, upstreamStatus);
    QFETCH(QByteArray, cacheStatus);
    CacheFixture cache;
    fill(cache, "latest");
    cache.clock.advance(6min);
    if (upstreamStatus == 0)
        cache.hub.stop();
    else
        cache.hub.addFault(upstreamPath("latest"), {.status = upstreamStatus, .body = "{}"});
    const ClientReply reply = cache.get(target("latest"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, version(1));
    QCOMPARE(reply.field("Cache-Status"), cacheStatus);
    QCOMPARE(reply.field("Age"), QByteArray("360"));
    QCOMPARE(cache.head(target("latest")).status, 200);
    // When upstream is back, it is asked again.
    cache.clock.advance(limits::rateLimitPause);
    cache.hub.release(upstreamPath("latest"));
    if (upstreamStatus == 0)
        cache.hub.start();
    bool isAsked = false;
    QTRY_VERIFY(isAsked =
                    isAsked ||
                    cache.get(target("latest")).field("Cache-Status").contains("fwd-status=200"));
}

void TestTags::isServedStaleWhenTheNewOneCannotBeHad()
{
    CacheFixture cache;
    fill(cache, "latest");
    const Digest second = cache.hub.addManifest(repository, "latest", imageType, version(2));
    cache.hub.addFault(upstreamPath(second.toString()), {.status = 429, .body = "{}"});
    cache.clock.advance(6min);
    const ClientReply reply = cache.get(target("latest"));
    QCOMPARE(reply.body, version(1));
    QCOMPARE(reply.field("Cache-Status"), QByteArray("lanyard; fwd=stale; fwd-status=429; hit"));
}

void TestTags::goesWhenUpstreamSaysSo()
{
    CacheFixture cache;
    fill(cache, "latest");
    cache.hub.removeTag(repository, "latest");
    cache.clock.advance(6min);
    QCOMPARE(cache.get(target("latest")).status, 404);
    // Gone also for the time when upstream cannot be asked.
    cache.hub.stop();
    cache.clock.advance(limits::absenceMemory);
    QCOMPARE(cache.get(target("latest")).status, 502);
}

void TestTags::sharesOneColdFetch()
{
    CacheFixture cache;
    cache.hub.addManifest(repository, "1", imageType, version(1));
    cache.hub.addFault(upstreamPath("1"), {.isHeld = true});
    std::vector<ClientRequest> requests;
    for (int i = 0; i < 5; ++i)
        requests.push_back(cache.start(target("1")));
    requests.push_back(cache.start(target("1"), {}, "HEAD"));
    QTRY_COMPARE(cache.hub.count("GET", upstreamPath("1")), 1);
    QTRY_COMPARE(cache.statistics().connections, 6);
    cache.hub.release(upstreamPath("1"));
    int misses = 0;
    for (ClientRequest &request : requests) {
        const ClientReply reply = request.finish();
        QCOMPARE(reply.status, 200);
        misses += reply.field("Cache-Status") == "lanyard; fwd=uri-miss; stored" ? 1 : 0;
    }
    QCOMPARE(misses, 1);
    QCOMPARE(cache.hub.count("GET", upstreamPath("1")), 1);
}

/// Docker asks HEAD by tag and GET by digest, Podman GET by tag: together they cost one pull.
void TestTags::sharesTheFetchByDigest()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, version(1));
    QCOMPARE(cache.head(target("1")).field("Docker-Content-Digest").toStdString(),
             digest.toString());
    cache.hub.addFault(upstreamPath(digest.toString()), {.isHeld = true});
    ClientRequest byDigest = cache.start(target(digest.toString()));
    QTRY_COMPARE(cache.hub.count("GET", upstreamPath(digest.toString())), 1);
    ClientRequest byTag = cache.start(target("1"));
    QTRY_COMPARE(cache.statistics().connections, 2);
    cache.hub.release(upstreamPath(digest.toString()));
    QCOMPARE(byDigest.finish().body, version(1));
    QCOMPARE(byTag.finish().body, version(1));
    QCOMPARE(cache.hub.count("GET", upstreamPath("1")), 0);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest.toString())), 1);
}

void TestTags::remembersAHead()
{
    CacheFixture cache;
    cache.hub.addManifest(repository, "latest", imageType, version(1));
    QCOMPARE(cache.head(target("latest")).status, 200);
    cache.clock.advance(4min);
    const ClientReply reply = cache.head(target("latest"));
    QCOMPARE(reply.field("Cache-Status"), QByteArray("lanyard; hit"));
    QCOMPARE(reply.field("Age"), QByteArray("240"));
    QCOMPARE(cache.hub.count(), 1);
    cache.clock.advance(2min);
    QCOMPARE(cache.head(target("latest")).field("Age"), QByteArray("0"));
    QCOMPARE(cache.hub.count("HEAD", upstreamPath("latest")), 2);
}

void TestTags::asksAnewWhenTheNamedOneIsGone()
{
    CacheFixture cache;
    const Digest first = cache.hub.addManifest(repository, "1.2.3", imageType, version(1));
    QCOMPARE(cache.head(target("1.2.3")).status, 200);
    cache.hub.addManifest(repository, "1.2.3", imageType, version(2));
    cache.hub.addFault(upstreamPath(first.toString()), {.status = 404, .body = "{}"});
    QCOMPARE(cache.get(target("1.2.3")).body, version(2));
    QTRY_COMPARE(cache.get(target("1.2.3")).field("Cache-Status"), QByteArray("lanyard; hit"));
}

QTEST_GUILESS_MAIN(TestTags)
#include "tst_tags.moc"
