// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the index gives back what it was given, that its version is checked, that a start
// reads 100,000 pieces of content at once, that no failure of it stops anything, and that a damaged
// database is put aside and written anew.
#include "core/limits.h"
#include "store/earlierschema.h"
#include "store/index.h"
#include "store/indexschema.h"
#include "support/manualclock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

namespace {

Digest digestOf(int number)
{
    return Digest::of(Digest::Algorithm::Sha256, QByteArray::number(number));
}

const std::string manifestType = "application/vnd.oci.image.manifest.v1+json";

} // namespace

class TestIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void roundTrip();
    void sameChangesTwice();
    void rowsThatWereDeleted();
    void schemaVersion();
    void contradictingRows();
    void earlierSchema();
    void damageWhileWriting_data();
    void damageWhileWriting();
    void damageWithoutEnd();
    void fillsFromTheCatalogue();
    void whatIsBehindDoesNotAgree();
    void manyRows();
    void fullQueue();

private:
    void open();
    QVariant sql(const QString &statement) const;
    QStringList putAside() const;

    QString path() const { return m_folder->filePath(QStringLiteral("lanyard.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Index> m_index;
    std::unique_ptr<Catalogue> m_data;
    OpenedIndex m_opened;
    test::ManualClock m_clock;
    std::mutex m_mutex;
    QStringList m_failures; // guarded by m_mutex
};

void TestIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_failures.clear();
    open();
}

void TestIndex::cleanup()
{
    m_index.reset();
    m_folder.reset();
}

void TestIndex::open()
{
    m_index.reset(); // writes all
    m_index = std::make_unique<Index>(path(), m_clock, [this](const Message &message) {
        const std::lock_guard lock(m_mutex);
        m_failures += QString::fromStdString(message.english());
    });
    auto opened = m_index->open(Index::Access::ReadWrite);
    QVERIFY2(opened, opened ? "" : opened.error().message.english().c_str());
    m_opened = std::move(*opened);
    m_data = std::make_unique<Catalogue>(std::move(m_opened.catalogue));
    m_index->begin(*m_data, false);
}

/// A statement on the closed database; the first value of its first row.
QVariant TestIndex::sql(const QString &statement) const
{
    QVariant value;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("t"));
        database.setDatabaseName(path());
        QSqlQuery query(database);
        if (database.open() && query.exec(statement) && query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("t"));
    return value;
}

/// The names of the databases that were put aside.
QStringList TestIndex::putAside() const
{
    return QDir(m_folder->path()).entryList({QStringLiteral("lanyard.db.corrupt-*")});
}

