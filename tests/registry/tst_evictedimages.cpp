// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that an image which had to make room is fetched anew, also when its manifest is in memory
// still, and that the others are served without asking.
#include "registry/cachefixture.h"

#include <QTest>

#include <chrono>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestEvictedImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFetchedAnew();

private:
    struct Image
    {
        QByteArray manifest;
        Digest digest;
        Digest layer;
    };

    Image addImage(const std::string &tag, char fill)
    {
        const QByteArray layer(400'000, fill);
        const Digest layerDigest = m_cache.hub.addBlob("library/app", layer);
        const QByteArray manifest = imageManifest({{layerDigest, layer.size()}});
        return {.manifest = manifest,
                .digest = m_cache.hub.addManifest("library/app", tag, imageType, manifest),
                .layer = layerDigest};
    }

    static QByteArray target(const char *kind, const Digest &digest)
    {
        return QByteArray("/v2/library/app/") + kind + '/' +
               QByteArray::fromStdString(digest.toString());
    }

    void pull(const Image &image)
    {
        m_cache.clock.advance(1min);
        QCOMPARE(m_cache.get(target("manifests", image.digest)).body, image.manifest);
        QTRY_VERIFY(m_cache.isStored(image.digest));
        QCOMPARE(m_cache.get(target("blobs", image.layer)).status, 200);
        QTRY_VERIFY(m_cache.isStored(image.layer));
        QTRY_VERIFY(m_cache.downloads().isEmpty());
    }

    int manifestGets(const Image &image) const
    {
        return m_cache.hub.count("GET", target("manifests", image.digest).toStdString());
    }

    CacheFixture m_cache;
};

void TestEvictedImages::areFetchedAnew()
{
    m_cache.capacity = 1'000'000;
    m_cache.restart();
    const Image first = addImage("1", '1');
    const Image second = addImage("2", '2');
    const Image third = addImage("3", '3');
    pull(first);
    pull(second);
    pull(third);
    QVERIFY(!m_cache.isStored(first.digest));
    QVERIFY(!m_cache.isStored(first.layer));
    QVERIFY(m_cache.isStored(third.layer));
    QCOMPARE(m_cache.get(target("manifests", third.digest)).body, third.manifest);
    QCOMPARE(manifestGets(third), 1);
    const ClientReply reply = m_cache.get(target("manifests", first.digest));
    QCOMPARE(reply.body, first.manifest);
    QVERIFY(reply.field("Cache-Status") != "lanyard; hit");
    QCOMPARE(manifestGets(first), 2);
    m_cache.hub.stop();
    QVERIFY(m_cache.get(target("blobs", first.layer)).status >= 500);
}

QTEST_GUILESS_MAIN(TestEvictedImages)
#include "tst_evictedimages.moc"
