// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that an eviction does no harm to what changes between its plan and its steps: what is
// linked, pinned, opened or brought meanwhile stays, and is planned anew.
#include "store/cataloguedata.h"
#include "store/eviction.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace lanyard;
using namespace lanyard::store;

class TestEviction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingChanges();
    void changesMeanwhile_data();
    void changesMeanwhile();
    void openedMeanwhile();
    void broughtMeanwhile();
    void rowsGoBeforeFiles();

private:
    static Digest digestOf(const QByteArray &bytes)
    {
        return Digest::of(Digest::Algorithm::Sha256, bytes);
    }

    static Descriptor descriptorOf(const QByteArray &bytes)
    {
        return {.digest = digestOf(bytes), .mediaType = "a/b", .size = bytes.size()};
    }

    void addImage(const QByteArray &manifest, const QByteArray &layer, const char *tag)
    {
        for (const QByteArray &bytes : {manifest, layer})
            QVERIFY(m_blobs->put(digestOf(bytes), bytes.size(), onePiece(bytes)));
        m_ledger->setStored(digestOf(layer), layer.size());
        m_ledger->addManifest(m_repository, descriptorOf(manifest), {descriptorOf(layer)});
        m_ledger->setTag(m_repository, tag, {.digest = digestOf(manifest)});
    }

    Eviction evictionOf(const std::string &tag)
    {
        EvictionTerms terms;
        terms.chosen = {{.repository = m_repository, .name = tag}};
        return Eviction({.blobs = *m_blobs,
                         .ledger = *m_ledger,
                         .uses = m_uses,
                         .inUse = m_inUse,
                         .clock = m_clock},
                        terms);
    }

    bool isStored(const QByteArray &bytes) const
    {
        return m_ledger->catalogue().storedSize(digestOf(bytes)).has_value();
    }

    bool hasFile(const QByteArray &bytes) const
    {
        return m_blobs->contentStamp(digestOf(bytes)).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Index> m_index;
    std::unique_ptr<Ledger> m_ledger;
    UseLog m_uses;
    ContentUse m_inUse;
    RepositoryId m_repository = 0;
};

void TestEviction::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const Layout layout(m_folder->path());
    auto blobs = BlobStore::open(layout, 0);
    QVERIFY(blobs);
    m_blobs = std::move(*blobs);
    m_index = std::make_unique<Index>(layout.databaseFile(), m_clock, [](const Message &) {});
    auto opened = m_index->open(Index::Access::ReadWrite);
    QVERIFY(opened);
    m_ledger = std::make_unique<Ledger>(*m_index, std::move(opened->catalogue));
    m_ledger->begin();
    m_repository = m_ledger->ensureRepository("docker.io", "x");
    addImage("one", "layer", "1");
}

void TestEviction::cleanup()
{
    m_index.reset();
    m_ledger.reset();
    m_blobs.reset();
    m_folder.reset();
}

void TestEviction::nothingChanges()
{
    Eviction eviction = evictionOf("1");
    QCOMPARE(eviction.plan().images.size(), 1U);
    while (eviction.step()) {
    }
    QCOMPARE(eviction.outcome().images, 1U);
    QCOMPARE(eviction.outcome().files, 2U);
    QCOMPARE(eviction.outcome().freedBytes, 8);
    for (const char *bytes : {"one", "layer"}) {
        QVERIFY(!isStored(bytes));
        QVERIFY(!hasFile(bytes));
    }
}

void TestEviction::changesMeanwhile_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("isOneStored");
    QTest::addColumn<bool>("isTwoStored");
    QTest::newRow("another image names the layer") << QByteArray("image") << false << true;
    QTest::newRow("the tag is pinned") << QByteArray("pin") << true << false;
}

void TestEviction::changesMeanwhile()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, isOneStored);
    QFETCH(bool, isTwoStored);
    Eviction eviction = evictionOf("1");
    QCOMPARE(eviction.plan().images.front().links.size(), 2U);
    if (change == "image")
        addImage("two", "layer", "2");
    else
        m_ledger->setPinned(m_repository, "1", true);
    while (eviction.step()) {
    }
    QVERIFY(isStored("layer"));
    QVERIFY(hasFile("layer"));
    QVERIFY(m_ledger->catalogue().content(m_repository, digestOf("layer")));
    QCOMPARE(isStored("one"), isOneStored);
    QCOMPARE(isStored("two"), isTwoStored);
}

void TestEviction::openedMeanwhile()
{
    Eviction eviction = evictionOf("1");
    QCOMPARE(eviction.plan().images.front().files.size(), 2U);
    const ContentUse::Hold hold = m_inUse.hold(digestOf("layer"));
    while (eviction.step()) {
    }
    QVERIFY(hasFile("layer"));
    QVERIFY(isStored("layer"));
    QVERIFY(!hasFile("one"));
}

void TestEviction::broughtMeanwhile()
{
    std::atomic<bool> isOnItsWay{false};
    std::atomic<bool> isPut{false};
    std::thread bringer;
    {
        const BlobStore::Removal removal(*m_blobs, {digestOf("layer")});
        bringer = std::thread([&] {
            isOnItsWay = true;
            isPut = m_blobs->put(digestOf("layer"), 5, onePiece("layer")).has_value();
        });
        QTRY_VERIFY(isOnItsWay);
        QVERIFY(!isPut);
        QVERIFY(removal.remove(digestOf("layer")));
        QVERIFY(!hasFile("layer"));
    }
    bringer.join();
    QVERIFY(isPut);
    QVERIFY(hasFile("layer"));
}

/// Who is killed after any step finds no row without its file.
void TestEviction::rowsGoBeforeFiles()
{
    Eviction eviction = evictionOf("1");
    eviction.plan();
    bool hasMore = true;
    while (hasMore) {
        hasMore = eviction.step();
        // As the next process would see it.
        Index other(Layout(m_folder->path()).databaseFile(), m_clock, [](const Message &) {});
        const auto opened = other.open(Index::Access::ReadWrite);
        QVERIFY(opened);
        for (const char *bytes : {"one", "layer"})
            QVERIFY(!opened->catalogue->storedSize(digestOf(bytes)) || hasFile(bytes));
    }
    QVERIFY(!hasFile("one"));
}

QTEST_GUILESS_MAIN(TestEviction)
#include "tst_eviction.moc"
