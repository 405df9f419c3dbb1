// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that no two downloads are promised the same room, that content goes when there is none
// left, and that the user hears of a full disk once.
#include "store/room.h"

#include <QStringList>
#include <QTest>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace lanyard;
using namespace lanyard::store;

class TestRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void promisesNothingTwice();
    void whatIsThereNeedsNoDisk();
    void allocatedSpaceCountsOnce();
    void makesRoom();
    void doesNotEvictInVain();
    void makesRoomAtHighWater();
    void tellsOnce();
    void tellsAnyOtherRefusal();
    void knowsAFullDiskFromAQuota_data();
    void knowsAFullDiskFromAQuota();
    void knowsWhatDidNotFit();
    void seesThatThereIsRoomAgain();
    void tellsWhyNot();
    void manyThreads();

private:
    Room makeRoom(const DiskRules &rules)
    {
        return Room(rules, {.usage = [this]() -> Result<Room::Usage> { return m_usage; },
                            .dropUnfinished = [this] { m_usage.unfinished = 0; },
                            .evict =
                                [this](std::int64_t bytes) {
                                    m_evicted.push_back(bytes);
                                    m_usage.content -= bytes;
                                    m_usage.diskFree += bytes;
                                },
                            .tell =
                                [this](const Message &message) {
                                    m_told += QString::fromStdString(message.english());
                                }});
    }

    static constexpr DiskRules thousand{.capacity = 1000, .keepFree = 0};
    Room::Usage m_usage;
    std::vector<std::int64_t> m_evicted;
    QStringList m_told;
};

void TestRoom::init()
{
    m_usage = {.content = 0, .unfinished = 0, .diskFree = 1'000'000, .diskSize = 0};
    m_evicted.clear();
    m_told.clear();
}

void TestRoom::promisesNothingTwice()
{
    Room room = makeRoom(thousand);
    std::optional<Result<Room::Reservation>> first = room.reserve(600);
    QVERIFY(*first);
    QCOMPARE(room.reserve(401).error().code, ErrorCode::NoRoom);
    QVERIFY(room.reserve(400));
    first.reset();
    QVERIFY(room.reserve(1000));
}

void TestRoom::whatIsThereNeedsNoDisk()
{
    m_usage.diskFree = 100;
    Room room = makeRoom({.capacity = {}, .keepFree = 0});
    QVERIFY(room.reserve(1000, 900));
    QCOMPARE(room.reserve(1000, 899).error().code, ErrorCode::NoRoom);
}

void TestRoom::allocatedSpaceCountsOnce()
{
    m_usage.diskFree = 1000;
    Room room = makeRoom({.capacity = {}, .keepFree = 0});
    Result<Room::Reservation> first = room.reserve(600);
    QVERIFY(first);
    QVERIFY(!room.reserve(401));
    m_usage.diskFree = 400; // the disk has given it
    first->setAllocated();
    QVERIFY(room.reserve(400));
}

void TestRoom::makesRoom()
{
    m_usage.content = 800;
    m_usage.unfinished = 100;
    Room room = makeRoom(thousand);
    QVERIFY(room.reserve(200)); // what was only to be resumed goes first
    QCOMPARE(m_evicted, std::vector<std::int64_t>());
    QVERIFY(room.reserve(300));
    QCOMPARE(m_evicted, (std::vector<std::int64_t>{200})); // down to the low water
    QVERIFY(m_told.isEmpty());
}

void TestRoom::doesNotEvictInVain()
{
    m_usage.content = 800;
    Room room = makeRoom(thousand);
    QVERIFY(!room.reserve(1001));
    QVERIFY(m_evicted.empty());
}

void TestRoom::makesRoomAtHighWater()
{
    m_usage.content = 950;
    Room room = makeRoom(thousand);
    room.check();
    QVERIFY(m_evicted.empty());
    m_usage.content = 960;
    room.check();
    QCOMPARE(m_evicted, (std::vector<std::int64_t>{60}));
}

void TestRoom::tellsOnce()
{
    Room room = makeRoom(thousand);
    std::optional<Result<Room::Reservation>> all = room.reserve(900);
    QVERIFY(!room.reserve(500));
    QVERIFY(!room.reserve(600));
    QCOMPARE(m_told.size(), 1);
    QVERIFY(room.reserve(50));
    for (int i = 0; i < 20; ++i)
        room.noteSuccess(50); // small ones: no news while the large one would not fit
    QCOMPARE(m_told.size(), 1);
    all.reset();
    room.noteSuccess(50);
    room.noteSuccess(50);
    QCOMPARE(m_told.size(), 2);
    room.noteRefusal(10, {.code = ErrorCode::NoRoom, .message = "it was full after all"});
    QCOMPARE(m_told.size(), 3);
    // Nothing is spare, since content goes only for what comes; but as much as that was stored.
    const auto rest = room.reserve(995);
    QVERIFY(rest);
    room.noteSuccess(9);
    QCOMPARE(m_told.size(), 3);
    room.noteSuccess(1);
    QCOMPARE(m_told.size(), 4);
}

