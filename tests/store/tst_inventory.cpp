// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that an inventory finds what only the disk or only the catalogue has, believes no file
// whose bytes are wrong, and ends when it is told to; and that a store brings both to agree.
#include "core/limits.h"
#include "store/earlierschema.h"
#include "store/inventory.h"
#include "store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds();
    void oddNames();
    void largeFile();
    void manySteps();
    void stops();
    void storeAgreesWithItsFiles();

private:
    void run();
    Digest addFile(const QByteArray &bytes,
                   Digest::Algorithm algorithm = Digest::Algorithm::Sha256);

    QString folder() const { return m_folder->path() + QStringLiteral("/blobs/"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Catalogue> m_catalogue;
    std::mutex m_mutex; // of the rest
    std::vector<Digest> m_appeared;
    std::vector<Digest> m_vanished;
    std::vector<Digest> m_unread;
    std::atomic<int> m_finished{0};
};

void TestInventory::init()
{
    m_blobs.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto blobs = BlobStore::open(Layout(m_folder->path()), 0);
    QVERIFY(blobs);
    m_blobs = std::move(*blobs);
    m_catalogue = std::make_unique<Catalogue>();
    m_appeared.clear();
    m_vanished.clear();
    m_unread.clear();
}

void TestInventory::run()
{
    DiskPool pool(1);
    const auto note = [this](std::vector<Digest> &list, const Digest &digest) {
        const std::lock_guard lock(m_mutex);
        list.push_back(digest);
    };
    Inventory inventory(pool, *m_blobs, *m_catalogue,
                        {.appeared =
                             [&](const Digest &digest, std::int64_t size) {
                                 m_catalogue->setStored(digest, size);
                                 note(m_appeared, digest);
                             },
                         .vanished =
                             [&](const Digest &digest) {
                                 m_catalogue->setMissing(digest);
                                 note(m_vanished, digest);
                             },
                         .unread = [&](const Digest &manifest) { note(m_unread, manifest); },
                         .finished =
                             [this] {
                                 ++m_finished;
                             }});
    inventory.start();
    pool.drain();
    QCOMPARE(m_finished.exchange(0), 1);
}

Digest TestInventory::addFile(const QByteArray &bytes, Digest::Algorithm algorithm)
{
    const Digest digest = Digest::of(algorithm, bytes);
    if (!m_blobs->put(digest, bytes.size(), onePiece(bytes)))
        qFatal("a file cannot be written");
    return digest;
}

void TestInventory::finds()
{
    const Digest known = addFile("known");
    m_catalogue->setStored(known, 5);
    const Digest unknown = addFile("unknown");
    const Digest sha512 = addFile("sha512", Digest::Algorithm::Sha512);
    const Digest empty = addFile("");
    const Digest wrong = addFile("right bytes");
    replaceContents(folder() + QStringLiteral("sha256/") + QString::fromStdString(wrong.hex()),
                    "wrong bytes");
    const Digest gone = Digest::of(Digest::Algorithm::Sha256, "gone");
    m_catalogue->setStored(gone, 4);
    // A row that lies: the file is what its name says.
    const Digest misjudged = addFile("misjudged");
    m_catalogue->setStored(misjudged, 1);
    const RepositoryId repository = m_catalogue->ensureRepository("docker.io", "library/x");
    m_catalogue->link(repository, {.digest = known, .mediaType = "a/b", .size = 5}, true);
    run();
    std::vector expected{unknown, sha512, empty, misjudged};
    std::sort(expected.begin(), expected.end());
    std::sort(m_appeared.begin(), m_appeared.end());
    QCOMPARE(m_appeared, expected);
    QCOMPARE(m_vanished, (std::vector{gone, misjudged}));
    QCOMPARE(m_unread, std::vector{known});
    QCOMPARE(m_catalogue->storedSize(misjudged), 9);
    QCOMPARE(m_catalogue->storedSize(known), 5);
    // Twice finds nothing more.
    init();
    run();
    QVERIFY(m_appeared.empty() && m_vanished.empty());
}

void TestInventory::oddNames()
{
    QDir files(folder() + QStringLiteral("sha256"));
    QVERIFY(files.mkdir(QString(64, QLatin1Char('a'))));
    QVERIFY(QFile::link(QStringLiteral("/etc/hostname"),
                        files.filePath(QString(64, QLatin1Char('b')))));
    replaceContents(files.filePath(QStringLiteral("README")), "x");
    replaceContents(files.filePath(QString(64, QLatin1Char('A'))), "x");
    run();
    QVERIFY(m_appeared.empty());
}

void TestInventory::largeFile()
{
    const QByteArray bytes(limits::inventoryStepBytes * 2 + 1, 'x');
    const Digest digest = addFile(bytes);
    run();
    QCOMPARE(m_appeared, std::vector{digest});
    QCOMPARE(m_catalogue->storedSize(digest), bytes.size());
}

void TestInventory::manySteps()
{
    constexpr int count = static_cast<int>(limits::inventoryStepMax) + 10;
    for (int i = 0; i < count; ++i) {
        const QByteArray bytes = QByteArray::number(i);
        replaceContents(
            folder() + QStringLiteral("sha256/") +
                QString::fromStdString(Digest::of(Digest::Algorithm::Sha256, bytes).hex()),
            bytes);
        m_catalogue->setStored(
            Digest::of(Digest::Algorithm::Sha256, "gone" + QByteArray::number(i)), 1);
    }
    run();
    QCOMPARE(static_cast<int>(m_appeared.size()), count);
    QCOMPARE(static_cast<int>(m_vanished.size()), count);
}

void TestInventory::stops()
{
    addFile("unknown");
    DiskPool pool(1);
    Inventory inventory(pool, *m_blobs, *m_catalogue,
                        {.appeared = [](const Digest &, std::int64_t) { QFAIL("it goes on"); },
                         .vanished = [](const Digest &) {},
                         .unread = [](const Digest &) {},
                         .finished =
                             [] {
                                 QFAIL("it was stopped");
                             }});
    inventory.stop();
    inventory.start();
    pool.drain();
}

void TestInventory::storeAgreesWithItsFiles()
{
    StoreFixture fixture;
    const QByteArray layer("layer");
    const ManifestRecord image =
        manifestOf("layers", imageManifestType, {descriptorOf(layer, "a/b")});
    fixture.put("library/x", "latest", image);
    const Digest removed = fixture.download("removed");
    fixture.close();
    // Killed between a file and its row; somebody else has removed another; and the database is of
    // a version that did not know what manifests name.
    QVERIFY(QFile::remove(fixture.blobPath(removed)));
    replaceContents(fixture.blobPath(image.children.front().digest), layer);
    for (const QString &statement : backToSchema(1))
        fixture.sql(statement);
    QVERIFY(QFile::remove(fixture.path(QStringLiteral("index.json"))));
    fixture.open();
    QTRY_COMPARE(fixture.catalogue().storedSize(image.children.front().digest), layer.size());
    QTRY_VERIFY(!fixture.catalogue().storedSize(removed));
    QTRY_VERIFY(fixture.catalogue().children(image.descriptor.digest));
    fixture.close();
    QCOMPARE(fixture.sql(QStringLiteral("SELECT count(*) FROM contents WHERE size IS NOT NULL")),
             2);
    QCOMPARE(fixture.sql(QStringLiteral("SELECT count(*) FROM children")), 1);
    QVERIFY(fixture.warnings().isEmpty());
}

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
