// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a store whose database is lost, damaged or an older copy has everything again that
// index.json names, with links, tags and edges, and says so once; and that content which is not
// what it was is not served.
#include "store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestRebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartIsNoLoss();
    void lostDatabase_data();
    void lostDatabase();
    void killedBeforeTheRebuild();
    void withoutImageIndex();
    void olderCopy();
    void staleImageIndexIsNotTakenIn();
    void sharedAndNested();
    void wrongSizes_data();
    void wrongSizes();
    void unreadableWhileServing();

private:
    void addImages();
    void verifyImages();

    std::unique_ptr<StoreFixture> m_fixture;
    QByteArray m_layer = QByteArray(10'000, 'l');
    ManifestRecord m_image =
        manifestOf("layers", imageManifestType, {descriptorOf(m_layer, "a/b")});
    ManifestRecord m_index = manifestOf("manifests", imageIndexType, {m_image.descriptor});
    ManifestRecord m_untagged = manifestOf("blobs", imageManifestType, {});
};

void TestRebuild::init()
{
    m_fixture = std::make_unique<StoreFixture>();
}

void TestRebuild::cleanup()
{
    m_fixture.reset();
}

/// An index with one image, its layer, and a manifest that was asked for by its digest.
void TestRebuild::addImages()
{
    m_fixture->put("library/x", "latest", m_index);
    m_fixture->put("library/x", m_image);
    m_fixture->put("library/y", m_untagged);
    QCOMPARE(m_fixture->download(m_layer), m_image.children.front().digest);
}

void TestRebuild::verifyImages()
{
    const Catalogue &catalogue = m_fixture->catalogue();
    const auto x = catalogue.find("docker.io", "library/x");
    const auto y = catalogue.find("docker.io", "library/y");
    QVERIFY(x && y);
    QCOMPARE(catalogue.tag(*x, "latest")->digest, m_index.descriptor.digest);
    for (const ManifestRecord &manifest : {m_index, m_image}) {
        const auto content = catalogue.content(*x, manifest.descriptor.digest);
        QVERIFY(content && content->isManifest && content->isStored);
        QCOMPARE(content->mediaType, manifest.descriptor.mediaType);
        QCOMPARE(content->size, manifest.bytes.size());
        QCOMPARE(catalogue.children(manifest.descriptor.digest),
                 std::vector{manifest.children.front().digest});
    }
    QVERIFY(catalogue.content(*y, m_untagged.descriptor.digest)->isManifest);
    QVERIFY(!catalogue.content(*y, m_image.descriptor.digest));
    const auto layer = catalogue.content(*x, m_image.children.front().digest);
    QVERIFY(layer && layer->isStored && !layer->isManifest);
    QVERIFY(m_fixture->store().openContent(m_image.children.front().digest));
    QCOMPARE(m_fixture->store().readManifest(m_image.descriptor.digest), m_image.bytes);
}

void TestRebuild::firstStartIsNoLoss()
{
    QTest::qWait(0);
    QVERIFY(m_fixture->warnings().isEmpty());
    m_fixture->open();
    QTest::qWait(0);
    QVERIFY(m_fixture->warnings().isEmpty());
    QVERIFY(m_fixture->putAside().isEmpty());
}

void TestRebuild::lostDatabase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPutAside");
    QTest::newRow("missing") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("no database") << QByteArray(10'000, 'x') << true;
    QTest::newRow("the head of one")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8000, '\7') << true;
    QTest::newRow("a folder") << QByteArray("folder") << true;
}

void TestRebuild::lostDatabase()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isPutAside);
    addImages();
    m_fixture->close();
    const QString path = m_fixture->path(QStringLiteral("lanyard.db"));
    QVERIFY(QFile::remove(path));
    if (bytes == "folder")
        QVERIFY(QDir().mkdir(path));
    else if (!bytes.isNull())
        replaceContents(path, bytes);
    m_fixture->open();
    verifyImages();
    QTRY_COMPARE(m_fixture->warnings().size(), 1);
    const QString warning = m_fixture->warnings().front();
    QVERIFY2(warning.endsWith(QStringLiteral("of 2 images in index.json, 2 are there")),
             qPrintable(warning));
    QVERIFY2(!isPutAside || warning.contains(path), qPrintable(warning));
    QCOMPARE(m_fixture->putAside().size(), isPutAside ? 1 : 0);
    if (isPutAside) {
        const QString aside = m_fixture->path(m_fixture->putAside().front());
        QVERIFY2(warning.contains(QFileInfo(aside).fileName()), qPrintable(warning));
        if (bytes != "folder")
            QCOMPARE(contentsOf(aside), bytes);
    }
    // And the new database has it, without another look at index.json.
    m_fixture->open();
    verifyImages();
    QTest::qWait(0);
    QVERIFY(m_fixture->warnings().isEmpty());
    QCOMPARE(m_fixture->sql(QStringLiteral("SELECT count(*) FROM tags")), 1);
}

