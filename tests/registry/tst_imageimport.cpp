// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that images come out of one store and into another as they were, over real stores and
// archives, and what is said of what is damaged, missing or in the way.
#include "registry/archivefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

class TestImageImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_cache = std::make_unique<ArchiveFixture>(); }

    void cleanup() { m_cache.reset(); }

    void comesBack_data() { places(); }

    void comesBack();
    void severalImagesShareContent();

    void noticesDamage_data() { places(); }

    void noticesDamage();
    void takesWhatIsThere();
    void leavesTagsThatNameAnother();
    void replacesThemWhenAsked();
    void refusesForeignRegistries();
    void namesTheNameless();
    void nameIsForOneImage();
    void storageOfAProxy();
    void pinsComeAlong();
    void whatIsPrivateStaysSo_data();
    void whatIsPrivateStaysSo();
    void againChangesNothing();
    void stopsWhenThereIsNoRoom();

private:
    static constexpr std::string_view hub = ArchiveFixture::hub;
    static constexpr std::string_view name = ArchiveFixture::name;

    static void places();

    std::unique_ptr<ArchiveFixture> m_cache;
};

void TestImageImport::places()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << "image";
    QTest::newRow("tar file") << "image.tar";
}

void TestImageImport::comesBack()
{
    QFETCH(QString, path);
    const auto written = m_cache->write({"hub/library/x:1"}, m_cache->place(path));
    QCOMPARE(reasonOf(written), QByteArray());
    QCOMPARE(written->images.size(), 1);
    QCOMPARE(written->images[0].name, QByteArray("docker.io/library/x:1"));
    QCOMPARE(written->images[0].digest, textOf(m_cache->image.manifest.descriptor.digest));
    QCOMPARE(written->images[0].leftOut, QByteArrayList());
    std::int64_t bytes =
        m_cache->image.manifest.descriptor.size + m_cache->image.config.descriptor.size;
    for (const Piece &layer : m_cache->image.layers)
        bytes += layer.descriptor.size;
    QCOMPARE(written->bytes, bytes);

    const auto taken = m_cache->read(m_cache->place(path));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    QCOMPARE(taken->importedBytes, bytes);
    QCOMPARE(taken->missing, 0);
    QCOMPARE(taken->refusedItems, 0);
    QCOMPARE(taken->keptTags, 0);
    QVERIFY(m_cache->isWhole("x:1"));
    // It is as it was after a start, too, and nobody has asked upstream about its tag.
    m_cache->target.reopen();
    QVERIFY(m_cache->isWhole("x:1"));
    const auto id = m_cache->target.store().catalogue().find(hub, name);
    QVERIFY(id);
    const auto tag = m_cache->target.store().catalogue().tag(*id, "1");
    QVERIFY(tag);
    QCOMPARE(tag->digest, m_cache->image.manifest.descriptor.digest);
    QCOMPARE(tag->checkedAtMs, 0);
    QCOMPARE(
        contentOf(blobPath(m_cache->target.folder(), m_cache->image.manifest.descriptor.digest)),
        m_cache->image.manifest.bytes);
    QCOMPARE(
        contentOf(blobPath(m_cache->target.folder(), m_cache->image.layers[0].descriptor.digest)),
        m_cache->image.layers[0].bytes);
}

void TestImageImport::severalImagesShareContent()
{
    m_cache->source.putImage("quay.io", "a/b", m_cache->image);
    m_cache->source.setTag("quay.io", "a/b", "2", m_cache->image.manifest);
    m_cache->source.putImage(hub, name, m_cache->arm);
    m_cache->source.setTag(hub, name, "arm", m_cache->arm.manifest);
    const auto written = m_cache->write({"x:1", "quay.io/a/b:2", "x:arm"},
                                        m_cache->place(QStringLiteral("images.tar")));
    QCOMPARE(reasonOf(written), QByteArray());
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("images.tar")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 3);
    QVERIFY(m_cache->isWhole("x:1"));
    QVERIFY(m_cache->isWhole("x:arm"));
    QVERIFY(m_cache->isWhole("quay.io/a/b:2"));
}

