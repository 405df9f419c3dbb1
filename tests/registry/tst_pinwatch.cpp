// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that pinned tags are asked for without a client: as often as the configuration says and no
// more, one after the other; that what is newer is known, survives a restart, and is gone when the
// tag follows; and that it is fetched whole, before the tag moves, when the configuration says so.
#include "core/limits.h"
#include "registry/cachefixture.h"
#include "registry/pinwatch.h"
#include "registry/published.h"

#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string repository = "library/app";

QByteArray target(const std::string &tag)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(tag);
}

int heads(const CacheFixture &cache, const std::string &tag)
{
    return cache.hub.count("HEAD", "/v2/library/app/manifests/" + tag);
}

int gets(const CacheFixture &cache, const std::string &tag)
{
    return cache.hub.count("GET", "/v2/library/app/manifests/" + tag);
}

/// A cache whose tags hold for a year, so that no client asks upstream, and that looks for what is
/// due all the time.
void prepare(CacheFixture &cache, const PinnedConfig &pinned)
{
    cache.tagRules = {{.match = "v?", .isImmutable = true}, {.match = "*", .ttl = 24h * 365}};
    cache.timeouts.pinWatch = 5ms;
    cache.pinned = pinned;
    cache.restart();
}

void pin(CacheFixture &cache, const std::string &tag)
{
    const auto pinned = cache.core().setPinned(
        {.reference = "app:" + QByteArray::fromStdString(tag), .isPinned = true});
    if (!pinned)
        qFatal("%s", pinned.error().message.english().c_str());
}

/// A tag that is in the cache, and pinned; asked for by GET, once.
Published addPinned(CacheFixture &cache, const std::string &tag)
{
    const Published image =
        publish(cache.hub, repository, tag, 1, QByteArray::fromStdString(tag) + " first");
    const bool isCached = QTest::qWaitFor(
        [&] { return cache.get(target(tag)).field("Cache-Status") == "lanyard; hit"; }, patienceMs);
    if (!isCached)
        qFatal("the tag is not cached");
    pin(cache, tag);
    return image;
}

/// Until it is stored.
void pullLayer(CacheFixture &cache, const Published &image)
{
    const QByteArray layer = QByteArray::fromStdString(image.blobs[0].toString());
    if (cache.get("/v2/library/app/blobs/" + layer).status != 200 ||
        !QTest::qWaitFor([&] { return isWhole(cache, image); }, patienceMs))
        qFatal("the layer is not cached");
}

Published moveUpstream(CacheFixture &cache, const std::string &tag)
{
    return publish(cache.hub, repository, tag, 1, QByteArray::fromStdString(tag) + " second");
}

template <typename Value>
Result<Value> wait(const std::optional<Result<Value>> &answer)
{
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patienceMs))
        return failure(ErrorCode::TimedOut, "no answer came");
    return *answer;
}

ImageDetails inspect(CacheFixture &cache, const std::string &tag)
{
    std::optional<Result<ImageDetails>> answer;
    cache.core().image("app:" + tag,
                       [&answer](const Result<ImageDetails> &details) { answer = details; });
    return wait(answer).value_or(ImageDetails());
}

/// What upstream has instead, as the cache knows.
std::string newer(CacheFixture &cache, const std::string &tag)
{
    return inspect(cache, tag).summary.newerUpstream.toStdString();
}

/// What the tag names here.
std::string named(CacheFixture &cache, const std::string &tag)
{
    return inspect(cache, tag).summary.digest.toStdString();
}

} // namespace

class TestPinWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAtItsInterval_data();
    void asksAtItsInterval();
    void asksNothing_data();
    void asksNothing();
    void asksOneAfterTheOther();
    void goesByTheCalendar();
    void whatIsTheSameIsFreshAgain();
    void tellsWhatIsNewer();
    void aClientMovesTheTag();
    void remembersAcrossARestart();
    void keepsWhatUpstreamHasNoMore();
    void asksLaterWhoCannotBeAsked_data();
    void asksLaterWhoCannotBeAsked();
    void fetchesWhatIsNewer();
    void fetchesThePlatformsThatWereThere();
    void movesTheTagOnly();
    void keepsTheOldOneUntilTheNewOneIsWhole();
    void leavesALowBudgetToClients();
    void choosesPlatforms_data();
    void choosesPlatforms();
};

void TestPinWatch::asksAtItsInterval_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("hourly") << 1;
    QTest::newRow("daily") << 24;
}

