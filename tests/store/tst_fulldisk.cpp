// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a disk which takes no more fails no download: what does not fit passes to its
// readers, whole and verified, in a bounded piece of memory; and that everything is stored again
// once there is room.
#include "core/limits.h"
#include "store/filefollower.h"
#include "store/partialfixture.h"
#include "support/smalldisk.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <optional>
#include <sys/stat.h>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

Digest digestOf(const QByteArray &bytes)
{
    return Digest::of(Digest::Algorithm::Sha256, bytes);
}

/// Memory that a file takes, whatever its size.
std::int64_t bytesTaken(const FileDescriptor &file)
{
    struct stat status = {};
    fstat(file.get(), &status);
    return std::int64_t{status.st_blocks} * 512;
}

} // namespace

class TestFullDisk : public QObject, private PartialFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void passesWhatDoesNotFit_data();
    void passesWhatDoesNotFit();
    void goesOnFromWhatWasKept();
    void passesWhereNoFileCanBeMade();
    void cutsAWrongBlob();
    void holdsBackTheWriter();
    void dropsAReaderThatHoldsUpOthers();
    void storesAgain();
    void toldOnce();
    void keepsTheCapacity();
    void manifestsDoNotFit();
    void opensOnAFullDisk();
    void theIndexCatchesUp();

private:
    /// Appends all of `bytes` as a download does: no more than the store takes.
    void feed(PartialBlob &partial, const QByteArray &bytes)
    {
        constexpr qsizetype chunk = 300'000;
        for (qsizetype at = 0; at < bytes.size(); at += chunk) {
            QTRY_VERIFY(partial.pendingBytes() < limits::upstreamReadBufferBytes);
            partial.append(bytes.mid(at, chunk));
        }
        partial.finish();
    }

    std::optional<SmallDisk> m_disk;
};

void TestFullDisk::initTestCase()
{
    if (!SmallDisk::enter())
        QSKIP("this system gives no mount namespace");
}

void TestFullDisk::init()
{
    m_disk.emplace(32 * mebibyte);
    m_path = m_disk->path() + QStringLiteral("/data");
    m_rules = {.capacity = {}, .keepFree = 0};
    m_warnings.clear();
    reopen();
}

void TestFullDisk::cleanup()
{
    m_store.reset();
    m_disk.reset();
}

void TestFullDisk::passesWhatDoesNotFit_data()
{
    QTest::addColumn<std::int64_t>("left");
    QTest::newRow("nothing left") << std::int64_t{0};
    QTest::newRow("less than the blob") << 6 * mebibyte;
    QTest::newRow("as much, but it is to stay free") << 10 * mebibyte;
}

void TestFullDisk::passesWhatDoesNotFit()
{
    QFETCH(std::int64_t, left);
    const QByteArray bytes = someBytes(10'000'000);
    const Digest digest = digestOf(bytes);
    m_disk->fill(left);
    const auto partial = create(digest, bytes.size());
    QVERIFY(partial);
    QSignalSpy passing(partial.get(), &PartialBlob::passing);
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    FileFollower first(partial->file());
    FileFollower second(partial->file());
    feed(*partial, bytes);
    QVERIFY(passed.wait(patienceMs));
    QCOMPARE(passing.count(), 1);
    QCOMPARE(passing.first().first().value<Error>().code, ErrorCode::NoRoom);
    QCOMPARE(committed.count(), 0);
    first.join();
    second.join();
    QCOMPARE(first.bytes(), bytes);
    QCOMPARE(second.bytes(), bytes);
    QVERIFY(!m_store->catalogue().storedSize(digest));
    QVERIFY(partialFiles().isEmpty());
}

void TestFullDisk::goesOnFromWhatWasKept()
{
    // More than is hashed in a turn: the window opens while some of it is not hashed yet.
    constexpr qsizetype keptBytes = limits::hashTurnBytes + 3'000'000;
    const QByteArray bytes = someBytes(keptBytes + 7'000'000);
    const Digest digest = digestOf(bytes);
    auto first = create(digest, bytes.size());
    first->append(bytes.left(keptBytes));
    QTRY_COMPARE(first->pendingBytes(), 0);
    first.reset();
    QTRY_COMPARE(partialFiles().size(), 1);
    reopen();
    m_disk->fill(2 * mebibyte);
    const auto partial = m_store->openPartial(digest);
    QCOMPARE(partial->receivedBytes(), keptBytes);
    QVERIFY(partial->begin(bytes.size()));
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    FileFollower reader(partial->file());
    feed(*partial, bytes.mid(keptBytes));
    QVERIFY(passed.wait(patienceMs));
    reader.join();
    QCOMPARE(reader.bytes(), bytes);
    QVERIFY(partialFiles().isEmpty());
}

