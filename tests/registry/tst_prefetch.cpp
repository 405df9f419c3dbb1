// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that images are fetched ahead as clients would fetch them: what was chosen, each piece
// once, a few at a time; that it ends with a reason when it cannot be done; and that a tag can be
// asked for anew.
#include "core/limits.h"
#include "registry/cachefixture.h"
#include "registry/published.h"

#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;

namespace {

/// What became of a prefetch.
struct Outcome
{
    std::optional<Result<PrefetchResult>> result;
    std::vector<PrefetchProgress> progress;
};

std::uint64_t start(CacheFixture &cache, Outcome &outcome, const char *reference,
                    const QByteArrayList &platforms = {})
{
    return cache.core().prefetch(
        {.reference = reference, .platforms = platforms},
        [&outcome](const PrefetchProgress &progress) { outcome.progress.push_back(progress); },
        [&outcome](const Result<PrefetchResult> &result) { outcome.result = result; });
}

Result<PrefetchResult> prefetch(CacheFixture &cache, const char *reference,
                                const QByteArrayList &platforms = {})
{
    Outcome outcome;
    start(cache, outcome, reference, platforms);
    if (!QTest::qWaitFor([&outcome] { return outcome.result.has_value(); }, patienceMs))
        return failure(ErrorCode::TimedOut, "the prefetch never ended");
    return *outcome.result;
}

Result<RefreshResult> refresh(CacheFixture &cache, const char *reference)
{
    std::optional<Result<RefreshResult>> outcome;
    cache.core().refresh(reference,
                         [&outcome](const Result<RefreshResult> &result) { outcome = result; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patienceMs))
        return failure(ErrorCode::TimedOut, "the refresh never ended");
    return *outcome;
}

std::string blobPath(const std::string &repository, const Digest &digest)
{
    return "/v2/" + repository + "/blobs/" + digest.toString();
}

} // namespace

class TestPrefetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesAnImageOnce();
    void fetchesWhatWasChosen_data();
    void fetchesWhatWasChosen();
    void followsTheDownloadOfAClient();
    void asksForAFewAtOnce();
    void fails_data();
    void fails();
    void refusesTooMany();
    void endsWhenItIsCancelled();
    void endsWithTheEngine();
    void refreshesATag();
    void refreshFails_data();
    void refreshFails();
};

void TestPrefetch::fetchesAnImageOnce()
{
    CacheFixture cache;
    const Published image = publish(cache.hub, "library/app", "1", 5, "app");
    const Result<PrefetchResult> first = prefetch(cache, "app:1");
    QVERIFY2(first, first ? "" : first.error().message.english().c_str());
    QVERIFY(isWhole(cache, image));
    QCOMPARE(first->name, QByteArray("docker.io/library/app:1"));
    QCOMPARE(first->digest, QByteArray::fromStdString(image.manifest.toString()));
    QCOMPARE(first->pieces, 6);
    QCOMPARE(first->totalBytes, image.bytes);
    QCOMPARE(first->fetchedBytes, image.bytes);
    for (const Digest &blob : image.blobs)
        QCOMPARE(cache.hub.count("GET", blobPath("library/app", blob)), 1);

    const int asked = cache.hub.count();
    const Result<PrefetchResult> again = prefetch(cache, "docker.io/app:1");
    QVERIFY(again);
    QCOMPARE(again->totalBytes, image.bytes);
    QCOMPARE(again->fetchedBytes, 0);
    QCOMPARE(cache.hub.count(), asked);
    // It is a client's, too.
    cache.hub.stop();
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 200);
    for (const Digest &blob : image.blobs)
        QCOMPARE(cache.get(QByteArray::fromStdString(blobPath("library/app", blob))).status, 200);
}

void TestPrefetch::fetchesWhatWasChosen_data()
{
    QTest::addColumn<QByteArrayList>("platforms");
    QTest::addColumn<QList<int>>("chosen");
    QTest::newRow("one") << QByteArrayList{"linux/arm64"} << QList<int>{2};
    QTest::newRow("two") << QByteArrayList{"linux/arm64", "linux/amd64"} << QList<int>{0, 2};
    QTest::newRow("variant") << QByteArrayList{"linux/arm/v7"} << QList<int>{1};
    QTest::newRow("any variant") << QByteArrayList{"linux/arm"} << QList<int>{1};
    QTest::newRow("all") << QByteArrayList{"all"} << QList<int>{0, 1, 2, 3};
    QTest::newRow("all and one") << QByteArrayList{"linux/amd64", "all"} << QList<int>{0, 1, 2, 3};
}

void TestPrefetch::fetchesWhatWasChosen()
{
    QFETCH(QByteArrayList, platforms);
    QFETCH(QList<int>, chosen);
    CacheFixture cache;
    const std::vector<Published> images = publishIndex(cache.quay, "org/app", "1", {});
    const Result<PrefetchResult> result = prefetch(cache, "quay.io/org/app:1", platforms);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(result->platforms.size(), chosen.size());
    for (int i = 0; i < static_cast<int>(images.size()); ++i) {
        const Published &image = images[static_cast<std::size_t>(i)];
        QCOMPARE(isWhole(cache, image), chosen.contains(i));
        QCOMPARE(cache.quay.count("GET", "/v2/org/app/manifests/" + image.manifest.toString()),
                 chosen.contains(i) ? 1 : 0);
    }
}

