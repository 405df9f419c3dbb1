// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes its time delays no answer, and causes no second fetch of what is on its way
// to it.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

std::atomic<bool> isHeld = false;
std::atomic<int> waitingCount = 0;

/// While it is there, nothing becomes durable.
class HeldDisk
{
public:
    HeldDisk() { isHeld = true; }

    ~HeldDisk()
    {
        isHeld = false;
        isHeld.notify_all();
    }

    Q_DISABLE_COPY_MOVE(HeldDisk)
};

QByteArray target(const std::string &reference)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(reference);
}

} // namespace

/// Takes the place of the system's own for the store in this executable.
extern "C" int fdatasync(int descriptor)
{
    ++waitingCount;
    isHeld.wait(true);
    --waitingCount;
    return ::fsync(descriptor);
}

class TestSlowDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAManifestOnItsWay();
    void aTagThatIsStoredMeanwhileGoesToo();
};

void TestSlowDisk::servesAManifestOnItsWay()
{
    CacheFixture cache;
    const QByteArray bytes = imageManifest({});
    const Digest digest = cache.hub.addManifest("library/app", "1", imageType, bytes);
    {
        const HeldDisk held;
        QCOMPARE(cache.get(target("1")).body, bytes);
        QTRY_COMPARE(waitingCount.load(), 1);
        QCOMPARE(cache.get(target(digest.toString())).body, bytes);
        QCOMPARE(cache.get(target("1")).body, bytes);
        QCOMPARE(cache.hub.count(), 1);
        QVERIFY(!cache.isStored(digest));
    }
    QTRY_COMPARE(cache.get(target("1")).field("Cache-Status"), QByteArray("lanyard; hit"));
    QVERIFY(cache.isStored(digest));
    QCOMPARE(cache.hub.count(), 1);
}

/// Upstream says that a tag is gone, and meanwhile its manifest has reached the disk.
void TestSlowDisk::aTagThatIsStoredMeanwhileGoesToo()
{
    CacheFixture cache;
    const std::string path = "/v2/library/app/manifests/latest";
    cache.hub.addManifest("library/app", "latest", imageType, imageManifest({}));
    auto held = std::make_unique<HeldDisk>();
    QCOMPARE(cache.get(target("latest")).status, 200);
    cache.clock.advance(6min);
    cache.hub.addFault(path, {.status = 404, .body = "{}", .isHeld = true});
    ClientRequest revalidated = cache.start(target("latest"));
    QTRY_COMPARE(cache.hub.count("HEAD", path), 1);
    held.reset();
    QTRY_VERIFY(cache.get("/v2/_catalog").body.contains("library/app"));
    cache.hub.release(path);
    QCOMPARE(revalidated.finish().status, 404);
    // Gone also for the time when upstream cannot be asked.
    cache.hub.stop();
    cache.clock.advance(limits::absenceMemory);
    QCOMPARE(cache.get(target("latest")).status, 502);
}

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