void TestFullDisk::passesWhereNoFileCanBeMade()
{
    QVERIFY(QDir(m_path + QStringLiteral("/partial")).removeRecursively());
    const QByteArray bytes = someBytes(1'000'000);
    for (const QByteArray &content : {bytes, QByteArray()}) {
        const auto partial = create(digestOf(content), content.size());
        QVERIFY(partial);
        QSignalSpy verified(partial.get(), &PartialBlob::verified);
        FileFollower reader(partial->file());
        feed(*partial, content);
        QVERIFY(verified.wait(patienceMs));
        reader.join();
        QCOMPARE(reader.bytes(), content);
        QVERIFY(!m_store->catalogue().storedSize(digestOf(content)));
    }
}

void TestFullDisk::cutsAWrongBlob()
{
    const QByteArray bytes = someBytes(5'000'000);
    m_disk->fill(0);
    const auto partial = create(digestOf("other"), bytes.size());
    QSignalSpy failed(partial.get(), &PartialBlob::failed);
    FileFollower reader(partial->file());
    feed(*partial, bytes);
    QVERIFY(failed.wait(patienceMs));
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Corrupt);
    reader.join();
    QCOMPARE(partial->file()->state(), GrowingFile::State::Failed);
    QVERIFY(reader.bytes().size() <= bytes.size() - limits::heldBackBytes);
}

