// SPDX-License-Identifier: GPL-3.0-or-later
// Proves tags/list, referrers and _catalog: sorted, paged, filtered, and answered when upstream is
// gone.
#include "registry/cachefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

QString names(const QByteArray &body, const char *key)
{
    QStringList list;
    const QJsonArray array =
        QJsonDocument::fromJson(body).object().value(QLatin1String(key)).toArray();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list.join(u' ');
}

qsizetype descriptors(const QByteArray &body)
{
    return QJsonDocument::fromJson(body)
        .object()
        .value(QLatin1String("manifests"))
        .toArray()
        .size();
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTags();
    void collectsUpstreamsPages();
    void listsCachedTagsWhenUpstreamIsGone();
    void proxiesReferrers();
    void fallsBackToTheReferrersTag();
    void knowsNoReferrers();
    void listsWhatIsCached();
};

void TestListing::listsTags()
{
    CacheFixture cache;
    for (const char *tag : {"b", "A", "a", "B"})
        cache.hub.addManifest("library/app", tag, imageType, imageManifest({}));
    QCOMPARE(names(cache.get("/v2/library/app/tags/list").body, "tags"), QStringLiteral("A B a b"));
    const ClientReply page = cache.get("/v2/library/app/tags/list?n=2");
    QCOMPARE(names(page.body, "tags"), QStringLiteral("A B"));
    QCOMPARE(page.field("Link"),
             QByteArray(R"(</v2/library/app/tags/list?n=2&last=B>; rel="next")"));
    const ClientReply last = cache.get("/v2/library/app/tags/list?n=2&last=B");
    QCOMPARE(names(last.body, "tags"), QStringLiteral("a b"));
    QVERIFY(last.field("Link").isEmpty());
    QCOMPARE(names(cache.get("/v2/library/app/tags/list?n=0").body, "tags"), QString());
    QCOMPARE(cache.get("/v2/library/app/tags/list?n=x").status, 400);
    QCOMPARE(cache.hub.count(), 1);
    QCOMPARE(cache.get("/v2/library/none/tags/list").status, 404);
    QCOMPARE(cache.head("/v2/library/app/tags/list").status, 200);
}

void TestListing::collectsUpstreamsPages()
{
    CacheFixture cache;
    cache.hub.setTagsPageMax(2);
    for (const char *tag : {"5", "4", "3", "2", "1"})
        cache.hub.addManifest("library/app", tag, imageType, imageManifest({}));
    QCOMPARE(names(cache.get("/v2/library/app/tags/list").body, "tags"),
             QStringLiteral("1 2 3 4 5"));
    QCOMPARE(cache.hub.count("GET", "/v2/library/app/tags/list"), 3);
}

void TestListing::listsCachedTagsWhenUpstreamIsGone()
{
    CacheFixture cache;
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    cache.hub.addManifest("library/app", "2", imageType, imageManifest({}));
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 200);
    QTRY_VERIFY(!names(cache.get("/v2/_catalog").body, "repositories").isEmpty());
    cache.hub.stop();
    QTRY_COMPARE(names(cache.get("/v2/library/app/tags/list").body, "tags"), QStringLiteral("1"));
    QCOMPARE(cache.get("/v2/library/other/tags/list").status, 503);
}

void TestListing::proxiesReferrers()
{
    CacheFixture cache;
    const Digest subject = cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    cache.hub.setReferrers("library/app", subject,
                           R"({"schemaVersion":2,"manifests":[)"
                           R"({"artifactType":"a/x","digest":"sha256:1","size":1},)"
                           R"({"artifactType":"a/y","digest":"sha256:2","size":1}]})");
    const QByteArray target =
        "/v2/library/app/referrers/" + QByteArray::fromStdString(subject.toString());
    const ClientReply all = cache.get(target);
    QCOMPARE(all.status, 200);
    QCOMPARE(all.field("Content-Type"), QByteArray(indexType));
    QCOMPARE(descriptors(all.body), 2);
    QVERIFY(all.field("OCI-Filters-Applied").isEmpty());
    const ClientReply filtered = cache.get(target + "?artifactType=a%2Fx");
    QCOMPARE(descriptors(filtered.body), 1);
    QCOMPARE(filtered.field("OCI-Filters-Applied"), QByteArray("artifactType"));
}

void TestListing::fallsBackToTheReferrersTag()
{
    CacheFixture cache;
    cache.hub.setReferrersApi(false);
    const Digest subject = cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    cache.hub.addManifest("library/app", "sha256-" + subject.hex(), indexType,
                          R"({"schemaVersion":2,"manifests":[{"artifactType":"a/x"}]})");
    const ClientReply reply =
        cache.get("/v2/library/app/referrers/" + QByteArray::fromStdString(subject.toString()));
    QCOMPARE(reply.status, 200);
    QCOMPARE(descriptors(reply.body), 1);
}

void TestListing::knowsNoReferrers()
{
    CacheFixture cache;
    const QByteArray target = "/v2/library/app/referrers/sha256:" + QByteArray(64, 'a');
    for (const bool hasApi : {true, false}) {
        cache.hub.setReferrersApi(hasApi);
        const ClientReply reply = cache.get(target);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.field("Content-Type"), QByteArray(indexType));
        QCOMPARE(descriptors(reply.body), 0);
        cache.restart();
    }
}

void TestListing::listsWhatIsCached()
{
    CacheFixture cache;
    QCOMPARE(cache.get("/v2/_catalog").body, QByteArray(R"({"repositories":[]})"));
    for (const char *name : {"library/b", "library/a", "org/c"}) {
        cache.hub.addManifest(name, "1", imageType, imageManifest({}));
        QCOMPARE(cache.get("/v2/" + QByteArray(name) + "/manifests/1").status, 200);
    }
    cache.quay.addManifest("org/d", "1", imageType, imageManifest({}));
    QCOMPARE(cache.get("/v2/quay.io/org/d/manifests/1").status, 200);
    QTRY_COMPARE(
        names(cache.get("/v2/_catalog").body, "repositories"),
        QStringLiteral("docker.io/library/a docker.io/library/b docker.io/org/c quay.io/org/d"));
    const ClientReply page = cache.get("/v2/_catalog?n=3");
    QCOMPARE(names(page.body, "repositories").count(u' '), 2);
    QCOMPARE(page.field("Link"),
             QByteArray(R"(</v2/_catalog?n=3&last=docker.io%2Forg%2Fc>; rel="next")"));
    QCOMPARE(names(cache.get("/v2/_catalog?n=3&last=docker.io%2Forg%2Fc").body, "repositories"),
             QStringLiteral("quay.io/org/d"));
    QCOMPARE(cache.get("/v2/_catalog?n=-1").status, 400);
    // What is listed can be pulled by that name.
    QCOMPARE(cache.get("/v2/docker.io/library/a/manifests/1").status, 200);
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
