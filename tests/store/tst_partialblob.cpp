// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a download reaches its readers byte by byte but never as a whole before its digest is
// right, that every way to fail leaves no reader waiting and no file but what can be resumed, and
// that what was committed is there by its digest.
#include "core/limits.h"
#include "store/filefollower.h"
#include "store/partialfixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestPartialBlob : public QObject, private PartialFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anyChunks_data();
    void anyChunks();
    void tailIsHeldBack();
    void unknownSize();
    void failures_data();
    void failures();
    void placeIsTaken();
    void destroyedEarly();
    void destroyedWhileCommitting();
    void storeClosesMeanwhile();
    void sameDigestTwice();
    void pendingBytesGoBackToZero();
    void refusedSizes();
};

void TestPartialBlob::init()
{
    makeStore();
}

void TestPartialBlob::cleanup()
{
    removeStore();
}

void TestPartialBlob::anyChunks_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<bool>("isSha512");
    QTest::newRow("empty") << 0 << 1 << false;
    QTest::newRow("empty, sha512") << 0 << 1 << true;
    QTest::newRow("one byte") << 1 << 1 << false;
    QTest::newRow("bytes one by one") << 997 << 1 << false;
    QTest::newRow("smaller than what is held back") << 64 * 1024 - 1 << 1000 << false;
    QTest::newRow("as large as what is held back") << 64 * 1024 << 4096 << false;
    QTest::newRow("one byte larger") << 64 * 1024 + 1 << 4096 << false;
    QTest::newRow("odd chunks") << 5'000'011 << 16'411 << false;
    QTest::newRow("sha512") << 1'000'003 << 7'919 << true;
    QTest::newRow("in one piece") << 3'000'000 << 3'000'000 << false;
}

void TestPartialBlob::anyChunks()
{
    QFETCH(int, size);
    QFETCH(int, chunk);
    QFETCH(bool, isSha512);
    const QByteArray bytes = someBytes(size);
    const Digest digest =
        Digest::of(isSha512 ? Digest::Algorithm::Sha512 : Digest::Algorithm::Sha256, bytes);
    const auto partial = create(digest, size);
    QVERIFY(partial);
    QCOMPARE(partial->digest(), digest);
    QSignalSpy verified(partial.get(), &PartialBlob::verified);
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    QSignalSpy failed(partial.get(), &PartialBlob::failed);
    FileFollower early(partial->file());
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        partial->append(bytes.mid(at, chunk));
    QCOMPARE(partial->receivedBytes(), size);
    FileFollower late(partial->file());
    QVERIFY(!m_store->catalogue().storedSize(digest));
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    QCOMPARE(verified.count(), 1);
    QCOMPARE(committed.count(), 1);
    QCOMPARE(failed.count(), 0);
    early.join();
    late.join();
    QCOMPARE(early.bytes(), bytes);
    QCOMPARE(late.bytes(), bytes);
    QCOMPARE(partial->file()->state(), GrowingFile::State::Complete);
    QCOMPARE(m_store->catalogue().storedSize(digest), size);
    const auto file = m_store->openContent(digest);
    QVERIFY(file);
    QCOMPARE(readFrom(**file, size + 1), bytes);
    QVERIFY(partialFiles().isEmpty());
}

void TestPartialBlob::tailIsHeldBack()
{
    const QByteArray bytes = someBytes(1'000'000);
    const auto partial = create(Digest::of(Digest::Algorithm::Sha256, bytes), bytes.size());
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    partial->append(bytes);
    QTRY_COMPARE(partial->pendingBytes(), 0);
    // All is on disk; what a reader may have is not.
    QCOMPARE(partial->file()->published(), bytes.size() - limits::heldBackBytes);
    QCOMPARE(partial->file()->state(), GrowingFile::State::Growing);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    QCOMPARE(partial->file()->published(), bytes.size());
}