/// A disk that fails is no disk that is full.
void TestRoom::tellsAnyOtherRefusal()
{
    Room room = makeRoom(thousand);
    const Error failed{.code = ErrorCode::Io, .message = "x: cannot write: Input/output error"};
    room.noteRefusal(10, failed);
    room.noteRefusal(10, failed);
    room.noteSuccess(10);
    QCOMPARE(m_told, QStringList(2, QStringLiteral("x: cannot write: Input/output error; it is not "
                                                   "stored.")));
    // Not even a byte, as for an empty blob: once.
    const Error full{.code = ErrorCode::NoRoom, .message = "full"};
    room.noteRefusal(0, full);
    room.noteRefusal(0, full);
    QCOMPARE(m_told.size(), 3);
}

void TestRoom::knowsAFullDiskFromAQuota_data()
{
    QTest::addColumn<qint64>("free");
    QTest::addColumn<bool>("isForeseeable");
    QTest::newRow("somebody else filled it") << qint64{0} << true;
    QTest::newRow("a quota") << qint64{1'000'000} << false;
}

/// What is spare says when a disk that was full has room again; of a quota it says nothing.
void TestRoom::knowsAFullDiskFromAQuota()
{
    QFETCH(const qint64, free);
    QFETCH(const bool, isForeseeable);
    Room room = makeRoom({.capacity = {}, .keepFree = 0});
    {
        const auto reserved = room.reserve(500);
        QVERIFY(reserved);
        m_usage.diskFree = free;
        room.noteRefusal(500, {.code = ErrorCode::NoRoom, .message = "refused"});
    }
    m_usage.diskFree = 1'000'000;
    room.noteSuccess(1);
    QCOMPARE(m_told.size(), isForeseeable ? 2 : 1);
}

void TestRoom::knowsWhatDidNotFit()
{
    using Limit = StorageRefusal::Limit;
    Room room = makeRoom(thousand);
    QVERIFY(!room.refusal());
    QVERIFY(!room.reserve(2000));
    QVERIFY(!room.reserve(1500));
    QVERIFY(room.refusal() == (StorageRefusal{.limit = Limit::Capacity, .bytes = 2000}));
    Room floor = makeRoom({.capacity = {}, .keepFree = 999'000});
    QVERIFY(!floor.reserve(2000));
    QVERIFY(floor.refusal() == (StorageRefusal{.limit = Limit::KeepFree, .bytes = 2000}));
    Room quota = makeRoom(thousand);
    quota.noteRefusal(300, {.code = ErrorCode::NoRoom, .message = "Disk quota exceeded"});
    QVERIFY(quota.refusal() == (StorageRefusal{.limit = Limit::Disk, .bytes = 300}));
    quota.noteSuccess(300);
    QVERIFY(!quota.refusal());
}

void TestRoom::seesThatThereIsRoomAgain()
{
    Room room = makeRoom(thousand);
    std::optional<Result<Room::Reservation>> most = room.reserve(900);
    QVERIFY(!room.reserve(500));
    room.check();
    QVERIFY(room.refusal());
    most.reset();
    room.check();
    QVERIFY(!room.refusal());
    QCOMPARE(m_told.size(), 2);
}

void TestRoom::tellsWhyNot()
{
    m_usage.content = 1;
    Room room = makeRoom(thousand);
    QCOMPARE(room.reserve(2000).error().message.english(),
             std::string("1.95 KiB more do not fit: the capacity is 1000 B, and 1 B are in use"));
    Room other = makeRoom({.capacity = {}, .keepFree = 999'000});
    QCOMPARE(other.reserve(2000).error().message.english(),
             std::string("1.95 KiB more do not fit: the disk has 977 KiB free, of which 976 KiB "
                         "are kept free"));
}

void TestRoom::manyThreads()
{
    Room room = makeRoom(thousand);
    std::atomic<std::int64_t> promised{0};
    std::atomic<bool> isTooMuch{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 500; ++round) {
                const auto mine = room.reserve(300);
                if (!mine)
                    continue;
                if (promised.fetch_add(300) > 700)
                    isTooMuch = true;
                promised -= 300;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!isTooMuch);
    QVERIFY(room.reserve(1000));
}

QTEST_APPLESS_MAIN(TestRoom)
#include "tst_room.moc"
