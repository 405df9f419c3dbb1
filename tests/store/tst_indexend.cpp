// SPDX-License-Identifier: GPL-3.0-or-later
// An index that is to end while it is written anew does not let anybody wait for a million rows:
// all are written, or none, and the next start does it again.
#include "store/cataloguedata.h"
#include "store/index.h"
#include "support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace lanyard;
using namespace lanyard::store;

namespace {

/// Stands until the index is told to end, which takes the time; for its own thread an hour is gone
/// then, when it has looked `looks` times.
class EndingClock final : public Clock
{
public:
    explicit EndingClock(int looks = 0)
        : m_looks(looks)
    {
    }

    WallTime wallNow() const override { return m_clock.wallNow(); }

    SteadyTime steadyNow() const override
    {
        if (std::this_thread::get_id() == m_owner) {
            m_isEnding = true;
            m_isEnding.notify_all();
            return m_clock.steadyNow();
        }
        m_isEnding.wait(false);
        if (m_looks-- > 0)
            return m_clock.steadyNow();
        return m_clock.steadyNow() + std::chrono::hours(1);
    }

private:
    const std::thread::id m_owner = std::this_thread::get_id();
    const test::ManualClock m_clock;
    mutable std::atomic<bool> m_isEnding{false};
    mutable std::atomic<int> m_looks;
};

} // namespace

class TestIndexEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForNoFilling_data();
    void waitsForNoFilling();
    void isReplacedAndNotFilled();
};

void TestIndexEnd::waitsForNoFilling_data()
{
    QTest::addColumn<int>("looks");
    QTest::newRow("before the first row") << 0;
    QTest::newRow("in the middle") << 2;
}

void TestIndexEnd::waitsForNoFilling()
{
    QFETCH(const int, looks);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lanyard.db"));
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    Catalogue catalogue(std::make_unique<CatalogueData>());
    catalogue.ensureRepository("docker.io", "library/x");
    catalogue.setStored(digest, 10);
    QStringList failures;
    const auto note = [&failures](const Message &message) {
        failures += QString::fromStdString(message.english());
    };
    const EndingClock clock(looks);
    {
        Index index(path, clock, note);
        QVERIFY(index.open(Index::Access::ReadWrite));
        index.begin(catalogue, true);
        index.post({TagSet{.repository = 0, .tag = "t", .digest = digest}});
    }
    Index next(path, clock, note);
    const Result<OpenedIndex> opened = next.open(Index::Access::ReadWrite);
    QVERIFY(opened);
    QCOMPARE(failures, QStringList());
    QCOMPARE(opened->catalogue->repositoryCount(), 0U);
    QVERIFY(!opened->catalogue->storedSize(digest));
    QVERIFY(!opened->imageIndex);
}

/// Somebody removed it, which is found out at the last write.
void TestIndexEnd::isReplacedAndNotFilled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lanyard.db"));
    Catalogue catalogue(std::make_unique<CatalogueData>());
    catalogue.ensureRepository("docker.io", "library/x");
    QStringList failures;
    const EndingClock clock;
    {
        Index index(path, clock, [&failures](const Message &message) {
            failures += QString::fromStdString(message.english());
        });
        QVERIFY(index.open(Index::Access::ReadWrite));
        index.begin(catalogue, false);
        QVERIFY(QFile::remove(path));
        index.post({TagSet{
            .repository = 0, .tag = "t", .digest = Digest::of(Digest::Algorithm::Sha256, "x")}});
    }
    QCOMPARE(failures.filter(QStringLiteral("written anew")).size(), 1);
}

QTEST_GUILESS_MAIN(TestIndexEnd)
#include "tst_indexend.moc"
