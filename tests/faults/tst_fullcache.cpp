// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that clients of a cache whose disk is full notice nothing: every pull is whole and right,
// also of those who come in the middle; that the cache says so; and that it stores again by itself
// when there is room.
#include "core/limits.h"
#include "registry/cachefixture.h"
#include "support/rawhttpclient.h"
#include "support/smalldisk.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

QByteArray makeBlob(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::uint32_t state = static_cast<std::uint32_t>(size);
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QByteArray blobTarget(const Digest &digest)
{
    return "/v2/library/app/blobs/" + QByteArray::fromStdString(digest.toString());
}

} // namespace

class TestFullCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pullsAnImage();
    void whoComesLaterGetsAll();
    void goesOnAlthoughTheFirstLeaves();
    void stopsWhenAllHaveLeft();
    void storesAgain();
    void hitsGoOn();

private:
    std::optional<SmallDisk> m_disk;
    std::unique_ptr<CacheFixture> m_cache;
};

void TestFullCache::initTestCase()
{
    if (!SmallDisk::enter())
        QSKIP("this system gives no mount namespace");
}

void TestFullCache::init()
{
    m_disk.emplace(48 * mebibyte);
    m_cache = std::make_unique<CacheFixture>(m_disk->path());
    m_cache->keepFree = 0;
    m_cache->restart();
}

void TestFullCache::cleanup()
{
    m_cache.reset();
    m_disk.reset();
}

void TestFullCache::pullsAnImage()
{
    const QByteArray layer = makeBlob(20 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    const QByteArray manifest = imageManifest({{digest, layer.size()}});
    m_cache->hub.addManifest("library/app", "1", imageType, manifest);
    m_disk->fill(0);
    for (int pull = 0; pull < 2; ++pull) {
        const ClientReply tag = m_cache->get("/v2/library/app/manifests/1");
        QCOMPARE(tag.status, 200);
        QCOMPARE(tag.body, manifest);
        std::vector<ClientRequest> crowd;
        for (int i = 0; i < 8; ++i)
            crowd.push_back(m_cache->start(blobTarget(digest)));
        for (ClientRequest &request : crowd) {
            const ClientReply reply = request.finish();
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.body == layer);
        }
        QVERIFY(!m_cache->isStored(digest));
        QTRY_VERIFY(m_cache->downloads().isEmpty());
    }
    QCOMPARE(m_cache->warnings.filter(QStringLiteral("passes through")).size(), 1);
    // Those who came together were served together.
    QVERIFY(m_cache->hub.bodyBytesSent(blobTarget(digest).toStdString()) < 16 * layer.size());
}

void TestFullCache::whoComesLaterGetsAll()
{
    m_cache->downloadConfig.parallelAbove = 0; // one answer, which stops in the middle
    m_cache->restart();
    const QByteArray layer = makeBlob(20 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    m_disk->fill(0);
    Fault stall;
    stall.stallAfter = 15 * mebibyte;
    stall.times = 1;
    m_cache->hub.addFault(blobTarget(digest).toStdString(), stall);
    ClientRequest first = m_cache->start(blobTarget(digest));
    QTRY_VERIFY(first.received() > 10 * mebibyte);
    const ClientReply second = m_cache->get(blobTarget(digest));
    QVERIFY(second.body == layer);
    const ClientReply part = m_cache->get(blobTarget(digest), {{"Range", "bytes=1000000-1999999"}});
    QCOMPARE(part.status, 206);
    QVERIFY(part.body == layer.mid(1'000'000, 1'000'000));
    m_cache->hub.release(blobTarget(digest).toStdString());
    QVERIFY(first.finish().body == layer);
}

void TestFullCache::goesOnAlthoughTheFirstLeaves()
{
    const QByteArray layer = makeBlob(20 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    m_disk->fill(0);
    Fault held;
    held.isHeld = true;
    m_cache->hub.addFault(blobTarget(digest).toStdString(), held);
    ClientRequest first = m_cache->start(blobTarget(digest));
    ClientRequest second = m_cache->start(blobTarget(digest));
    QTRY_COMPARE(m_cache->hub.count(), 1);
    m_cache->hub.release(blobTarget(digest).toStdString());
    QTRY_VERIFY(first.received() > 0);
    first.abort();
    QVERIFY(second.finish().body == layer);
}

void TestFullCache::stopsWhenAllHaveLeft()
{
    const QByteArray layer = makeBlob(40 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    m_disk->fill(0);
    RawHttpClient client(m_cache->port(), 8192);
    QVERIFY(client.send("GET " + blobTarget(digest).toStdString() +
                        " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    QTRY_COMPARE(m_cache->downloads().size(), 1);
    // The window is full, and upstream waits.
    QTRY_VERIFY(m_cache->downloads().first().receivedBytes > 0);
    client.reset();
    QTRY_VERIFY(m_cache->downloads().isEmpty());
    QVERIFY(m_cache->hub.bodyBytesSent(blobTarget(digest).toStdString()) < layer.size());
}

void TestFullCache::storesAgain()
{
    const QByteArray layer = makeBlob(5 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    m_disk->fill(0);
    QVERIFY(m_cache->get(blobTarget(digest)).body == layer);
    QTRY_VERIFY(m_cache->downloads().isEmpty());
    QVERIFY(!m_cache->isStored(digest));
    m_disk->fill(m_disk->freeBytes() + 48 * mebibyte);
    QVERIFY(m_cache->get(blobTarget(digest)).body == layer);
    QTRY_VERIFY(m_cache->isStored(digest));
    QTRY_COMPARE(m_cache->warnings.filter(QStringLiteral("There is room again")).size(), 1);
}

void TestFullCache::hitsGoOn()
{
    const QByteArray layer = makeBlob(5 * mebibyte);
    const Digest digest = m_cache->hub.addBlob("library/app", layer);
    QVERIFY(m_cache->get(blobTarget(digest)).body == layer);
    QTRY_VERIFY(m_cache->isStored(digest));
    QTRY_VERIFY(m_cache->downloads().isEmpty());
    m_cache->restart(); // its row is written
    m_disk->fill(0);
    m_cache->restart();
    QVERIFY(m_cache->get(blobTarget(digest)).body == layer);
    QCOMPARE(m_cache->hub.count("GET", blobTarget(digest).toStdString()), 1);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestFullCache test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fullcache.moc"
