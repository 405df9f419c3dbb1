// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that manifests are fetched once, kept verbatim, and never served with a wrong digest.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;

namespace {

const std::string repository = "library/app";

QByteArray target(const std::string &reference, const QByteArray &name = "library/app")
{
    return "/v2/" + name + "/manifests/" + QByteArray::fromStdString(reference);
}

std::string upstreamPath(const std::string &reference, const std::string &name = repository)
{
    return "/v2/" + name + "/manifests/" + reference;
}

} // namespace

class TestManifests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBytesVerbatim();
    void fetchesOnceForManyClients();
    void answersHeadWithoutAGet();
    void neverServesAWrongDigest();
    void refusesWhatIsNoManifest();
    void asksForEveryType();
    void doesNotLeakToAnotherRepository();
    void servesAnIndexAndItsChildren();
    void survivesARestart();
    void countsPulls();
    void answersConditionalRequests();
    void staysAtAnUpstreamItCannotReach();
};

void TestManifests::keepsBytesVerbatim()
{
    CacheFixture cache;
    const QByteArray bytes = imageManifest({}) + "\n\n ";
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, bytes);
    for (int i = 0; i < 2; ++i) {
        const ClientReply reply = cache.get(target(digest.toString()));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, bytes);
        QCOMPARE(reply.field("Content-Type"), QByteArray(imageType));
        QCOMPARE(reply.field("Docker-Content-Digest").toStdString(), digest.toString());
        QCOMPARE(reply.field("Content-Length"), QByteArray::number(bytes.size()));
        QVERIFY(reply.field("Content-Encoding").isEmpty());
    }
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest.toString())), 1);
}

void TestManifests::fetchesOnceForManyClients()
{
    CacheFixture cache;
    const QByteArray bytes = imageManifest({});
    const Digest digest = cache.hub.addManifest(repository, "", imageType, bytes);
    cache.hub.addFault(upstreamPath(digest.toString()), {.isHeld = true});
    std::vector<ClientRequest> requests;
    for (int i = 0; i < 6; ++i)
        requests.push_back(cache.start(target(digest.toString())));
    QTRY_COMPARE(cache.hub.count("GET", upstreamPath(digest.toString())), 1);
    QTRY_COMPARE(cache.statistics().connections, 6);
    cache.hub.release(upstreamPath(digest.toString()));
    for (ClientRequest &request : requests)
        QCOMPARE(request.finish().body, bytes);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest.toString())), 1);
}

void TestManifests::answersHeadWithoutAGet()
{
    CacheFixture cache;
    const QByteArray bytes = imageManifest({});
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, bytes);
    for (const std::string &reference : {digest.toString(), std::string("1")}) {
        const ClientReply reply = cache.head(target(reference));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.field("Content-Length"), QByteArray::number(bytes.size()));
        QCOMPARE(reply.field("Content-Type"), QByteArray(imageType));
        QCOMPARE(reply.field("Docker-Content-Digest").toStdString(), digest.toString());
        QCOMPARE(cache.hub.count("GET", upstreamPath(reference)), 0);
    }
}

void TestManifests::neverServesAWrongDigest()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, imageManifest({}));
    cache.hub.addFault(upstreamPath(digest.toString()), {.isCorrupt = true, .times = 1});
    const ClientReply wrong = cache.get(target(digest.toString()));
    QCOMPARE(wrong.status, 502);
    QVERIFY(wrong.body.contains("errors"));
    QVERIFY(!cache.isStored(digest));
    QCOMPARE(cache.wrongDigests().count, 1U);
    QCOMPARE(cache.get(target(digest.toString())).status, 200);
    // By tag, too: upstream names another digest than its bytes have.
    cache.hub.addManifest(repository, "2", imageType, imageManifest({{digest, 1}}));
    cache.hub.addFault(upstreamPath("2"), {.isCorrupt = true, .times = 1});
    QCOMPARE(cache.get(target("2")).status, 502);
    QCOMPARE(cache.get(target("2")).status, 200);
    QCOMPARE(cache.wrongDigests().count, 2U);
}

void TestManifests::refusesWhatIsNoManifest()
{
    CacheFixture cache;
    const QByteArray page = "<html>log in to the hotel's network</html>";
    cache.hub.addFault(upstreamPath("1"),
                       {.status = 200, .fields = {{"Content-Type", "text/html"}}, .body = page});
    const ClientReply reply = cache.get(target("1"));
    QCOMPARE(reply.status, 502);
    QVERIFY(!cache.isStored(Digest::of(Digest::Algorithm::Sha256, page)));
}

void TestManifests::asksForEveryType()
{
    CacheFixture cache;
    cache.hub.addManifest(repository, "1", imageType, imageManifest({}));
    QCOMPARE(cache.get(target("1"), {{"Accept", "application/vnd.example+json"}}).status, 200);
    const auto requests = cache.hub.requests();
    const std::string accept = requests.back().field("Accept");
    for (const char *type : {imageType, indexType, "application/vnd.example+json",
                             "application/vnd.docker.distribution.manifest.list.v2+json"})
        QVERIFY2(accept.find(type) != std::string::npos, type);
    QCOMPARE(requests.back().field("Accept-Encoding"), std::string("identity"));
}

