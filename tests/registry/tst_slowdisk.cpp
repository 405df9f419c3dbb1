// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes its time delays no answer, and causes no second fetch of what is on its way
// to it.
#include "registry/cachefixture.h"

#include <QTest>

#include <atomic>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;

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

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