/// The one that was asked for longest ago comes first: were one asked too often, the other would
/// have to wait.
void TestPinWatch::asksAtItsInterval()
{
    QFETCH(const int, hours);
    const std::chrono::hours interval{hours};
    CacheFixture cache;
    prepare(cache, {.checkEvery = interval});
    addPinned(cache, "a");
    cache.clock.advance(1ms);
    addPinned(cache, "b");
    const int unpinned = cache.hub.count();
    for (int round = 1; round <= 3; ++round) {
        cache.clock.advance(interval);
        QTRY_COMPARE(heads(cache, "b"), round);
        QCOMPARE(heads(cache, "a"), round);
    }
    QCOMPARE(cache.hub.count(), unpinned + 6);
}

void TestPinWatch::asksNothing_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<std::string>("tag");
    QTest::addColumn<bool>("isPinned");
    QTest::newRow("off") << 0 << std::string("a") << true;
    QTest::newRow("immutable") << 1 << std::string("v1") << true;
    QTest::newRow("not pinned") << 1 << std::string("a") << false;
}

void TestPinWatch::asksNothing()
{
    QFETCH(const int, hours);
    QFETCH(const std::string, tag);
    QFETCH(const bool, isPinned);
    CacheFixture cache;
    prepare(cache, {.checkEvery = std::chrono::hours{hours}});
    addPinned(cache, tag);
    if (!isPinned)
        QVERIFY(cache.core().setPinned(
            {.reference = "app:" + QByteArray::fromStdString(tag), .isPinned = false}));
    cache.clock.advance(1ms);
    addPinned(cache, "other");
    cache.clock.advance(48h);
    if (hours == 0)
        prepare(cache, {.checkEvery = 1h});
    // It would have been the first.
    QTRY_COMPARE(heads(cache, "other"), 1);
    QCOMPARE(heads(cache, tag), hours == 0 ? 1 : 0);
}

void TestPinWatch::asksOneAfterTheOther()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h});
    addPinned(cache, "a");
    cache.clock.advance(1ms);
    addPinned(cache, "b");
    cache.hub.addFault("/v2/library/app/manifests/a", {.isHeld = true});
    cache.clock.advance(1h);
    QTRY_COMPARE(heads(cache, "a"), 1);
    QCOMPARE(cache.get(target("b")).status, 200);
    QCOMPARE(heads(cache, "b"), 0);
    cache.hub.release("/v2/library/app/manifests/a");
    QTRY_COMPARE(heads(cache, "b"), 1);
    QCOMPARE(heads(cache, "a"), 1);
}

/// Which goes on while the machine sleeps, and may be set back.
void TestPinWatch::goesByTheCalendar()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    addPinned(cache, "a");
    cache.clock.advance(1ms);
    addPinned(cache, "b");
    moveUpstream(cache, "a");
    cache.clock.jump(24h);
    QTRY_COMPARE(heads(cache, "b"), 1);
    QCOMPARE(heads(cache, "a"), 1);
    // Both were checked in the future now: once more, and not again and again.
    cache.clock.jump(-48h);
    QTRY_COMPARE(heads(cache, "b"), 2);
    QCOMPARE(heads(cache, "a"), 2);
}

void TestPinWatch::whatIsTheSameIsFreshAgain()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h});
    const Published image = addPinned(cache, "a");
    cache.clock.advance(1h);
    QTRY_COMPARE(inspect(cache, "a").summary.checkedAtMs, toEpochMs(cache.clock.wallNow()));
    QCOMPARE(newer(cache, "a"), std::string());
    QCOMPARE(cache.get(target("a")).field("Age"), QByteArray("0"));
    QCOMPARE(gets(cache, "a"), 1);
}

void TestPinWatch::tellsWhatIsNewer()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    const Published old = addPinned(cache, "a");
    const Published latest = moveUpstream(cache, "a");
    cache.clock.advance(24h);
    QTRY_COMPARE(newer(cache, "a"), latest.manifest.toString());
    std::optional<Result<ImagePage>> page;
    cache.core().images({}, [&page](const Result<ImagePage> &images) { page = images; });
    const auto images = wait(page);
    QVERIFY(images);
    QCOMPARE(images->images.size(), 1);
    QCOMPARE(images->images.front().newerUpstream.toStdString(), latest.manifest.toString());
    // Nothing has changed for clients, and nothing was fetched.
    QCOMPARE(cache.get(target("a")).field("Docker-Content-Digest").toStdString(),
             old.manifest.toString());
    QCOMPARE(gets(cache, "a"), 1);
    QCOMPARE(gets(cache, latest.manifest.toString()), 0);
    // A person gets it.
    std::optional<Result<RefreshResult>> answer;
    cache.core().refresh("app:a",
                         [&answer](const Result<RefreshResult> &result) { answer = result; });
    const auto refreshed = wait(answer);
    QVERIFY(refreshed);
    QCOMPARE(refreshed->digest.toStdString(), latest.manifest.toString());
    QCOMPARE(newer(cache, "a"), std::string());
}

