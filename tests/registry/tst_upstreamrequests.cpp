// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that for the record of a request it can be told what upstream was asked for it, and which
// manifest a tag was answered with.
#include "registry/cachefixture.h"

#include <QDateTime>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

const std::string repository = "library/app";
const QByteArray tagTarget = "/v2/library/app/manifests/latest";

/// Until what was asked for this request cannot be taken for what the next one causes: times are
/// kept by the millisecond.
void waitOut(CacheFixture &cache, RequestRecord record)
{
    record.durationUs = 0;
    const bool isOver = QTest::qWaitFor(
        [&] {
            record.startedAtMs = QDateTime::currentMSecsSinceEpoch();
            return cache.core().upstreamRequests(record).isEmpty();
        },
        patienceMs);
    if (!isOver)
        qFatal("what was asked before does not end");
}

QByteArrayList linesOf(const QList<UpstreamRecord> &records)
{
    QByteArrayList lines;
    for (const UpstreamRecord &record : records)
        lines.append(record.method + ' ' + record.path + ' ' + QByteArray::number(record.status));
    return lines;
}

} // namespace

class TestUpstreamRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfAFetch();
    void tellsOfARevalidation();
    void tellsOfTokens();
    void tellsNothingOfHits();
};

void TestUpstreamRequests::tellsOfAFetch()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "latest", imageType, imageManifest({}));
    const RequestRecord record = cache.recordOf(tagTarget);
    QCOMPARE(record.labels.result, CacheResult::Miss);
    QCOMPARE(record.labels.digest, QByteArray::fromStdString(digest.toString()));
    QVERIFY(record.headers.contains("Host: "));
    QCOMPARE(linesOf(cache.core().upstreamRequests(record)),
             QByteArrayList{"GET " + tagTarget + " 200"});

    const RequestRecord missing = cache.recordOf("/v2/library/app/manifests/none");
    QCOMPARE(missing.labels.digest, QByteArray());
    QCOMPARE(linesOf(cache.core().upstreamRequests(missing)),
             QByteArrayList{"GET /v2/library/app/manifests/none 404"});
}

void TestUpstreamRequests::tellsOfARevalidation()
{
    CacheFixture cache;
    cache.tagRules = {{.match = "*", .ttl = std::chrono::seconds(0)}};
    cache.restart();
    cache.hub.addManifest(repository, "latest", imageType, imageManifest({}));
    waitOut(cache, cache.recordOf(tagTarget));
    const Digest moved =
        cache.hub.addManifest(repository, "latest", imageType,
                              imageManifest({{Digest::of(Digest::Algorithm::Sha256, "a"), 1}}));
    const RequestRecord record = cache.recordOf(tagTarget);
    const QByteArray digest = QByteArray::fromStdString(moved.toString());
    QCOMPARE(record.labels.digest, digest);
    QCOMPARE(linesOf(cache.core().upstreamRequests(record)),
             (QByteArrayList{"HEAD " + tagTarget + " 200",
                             "GET /v2/library/app/manifests/" + digest + " 200"}));
}

void TestUpstreamRequests::tellsOfTokens()
{
    CacheFixture cache;
    cache.hub.requireBearer({});
    const QByteArray layer = "a layer";
    const Digest blob = cache.hub.addBlob(repository, layer);
    const QByteArray target = "/v2/library/app/blobs/" + QByteArray::fromStdString(blob.toString());
    const RequestRecord record = cache.recordOf(target);
    QCOMPARE(record.status, 200);
    QTRY_COMPARE(
        linesOf(cache.core().upstreamRequests(record)),
        (QByteArrayList{"GET " + target + " 401", "GET /token 200", "GET " + target + " 206"}));
}

void TestUpstreamRequests::tellsNothingOfHits()
{
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest(repository, "latest", imageType, imageManifest({}));
    cache.recordOf(tagTarget);
    QTRY_COMPARE(cache.recordOf(tagTarget).labels.result, CacheResult::Hit);
    const RequestRecord record = cache.lastRecord();
    QCOMPARE(record.labels.digest, QByteArray::fromStdString(digest.toString()));
    QCOMPARE(cache.core().upstreamRequests(record).size(), 0);
}

QTEST_GUILESS_MAIN(TestUpstreamRequests)
#include "tst_upstreamrequests.moc"