void TestPartialBlob::unknownSize()
{
    const QByteArray bytes = someBytes(300'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    const auto partial = create(digest, std::nullopt);
    QSignalSpy verified(partial.get(), &PartialBlob::verified);
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    QVERIFY(!partial->file());
    partial->append(bytes);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    QCOMPARE(verified.count(), 1);
    QCOMPARE(m_store->catalogue().storedSize(digest), bytes.size());
}

void TestPartialBlob::failures_data()
{
    QTest::addColumn<int>("announced");
    QTest::addColumn<int>("sent");
    QTest::addColumn<bool>("isRightDigest");
    QTest::newRow("wrong digest") << 200'000 << 200'000 << false;
    QTest::newRow("wrong digest, smaller than what is held back") << 10 << 10 << false;
    QTest::newRow("wrong digest, unknown size") << -1 << 1000 << false;
    QTest::newRow("too short") << 200'001 << 200'000 << true;
    QTest::newRow("too long") << 199'999 << 200'000 << true;
    QTest::newRow("nothing came") << 1 << 0 << true;
    QTest::newRow("not empty") << 0 << 1 << true;
}

void TestPartialBlob::failures()
{
    QFETCH(int, announced);
    QFETCH(int, sent);
    QFETCH(bool, isRightDigest);
    const QByteArray bytes = someBytes(sent);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, isRightDigest ? bytes : "other");
    const auto size = announced < 0 ? std::nullopt : std::optional<std::int64_t>(announced);
    const auto partial = create(digest, size);
    QSignalSpy verified(partial.get(), &PartialBlob::verified);
    QSignalSpy failed(partial.get(), &PartialBlob::failed);
    std::unique_ptr<FileFollower> reader;
    if (partial->file())
        reader = std::make_unique<FileFollower>(partial->file());
    for (qsizetype at = 0; at < bytes.size(); at += 33'333)
        partial->append(bytes.mid(at, 33'333));
    partial->finish();
    QVERIFY(failed.wait(patienceMs));
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Corrupt);
    if (reader) {
        reader->join();
        QCOMPARE(partial->file()->state(), GrowingFile::State::Failed);
        QVERIFY(reader->bytes().size() <=
                std::max<qsizetype>(0, announced - limits::heldBackBytes));
    }
    partial->append("more"); // what was on its way from upstream changes nothing
    partial->finish();
    QCOMPARE(failed.count(), 1);
    QCOMPARE(verified.count(), 0);
    QVERIFY(!m_store->catalogue().storedSize(digest));
    QVERIFY(partialFiles().isEmpty());
    QCOMPARE(m_store->openContent(digest).error().code, ErrorCode::NotFound);
}

void TestPartialBlob::placeIsTaken()
{
    // A folder where the file belongs: the rename is refused.
    const QByteArray bytes = someBytes(100'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    QVERIFY(
        QDir(m_folder->path())
            .mkpath(QStringLiteral("blobs/sha256/%1/x").arg(QString::fromStdString(digest.hex()))));
    const auto partial = create(digest, bytes.size());
    QSignalSpy verified(partial.get(), &PartialBlob::verified);
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    partial->append(bytes);
    partial->finish();
    QVERIFY(passed.wait(patienceMs));
    QCOMPARE(verified.count(), 1);
    QTRY_COMPARE(m_warnings.filter(QStringLiteral("it is not stored")).size(), 1);
    // Readers had all of it, and it was right.
    QCOMPARE(partial->file()->state(), GrowingFile::State::Complete);
    QVERIFY(!m_store->catalogue().storedSize(digest));
    QVERIFY(partialFiles().isEmpty());
}

void TestPartialBlob::destroyedEarly()
{
    const QByteArray bytes = someBytes(2'000'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    auto partial = create(digest, bytes.size());
    const auto file = partial->file();
    FileFollower first(file);
    FileFollower second(file);
    for (qsizetype at = 0; at < 1'500'000; at += 10'000)
        partial->append(bytes.mid(at, 10'000));
    partial.reset();
    QCOMPARE(file->state(), GrowingFile::State::Failed);
    first.join();
    second.join();
    QVERIFY(!m_store->catalogue().storedSize(digest));
    QVERIFY(bytes.startsWith(first.bytes()));
}

void TestPartialBlob::destroyedWhileCommitting()
{
    // Whenever that is, the content is either there by its digest or not at all, and no file stays.
    for (int round = 0; round < 20; ++round) {
        const QByteArray bytes = someBytes(1000 + round);
        const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
        auto partial = create(digest, bytes.size());
        QSignalSpy verified(partial.get(), &PartialBlob::verified);
        partial->append(bytes);
        partial->finish();
        if (round % 2 == 0)
            QVERIFY(verified.wait(patienceMs));
        partial.reset();
        const bool isVerified = round % 2 == 0;
        const auto isStored = [&] {
            return m_store->catalogue().storedSize(digest).has_value();
        };
        m_store.reset(); // whatever it was about to do is done
        reopen();
        if (!isStored()) {
            QVERIFY(!isVerified);
            continue;
        }
        QCOMPARE(readFrom(**m_store->openContent(digest), bytes.size() + 1), bytes);
        QVERIFY(partialFiles().filter(QString::fromStdString(digest.hex())).isEmpty());
    }
}

void TestPartialBlob::storeClosesMeanwhile()
{
    const QByteArray bytes = someBytes(200'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    auto partial = create(digest, bytes.size());
    QSignalSpy verified(partial.get(), &PartialBlob::verified);
    partial->append(bytes);
    partial->finish();
    QVERIFY(verified.wait(patienceMs));
    partial.reset();
    m_store.reset(); // waits for the commit and its row
    const auto store = Store::open(m_folder->path(), m_clock);
    QVERIFY(store);
    QCOMPARE((*store)->catalogue().storedSize(digest), bytes.size());
}

void TestPartialBlob::sameDigestTwice()
{
    const QByteArray bytes = someBytes(400'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    auto abandoned = create(digest, bytes.size());
    abandoned->append(bytes.left(100'000));
    // The first has its file still.
    const auto partial = create(digest, bytes.size());
    QCOMPARE(partial->receivedBytes(), 0);
    abandoned.reset();
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    partial->append(bytes);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    // Over content that is there already: replaced by the same.
    const auto again = create(digest, bytes.size());
    QSignalSpy committedAgain(again.get(), &PartialBlob::committed);
    again->append(bytes);
    again->finish();
    QVERIFY(committedAgain.wait(patienceMs));
    QTRY_VERIFY(partialFiles().isEmpty());
    QCOMPARE(readFrom(**m_store->openContent(digest), bytes.size() + 1), bytes);
}

void TestPartialBlob::pendingBytesGoBackToZero()
{
    const QByteArray bytes = someBytes(1'000'000);
    const auto partial = create(Digest::of(Digest::Algorithm::Sha256, bytes), bytes.size());
    QSignalSpy written(partial.get(), &PartialBlob::bytesWritten);
    partial->append(bytes.left(600'000));
    QCOMPARE(partial->pendingBytes(), 600'000);
    partial->append(bytes.mid(600'000));
    QCOMPARE(partial->pendingBytes(), 1'000'000);
    QTRY_COMPARE(partial->pendingBytes(), 0);
    QVERIFY(written.count() >= 1);
    QCOMPARE(partial->receivedBytes(), 1'000'000);
}

void TestPartialBlob::refusedSizes()
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    for (const std::int64_t size : {std::int64_t{-1}, limits::blobBytesMax + 1}) {
        auto partial = m_store->openPartial(digest);
        QCOMPARE(partial->begin(size).error().code, ErrorCode::InvalidInput);
    }
    QTRY_VERIFY(partialFiles().isEmpty());
}

QTEST_GUILESS_MAIN(TestPartialBlob)
#include "tst_partialblob.moc"