void TestIndex::roundTrip()
{
    const Digest sha512 = Digest::of(Digest::Algorithm::Sha512, "x");
    const Descriptor manifest{.digest = digestOf(1), .mediaType = manifestType, .size = 10};
    const Descriptor layer{.digest = sha512, .mediaType = "", .size = 20};
    m_index->post({
        RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"},
        RepositoryAdded{.repository = 1, .registry = "docker.io", .name = "library/y"},
        RepositoryAdded{.repository = 2, .registry = "quay.io", .name = "library/x"},
        ContentStored{.digest = digestOf(1), .size = 10},
        ContentLinked{.repository = 0, .descriptor = manifest, .isManifest = true},
        ContentLinked{.repository = 2, .descriptor = layer, .isManifest = false},
        TagSet{.repository = 0, .tag = "latest", .digest = digestOf(1), .checkedAtMs = 5},
        TagSet{.repository = 0, .tag = "latest", .digest = digestOf(1), .checkedAtMs = 6},
        TagSet{.repository = 2, .tag = "named-only", .digest = digestOf(2), .checkedAtMs = 7},
        TagSet{.repository = 2, .tag = "removed", .digest = digestOf(2), .checkedAtMs = 8},
        TagRemoved{.repository = 2, .tag = "removed"},
        ManifestRead{.manifest = digestOf(1), .children = {sha512, digestOf(2), sha512}},
        ManifestRead{.manifest = digestOf(4), .children = {digestOf(2)}},
        ImageIndexWritten{.stamp = {.size = 1, .modifiedAtNs = 2}},
        ImageIndexWritten{.stamp = {.size = 3, .modifiedAtNs = 4}},
        ContentStored{.digest = digestOf(3), .size = 30},
        ContentMissing{.digest = digestOf(3)},
        ContentUsed{.repository = 0, .digest = digestOf(1), .usedAtMs = 50, .pulls = 2},
        ContentUsed{.repository = 0, .digest = digestOf(1), .usedAtMs = 60, .pulls = 3},
    });
    open();
    const auto x = m_data->find("docker.io", "library/x");
    const auto quay = m_data->find("quay.io", "library/x");
    QVERIFY(x && quay);
    const auto content = m_data->content(*x, digestOf(1));
    QVERIFY(content && content->isManifest && content->isStored);
    QCOMPARE(content->size, 10);
    QCOMPARE(content->mediaType, manifestType);
    QCOMPARE(content->usedAtMs, 60);
    QCOMPARE(content->pulls, 5U);
    const auto named = m_data->content(*quay, sha512);
    QVERIFY(named && !named->isManifest && !named->isStored);
    QCOMPARE(named->size, 20);
    QCOMPARE(named->mediaType, "");
    QCOMPARE(m_data->tag(*x, "latest")->checkedAtMs, 6);
    QCOMPARE(m_data->tag(*quay, "named-only")->digest, digestOf(2));
    QVERIFY(!m_data->tag(*quay, "removed"));
    QVERIFY(!m_data->storedSize(digestOf(3)));
    QCOMPARE(m_data->children(digestOf(1))->size(), 2U);
    QVERIFY(std::ranges::count(*m_data->children(digestOf(1)), sha512) == 1);
    QVERIFY(!m_data->children(digestOf(2)));
    QVERIFY((m_opened.imageIndex == FileStamp{.size = 3, .modifiedAtNs = 4}));
    // A repository has a row when something is in it.
    QVERIFY(!m_data->find("docker.io", "library/y"));
    QVERIFY(m_failures.isEmpty());
}

void TestIndex::sameChangesTwice()
{
    const Descriptor manifest{.digest = digestOf(1), .mediaType = manifestType, .size = 10};
    const Descriptor hearsay{.digest = digestOf(1), .mediaType = "a/b", .size = 11};
    const Descriptor unknown{.digest = digestOf(1), .mediaType = "", .size = 10};
    for (int i = 0; i < 2; ++i) {
        m_index->post({
            RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"},
            ContentLinked{.repository = 0, .descriptor = manifest, .isManifest = true},
            ContentLinked{.repository = 0, .descriptor = hearsay, .isManifest = false},
            ContentLinked{.repository = 0, .descriptor = unknown, .isManifest = true},
            ContentUsed{.repository = 0, .digest = digestOf(1), .usedAtMs = 99},
            ContentUsed{.repository = 0, .digest = digestOf(7), .usedAtMs = 99},
        });
        open();
        const auto content = m_data->content(0, digestOf(1));
        QVERIFY(content && content->isManifest);
        QCOMPARE(content->size, 10);
        QCOMPARE(content->mediaType, manifestType);
    }
    m_index.reset();
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM links")), 1);
    QCOMPARE(sql(QStringLiteral("SELECT used_at_ms FROM links")), 99);
    QVERIFY(m_failures.isEmpty());
}

void TestIndex::rowsThatWereDeleted()
{
    // Row numbers with gaps: what is left keeps its links.
    std::vector<IndexChange> changes;
    for (RepositoryId i = 0; i < 10; ++i) {
        const int number = static_cast<int>(i);
        changes.emplace_back(RepositoryAdded{
            .repository = i, .registry = "docker.io", .name = "library/" + std::to_string(i)});
        changes.emplace_back(ContentLinked{
            .repository = i,
            .descriptor = {.digest = digestOf(number), .mediaType = "a/b", .size = number},
            .isManifest = false});
        changes.emplace_back(TagSet{.repository = i, .tag = "t", .digest = digestOf(number)});
    }
    m_index->post(changes);
    m_index.reset();
    sql(QStringLiteral("DELETE FROM links WHERE size IN (2, 5)"));
    sql(QStringLiteral("DELETE FROM tags WHERE content IN (3, 6)"));
    sql(QStringLiteral("DELETE FROM contents WHERE id IN (3, 6)"));
    sql(QStringLiteral("DELETE FROM repositories WHERE name IN ('library/2', 'library/5')"));
    open();
    for (int i = 0; i < 10; ++i) {
        const auto repository = m_data->find("docker.io", "library/" + std::to_string(i));
        QCOMPARE(repository.has_value(), i != 2 && i != 5);
        if (!repository)
            continue;
        QCOMPARE(m_data->content(*repository, digestOf(i))->size, i);
        QCOMPARE(m_data->tag(*repository, "t")->digest, digestOf(i));
    }
    // Ids and rows differ now; changes go to the right rows.
    const auto last = *m_data->find("docker.io", "library/9");
    m_index->post({TagRemoved{.repository = last, .tag = "t"}});
    open();
    QVERIFY(!m_data->tag(*m_data->find("docker.io", "library/9"), "t"));
    QVERIFY(m_data->tag(*m_data->find("docker.io", "library/8"), "t"));
}

