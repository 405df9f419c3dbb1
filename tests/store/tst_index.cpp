// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the index gives back what it was given, that its version is checked, that a start
// reads 100,000 pieces of content at once, and that no failure of it stops anything.
#include "core/limits.h"
#include "store/index.h"
#include "store/indexschema.h"

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
    void manyRows();
    void fullQueue();

private:
    void open();
    QVariant sql(const QString &statement) const;

    QString path() const { return m_folder->filePath(QStringLiteral("lanyard.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Index> m_index;
    std::unique_ptr<CatalogueData> m_data;
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
    m_index = std::make_unique<Index>(path(), [this](const QString &message) {
        const std::lock_guard lock(m_mutex);
        m_failures += message;
    });
    auto data = m_index->open();
    QVERIFY2(data, data ? "" : data.error().message.c_str());
    m_data = std::move(*data);
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
        ContentStored{.digest = digestOf(3), .size = 30},
        ContentMissing{.digest = digestOf(3)},
    });
    open();
    const auto x = m_data->find("docker.io", "library/x");
    const auto quay = m_data->find("quay.io", "library/x");
    QVERIFY(x && quay);
    const auto content = m_data->content(*x, digestOf(1));
    QVERIFY(content && content->isManifest && content->isStored);
    QCOMPARE(content->size, 10);
    QCOMPARE(content->mediaType, manifestType);
    const auto named = m_data->content(*quay, sha512);
    QVERIFY(named && !named->isManifest && !named->isStored);
    QCOMPARE(named->size, 20);
    QCOMPARE(named->mediaType, "");
    QCOMPARE(m_data->tag(*x, "latest")->checkedAtMs, 6);
    QCOMPARE(m_data->tag(*quay, "named-only")->digest, digestOf(2));
    QVERIFY(!m_data->tag(*quay, "removed"));
    QVERIFY(!m_data->storedSize(digestOf(3)));
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
    QCOMPARE(sql(QStringLiteral("PRAGMA user_version")), indexschema::version);
    QCOMPARE(sql(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
    sql(QStringLiteral("PRAGMA user_version = %1").arg(indexschema::version + 1));
    Index later(path(), [](const QString &) {});
    const auto data = later.open();
    QVERIFY(!data);
    QVERIFY(QString::fromStdString(data.error().message).startsWith(path()));
}

void TestIndex::contradictingRows()
{
    m_index.reset();
    sql(QStringLiteral("INSERT INTO links (repository, content, size, is_manifest)"
                       " VALUES (1, 2, 3, 0)"));
    Index broken(path(), [](const QString &) {});
    const auto data = broken.open();
    QVERIFY(!data);
    QCOMPARE(data.error().code, ErrorCode::Corrupt);
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
            if (i % 10 == 0) {
                changes.emplace_back(TagSet{.repository = repository,
                                            .tag = std::to_string(i),
                                            .digest = descriptor.digest});
            }
        }
        m_index->post(std::move(changes));
        if (at % 50'000 == 40'000)
            open(); // waits until they are written
    }
    m_index.reset();
    QVERIFY(m_failures.isEmpty());
    QElapsedTimer timer;
    timer.start();
    open();
    qInfo("read %d contents, %d links and %d tags in %lld ms", rows, rows, rows / 10,
          timer.elapsed());
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
