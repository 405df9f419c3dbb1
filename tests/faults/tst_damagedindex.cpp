// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that whatever becomes of the database, the store opens, gives out no wrong byte, has its
// content again as long as index.json is whole, and says once what happened: 20 seeds of each kind
// of damage.
#include "store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

namespace {

constexpr int seeds = 20;
constexpr int images = 60;
constexpr int repositories = 6;
constexpr qsizetype pageBytes = 4096;

enum class Damage {
    Missing,
    Truncated,
    BitFlips,
    ZeroedPage,
    Garbage,
    OlderCopy,
    LogGarbage,
    ImageIndexToo,
};

struct Kind
{
    Damage damage;
    const char *name;
};

constexpr std::array kinds{
    Kind{Damage::Missing, "missing"},
    Kind{Damage::Truncated, "truncated"},
    Kind{Damage::BitFlips, "bit flips"},
    Kind{Damage::ZeroedPage, "zeroed page"},
    Kind{Damage::Garbage, "garbage"},
    Kind{Damage::OlderCopy, "older copy"},
    Kind{Damage::LogGarbage, "garbage in the log"},
    Kind{Damage::ImageIndexToo, "index.json too"},
};

using Random = std::mt19937;

qsizetype below(Random &random, qsizetype bound)
{
    return std::uniform_int_distribution<qsizetype>(0, bound - 1)(random);
}

QByteArray randomBytes(Random &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random()); });
    return bytes;
}

QByteArray flipped(QByteArray bytes, Random &random, int bits)
{
    for (int i = 0; i < bits; ++i) {
        const qsizetype at = below(random, bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
    }
    return bytes;
}

} // namespace

class TestDamagedIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void survives_data();
    void survives();

private:
    /// The files of a store beside blobs/.
    struct Files
    {
        QByteArray database;
        QByteArray log; ///< null: none
        QByteArray imageIndex;
    };

    Files files() const;
    void restore(const Files &files);
    Files damaged(Damage damage, Random &random) const;
    double shareThere() const;
    void verifyBytes() const;

    StoreFixture m_fixture;
    std::vector<std::pair<std::string, Digest>> m_content; ///< with its repository
    Files m_older;
    Files m_closed;
    Files m_killed; ///< with all rows in the log
};

void TestDamagedIndex::initTestCase()
{
    Random random(1);
    for (int i = 0; i < images; ++i) {
        if (i == images / 2) {
            m_fixture.close();
            m_older = files();
            m_fixture.open();
        }
        const QByteArray layer = randomBytes(random, 50 + below(random, 500));
        const QByteArray config = randomBytes(random, 50);
        const ManifestRecord image =
            manifestOf("layers", imageManifestType,
                       {descriptorOf(layer, "application/vnd.oci.image.layer.v1.tar"),
                        descriptorOf(config, "application/vnd.oci.image.config.v1+json")});
        const std::string repository = "library/r" + std::to_string(i % repositories);
        // Every fifth was asked for by its digest only.
        if (i % 5 == 0)
            m_fixture.put(repository, image);
        else
            m_fixture.put(repository, "v" + std::to_string(i), image);
        m_content.emplace_back(repository, m_fixture.download(layer));
        m_content.emplace_back(repository, m_fixture.download(config));
        m_content.emplace_back(repository, image.descriptor.digest);
    }
    m_fixture.close();
    m_closed = files();
    // As a kill leaves it: a new database is written into its log first.
    QVERIFY(QFile::remove(m_fixture.path(QStringLiteral("lanyard.db"))));
    m_fixture.open();
    const auto isWritten = [this] {
        return m_fixture.sql(QStringLiteral("SELECT count(*) FROM children")).toInt() == 2 * images;
    };
    QTRY_VERIFY(isWritten());
    m_killed = files();
    QVERIFY(m_killed.log.size() > m_killed.database.size());
    m_fixture.close();
}

TestDamagedIndex::Files TestDamagedIndex::files() const
{
    return {.database = contentsOf(m_fixture.path(QStringLiteral("lanyard.db"))),
            .log = contentsOf(m_fixture.path(QStringLiteral("lanyard.db-wal"))),
            .imageIndex = contentsOf(m_fixture.path(QStringLiteral("index.json")))};
}

void TestDamagedIndex::restore(const Files &files)
{
    m_fixture.close();
    QDir folder(m_fixture.path({}));
    for (const QString &name : folder.entryList({QStringLiteral("lanyard.db*")}))
        QVERIFY(folder.remove(name));
    const auto write = [this](const char *name, const QByteArray &bytes) {
        if (!bytes.isNull())
            replaceContents(m_fixture.path(QLatin1String(name)), bytes);
    };
    write("lanyard.db", files.database);
    write("lanyard.db-wal", files.log);
    write("index.json", files.imageIndex);
}