void TestPrefetch::followsTheDownloadOfAClient()
{
    CacheFixture cache;
    const Published image = publish(cache.hub, "library/app", "1", 1, "app");
    const std::string path = blobPath("library/app", image.blobs[0]);
    cache.hub.addFault(path, {.stallAfter = 1000});
    ClientRequest client = cache.start(QByteArray::fromStdString(path));
    QTRY_COMPARE(cache.hub.count("GET", path), 1);
    Outcome outcome;
    start(cache, outcome, "app:1");
    QTRY_VERIFY(!outcome.progress.empty() && outcome.progress.back().pieces == 2);
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.progress.back().piecesDone, 1);
    QCOMPARE(outcome.progress.back().totalBytes, image.bytes);
    cache.hub.release(path);
    QTRY_VERIFY(outcome.result);
    QVERIFY(*outcome.result);
    QCOMPARE(client.finish().status, 200);
    QCOMPARE(cache.hub.count("GET", path), 1);
}

void TestPrefetch::asksForAFewAtOnce()
{
    CacheFixture cache;
    const Published image =
        publish(cache.hub, "library/app", "1", 3 + 2 * limits::prefetchDownloadsMax, "app");
    for (const Digest &blob : image.blobs)
        cache.hub.addFault(blobPath("library/app", blob), {.stallAfter = 1});
    const auto asked = [&] {
        return std::count_if(image.blobs.begin(), image.blobs.end(), [&](const Digest &blob) {
            return cache.hub.count("GET", blobPath("library/app", blob)) > 0;
        });
    };
    Outcome outcome;
    start(cache, outcome, "app:1");
    QTRY_COMPARE(asked(), limits::prefetchDownloadsMax);
    // More than a tick later it is the same.
    const std::size_t ticks = outcome.progress.size();
    QTRY_VERIFY(outcome.progress.size() >= ticks + 2);
    QCOMPARE(asked(), limits::prefetchDownloadsMax);
    for (const Digest &blob : image.blobs)
        cache.hub.release(blobPath("library/app", blob));
    QTRY_VERIFY(outcome.result);
    QVERIFY(*outcome.result);
    QVERIFY(isWhole(cache, image));
}

void TestPrefetch::fails_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArrayList>("platforms");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *reference, const QByteArrayList &platforms,
                        ErrorCode code, const char *says) {
        QTest::newRow(name) << QByteArray(reference) << platforms << static_cast<int>(code)
                            << QByteArray(says);
    };
    row("no reference", "App", {}, ErrorCode::InvalidInput, "'App' is not the name of an image");
    row("no platform", "app:1", {"arm64"}, ErrorCode::InvalidInput, "'arm64' is not a platform");
    row("half a platform", "app:1", {"linux/"}, ErrorCode::InvalidInput, "'linux/'");
    row("too many platforms", "app:1",
        QByteArrayList(static_cast<qsizetype>(limits::platformsMax) + 1, "linux/arm64"),
        ErrorCode::InvalidInput, "too many platforms");
    row("not configured", "ghcr.io/app:1", {}, ErrorCode::NotFound,
        "ghcr.io is not one of the configured upstreams");
    row("no such image", "none:1", {}, ErrorCode::NotFound, "");
    row("no such platform", "multi:1", {"linux/s390x"}, ErrorCode::NotFound,
        "docker.io/library/multi:1: there is no image for linux/s390x, only for linux/amd64, "
        "linux/arm/v7, linux/arm64");
    row("no such layer", "gone:1", {}, ErrorCode::NotFound, "sha256:");
    row("a wrong layer", "wrong:1", {}, ErrorCode::BadUpstream, "not stored");
}

void TestPrefetch::fails()
{
    QFETCH(QByteArray, reference);
    QFETCH(QByteArrayList, platforms);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    CacheFixture cache;
    publish(cache.hub, "library/app", "1", 1, "app");
    publishIndex(cache.hub, "library/multi", "1", {});
    const Published gone = publish(cache.hub, "library/gone", "1", 5, "gone");
    cache.hub.addFault(blobPath("library/gone", gone.blobs[1]), {.status = 404});
    const Published wrong = publish(cache.hub, "library/wrong", "1", 5, "wrong");
    cache.hub.addFault(blobPath("library/wrong", wrong.blobs[1]), {.isCorrupt = true});
    const Result<PrefetchResult> result = prefetch(cache, reference.constData(), platforms);
    QVERIFY(!result);
    QVERIFY2(QByteArray::fromStdString(result.error().message.english()).contains(says),
             result.error().message.english().c_str());
    QCOMPARE(static_cast<int>(result.error().code), code);
}