void TestImageImport::noticesDamage()
{
    QFETCH(QString, path);
    const Digest &layer = m_cache->image.layers[0].descriptor.digest;
    m_cache->source.putImage(hub, name, m_cache->arm);
    m_cache->source.setTag(hub, name, "arm", m_cache->arm.manifest);
    const QString layout = m_cache->place(QStringLiteral("layout"));
    QVERIFY(m_cache->write({"x:1", "x:arm"}, layout));
    QByteArray damaged = m_cache->image.layers[0].bytes;
    damaged[0] = 'y';
    putFile(blobPath(layout, layer), damaged);
    putFile(blobPath(layout, m_cache->arm.manifest.descriptor.digest), "{}");
    if (path.endsWith(QStringLiteral(".tar")))
        QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                                   {QStringLiteral("-C"), layout, QStringLiteral("-cf"),
                                    m_cache->place(path), QStringLiteral(".")}),
                 0);
    else
        QVERIFY(QDir().rename(layout, m_cache->place(path)));

    const auto taken = m_cache->read(m_cache->place(path));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    QCOMPARE(taken->missing, 1);
    QCOMPARE(taken->refusedItems, 2);
    QCOMPARE(taken->refused[0].name, textOf(layer));
    QCOMPARE(QByteArray::fromStdString(taken->refused[0].reason.english()),
             textOf(layer) + ": the bytes have another digest");
    QCOMPARE(taken->refused[1].name, QByteArray("docker.io/library/x:arm"));
    QCOMPARE(QByteArray::fromStdString(taken->refused[1].reason.english()),
             QByteArray("its manifest: it has other bytes"));
    QVERIFY(!m_cache->target.store().catalogue().storedSize(layer));
    QVERIFY(!m_cache->isWhole("x:1"));
    QVERIFY(!m_cache->isWhole("x:arm"));
    QVERIFY(QDir(m_cache->target.folder() + QStringLiteral("/partial")).isEmpty());
}

void TestImageImport::takesWhatIsThere()
{
    const QString layout = m_cache->place(QStringLiteral("layout"));
    QVERIFY(m_cache->write({"x:1"}, layout));
    QVERIFY(QFile::remove(blobPath(layout, m_cache->image.layers[1].descriptor.digest)));
    const auto taken = m_cache->read(layout);
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    QCOMPARE(taken->missing, 1);
    QVERIFY(
        m_cache->target.store().catalogue().storedSize(m_cache->image.layers[0].descriptor.digest));
}

void TestImageImport::leavesTagsThatNameAnother()
{
    m_cache->target.putImage(hub, name, m_cache->arm);
    m_cache->target.setTag(hub, name, "1", m_cache->arm.manifest);
    QVERIFY(m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image"))));
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 0);
    QCOMPARE(taken->importedBytes, 0);
    QCOMPARE(taken->keptTags, 1);
    QCOMPARE(taken->kept, QByteArrayList{"docker.io/library/x:1"});
    const auto details = m_cache->inspect("x:1");
    QVERIFY(details);
    QCOMPARE(details->summary.digest, textOf(m_cache->arm.manifest.descriptor.digest));
}

void TestImageImport::replacesThemWhenAsked()
{
    m_cache->target.putImage(hub, name, m_cache->arm);
    m_cache->target.setTag(hub, name, "1", m_cache->arm.manifest);
    QVERIFY(m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image"))));
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")),
                                     {.path = {}, .name = {}, .registry = {}, .isReplacing = true});
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    const auto details = m_cache->inspect("x:1");
    QVERIFY(details);
    QCOMPARE(details->summary.digest, textOf(m_cache->image.manifest.descriptor.digest));
}

void TestImageImport::refusesForeignRegistries()
{
    m_cache->source.putImage("ghcr.io", "a/b", m_cache->arm);
    m_cache->source.setTag("ghcr.io", "a/b", "1", m_cache->arm.manifest);
    QVERIFY(m_cache->write({"ghcr.io/a/b:1", "x:1"}, m_cache->place(QStringLiteral("image"))));
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    QCOMPARE(taken->refusedItems, 1);
    QCOMPARE(taken->refused[0].name, QByteArray("ghcr.io/a/b:1"));
    QCOMPARE(QByteArray::fromStdString(taken->refused[0].reason.english()),
             QByteArray("ghcr.io is not configured"));
    QVERIFY(
        !m_cache->target.store().catalogue().storedSize(m_cache->arm.layers[0].descriptor.digest));
}

