// SPDX-License-Identifier: GPL-3.0-or-later
// An index that is to end while it is written anew does not let anybody wait for a million rows:
// all are written, or none, and the next start does it again.
#include "store/cataloguedata.h"
#include "store/index.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace lanyard;
using namespace lanyard::store;

namespace {

/// Stands until the index is told to end, which takes the time; for its own thread an hour is gone
/// then.
class EndingClock final : public Clock
{
public:
    WallTime wallNow() const override { return m_clock.wallNow(); }

    SteadyTime steadyNow() const override
    {
        if (std::this_thread::get_id() == m_owner) {
            m_isEnding = true;
            m_isEnding.notify_all();
            return m_clock.steadyNow();
        }
        m_isEnding.wait(false);
        return m_clock.steadyNow() + std::chrono::hours(1);
    }

private:
    const std::thread::id m_owner = std::this_thread::get_id();
    const test::ManualClock m_clock;
    mutable std::atomic<bool> m_isEnding{false};
};

} // namespace

class TestIndexEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForNoFilling();
};

void TestIndexEnd::waitsForNoFilling()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lanyard.db"));
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    Catalogue catalogue(std::make_unique<CatalogueData>());
    catalogue.ensureRepository("docker.io", "library/x");
    catalogue.setStored(digest, 10);
    QStringList failures;
    const auto note = [&failures](const QString &message) {
        failures += message;
    };
    const EndingClock clock;
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

QTEST_GUILESS_MAIN(TestIndexEnd)
#include "tst_indexend.moc"