void TestRebuild::killedBeforeTheRebuild()
{
    addImages();
    m_fixture->close();
    // What a kill leaves between putting aside and the first rows: the tables, and nothing in them.
    for (const char *table : {"children", "tags", "links", "contents", "image_index"})
        m_fixture->sql(QStringLiteral("DELETE FROM ") + QLatin1String(table));
    m_fixture->open();
    verifyImages();
    // And between the database and its log.
    m_fixture->close();
    QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    replaceContents(m_fixture->path(QStringLiteral("lanyard.db-wal")), "left behind");
    m_fixture->open();
    verifyImages();
    QTRY_COMPARE(m_fixture->warnings().size(), 1);
    QCOMPARE(m_fixture->putAside().size(), 1);
    QVERIFY(m_fixture->putAside().front().endsWith(QStringLiteral("-wal")));
}

void TestRebuild::withoutImageIndex()
{
    addImages();
    m_fixture->close();
    QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("index.json"))));
    m_fixture->open();
    QTRY_COMPARE(m_fixture->warnings().size(), 1);
    // Nobody knows whose it is; but it is there, for those who have a right to it.
    QVERIFY(!m_fixture->catalogue().find("docker.io", "library/x"));
    QTRY_VERIFY(m_fixture->catalogue().storedSize(m_image.children.front().digest));
    QTRY_VERIFY(m_fixture->catalogue().storedSize(m_untagged.descriptor.digest));
}

void TestRebuild::olderCopy()
{
    m_fixture->put("library/x", "latest", m_image);
    m_fixture->put("library/x", "kept", m_image);
    m_fixture->close();
    const QString path = m_fixture->path(QStringLiteral("lanyard.db"));
    const QByteArray older = contentsOf(path);
    m_fixture->open();
    addImages();
    m_fixture->close();
    replaceContents(path, older);
    m_fixture->open();
    // Its manifest was known before: the layer is found by looking at the files.
    QTRY_VERIFY(m_fixture->catalogue().storedSize(m_image.children.front().digest));
    verifyImages();
    const auto x = m_fixture->catalogue().find("docker.io", "library/x");
    QVERIFY(m_fixture->catalogue().tag(*x, "kept"));
    // What came back came back for good.
    m_fixture->open();
    verifyImages();
    QVERIFY(m_fixture->warnings().isEmpty());
}

void TestRebuild::staleImageIndexIsNotTakenIn()
{
    addImages();
    m_fixture->close();
    m_fixture->sql(QStringLiteral("DELETE FROM tags"));
    m_fixture->open();
    // Killed before index.json was written anew, a tag that was removed stays so.
    QVERIFY(!m_fixture->catalogue().tag(*m_fixture->catalogue().find("docker.io", "library/x"),
                                        "latest"));
}

void TestRebuild::sharedAndNested()
{
    addImages();
    m_fixture->put("library/other", "same", m_image);
    const ManifestRecord outer = manifestOf(
        "manifests", imageIndexType,
        {m_index.descriptor, descriptorOf("not here", imageManifestType), m_image.descriptor});
    m_fixture->put("library/z", "nested", outer);
    m_fixture->close();
    QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    m_fixture->open();
    verifyImages();
    const Catalogue &catalogue = m_fixture->catalogue();
    const auto z = catalogue.find("docker.io", "library/z");
    QVERIFY(z);
    QVERIFY(catalogue.content(*z, m_image.children.front().digest)->isStored);
    QVERIFY(!catalogue.content(*z, outer.children[1].digest)->isStored);
    QCOMPARE(catalogue.roots(*z).size(), 1U);
    const auto other = catalogue.find("docker.io", "library/other");
    QVERIFY(catalogue.content(*other, m_image.children.front().digest)->isStored);
    QCOMPARE(catalogue.children(outer.descriptor.digest)->size(), 3U);
}

void TestRebuild::wrongSizes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isDatabaseLost");
    QTest::newRow("truncated") << 5'000 << false;
    QTest::newRow("emptied") << 0 << false;
    QTest::newRow("extended") << 20'000 << false;
    QTest::newRow("truncated, and the database is lost") << 5'000 << true;
    QTest::newRow("extended, and the database is lost") << 20'000 << true;
}

void TestRebuild::wrongSizes()
{
    QFETCH(int, size);
    QFETCH(bool, isDatabaseLost);
    addImages();
    const Digest layer = m_image.children.front().digest;
    if (isDatabaseLost) {
        m_fixture->close();
        QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    }
    QVERIFY(QFile::resize(m_fixture->blobPath(layer), size));
    if (isDatabaseLost)
        m_fixture->open();
    QCOMPARE(m_fixture->store().openContent(layer).error().code,
             isDatabaseLost ? ErrorCode::NotFound : ErrorCode::Corrupt);
    const auto x = m_fixture->catalogue().find("docker.io", "library/x");
    QVERIFY(!m_fixture->catalogue().content(*x, layer)->isStored);
    // It does not come back by itself, and does by a download.
    m_fixture->open();
    QVERIFY(!m_fixture->store().openContent(layer));
    m_fixture->download(m_layer);
    QVERIFY(m_fixture->store().openContent(layer));
}

void TestRebuild::unreadableWhileServing()
{
    addImages();
    const Digest layer = m_image.children.front().digest;
    m_fixture->store().reportUnreadable(layer);
    QVERIFY(!m_fixture->store().openContent(layer));
    m_fixture->download(m_layer);
    QVERIFY(m_fixture->store().openContent(layer));
}

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
