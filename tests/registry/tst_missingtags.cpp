// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a client which asks again and again for what is not there costs upstream one request
// per some seconds, and that this hides nothing that is there.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string repository = "library/app";
const std::string tagPath = "/v2/library/app/manifests/1";
const QByteArray tag = "/v2/library/app/manifests/1";

Digest addTag(CacheFixture &cache)
{
    return cache.hub.addManifest(repository, "1", imageType, imageManifest({}));
}

} // namespace

class TestMissingTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAskedOncePerSomeSeconds_data();
    void isAskedOncePerSomeSeconds();
    void isToldToTheOthers();
    void goesWithItsTag();
    void asksAgainAfterTrouble_data();
    void asksAgainAfterTrouble();
    void refreshAndPrefetchAskAnew();
    void isForgottenWithItsUpstream();
};

void TestMissingTags::isAskedOncePerSomeSeconds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("reference");
    const QByteArray digest =
        QByteArray::fromStdString(Digest::of(Digest::Algorithm::Sha256, "x").toString());
    for (const char *method : {"GET", "HEAD"}) {
        QTest::addRow("%s, tag", method) << QByteArray(method) << QByteArray("1");
        QTest::addRow("%s, digest", method) << QByteArray(method) << digest;
    }
}

void TestMissingTags::isAskedOncePerSomeSeconds()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, reference);
    CacheFixture cache;
    const QByteArray target = "/v2/library/app/manifests/" + reference;
    const ClientReply first = cache.start(target, {}, method).finish();
    QCOMPARE(first.status, 404);
    QCOMPARE(cache.hub.count(), 1);
    for (int i = 0; i < 4; ++i) {
        cache.clock.advance(limits::absenceMemory / 5);
        const ClientReply reply = cache.start(target, {}, method).finish();
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body, first.body);
    }
    QCOMPARE(cache.hub.count(), 1);
    QTRY_COMPARE(english(cache.lastRecord().labels.rule), std::string("not there: 5s"));
    cache.clock.advance(limits::absenceMemory / 5);
    QCOMPARE(cache.start(target, {}, method).finish().status, 404);
    QCOMPARE(cache.hub.count(), 2);
}

/// Docker asks HEAD, Podman GET.
void TestMissingTags::isToldToTheOthers()
{
    CacheFixture cache;
    QCOMPARE(cache.head(tag).status, 404);
    QCOMPARE(cache.get(tag).status, 404);
    QCOMPARE(cache.hub.count(), 1);
    QCOMPARE(cache.get("/v2/library/app/manifests/2").status, 404);
    QCOMPARE(cache.get("/v2/library/other/manifests/1").status, 404);
    QCOMPARE(cache.hub.count(), 3);
}

/// A tag that is stored is never hidden by what was said before.
void TestMissingTags::goesWithItsTag()
{
    CacheFixture cache;
    QCOMPARE(cache.get(tag).status, 404);
    const Digest digest = addTag(cache);
    std::optional<Result<RefreshResult>> refreshed;
    cache.core().refresh("app:1", [&refreshed](const auto &result) { refreshed = result; });
    QTRY_VERIFY(refreshed);
    QVERIFY(*refreshed);
    QCOMPARE((*refreshed)->digest, QByteArray::fromStdString(digest.toString()));
    QCOMPARE(cache.get(tag).status, 200);
}

void TestMissingTags::asksAgainAfterTrouble_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {429, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestMissingTags::asksAgainAfterTrouble()
{
    QFETCH(const int, status);
    CacheFixture cache;
    addTag(cache);
    cache.hub.addFault(tagPath, {.status = status, .fields = {{"Retry-After", "1"}}, .body = "{}"});
    QVERIFY(cache.get(tag).status >= 500);
    cache.hub.release(tagPath);
    cache.clock.advance(1s);
    QCOMPARE(cache.get(tag).status, 200);
}

void TestMissingTags::refreshAndPrefetchAskAnew()
{
    CacheFixture cache;
    QCOMPARE(cache.get(tag).status, 404);
    std::optional<ErrorCode> refreshed;
    cache.core().refresh("app:1",
                         [&refreshed](const auto &result) { refreshed = result.error().code; });
    QTRY_COMPARE(refreshed, std::optional(ErrorCode::NotFound));
    QCOMPARE(cache.hub.count(), 2);
    std::optional<ErrorCode> prefetched;
    cache.core().prefetch(
        {.reference = "app:1", .platforms = {}}, [](const auto &) {},
        [&prefetched](const auto &result) { prefetched = result.error().code; });
    QTRY_COMPARE(prefetched, std::optional(ErrorCode::NotFound));
    QCOMPARE(cache.hub.count(), 3);
    // What they were told counts for clients.
    QCOMPARE(cache.get(tag).status, 404);
    QCOMPARE(cache.hub.count(), 3);
}

/// Asked elsewhere, it may be there.
void TestMissingTags::isForgottenWithItsUpstream()
{
    QTemporaryDir folder;
    CacheFixture cache;
    cache.configFile = folder.filePath(QStringLiteral("lanyard.yml"));
    QFile file(cache.configFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nupstreams:\n  - registry: docker.io\n    url: " +
               QByteArray::fromStdString(cache.hub.url()) + "\n");
    file.close();
    cache.restart();
    QCOMPARE(cache.get(tag).status, 404);
    cache.quay.addManifest(repository, "1", imageType, imageManifest({}));
    QVERIFY(cache.core().changeUpstreams({.action = UpstreamChange::Action::Edit,
                                          .registry = "docker.io",
                                          .url = cache.quay.url()}));
    QCOMPARE(cache.get(tag).status, 200);
}

QTEST_GUILESS_MAIN(TestMissingTags)
#include "tst_missingtags.moc"