TestDamagedIndex::Files TestDamagedIndex::damaged(Damage damage, Random &random) const
{
    Files files = damage == Damage::LogGarbage ? m_killed : m_closed;
    QByteArray &database = files.database;
    switch (damage) {
    case Damage::Missing:
        database = {};
        break;
    case Damage::Truncated:
        database.truncate(below(random, database.size()));
        break;
    case Damage::BitFlips:
        database = flipped(database, random, 1 + static_cast<int>(below(random, 20)));
        break;
    case Damage::ZeroedPage:
        std::fill_n(database.begin() + below(random, database.size() / pageBytes) * pageBytes,
                    pageBytes, '\0');
        break;
    case Damage::Garbage:
        database = randomBytes(random, 1 + below(random, 2 * database.size()));
        break;
    case Damage::OlderCopy:
        database = m_older.database;
        break;
    case Damage::LogGarbage: {
        const qsizetype at = below(random, files.log.size());
        files.log.replace(at, files.log.size(), randomBytes(random, files.log.size() - at));
        break;
    }
    case Damage::ImageIndexToo:
        database = flipped(database, random, 1000);
        files.imageIndex = flipped(files.imageIndex, random, 200);
        files.imageIndex.truncate(below(random, files.imageIndex.size()));
        break;
    }
    return files;
}

/// Of all content, how much its repository has and can read.
double TestDamagedIndex::shareThere() const
{
    const Catalogue &catalogue = m_fixture.catalogue();
    const auto isThere = [&](const std::pair<std::string, Digest> &content) {
        const auto repository = catalogue.find("docker.io", content.first);
        const auto info =
            repository ? catalogue.content(*repository, content.second) : std::nullopt;
        return info && info->isStored && QFile::exists(m_fixture.blobPath(content.second));
    };
    const auto there = std::count_if(m_content.begin(), m_content.end(), isThere);
    return static_cast<double>(there) / static_cast<double>(m_content.size());
}

/// What the store gives out has its digest.
void TestDamagedIndex::verifyBytes() const
{
    auto &store = const_cast<StoreFixture &>(m_fixture).store();
    for (const auto &[repository, digest] : m_content) {
        const auto size = m_fixture.catalogue().storedSize(digest);
        if (!size || !store.openContent(digest))
            continue;
        const QByteArray bytes = contentsOf(m_fixture.blobPath(digest));
        QCOMPARE(Digest::of(Digest::Algorithm::Sha256, bytes), digest);
        QCOMPARE(*size, bytes.size());
    }
    for (RepositoryId id = 0; id < m_fixture.catalogue().repositoryCount(); ++id) {
        for (const RootManifest &root : m_fixture.catalogue().roots(id)) {
            const auto bytes = store.readManifest(root.manifest.digest);
            QVERIFY(!bytes ||
                    Digest::of(Digest::Algorithm::Sha256, *bytes) == root.manifest.digest);
        }
    }
}

void TestDamagedIndex::survives_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("seed");
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::addRow("%s, %d", kinds[kind].name, seed) << static_cast<int>(kind) << seed;
    }
}

void TestDamagedIndex::survives()
{
    QFETCH(int, kind);
    QFETCH(int, seed);
    const Damage damage = kinds.at(static_cast<std::size_t>(kind)).damage;
    Random random(static_cast<Random::result_type>(seed));
    const Files files = damaged(damage, random);
    restore(files);
    m_fixture.open();
    verifyBytes();
    // Rows that are wrong without a trace are put right by a look at the files.
    if (damage != Damage::ImageIndexToo)
        QTRY_VERIFY2(shareThere() >= 0.99, std::to_string(shareThere()).c_str());
    verifyBytes();

    QTest::qWait(0);
    qsizetype told = m_fixture.warnings().size();
    const bool isToldAtOnce = told == 1;
    QCOMPARE(isToldAtOnce, files.database.isEmpty() || !m_fixture.putAside().isEmpty());
    const bool isReadable = damage != Damage::Missing && damage != Damage::Garbage;
    QVERIFY(isReadable || isToldAtOnce);

    // It stays so, and there is no more to say; unless the damage was where only a change looks.
    m_fixture.open();
    verifyBytes();
    if (damage != Damage::ImageIndexToo)
        QTRY_VERIFY2(shareThere() >= 0.99, std::to_string(shareThere()).c_str());
    QTest::qWait(0);
    told += m_fixture.warnings().size();
    QVERIFY(told <= 1);
    QVERIFY(told == 0 || files.database.isEmpty() || !m_fixture.putAside().isEmpty());
}

QTEST_GUILESS_MAIN(TestDamagedIndex)
#include "tst_damagedindex.moc"