void TestManifests::doesNotLeakToAnotherRepository()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest("secret/app", "1", imageType, imageManifest({}));
    QCOMPARE(cache.get(target(digest.toString(), "secret/app")).status, 200);
    QTRY_VERIFY(cache.get("/v2/_catalog").body.contains("secret/app"));
    QCOMPARE(cache.get(target(digest.toString(), "public/app")).status, 404);
    QCOMPARE(cache.get(target(digest.toString(), "quay.io/secret/app")).status, 404);
    // Upstream says that it is there as well: no second download.
    cache.hub.addManifest("public/app", "1", imageType, imageManifest({}));
    cache.clock.advance(limits::absenceMemory);
    QCOMPARE(cache.get(target(digest.toString(), "public/app")).status, 200);
    QCOMPARE(cache.hub.count("GET", upstreamPath(digest.toString(), "public/app")), 0);
}

void TestManifests::servesAnIndexAndItsChildren()
{
    CacheFixture cache;
    const QByteArray child = imageManifest({});
    const Digest childDigest = cache.hub.addManifest(repository, "", imageType, child);
    const QByteArray index = R"({"schemaVersion":2,"manifests":[{"mediaType":")" +
                             QByteArray(imageType) + R"(","digest":")" +
                             QByteArray::fromStdString(childDigest.toString()) + R"(","size":)" +
                             QByteArray::number(child.size()) + "}]}";
    cache.hub.addManifest(repository, "1", indexType, index);
    // As Docker does: the tag's digest by HEAD, then everything by digest.
    const ClientReply head = cache.head(target("1"));
    const std::string indexDigest = head.field("Docker-Content-Digest").toStdString();
    QCOMPARE(cache.get(target(indexDigest)).body, index);
    QCOMPARE(cache.get(target(childDigest.toString())).body, child);
    QCOMPARE(cache.hub.count(), 3); // 1 HEAD and 2 GETs
    QTRY_COMPARE(cache.head(target("1")).field("Cache-Status"), QByteArray("lanyard; hit"));
    const int asked = cache.hub.count();
    QCOMPARE(cache.head(target("1")).status, 200);
    QCOMPARE(cache.get(target(indexDigest)).status, 200);
    QCOMPARE(cache.hub.count(), asked); // inside the tag's lifetime: nothing
}

void TestManifests::survivesARestart()
{
    CacheFixture cache;
    const QByteArray bytes = imageManifest({});
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, bytes);
    QTRY_COMPARE(cache.get(target("1")).field("Cache-Status"), QByteArray("lanyard; hit"));
    cache.restart();
    cache.hub.stop();
    const ClientReply byTag = cache.get(target("1"));
    QCOMPARE(byTag.body, bytes);
    QCOMPARE(byTag.field("Cache-Status"), QByteArray("lanyard; hit"));
    QCOMPARE(byTag.field("Content-Type"), QByteArray(imageType));
    QCOMPARE(cache.get(target(digest.toString())).body, bytes);
}

/// GET of a tag or digest, by whoever asks from outside: from upstream and from the store, at once
/// and one after the other.
void TestManifests::countsPulls()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, imageManifest({}));
    const auto pulls = [&] {
        std::optional<Result<ImageDetails>> details;
        cache.core().image("app:1", [&](const auto &answer) { details = answer; });
        return QTest::qWaitFor([&] { return details.has_value(); }, patienceMs) && *details
                   ? static_cast<int>((*details)->summary.pulls)
                   : -1;
    };
    QCOMPARE(cache.head(target("1")).status, 200);
    {
        ClientRequest one = cache.start(target("1"));
        ClientRequest two = cache.start(target("1"));
        QCOMPARE(one.finish().status, 200);
        QCOMPARE(two.finish().status, 200);
    }
    QTRY_COMPARE(pulls(), 2);
    QCOMPARE(cache.get(target(digest.toString())).status, 200);
    QCOMPARE(cache.get(target("1")).status, 200);
    QCOMPARE(cache.head(target("1")).status, 200);
    QCOMPARE(pulls(), 4);
    bool isFetched = false;
    cache.core().prefetch(
        {.reference = "app:1", .platforms = {}}, [](const PrefetchProgress &) {},
        [&isFetched](const Result<PrefetchResult> &result) { isFetched = result.has_value(); });
    QTRY_VERIFY(isFetched);
    QCOMPARE(pulls(), 4);
    cache.restart();
    QCOMPARE(pulls(), 4);
}

void TestManifests::answersConditionalRequests()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "1", imageType, imageManifest({}));
    const ClientReply first = cache.get(target("1"));
    const std::string entityTag = first.field("ETag").toStdString();
    QCOMPARE(entityTag, '"' + digest.toString() + '"');
    QCOMPARE(cache.get(target(digest.toString()), {{"If-None-Match", entityTag}}).status, 304);
}

void TestManifests::staysAtAnUpstreamItCannotReach()
{
    CacheFixture cache;
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "never seen");
    cache.hub.stop();
    QCOMPARE(cache.get(target(digest.toString())).status, 502);
    QCOMPARE(cache.get(target("1")).status, 503); // it is not even asked
    QCOMPARE(cache.get("/v2/").status, 200);
}

QTEST_GUILESS_MAIN(TestManifests)
#include "tst_manifests.moc"