void TestFullDisk::holdsBackTheWriter()
{
    const QByteArray bytes = someBytes(20'000'000);
    m_disk->fill(0);
    const auto partial = create(digestOf(bytes), bytes.size());
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    auto reader = partial->file()->follow(0);
    QVERIFY(reader);
    constexpr qsizetype chunk = 500'000;
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        partial->append(bytes.mid(at, chunk));
    partial->finish();
    std::int64_t mostTaken = 0;
    QByteArray got;
    while (got.size() < bytes.size()) {
        QTRY_VERIFY(reader->readable().end > got.size());
        const GrowingFile::Reader::Stretch stretch = reader->readable();
        mostTaken = std::max(mostTaken, bytesTaken(*stretch.file));
        got += readFrom(*stretch.file, std::min<std::int64_t>(stretch.end - got.size(), 700'000),
                        got.size());
        reader->advance(got.size());
    }
    QVERIFY(passed.count() == 1 || passed.wait(patienceMs));
    QCOMPARE(got, bytes);
    QVERIFY2(mostTaken <= limits::windowBytes + 2 * limits::windowGranuleBytes,
             qPrintable(QString::number(mostTaken)));
}

void TestFullDisk::dropsAReaderThatHoldsUpOthers()
{
    const QByteArray bytes = someBytes(20'000'000);
    m_disk->fill(0);
    const auto partial = create(digestOf(bytes), bytes.size());
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    auto idle = partial->file()->follow(0);
    FileFollower reader(partial->file());
    // The last one finds no room while the idle reader is at the beginning.
    constexpr qsizetype chunk = 500'000;
    constexpr qsizetype begun = (limits::windowBytes / chunk + 1) * chunk;
    for (qsizetype at = 0; at < begun; at += chunk)
        partial->append(bytes.mid(at, chunk));
    QTRY_COMPARE(partial->pendingBytes(), chunk);
    QCOMPARE(idle->state(), GrowingFile::State::Growing);
    QVERIFY(partial->file()->published() <= limits::windowBytes);
    // However late it is that the others wait for it.
    QTRY_VERIFY(
        (m_clock.advance(limits::slowReaderTimeout), idle->state() == GrowingFile::State::Failed));
    feed(*partial, bytes.mid(begun));
    QVERIFY(passed.count() == 1 || passed.wait(patienceMs));
    reader.join();
    QCOMPARE(reader.bytes(), bytes);
}

void TestFullDisk::storesAgain()
{
    const QByteArray bytes = someBytes(5'000'000);
    const Digest digest = digestOf(bytes);
    m_disk->fill(0);
    {
        const auto partial = create(digest, bytes.size());
        QSignalSpy passed(partial.get(), &PartialBlob::passed);
        const FileFollower reader(partial->file());
        feed(*partial, bytes);
        QVERIFY(passed.wait(patienceMs));
    }
    m_disk->fill(m_disk->freeBytes() + 32 * mebibyte);
    const auto partial = create(digest, bytes.size());
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    feed(*partial, bytes);
    QVERIFY(committed.wait(patienceMs));
    QCOMPARE(m_store->catalogue().storedSize(digest), bytes.size());
}

void TestFullDisk::toldOnce()
{
    m_disk->fill(0);
    for (int i = 0; i < 3; ++i) {
        const QByteArray bytes = someBytes(2'000'000 + i);
        const auto partial = create(digestOf(bytes), bytes.size());
        QSignalSpy passed(partial.get(), &PartialBlob::passed);
        const FileFollower reader(partial->file());
        feed(*partial, bytes);
        QVERIFY(passed.wait(patienceMs));
    }
    QCoreApplication::processEvents();
    const QStringList refusals = m_warnings.filter(QStringLiteral("passes through"));
    QCOMPARE(refusals.size(), 1);
    QVERIFY2(refusals.first().contains(QStringLiteral("the disk has")),
             qPrintable(refusals.first()));
}

void TestFullDisk::keepsTheCapacity()
{
    m_rules.capacity = 3'000'000;
    reopen();
    const QByteArray small = someBytes(1'000'000);
    const QByteArray large = someBytes(3'000'001);
    {
        const auto partial = create(digestOf(small), small.size());
        QSignalSpy committed(partial.get(), &PartialBlob::committed);
        feed(*partial, small);
        QVERIFY(committed.wait(patienceMs));
    }
    const auto partial = create(digestOf(large), large.size());
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    FileFollower reader(partial->file());
    feed(*partial, large);
    QVERIFY(passed.wait(patienceMs));
    reader.join();
    QCOMPARE(reader.bytes(), large);
    QCOMPARE(m_store->catalogue().storedBytes(), 1'000'000);
    QTRY_COMPARE(m_warnings.filter(QStringLiteral("the capacity is")).size(), 1);
}

void TestFullDisk::manifestsDoNotFit()
{
    m_disk->fill(0);
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/app");
    const QByteArray bytes = "{}";
    const Descriptor descriptor{
        .digest = digestOf(bytes), .mediaType = "application/json", .size = bytes.size()};
    std::optional<Result<void>> done;
    m_store->putManifest(repository, {.descriptor = descriptor, .bytes = bytes, .children = {}},
                         [&done](const Result<void> &result) { done = result; });
    QTRY_VERIFY(done.has_value());
    QCOMPARE(done->error().code, ErrorCode::NoRoom);
    QVERIFY(!m_store->catalogue().storedSize(descriptor.digest));
}

void TestFullDisk::opensOnAFullDisk()
{
    const QByteArray bytes = someBytes(100'000);
    {
        const auto partial = create(digestOf(bytes), bytes.size());
        QSignalSpy committed(partial.get(), &PartialBlob::committed);
        feed(*partial, bytes);
        QVERIFY(committed.wait(patienceMs));
    }
    m_store.reset();
    m_disk->fill(0);
    reopen();
    QVERIFY(m_store);
    QTRY_COMPARE(m_store->catalogue().storedSize(digestOf(bytes)), bytes.size());
}

void TestFullDisk::theIndexCatchesUp()
{
    m_disk->fill(0);
    // More rows than fit into what the database has already.
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/app");
    for (int i = 0; i < 20'000; ++i)
        m_store->setTag(repository, "tag-" + std::to_string(i),
                        {.digest = digestOf(QByteArray::number(i)), .checkedAtMs = 17});
    QTRY_VERIFY(!m_warnings.filter(QStringLiteral("lanyard.db")).isEmpty());
    m_disk->fill(m_disk->freeBytes() + 32 * mebibyte);
    QTRY_VERIFY(!m_warnings.filter(QStringLiteral("complete again")).isEmpty());
    reopen();
    const auto again = m_store->catalogue().find("docker.io", "library/app");
    QVERIFY(again);
    for (const int i : {0, 9'999, 19'999})
        QVERIFY(m_store->catalogue().tag(*again, "tag-" + std::to_string(i)));
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