void TestPrefetch::refusesTooMany()
{
    CacheFixture cache;
    publish(cache.hub, "library/app", "1", 1, "app");
    cache.hub.addFault("/v2/library/app/manifests/1", {.isHeld = true});
    std::vector<Outcome> running(limits::prefetchesMax);
    for (Outcome &outcome : running)
        start(cache, outcome, "app:1");
    const Result<PrefetchResult> excess = prefetch(cache, "app:1");
    QVERIFY(!excess);
    QCOMPARE(excess.error().code, ErrorCode::Cancelled);
    cache.hub.release("/v2/library/app/manifests/1");
    for (Outcome &outcome : running) {
        QTRY_VERIFY(outcome.result);
        QVERIFY(*outcome.result);
    }
    QVERIFY(prefetch(cache, "app:1"));
}

void TestPrefetch::endsWhenItIsCancelled()
{
    CacheFixture cache;
    const Published image = publish(cache.hub, "library/app", "1", 10, "app");
    for (const Digest &blob : image.blobs)
        cache.hub.addFault(blobPath("library/app", blob), {.stallAfter = 1});
    Outcome outcome;
    const std::uint64_t id = start(cache, outcome, "app:1");
    const int asked = 1 + limits::prefetchDownloadsMax; // the manifest, too
    QTRY_COMPARE(cache.hub.count(), asked);
    cache.core().cancelPrefetch(id);
    const std::size_t told = outcome.progress.size();
    for (const Digest &blob : image.blobs)
        cache.hub.release(blobPath("library/app", blob));
    // What was under way is stored or given up; nothing else is asked for.
    QTRY_VERIFY(cache.downloads().isEmpty());
    QCOMPARE(cache.hub.count(), asked);
    QVERIFY(!outcome.result);
    QCOMPARE(outcome.progress.size(), told);
    cache.core().cancelPrefetch(id);
    cache.core().cancelPrefetch(id + 1);
}

void TestPrefetch::endsWithTheEngine()
{
    CacheFixture cache;
    const Published image = publish(cache.hub, "library/app", "1", 1, "app");
    cache.hub.addFault(blobPath("library/app", image.blobs[0]), {.stallAfter = 1});
    Outcome outcome;
    start(cache, outcome, "app:1");
    QTRY_COMPARE(cache.downloads().size(), 1);
    cache.stopEngine();
    QVERIFY(!outcome.result);
}

void TestPrefetch::refreshesATag()
{
    CacheFixture cache;
    const Published old = publish(cache.hub, "library/app", "1", 1, "old");
    const Result<RefreshResult> first = refresh(cache, "app:1");
    QVERIFY2(first, first ? "" : first.error().message.english().c_str());
    QCOMPARE(first->before, QByteArray());
    QCOMPARE(first->digest, QByteArray::fromStdString(old.manifest.toString()));
    QTRY_VERIFY(cache.isStored(old.manifest));
    QTRY_COMPARE(refresh(cache, "app:1")->before, first->digest);

    // Fresh by its rule, and yet upstream is asked.
    const Published latest = publish(cache.hub, "library/app", "1", 1, "new");
    QCOMPARE(cache.get("/v2/library/app/manifests/1").field("Docker-Content-Digest"),
             first->digest);
    const Result<RefreshResult> second = refresh(cache, "app:1");
    QVERIFY(second);
    QCOMPARE(second->before, first->digest);
    QCOMPARE(second->digest, QByteArray::fromStdString(latest.manifest.toString()));
    QCOMPARE(cache.get("/v2/library/app/manifests/1").field("Docker-Content-Digest"),
             second->digest);
    // Its layers are for who wants them.
    QVERIFY(!cache.isStored(latest.blobs[0]));
}

void TestPrefetch::refreshFails_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<int>("code");
    QTest::newRow("no reference") << QByteArray("App") << static_cast<int>(ErrorCode::InvalidInput);
    QTest::newRow("digest") << "app@sha256:" + QByteArray(64, 'a')
                            << static_cast<int>(ErrorCode::InvalidInput);
    QTest::newRow("not configured")
        << QByteArray("ghcr.io/app:1") << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("no such tag") << QByteArray("app:2") << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("unreachable") << QByteArray("quay.io/org/app:1")
                                 << static_cast<int>(ErrorCode::Unreachable);
}

void TestPrefetch::refreshFails()
{
    QFETCH(QByteArray, reference);
    QFETCH(int, code);
    CacheFixture cache;
    publish(cache.hub, "library/app", "1", 1, "app");
    publish(cache.quay, "org/app", "1", 1, "app");
    QCOMPARE(cache.get("/v2/quay.io/org/app/manifests/1").status, 200);
    QTRY_VERIFY(!cache.get("/v2/_catalog").body.contains("[]"));
    cache.quay.stop();
    const Result<RefreshResult> result = refresh(cache, reference.constData());
    QVERIFY(!result);
    QVERIFY(!result.error().message.isEmpty());
    QCOMPARE(static_cast<int>(result.error().code), code);
}

QTEST_GUILESS_MAIN(TestPrefetch)
#include "tst_prefetch.moc"