void TestImageImport::namesTheNameless()
{
    const QString layout = m_cache->place(QStringLiteral("layout"));
    QVERIFY(m_cache->write({"x:1"}, layout));
    QByteArray index = contentOf(layout + QStringLiteral("/index.json"));
    index.replace("io.containerd.image.name", "io.example.ignored");
    index.replace("docker.io/library/x:1", "1");
    putFile(layout + QStringLiteral("/index.json"), index);

    const auto nameless = m_cache->read(layout);
    QCOMPARE(reasonOf(nameless), QByteArray());
    QCOMPARE(nameless->images, 0);
    QCOMPARE(nameless->refused[0].name, textOf(m_cache->image.manifest.descriptor.digest));
    QCOMPARE(QByteArray::fromStdString(nameless->refused[0].reason.english()),
             QByteArray("the archive does not say of which repository it is: give it a name"));
    const auto named = m_cache->read(layout, {.path = {}, .name = "quay.io/y:2", .registry = {}});
    QCOMPARE(reasonOf(named), QByteArray());
    QCOMPARE(named->images, 1);
    QVERIFY(m_cache->isWhole("quay.io/y:2"));
    const QByteArray other =
        "docker.io/library/y@" + textOf(m_cache->arm.manifest.descriptor.digest);
    QCOMPARE(reasonOf(m_cache->read(layout, {.path = {}, .name = other, .registry = {}})),
             other + " is another image than " + textOf(m_cache->image.manifest.descriptor.digest));
    QCOMPARE(reasonOf(m_cache->read(layout, {.path = {}, .name = "ghcr.io/y:2", .registry = {}})),
             QByteArray("ghcr.io is not configured"));
}

void TestImageImport::nameIsForOneImage()
{
    m_cache->source.putImage(hub, name, m_cache->arm);
    m_cache->source.setTag(hub, name, "arm", m_cache->arm.manifest);
    const QString layout = m_cache->place(QStringLiteral("layout"));
    QVERIFY(m_cache->write({"x:1", "x:arm"}, layout));
    QCOMPARE(reasonOf(m_cache->read(layout, {.path = {}, .name = "y:1", .registry = {}})),
             layout.toUtf8() + ": a name is for one image, and it has more");
    QVERIFY(m_cache->target.store().catalogue().repositories({}, 1).empty());
}

/// Its documents have no media type beside them, and what was pulled by digest has no tag.
void TestImageImport::storageOfAProxy()
{
    const QString root = m_cache->place(QStringLiteral("registry/docker/registry/v2"));
    const auto put = [&root](const QByteArray &bytes) {
        const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
        const QString hex = QString::fromStdString(digest.hex());
        putFile(root + QStringLiteral("/blobs/sha256/") + hex.left(2) + u'/' + hex +
                    QStringLiteral("/data"),
                bytes);
        return digest;
    };
    const auto revision = [&](const char *repository, const Digest &digest) {
        putFile(root + QStringLiteral("/repositories/") + QLatin1String(repository) +
                    QStringLiteral("/_manifests/revisions/sha256/") +
                    QString::fromStdString(digest.hex()) + QStringLiteral("/link"),
                textOf(digest));
    };
    const auto tag = [&](const char *repository, const char *one, const Digest &digest) {
        revision(repository, digest);
        putFile(root + QStringLiteral("/repositories/") + QLatin1String(repository) +
                    QStringLiteral("/_manifests/tags/") + QLatin1String(one) +
                    QStringLiteral("/current/link"),
                textOf(digest));
    };
    const auto withoutType = [](QByteArray document) {
        QJsonObject json = QJsonDocument::fromJson(document).object();
        json.remove(QStringLiteral("mediaType"));
        return QJsonDocument(json).toJson();
    };
    for (const TestImage &image : {m_cache->image, m_cache->arm}) {
        put(image.config.bytes);
        for (const Piece &layer : image.layers)
            put(layer.bytes);
        revision("library/x", put(image.manifest.bytes));
    }
    const Digest index = put(withoutType(testIndex({m_cache->image, m_cache->arm}).bytes));
    const Digest single = put(withoutType(m_cache->image.manifest.bytes));
    const Digest old = put(R"({"schemaVersion":1,"name":"x","fsLayers":[]})");
    tag("library/x", "all", index);
    tag("org/deep/y", "single", single);
    tag("org/deep/y", "old", old);

    const auto taken = m_cache->read(m_cache->place(QStringLiteral("registry")));
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 2);
    QCOMPARE(taken->missing, 0);
    QCOMPARE(taken->refusedItems, 1);
    QCOMPARE(taken->refused[0].name, QByteArray("docker.io/org/deep/y:old"));
    QCOMPARE(QByteArray::fromStdString(taken->refused[0].reason.english()),
             QByteArray("its manifest: it is no manifest of an image that clients take today"));
    const auto all = m_cache->inspect("x:all");
    QVERIFY(all);
    QCOMPARE(all->summary.mediaType, QByteArray("application/vnd.oci.image.index.v1+json"));
    QCOMPARE(all->platforms.size(), 2);
    QVERIFY(all->platforms[0].isComplete && all->platforms[1].isComplete);
    const auto one = m_cache->inspect("org/deep/y:single");
    QVERIFY(one);
    QCOMPARE(one->summary.mediaType, QByteArray("application/vnd.oci.image.manifest.v1+json"));
    QVERIFY(one->summary.isComplete);
}

