// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a folder which cannot be written serves what is there, and says so, and that one with
// nothing in it is an error.
#include "store/filefollower.h"
#include "store/partialfixture.h"
#include "support/smalldisk.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestReadOnlyDisk : public QObject, private PartialFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void servesWhatIsThere_data();
    void servesWhatIsThere();
    void isRefusedWithNothingInIt();

private:
    std::optional<SmallDisk> m_disk;
};

void TestReadOnlyDisk::initTestCase()
{
    if (!SmallDisk::enter())
        QSKIP("this system gives no mount namespace");
}

void TestReadOnlyDisk::init()
{
    m_disk.emplace(std::int64_t{16} * 1024 * 1024);
    m_path = m_disk->path() + QStringLiteral("/data");
    m_warnings.clear();
}

void TestReadOnlyDisk::cleanup()
{
    m_store.reset();
    m_disk.reset();
}

void TestReadOnlyDisk::servesWhatIsThere_data()
{
    QTest::addColumn<QString>("removed");
    QTest::newRow("whole") << QString();
    QTest::newRow("without a database") << QStringLiteral("/lanyard.db");
    QTest::newRow("without index.json") << QStringLiteral("/index.json");
    QTest::newRow("without partial/") << QStringLiteral("/partial");
}

void TestReadOnlyDisk::servesWhatIsThere()
{
    QFETCH(QString, removed);
    reopen();
    const QByteArray bytes = R"({"schemaVersion":2,"layers":[]})";
    const Descriptor descriptor{.digest = Digest::of(Digest::Algorithm::Sha256, bytes),
                                .mediaType = "application/vnd.oci.image.manifest.v1+json",
                                .size = bytes.size()};
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/app");
    bool isDone = false;
    m_store->putManifest(repository, {.descriptor = descriptor, .bytes = bytes, .children = {}},
                         [&isDone](const Result<void> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    m_store->setTag(repository, "1", {.digest = descriptor.digest, .checkedAtMs = 17});
    m_store.reset();
    if (!removed.isEmpty()) {
        QFile::remove(m_path + removed);
        QDir(m_path + removed).removeRecursively();
    }
    m_disk->setReadOnly(true);

    reopen();
    QVERIFY(m_store);
    QTRY_COMPARE(m_warnings.filter(QStringLiteral("nothing is stored")).size(), 1);
    QVERIFY2(m_warnings.first().contains(m_path), qPrintable(m_warnings.first()));
    const Result<QByteArray> read = m_store->readManifest(descriptor.digest);
    QVERIFY2(read, read ? "" : read.error().message.english().c_str());
    QCOMPARE(*read, bytes);
    const auto found = m_store->catalogue().find("docker.io", "library/app");
    QVERIFY(found);
    const auto tag = m_store->catalogue().tag(*found, "1");
    QVERIFY(tag);
    QCOMPARE(tag->digest, descriptor.digest);

    // What is not there passes.
    const QByteArray other = someBytes(300'000);
    const auto partial = create(Digest::of(Digest::Algorithm::Sha256, other), other.size());
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    FileFollower reader(partial->file());
    partial->append(other);
    partial->finish();
    QVERIFY(passed.wait(patienceMs));
    reader.join();
    QCOMPARE(reader.bytes(), other);
    m_store.reset();
}

void TestReadOnlyDisk::isRefusedWithNothingInIt()
{
    m_disk->setReadOnly(true);
    const auto store = Store::open(m_path, m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::InvalidInput);
    QVERIFY2(store.error().message.english().find(m_path.toStdString()) != std::string::npos,
             store.error().message.english().c_str());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestReadOnlyDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readonlydisk.moc"
