// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar that jumps, as of a machine that learns the time late: what is stored is served, tags
// are asked again and then fresh, downloads go on, and the image that was pulled last does not go.
#include "core/digest.h"
#include "registry/cachefixture.h"

#include <QTest>

#include <optional>
#include <string>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr auto years = 24h * 365 * 10;

QByteArray manifestTarget(const std::string &reference)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(reference);
}

QByteArray blobTarget(const Digest &digest)
{
    return "/v2/library/app/blobs/" + QByteArray::fromStdString(digest.toString());
}

} // namespace

class TestClockJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void asksATagOnce_data() { addJumps(); }

    void asksATagOnce();

    void servesStale_data() { addJumps(); }

    void servesStale();

    void finishesDownloads_data() { addJumps(); }

    void finishesDownloads();

    void makesRoom_data() { addJumps(); }

    void makesRoom();

    void keepsTokens_data() { addJumps(); }

    void keepsTokens();

private:
    static void addJumps()
    {
        QTest::addColumn<std::chrono::milliseconds>("jump");
        QTest::newRow("back") << std::chrono::milliseconds(-years);
        QTest::newRow("ahead") << std::chrono::milliseconds(years);
    }

    /// Pulls until it is stored.
    static void pull(CacheFixture &cache, const QByteArray &target, const Digest &digest)
    {
        QCOMPARE(cache.get(target).status, 200);
        QTRY_VERIFY(cache.isStored(digest));
        QTRY_VERIFY(cache.downloads().isEmpty());
    }
};

void TestClockJumps::asksATagOnce()
{
    QFETCH(const std::chrono::milliseconds, jump);
    CacheFixture cache;
    const QByteArray manifest = imageManifest({});
    const Digest digest = cache.hub.addManifest("library/app", "latest", imageType, manifest);
    pull(cache, manifestTarget("latest"), digest);
    QTRY_COMPARE(cache.get(manifestTarget("latest")).field("Cache-Status"), "lanyard; hit");
    const int asked = cache.hub.count();

    cache.clock.jump(jump);
    QCOMPARE(cache.get(manifestTarget(digest.toString())).body, manifest);
    QCOMPARE(cache.hub.count(), asked);
    for (int i = 0; i < 3; ++i) {
        const ClientReply reply = cache.get(manifestTarget("latest"));
        QCOMPARE(reply.body, manifest);
        QCOMPARE(reply.field("Age"), "0");
    }
    QCOMPARE(cache.hub.count(), asked + 1);
}

void TestClockJumps::servesStale()
{
    QFETCH(const std::chrono::milliseconds, jump);
    CacheFixture cache;
    const QByteArray manifest = imageManifest({});
    const Digest digest = cache.hub.addManifest("library/app", "latest", imageType, manifest);
    pull(cache, manifestTarget("latest"), digest);
    QTRY_COMPARE(cache.get(manifestTarget("latest")).field("Cache-Status"), "lanyard; hit");
    cache.hub.stop();
    cache.clock.jump(jump);
    const ClientReply reply = cache.get(manifestTarget("latest"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, manifest);
    QVERIFY(reply.field("Age").toLongLong() >= 0);
}

void TestClockJumps::finishesDownloads()
{
    QFETCH(const std::chrono::milliseconds, jump);
    CacheFixture cache;
    const QByteArray layer(3'000'000, 'l');
    const Digest digest = cache.hub.addBlob("library/app", layer);
    const std::string path = blobTarget(digest).toStdString();
    cache.hub.addFault(path, {.stallAfter = 1'000'000, .times = 1});
    ClientRequest running = cache.start(blobTarget(digest));
    QTRY_COMPARE(running.received(), 1'000'000);
    cache.clock.jump(jump);
    ClientRequest second = cache.start(blobTarget(digest));
    cache.hub.release(path);
    QVERIFY(running.finish().body == layer);
    QVERIFY(second.finish().body == layer);
    QCOMPARE(cache.hub.bodyBytesSent(path), layer.size());
    QTRY_VERIFY(cache.isStored(digest));
}

/// The image that was pulled last is never what goes for the next one.
void TestClockJumps::makesRoom()
{
    QFETCH(const std::chrono::milliseconds, jump);
    CacheFixture cache;
    cache.capacity = 1'000'000;
    cache.restart();
    std::optional<Digest> last;
    for (int i = 0; i < 6; ++i) {
        cache.clock.advance(2h);
        if (i == 2)
            cache.clock.jump(jump);
        const QByteArray layer(400'000, static_cast<char>('a' + i));
        const Digest digest = cache.hub.addBlob("library/app", layer);
        const QByteArray manifest = imageManifest({{digest, layer.size()}});
        const Digest image =
            cache.hub.addManifest("library/app", "v" + std::to_string(i), imageType, manifest);
        pull(cache, manifestTarget(image.toString()), image);
        pull(cache, blobTarget(digest), digest);
        if (last)
            QVERIFY(cache.isStored(*last));
        last = image;
    }
}

/// How long a token is good does not depend on the calendar.
void TestClockJumps::keepsTokens()
{
    QFETCH(const std::chrono::milliseconds, jump);
    CacheFixture cache;
    cache.hub.requireBearer({});
    const Digest first = cache.hub.addBlob("library/app", "first");
    const Digest second = cache.hub.addBlob("library/app", "second");
    pull(cache, blobTarget(first), first);
    cache.clock.jump(jump);
    pull(cache, blobTarget(second), second);
    QCOMPARE(cache.hub.count("GET", "/token"), 1);
}

QTEST_GUILESS_MAIN(TestClockJumps)
#include "tst_clockjumps.moc"