void TestIndex::schemaVersion()
{
    m_index.reset();
    QCOMPARE(sql(QStringLiteral("PRAGMA user_version")), indexschema::schema().version());
    QCOMPARE(sql(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
    sql(QStringLiteral("PRAGMA user_version = %1").arg(indexschema::schema().version() + 1));
    Index later(path(), m_clock, [](const Message &) {});
    const auto data = later.open(Index::Access::ReadWrite);
    QVERIFY(!data);
    QVERIFY(QString::fromStdString(data.error().message.english()).startsWith(path()));
}

void TestIndex::contradictingRows()
{
    m_index.reset();
    sql(QStringLiteral("INSERT INTO links (repository, content, size, is_manifest)"
                       " VALUES (1, 2, 3, 0)"));
    open();
    QCOMPARE(m_opened.origin, OpenedIndex::Origin::Replaced);
    const std::string damage = m_opened.damage.english();
    QVERIFY2(damage.find("contradict") != std::string::npos, damage.c_str());
    QCOMPARE(m_data->repositoryCount(), 0U);
    // A second one in the same second has a name of its own.
    m_index.reset();
    QCOMPARE(putAside(), (QStringList{QStringLiteral("lanyard.db.corrupt-20010909T014640Z")}));
    sql(QStringLiteral("DROP TABLE links"));
    open();
    QCOMPARE(m_opened.origin, OpenedIndex::Origin::Replaced);
    QCOMPARE(putAside(), (QStringList{QStringLiteral("lanyard.db.corrupt-20010909T014640Z"),
                                      QStringLiteral("lanyard.db.corrupt-20010909T014640Z.2")}));
    QVERIFY(m_failures.isEmpty()); // who opens it says so
}

void TestIndex::earlierSchema()
{
    m_index->post({RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"},
                   TagSet{.repository = 0, .tag = "t", .digest = digestOf(1)}});
    m_index.reset();
    for (const QString &statement : test::backToSchema(1))
        sql(statement);
    open();
    QCOMPARE(m_opened.origin, OpenedIndex::Origin::Read);
    QVERIFY(!m_opened.imageIndex);
    QVERIFY(m_data->tag(0, "t"));
    // Nobody knows with what it was read.
    QCOMPARE(m_data->access(0).visibility, Visibility::Unproven);
    m_index->post({ManifestRead{.manifest = digestOf(1), .children = {digestOf(2)}}});
    open();
    QCOMPARE(m_data->children(digestOf(1)), std::vector{digestOf(2)});
}

void TestIndex::damageWhileWriting_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("removed") << QByteArray();
    QTest::newRow("another file") << QByteArray(20'000, 'x');
}

void TestIndex::damageWhileWriting()
{
    QFETCH(QByteArray, bytes);
    // As Store does it: the change is posted, then made.
    const auto change = [this](const std::string &tag) {
        m_index->post({TagSet{.repository = 0, .tag = tag, .digest = digestOf(1)}});
        m_data->setTag(0, tag, {.digest = digestOf(1)});
    };
    m_index->post({RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"}});
    m_data->ensureRepository("docker.io", "library/x");
    change("before");
    const auto isWritten = [this] {
        return sql(QStringLiteral("SELECT count(*) FROM tags")).toInt() == 1;
    };
    QTRY_VERIFY(isWritten());
    QVERIFY(QFile::remove(path()));
    if (!bytes.isEmpty()) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    change("after");
    const auto told = [this] {
        const std::lock_guard lock(m_mutex);
        return m_failures;
    };
    QTRY_COMPARE(told().size(), 1);
    QVERIFY2(told().first().contains(QStringLiteral("written anew")), qPrintable(told().first()));
    change("later");
    open();
    QCOMPARE(m_opened.origin, OpenedIndex::Origin::Read);
    for (const char *tag : {"before", "after", "later"})
        QVERIFY2(m_data->tag(0, tag), tag);
    QCOMPARE(told().size(), 1);
}

void TestIndex::damageWithoutEnd()
{
    m_index->post({RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"}});
    m_data->ensureRepository("docker.io", "library/x");
    const auto toldCount = [this] {
        const std::lock_guard lock(m_mutex);
        return m_failures.size();
    };
    for (int i = 0; i <= limits::indexReplacementsMax; ++i) {
        QVERIFY(QFile::remove(path()));
        m_index->post({TagSet{.repository = 0, .tag = "t", .digest = digestOf(1)}});
        QTRY_COMPARE(toldCount(), i + 1);
    }
    QVERIFY(m_failures.last().contains(QStringLiteral("no more")));
    m_index->post({TagSet{.repository = 0, .tag = "u", .digest = digestOf(1)}});
    m_index.reset();
    QCOMPARE(toldCount(), limits::indexReplacementsMax + 1);
}

void TestIndex::fillsFromTheCatalogue()
{
    const Descriptor manifest{.digest = digestOf(1), .mediaType = manifestType, .size = 10};
    const Descriptor child{.digest = digestOf(2), .mediaType = "a/b", .size = 20};
    Catalogue catalogue;
    for (int i = 0; i < 2500; ++i) {
        const RepositoryId repository =
            catalogue.ensureRepository("docker.io:5000", "library/" + std::to_string(i));
        catalogue.setStored(digestOf(i), i);
        catalogue.link(repository, {.digest = digestOf(i), .mediaType = "a/b", .size = i}, false);
        catalogue.link(0, {.digest = digestOf(i), .mediaType = "a/b", .size = i}, false);
        catalogue.setTag(0, std::to_string(i), {.digest = digestOf(i), .checkedAtMs = i});
    }
    catalogue.link(7, manifest, true);
    catalogue.setChildren(digestOf(1), {digestOf(2)});
    catalogue.link(7, child, false);
    catalogue.setPinned(7, "pinned", true);
    catalogue.setSeen(7, "pinned", {.digest = digestOf(2), .seenAtMs = 17});
    m_index.reset();
    QVERIFY(QFile::remove(path()));
    m_index = std::make_unique<Index>(path(), m_clock, [](const Message &) {});
    QCOMPARE(m_index->open(Index::Access::ReadWrite)->origin, OpenedIndex::Origin::Made);
    m_index->begin(catalogue, true);
    open();
    QCOMPARE(m_data->repositoryCount(), catalogue.repositoryCount());
    const auto first = *m_data->find("docker.io:5000", "library/0");
    QCOMPARE(m_data->tags(first).size(), catalogue.tags(0).size());
    for (int i = 0; i < 2500; ++i) {
        QCOMPARE(m_data->storedSize(digestOf(i)), i);
        QVERIFY(m_data->content(first, digestOf(i)));
        QCOMPARE(m_data->tag(first, std::to_string(i))->checkedAtMs, i);
        QVERIFY(m_data->find("docker.io:5000", "library/" + std::to_string(i)));
    }
    const auto seventh = *m_data->find("docker.io:5000", "library/7");
    QVERIFY(m_data->content(seventh, digestOf(1))->isManifest);
    QVERIFY(!m_data->content(seventh, digestOf(2))->isManifest);
    QCOMPARE(m_data->children(digestOf(1)), std::vector{digestOf(2)});
    QVERIFY(m_data->isPinned(seventh, "pinned"));
    QCOMPARE(m_data->seenTag(seventh, "pinned")->digest, digestOf(2));
    QCOMPARE(m_data->seenTag(seventh, "pinned")->seenAtMs, 17);
}

void TestIndex::whatIsBehindDoesNotAgree()
{
    const FileStamp stamp{.size = 7, .modifiedAtNs = 9};
    m_index->post({ImageIndexWritten{.stamp = stamp}});
    open();
    QVERIFY(m_opened.imageIndex == stamp);
    // Too much at once: something is lost, and what is written next does not hide that.
    std::vector<IndexChange> changes;
    for (std::size_t i = 0; i <= limits::indexQueueMax; ++i)
        changes.emplace_back(ContentMissing{.digest = digestOf(1)});
    m_index->post(changes);
    const auto isTold = [this] {
        const std::lock_guard lock(m_mutex);
        return !m_failures.isEmpty();
    };
    QTRY_VERIFY(isTold());
    m_index->post({ImageIndexWritten{.stamp = {.size = 8, .modifiedAtNs = 10}}});
    open();
    QVERIFY(m_opened.imageIndex == stamp);
}

void TestIndex::manyRows()
{
    // LANYARD_TEST_ROWS=1000000 measures what a start takes; the index is filled in batches that
    // its queue holds.
    const int rows = qEnvironmentVariableIntValue("LANYARD_TEST_ROWS") > 0
                         ? qEnvironmentVariableIntValue("LANYARD_TEST_ROWS")
                         : 100'000;
    constexpr int perBatch = 10'000;
    constexpr int perRepository = 100;
    constexpr int perManifest = 10;
    for (int at = 0; at < rows; at += perBatch) {
        std::vector<IndexChange> changes;
        for (int i = at; i < at + perBatch; ++i) {
            const auto repository = static_cast<RepositoryId>(i / perRepository);
            if (i % perRepository == 0) {
                changes.emplace_back(RepositoryAdded{.repository = repository,
                                                     .registry = "docker.io",
                                                     .name = std::to_string(repository)});
            }
            const Descriptor descriptor{.digest = digestOf(i), .mediaType = "a/b", .size = i};
            changes.emplace_back(ContentStored{.digest = descriptor.digest, .size = i});
            changes.emplace_back(ContentLinked{
                .repository = repository, .descriptor = descriptor, .isManifest = false});
            if (i % perManifest == 0) {
                std::vector<Digest> children;
                for (int child = i + 1; child <= i + perManifest; ++child)
                    children.push_back(digestOf(child));
                changes.emplace_back(
                    ManifestRead{.manifest = descriptor.digest, .children = std::move(children)});
                changes.emplace_back(TagSet{.repository = repository,
                                            .tag = std::to_string(i),
                                            .digest = descriptor.digest});
            }
        }
        m_index->post(std::move(changes));
        if (at % 40'000 == 30'000)
            open(); // waits until they are written
    }
    m_index.reset();
    QVERIFY(m_failures.isEmpty());
    QElapsedTimer timer;
    timer.start();
    open();
    qInfo("read %d contents, %d links, %d edges and %d tags in %lld ms", rows, rows, rows,
          rows / perManifest, timer.elapsed());
    for (int i = 0; i < rows; i += 997) {
        const auto repository = m_data->find("docker.io", std::to_string(i / perRepository));
        QVERIFY(repository);
        QCOMPARE(m_data->content(*repository, digestOf(i))->size, i);
    }
    QCOMPARE(m_data->repositoryCount(), static_cast<std::size_t>(rows / perRepository));
}

void TestIndex::fullQueue()
{
    std::vector<IndexChange> changes{
        RepositoryAdded{.repository = 0, .registry = "docker.io", .name = "library/x"}};
    for (std::size_t i = 0; i <= limits::indexQueueMax; ++i)
        changes.emplace_back(ContentMissing{.digest = digestOf(1)});
    changes.emplace_back(
        RepositoryAdded{.repository = 1, .registry = "docker.io", .name = "library/y"});
    m_index->post(changes);
    const auto isTold = [this] {
        const std::lock_guard lock(m_mutex);
        return !m_failures.isEmpty();
    };
    QTRY_VERIFY(isTold());
    // It works on, and has the names that came while it was full.
    m_index->post({TagSet{.repository = 1, .tag = "t", .digest = digestOf(1)}});
    open();
    QVERIFY(m_data->find("docker.io", "library/y"));
}

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_index.moc"