void TestImageImport::pinsComeAlong()
{
    m_cache->source.store().setPinned(*m_cache->source.store().catalogue().find(hub, name), "1",
                                      true);
    const QString folder = m_cache->source.folder();
    m_cache->source.close(); // it writes its index.json
    const auto taken = m_cache->read(folder);
    QCOMPARE(reasonOf(taken), QByteArray());
    QCOMPARE(taken->images, 1);
    const auto id = m_cache->target.store().catalogue().find(hub, name);
    QVERIFY(id);
    QVERIFY(m_cache->target.store().catalogue().isPinned(*id, "1"));
}

void TestImageImport::whatIsPrivateStaysSo_data()
{
    QTest::addColumn<bool>("isExport");
    QTest::newRow("export") << true;
    QTest::newRow("data folder") << false;
}

void TestImageImport::whatIsPrivateStaysSo()
{
    QFETCH(const bool, isExport);
    m_cache->source.store().setVisibility(*m_cache->source.store().catalogue().find(hub, name),
                                          Visibility::Private);
    QString from = m_cache->source.folder();
    if (isExport) {
        from = m_cache->place(QStringLiteral("image"));
        QVERIFY(m_cache->write({"x:1"}, from));
    } else {
        m_cache->source.close(); // it writes its index.json
    }
    QCOMPARE(reasonOf(m_cache->read(from)), QByteArray());
    const auto id = m_cache->target.store().catalogue().find(hub, name);
    QVERIFY(id);
    QCOMPARE(m_cache->target.store().catalogue().access(*id).visibility, Visibility::Unproven);
}

void TestImageImport::againChangesNothing()
{
    QVERIFY(m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image"))));
    QVERIFY(m_cache->read(m_cache->place(QStringLiteral("image"))));
    const auto id = m_cache->target.store().catalogue().find(hub, name);
    QVERIFY(id);
    m_cache->target.store().setTag(
        *id, "1", {.digest = m_cache->image.manifest.descriptor.digest, .checkedAtMs = 5});
    const auto again = m_cache->read(m_cache->place(QStringLiteral("image")));
    QCOMPARE(reasonOf(again), QByteArray());
    QCOMPARE(again->images, 1);
    QCOMPARE(again->importedBytes, 0);
    QCOMPARE(m_cache->target.store().catalogue().tag(*id, "1")->checkedAtMs, 5);
}

void TestImageImport::stopsWhenThereIsNoRoom()
{
    QVERIFY(m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image"))));
    m_cache->target.reopen({.capacity = 1'000'000, .keepFree = 0});
    const auto taken = m_cache->read(m_cache->place(QStringLiteral("image")));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::NoRoom);
    QVERIFY(QDir(m_cache->target.folder() + QStringLiteral("/partial")).isEmpty());
}

QTEST_GUILESS_MAIN(TestImageImport)
#include "tst_imageimport.moc"
