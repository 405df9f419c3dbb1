// SPDX-License-Identifier: GPL-3.0-or-later
// Proves who is said to share the layers of an image: the images that have them, by each of their
// names, directly or below an index, in whatever repository; never the image itself.
#include "core/limits.h"
#include "registry/images.h"
#include "registry/imagestore.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;
using namespace lanyard::test;

class TestImageSharers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThem();
};

void TestImageSharers::namesThem()
{
    ImageStore cache;
    const upstream::Routes known(
        {{.registry = "docker.io", .url = {}}, {.registry = "quay.io", .url = {}}}, "docker.io");
    const TestImage image = testImage("arm64", {"base", "own"});
    const TestImage child = testImage("amd64", {"base", "of the child"});
    const Piece index = testIndex({child});
    cache.putImage("docker.io", "library/x", image);
    cache.setTag("docker.io", "library/x", "1", image.manifest);
    cache.setTag("docker.io", "library/x", "also", image.manifest);
    cache.putImage("quay.io", "a/b", child);
    cache.putManifest("quay.io", "a/b", index);
    cache.setTag("quay.io", "a/b", "2", index);
    const auto layers = [&](const char *name) {
        return Images(cache.store(), known).inspect(name)->platforms.front().layers;
    };
    const QList<ImageContent> ofImage = layers("x:1");
    QCOMPARE(ofImage[0].sharers, 1);
    QCOMPARE(ofImage[0].sharedWith, QByteArrayList{"quay.io/a/b:2"});
    QCOMPARE(ofImage[1].sharers, 0);
    QCOMPARE(ofImage[1].sharedWith, QByteArrayList());
    const QList<ImageContent> ofIndex = layers("quay.io/a/b:2");
    QCOMPARE(ofIndex[0].sharers, 2);
    QCOMPARE(ofIndex[0].sharedWith,
             (QByteArrayList{"docker.io/library/x:1", "docker.io/library/x:also"}));

    // Beyond the first few they are counted.
    for (int i = 0; i < 10; ++i)
        cache.setTag("docker.io", "library/x", "t" + std::to_string(i), image.manifest);
    const QList<ImageContent> ofMany = layers("quay.io/a/b:2");
    QCOMPARE(ofMany[0].sharers, 12);
    QCOMPARE(ofMany[0].sharedWith.size(), static_cast<qsizetype>(limits::imageSharersMax));
}

QTEST_GUILESS_MAIN(TestImageSharers)
#include "tst_imagesharers.moc"
