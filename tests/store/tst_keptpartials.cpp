// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a download goes on from what an earlier one has left, that wrong remains are found
// out and thrown away, and that a start keeps nothing else.
#include "core/limits.h"
#include "store/partialfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestKeptPartials : public QObject, private PartialFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesOn_data();
    void goesOn();
    void wrongRemains();
    void moreRemainsThanThereIs();
    void whatIsNotKept();

private:
    /// Has a download that got `bytes` and ended.
    bool leave(const Digest &digest, const QByteArray &bytes);
};

void TestKeptPartials::init()
{
    makeStore();
}

void TestKeptPartials::cleanup()
{
    removeStore();
}

bool TestKeptPartials::leave(const Digest &digest, const QByteArray &bytes)
{
    auto partial = m_store->openPartial(digest);
    if (!partial->begin(std::nullopt))
        return false;
    partial->append(bytes);
    return QTest::qWaitFor([&] { return partial->pendingBytes() == 0; }, patienceMs);
}

void TestKeptPartials::goesOn_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("isReopened");
    QTest::addColumn<bool>("isSizeKnown");
    const int turn = limits::hashTurnBytes;
    QTest::newRow("one byte") << 1000 << 1 << false << true;
    QTest::newRow("half") << 1'000'000 << 500'000 << false << true;
    QTest::newRow("half, after a restart") << 1'000'000 << 500'000 << true << true;
    QTest::newRow("half, of unknown size") << 1'000'000 << 500'000 << true << false;
    QTest::newRow("all but one byte") << 1'000'000 << 999'999 << true << true;
    QTest::newRow("all") << 1'000'000 << 1'000'000 << true << true;
    QTest::newRow("smaller than what is held back") << 1000 << 500 << true << true;
    QTest::newRow("several turns of hashing") << 3 * turn + 7 << 2 * turn + 5 << true << true;
}

void TestKeptPartials::goesOn()
{
    QFETCH(int, size);
    QFETCH(int, kept);
    QFETCH(bool, isReopened);
    QFETCH(bool, isSizeKnown);
    const QByteArray bytes = someBytes(size);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    QVERIFY(leave(digest, bytes.first(kept)));
    if (isReopened)
        reopen();
    // Without a restart, the first still has its file for a moment.
    std::unique_ptr<PartialBlob> partial;
    const auto openTheSame = [&] {
        if (!partial || partial->receivedBytes() != kept)
            partial = m_store->openPartial(digest);
        return partial && partial->receivedBytes() == kept;
    };
    QTRY_VERIFY(openTheSame());
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    QVERIFY(partial->begin(isSizeKnown ? std::optional<std::int64_t>(size) : std::nullopt));
    // Readers have what was kept at once.
    if (isSizeKnown)
        QCOMPARE(
            partial->file()->published(),
            std::max<std::int64_t>(0, std::min<std::int64_t>(kept, size - limits::heldBackBytes)));
    partial->append(bytes.sliced(kept));
    QCOMPARE(partial->receivedBytes(), size);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    QCOMPARE(readFrom(**m_store->openContent(digest), size + 1), bytes);
    QTRY_VERIFY(partialFiles().isEmpty());
}

void TestKeptPartials::wrongRemains()
{
    // Bytes of something else, as after a power cut: they are found out, and not kept again.
    const QByteArray bytes = someBytes(400'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    QVERIFY(leave(digest, QByteArray(200'000, '\0')));
    reopen();
    {
        const auto partial = create(digest, bytes.size());
        QCOMPARE(partial->receivedBytes(), 200'000);
        QSignalSpy failed(partial.get(), &PartialBlob::failed);
        const auto file = partial->file();
        partial->append(bytes.sliced(200'000));
        partial->finish();
        QVERIFY(failed.wait(patienceMs));
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Corrupt);
        QCOMPARE(file->state(), GrowingFile::State::Failed);
    }
    QVERIFY(partialFiles().isEmpty());
    QCOMPARE(create(digest, bytes.size())->receivedBytes(), 0);
}

void TestKeptPartials::moreRemainsThanThereIs()
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    QVERIFY(leave(digest, someBytes(1000)));
    reopen();
    {
        auto partial = m_store->openPartial(digest);
        QCOMPARE(partial->begin(999).error().code, ErrorCode::InvalidInput);
    }
    QTRY_VERIFY(partialFiles().isEmpty());
}

void TestKeptPartials::whatIsNotKept()
{
    const QByteArray bytes = someBytes(100'000);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    const auto name = [&](const char *format) {
        return m_folder->path() + QStringLiteral("/partial/") +
               QString::asprintf(format, digest.hex().c_str());
    };
    const auto put = [](const QString &path, const QByteArray &content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    };
    m_store.reset();
    put(name("sha256-%s.1"), bytes.first(10));
    put(name("sha256-%s.2"), bytes.first(1000)); // the longest of one content
    put(name("sha256-%s.3"), bytes.first(100));
    put(name("sha256-%s.4.new"), bytes.first(5000));
    put(name("sha256-%s"), bytes);
    put(name("sha512-%s.1"), bytes);
    put(name("index.json"), "{}");
    reopen();
    QCOMPARE(partialFiles(),
             QStringList{QStringLiteral("sha256-%1.2").arg(QString::fromStdString(digest.hex()))});

    m_store.reset();
    QFile old(name("sha256-%s.2"));
    QVERIFY(old.open(QIODevice::ReadWrite));
    const auto age = limits::partialAgeMax + std::chrono::hours(1);
    QVERIFY(old.setFileTime(QDateTime::fromMSecsSinceEpoch(toEpochMs(m_clock.wallNow() - age)),
                            QFileDevice::FileModificationTime));
    reopen();
    QVERIFY(partialFiles().isEmpty());
}

QTEST_GUILESS_MAIN(TestKeptPartials)
#include "tst_keptpartials.moc"
