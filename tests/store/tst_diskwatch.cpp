// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails is told once, and once more when it is back; a look that hangs is a failure,
// holds up nobody, and is the only one until it ends.
#include "store/diskwatch.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

using namespace lanyard;
using namespace lanyard::store;
using namespace std::chrono_literals;

namespace {

/// Stands still, and counts how often it is read: once for each look that has failed or succeeded.
class CountingClock final : public Clock
{
public:
    WallTime wallNow() const override
    {
        ++m_reads;
        return fromEpochMs(1'000'000'000'000);
    }

    SteadyTime steadyNow() const override { return {}; }

    int reads() const { return m_reads; }

private:
    mutable std::atomic<int> m_reads{0};
};

/// A disk as a test wants it. Thread-safe.
class ScriptedDisk
{
public:
    enum class State { Well, Broken, Hanging };

    void set(State state)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_state = state;
        }
        m_changed.notify_all();
    }

    Result<void> look()
    {
        ++m_looks;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_state != State::Hanging; });
        ++m_ended;
        return m_state == State::Well ? Result<void>() : failure(ErrorCode::Io, "it is broken");
    }

    int looks() const { return m_looks; }

    int ended() const { return m_ended; }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    State m_state = State::Well; // guarded by m_mutex
    std::atomic<int> m_looks{0};
    std::atomic<int> m_ended{0};
};

using State = ScriptedDisk::State;

} // namespace

class TestDiskWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOnceEachWay();
    void standsAFailureNowAndThen();
    void countsAHangingLook();
    void endsWhileALookHangs();
    void looksAtNothingWhenSwitchedOff();

private:
    std::unique_ptr<DiskWatch> watch(std::chrono::milliseconds answerTimeout, int threshold = 3);

    CountingClock m_clock;
    std::shared_ptr<ScriptedDisk> m_disk;
};

void TestDiskWatch::init()
{
    m_disk = std::make_shared<ScriptedDisk>();
}

std::unique_ptr<DiskWatch> TestDiskWatch::watch(std::chrono::milliseconds answerTimeout,
                                                int threshold)
{
    return std::make_unique<DiskWatch>(
        QStringLiteral("/data"), [disk = m_disk] { return disk->look(); },
        DiskWatch::Terms{.interval = 1ms, .answerTimeout = answerTimeout, .threshold = threshold},
        m_clock);
}

void TestDiskWatch::tellsOnceEachWay()
{
    const auto watch = this->watch(30s);
    QSignalSpy told(watch.get(), &DiskWatch::warningRaised);
    QTRY_VERIFY(m_disk->looks() > 3);
    QVERIFY(watch->isHealthy());
    QVERIFY(!watch->trouble());

    m_disk->set(State::Broken);
    QTRY_VERIFY(!watch->isHealthy());
    QCOMPARE(watch->trouble()->reason.english(), std::string("it is broken"));
    const int looks = m_disk->looks();
    QTRY_VERIFY(m_disk->looks() > looks + 5);
    QTRY_COMPARE(told.size(), 1);
    const QString message = QString::fromStdString(told.first().first().value<Message>().english());
    QVERIFY2(message.startsWith(QLatin1String("/data: cannot be used since 2001-09-09T01:46:40Z: "
                                              "it is broken. Clients get 503")),
             qPrintable(message));

    m_disk->set(State::Well);
    QTRY_VERIFY(watch->isHealthy());
    QVERIFY(!watch->trouble());
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(QString::fromStdString(told.last().first().value<Message>().english()),
             QStringLiteral("/data: can be used again; clients are served"));
}

void TestDiskWatch::standsAFailureNowAndThen()
{
    // One failure for each success is never so many in a row.
    const auto disk = std::make_shared<std::atomic<int>>(0);
    DiskWatch watch(
        QStringLiteral("/data"),
        [disk]() -> Result<void> {
            return ++*disk % 2 == 0 ? Result<void>() : failure(ErrorCode::Io, "now and then");
        },
        {.interval = 1ms, .answerTimeout = 30s, .threshold = 2}, m_clock);
    QSignalSpy told(&watch, &DiskWatch::warningRaised);
    QTRY_VERIFY(*disk > 20);
    QVERIFY(watch.isHealthy());
    QVERIFY(told.isEmpty());
}

void TestDiskWatch::countsAHangingLook()
{
    m_disk->set(State::Hanging);
    const auto watch = this->watch(1ms);
    QTRY_VERIFY(!watch->isHealthy());
    QCOMPARE(watch->trouble()->reason.english(), std::string("the disk does not answer"));
    // It is the only one, however long it takes.
    QTRY_COMPARE(m_disk->looks(), m_disk->ended() + 1);
    const int looks = m_disk->looks();
    const int judged = m_clock.reads();
    QTRY_VERIFY(m_clock.reads() > judged + 5);
    QCOMPARE(m_disk->looks(), looks);
    m_disk->set(State::Well);
    QTRY_VERIFY(watch->isHealthy());
    QTRY_VERIFY(m_disk->looks() > looks);
}

void TestDiskWatch::endsWhileALookHangs()
{
    m_disk->set(State::Hanging);
    auto watch = this->watch(1ms);
    QTRY_COMPARE(m_disk->looks(), m_disk->ended() + 1);
    watch.reset();
    const int ended = m_disk->ended();
    QCOMPARE(m_disk->looks(), ended + 1);
    m_disk->set(State::Broken);
    QTRY_COMPARE(m_disk->ended(), ended + 1);
}

void TestDiskWatch::looksAtNothingWhenSwitchedOff()
{
    QVERIFY(!DiskWatch::begin(QStringLiteral("/"), {.isChecked = false}, m_clock));
}

QTEST_GUILESS_MAIN(TestDiskWatch)
#include "tst_diskwatch.moc"