void TestPinWatch::aClientMovesTheTag()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    addPinned(cache, "a");
    const Published second = moveUpstream(cache, "a");
    cache.clock.advance(24h);
    QTRY_COMPARE(newer(cache, "a"), second.manifest.toString());
    // It has moved on since.
    const Published third = publish(cache.hub, repository, "a", 1, "third");
    cache.clock.advance(24h * 365);
    QTRY_COMPARE(cache.get(target("a")).field("Docker-Content-Digest").toStdString(),
                 third.manifest.toString());
    QTRY_COMPARE(named(cache, "a"), third.manifest.toString());
    QCOMPARE(newer(cache, "a"), std::string());
}

void TestPinWatch::remembersAcrossARestart()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    addPinned(cache, "a");
    cache.clock.advance(1h);
    addPinned(cache, "b");
    const Published latest = moveUpstream(cache, "a");
    cache.clock.advance(23h);
    QTRY_COMPARE(newer(cache, "a"), latest.manifest.toString());
    cache.restart();
    QCOMPARE(newer(cache, "a"), latest.manifest.toString());
    // Were it due because what it names here was checked so long ago, it would come first.
    cache.clock.advance(1h);
    QTRY_COMPARE(heads(cache, "b"), 1);
    QCOMPARE(heads(cache, "a"), 1);
    cache.clock.advance(23h);
    QTRY_COMPARE(heads(cache, "a"), 2);
}

void TestPinWatch::keepsWhatUpstreamHasNoMore()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    const Published image = addPinned(cache, "a");
    cache.clock.advance(1h);
    addPinned(cache, "b");
    cache.hub.removeTag(repository, "a");
    cache.clock.advance(23h);
    QTRY_COMPARE(heads(cache, "a"), 1);
    QCOMPARE(cache.get(target("a")).status, 200);
    QVERIFY(inspect(cache, "a").summary.isPinned);
    QCOMPARE(newer(cache, "a"), std::string());
    cache.clock.advance(1h);
    QTRY_COMPARE(heads(cache, "b"), 1);
    QCOMPARE(heads(cache, "a"), 1);
    cache.clock.advance(23h);
    QTRY_COMPARE(heads(cache, "a"), 2);
}

void TestPinWatch::asksLaterWhoCannotBeAsked_data()
{
    QTest::addColumn<int>("status"); // 0: offline
    QTest::newRow("offline") << 0;
    QTest::newRow("429") << 429;
    QTest::newRow("500") << 500;
}

void TestPinWatch::asksLaterWhoCannotBeAsked()
{
    QFETCH(const int, status);
    CacheFixture cache;
    prepare(cache, {.checkEvery = 24h});
    addPinned(cache, "a");
    const Published latest = moveUpstream(cache, "a");
    if (status == 0)
        cache.core().setOffline(true);
    else
        cache.hub.addFault("/v2/library/app/manifests/a", {.status = status, .body = "{}"});
    cache.clock.advance(24h);
    if (status != 0)
        QTRY_COMPARE(heads(cache, "a"), 1);
    QCOMPARE(newer(cache, "a"), std::string());
    cache.hub.release("/v2/library/app/manifests/a");
    cache.core().setOffline(false);
    cache.clock.advance(limits::pinRetryPause);
    QTRY_COMPARE(newer(cache, "a"), latest.manifest.toString());
    QCOMPARE(heads(cache, "a"), status == 0 ? 1 : 2);
    QVERIFY(cache.warnings.isEmpty());
}

void TestPinWatch::fetchesWhatIsNewer()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h, .refreshes = true});
    const Published old = addPinned(cache, "a");
    pullLayer(cache, old);
    QVERIFY(isWhole(cache, old));
    const Published latest = moveUpstream(cache, "a");
    cache.clock.advance(1h);
    QTRY_COMPARE(named(cache, "a"), latest.manifest.toString());
    QVERIFY(isWhole(cache, latest));
    QCOMPARE(newer(cache, "a"), std::string());
    QVERIFY(inspect(cache, "a").summary.isPinned);
    // One pull.
    QCOMPARE(gets(cache, "a"), 1);
    QCOMPARE(gets(cache, latest.manifest.toString()), 1);
    cache.hub.stop();
    QCOMPARE(cache.get(target("a")).status, 200);
}

