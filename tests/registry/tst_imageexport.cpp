// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what is written of an image, and that nothing is when it is not there or damaged.
#include "registry/archivefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

class TestImageExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_cache = std::make_unique<ArchiveFixture>(); }

    void cleanup() { m_cache.reset(); }

    void exportsWhatIsComplete();
    void exportsByDigest();
    void refusesToExport_data();
    void refusesToExport();
    void noticesDamageOnItsWayOut();
    void dockerFindsItsImage();

private:
    static constexpr std::string_view hub = ArchiveFixture::hub;
    static constexpr std::string_view name = ArchiveFixture::name;

    std::unique_ptr<ArchiveFixture> m_cache;
};

void TestImageExport::exportsWhatIsComplete()
{
    TestImage attestation = testImage("unknown", {"in-toto"});
    const Piece index = testIndex({m_cache->image, m_cache->arm, attestation});
    m_cache->source.putManifest(hub, name, index);
    m_cache->source.putManifest(hub, name, m_cache->arm.manifest);
    m_cache->source.putImage(hub, name, attestation);
    m_cache->source.setTag(hub, name, "all", index);
    const auto written = m_cache->write({"x:all"}, m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(written), QByteArray());
    QCOMPARE(written->images[0].leftOut, QByteArrayList{"linux/arm64"});
    QVERIFY(!QFile::exists(blobPath(m_cache->place(QStringLiteral("image")),
                                    m_cache->arm.manifest.descriptor.digest)));

    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    QCOMPARE(taken->missing, 0);
    const auto details = m_cache->inspect("x:all");
    QVERIFY(details);
    QCOMPARE(details->platforms.size(), 3);
    QVERIFY(details->platforms[0].isComplete);
    QVERIFY(!details->platforms[1].isComplete);
    QVERIFY(details->platforms[2].isComplete);
}

void TestImageExport::exportsByDigest()
{
    const QByteArray reference =
        "docker.io/library/x@" + textOf(m_cache->image.manifest.descriptor.digest);
    const auto written = m_cache->write({reference}, m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(written), QByteArray());
    QCOMPARE(written->images[0].name, reference);
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QVERIFY(m_cache->isWhole(reference));
}

void TestImageExport::refusesToExport_data()
{
    QTest::addColumn<QByteArrayList>("references");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("nothing") << QByteArrayList() << ErrorCode::InvalidInput
                             << QByteArray("no image was named");
    QTest::newRow("no name") << QByteArrayList{"x:1:2"} << ErrorCode::InvalidInput
                             << QByteArray("'x:1:2' is not the name of an image, such as "
                                           "alpine:3.19 or quay.io/org/name@sha256:...");
    QTest::newRow("not there") << QByteArrayList{"x:1", "x:2"} << ErrorCode::NotFound
                               << QByteArray("docker.io/library/x:2 is not in the cache");
    QTest::newRow("not complete")
        << QByteArrayList{"x:1", "x:part"} << ErrorCode::NotFound
        << QByteArray("docker.io/library/x:part: it is not complete for any platform; prefetch "
                      "fetches what is missing");
}

void TestImageExport::refusesToExport()
{
    QFETCH(QByteArrayList, references);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, reason);
    m_cache->source.putManifest(hub, name, m_cache->arm.manifest);
    m_cache->source.setTag(hub, name, "part", m_cache->arm.manifest);
    const auto written = m_cache->write(references, m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(written), reason);
    QCOMPARE(written.error().code, code);
    QVERIFY(m_cache->isPlaceEmpty());
}

void TestImageExport::noticesDamageOnItsWayOut()
{
    const Digest &digest = m_cache->image.layers[0].descriptor.digest;
    QFile file(blobPath(m_cache->source.folder(), digest));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write("y"), 1);
    file.close();
    const auto written = m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image.tar")));
    QCOMPARE(reasonOf(written), textOf(digest) + " is damaged here: it has other bytes; the next "
                                                 "pull fetches it anew");
    QVERIFY(m_cache->isPlaceEmpty());
    QVERIFY(!m_cache->source.store().catalogue().storedSize(digest));
}

/// manifest.json of `docker save`: https://github.com/moby/docker-image-spec.
void TestImageExport::dockerFindsItsImage()
{
    m_cache->source.putImage(hub, name, m_cache->arm);
    const Piece index = testIndex({m_cache->arm, m_cache->image});
    m_cache->source.putManifest(hub, name, index);
    m_cache->source.setTag(hub, name, "all", index);
    QVERIFY(m_cache->write({"x:1", "x@" + textOf(m_cache->arm.manifest.descriptor.digest), "x:all"},
                           m_cache->place(QStringLiteral("image"))));
    const auto path = [](const Piece &piece) {
        return QJsonValue(QStringLiteral("blobs/sha256/") +
                          QString::fromStdString(piece.descriptor.digest.hex()));
    };
    const auto image = [&path](const TestImage &one, const QJsonArray &names) {
        return QJsonObject{
            {QStringLiteral("Config"), path(one.config)},
            {QStringLiteral("RepoTags"), names},
            {QStringLiteral("Layers"), QJsonArray{path(one.layers[0]), path(one.layers[1])}}};
    };
    const QString architecture = QSysInfo::currentCpuArchitecture();
    const TestImage &ofThisMachine =
        architecture == QStringLiteral("arm64") ? m_cache->arm : m_cache->image;
    QCOMPARE(
        QJsonDocument::fromJson(contentOf(m_cache->place(QStringLiteral("image/manifest.json"))))
            .array(),
        (QJsonArray{image(m_cache->image, {QStringLiteral("docker.io/library/x:1")}),
                    image(m_cache->arm, {}),
                    image(ofThisMachine, {QStringLiteral("docker.io/library/x:all")})}));
}

QTEST_GUILESS_MAIN(TestImageExport)
#include "tst_imageexport.moc"