void TestPinWatch::fetchesThePlatformsThatWereThere()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h, .refreshes = true});
    publishIndex(cache.hub, repository, "a", "first");
    std::optional<Result<PrefetchResult>> fetched;
    cache.core().prefetch(
        {.reference = "app:a", .platforms = {"linux/amd64", "linux/arm/v7"}}, [](const auto &) {},
        [&fetched](const auto &result) { fetched = result; });
    QVERIFY(wait(fetched));
    pin(cache, "a");
    const std::string before = named(cache, "a");
    const std::vector<Published> latest = publishIndex(cache.hub, repository, "a", "second");
    cache.clock.advance(1h);
    QTRY_VERIFY(named(cache, "a") != before);
    QVERIFY(isWhole(cache, latest[0]));
    QVERIFY(isWhole(cache, latest[1]));
    QCOMPARE(gets(cache, latest[2].manifest.toString()), 0);
    QCOMPARE(gets(cache, latest[3].manifest.toString()), 0);
}

/// Nobody has pulled its layers so far.
void TestPinWatch::movesTheTagOnly()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h, .refreshes = true});
    addPinned(cache, "a");
    const Published latest = moveUpstream(cache, "a");
    cache.clock.advance(1h);
    QTRY_COMPARE(named(cache, "a"), latest.manifest.toString());
    QCOMPARE(cache.hub.count("GET", "/v2/library/app/blobs/" + latest.blobs[0].toString()), 0);
}

void TestPinWatch::keepsTheOldOneUntilTheNewOneIsWhole()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h, .refreshes = true});
    const Published old = addPinned(cache, "a");
    pullLayer(cache, old);
    QVERIFY(isWhole(cache, old));
    const Published latest = moveUpstream(cache, "a");
    const std::string layer = "/v2/library/app/blobs/" + latest.blobs[0].toString();
    cache.hub.addFault(layer, {.status = 404, .body = "{}"});
    cache.clock.advance(1h);
    QTRY_COMPARE(cache.hub.count("GET", layer), 1);
    QTRY_COMPARE(newer(cache, "a"), latest.manifest.toString());
    QCOMPARE(named(cache, "a"), old.manifest.toString());
    // Next time.
    cache.hub.release(layer);
    cache.clock.advance(1h);
    QTRY_COMPARE(named(cache, "a"), latest.manifest.toString());
    QVERIFY(isWhole(cache, latest));
}

void TestPinWatch::leavesALowBudgetToClients()
{
    CacheFixture cache;
    prepare(cache, {.checkEvery = 1h, .refreshes = true});
    const Published old = addPinned(cache, "a");
    cache.clock.advance(1ms);
    addPinned(cache, "b");
    const Published latest = moveUpstream(cache, "a");
    cache.hub.addFault(
        "/v2/library/app/manifests/a",
        {.fields = {{"ratelimit-limit", "100;w=21600"}, {"ratelimit-remaining", "20;w=21600"}}});
    cache.clock.advance(1h);
    QTRY_COMPARE(heads(cache, "b"), 1); // all is done for the first
    QCOMPARE(newer(cache, "a"), latest.manifest.toString());
    QCOMPARE(named(cache, "a"), old.manifest.toString());
    QCOMPARE(gets(cache, latest.manifest.toString()), 0);
}

void TestPinWatch::choosesPlatforms_data()
{
    QTest::addColumn<QList<ImagePlatform>>("platforms");
    QTest::addColumn<QByteArrayList>("chosen");
    const auto platform = [](const char *architecture, bool isComplete) {
        return ImagePlatform{.os = "linux", .architecture = architecture, .isComplete = isComplete};
    };
    ImagePlatform variant = platform("arm", true);
    variant.variant = "v7";
    const ImagePlatform attachment{
        .os = "unknown", .architecture = "unknown", .isComplete = true, .isAttachment = true};
    const ImagePlatform unknown{.isComplete = true};
    const auto row = [](const char *name, const QList<ImagePlatform> &platforms,
                        const QByteArrayList &chosen) {
        QTest::newRow(name) << platforms << chosen;
    };
    row("nothing", {}, {});
    row("none is complete", {platform("amd64", false)}, {});
    row("single", {platform("amd64", true)}, {"linux/amd64"});
    row("single of nobody knows what", {unknown}, {"all"});
    row("some", {platform("amd64", true), platform("arm64", false), variant},
        {"linux/amd64", "linux/arm/v7"});
    row("all", {platform("amd64", true), platform("arm64", true)}, {"all"});
    row("attachments are no platforms",
        {platform("amd64", true), platform("arm64", false), attachment}, {"linux/amd64"});
    QList<ImagePlatform> many{platform("amd64", false)};
    for (std::size_t i = 0; i <= limits::platformsMax; ++i)
        many.append(platform("arm64", true));
    row("more than can be named", many, {"all"});
}

void TestPinWatch::choosesPlatforms()
{
    QFETCH(const QList<ImagePlatform>, platforms);
    ImageDetails image;
    image.platforms = platforms;
    QTEST(registry::completePlatforms(image), "chosen");
}

QTEST_GUILESS_MAIN(TestPinWatch)
#include "tst_pinwatch.moc"
