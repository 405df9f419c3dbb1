// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what a store may take of a disk: never beyond its capacity, never into what is to stay
// free, and that content goes from the high water down to the low one, or not at all where that
// would not help.
#include "store/diskrules.h"

#include <QTest>

using namespace lanyard::store;

Q_DECLARE_METATYPE(DiskRules)
Q_DECLARE_METATYPE(DiskState)

namespace {

constexpr std::int64_t mib = 1024 * 1024;
constexpr std::int64_t gib = 1024 * mib;

} // namespace

class TestDiskRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysFree_data();
    void staysFree();
    void decides_data();
    void decides();
};

void TestDiskRules::staysFree_data()
{
    QTest::addColumn<std::optional<std::int64_t>>("keepFree");
    QTest::addColumn<std::int64_t>("diskSize");
    QTest::addColumn<std::int64_t>("floor");
    using Said = std::optional<std::int64_t>;
    QTest::newRow("a large disk") << Said() << 1000 * gib << 5 * gib;
    QTest::newRow("a disk of 50 GiB") << Said() << 50 * gib << 50 * gib / 20;
    QTest::newRow("a very small one") << Said() << 20 * mib << mib;
    QTest::newRow("as said") << Said(17 * gib) << 1000 * gib << 17 * gib;
    QTest::newRow("nothing, but the index") << Said(0) << 1000 * gib << 64 * mib;
    QTest::newRow("nothing of a very small one") << Said(0) << 20 * mib << mib;
    QTest::newRow("more than there is") << Said(17 * gib) << 10 * gib << 17 * gib;
}

void TestDiskRules::staysFree()
{
    QFETCH(std::optional<std::int64_t>, keepFree);
    QFETCH(std::int64_t, diskSize);
    QTEST(floorOf({.capacity = {}, .keepFree = keepFree}, diskSize), "floor");
}

void TestDiskRules::decides_data()
{
    QTest::addColumn<DiskRules>("rules");
    QTest::addColumn<DiskState>("state");
    QTest::addColumn<std::int64_t>("wanted");
    QTest::addColumn<std::int64_t>("spare");
    QTest::addColumn<std::int64_t>("toEvict"); // -1: it cannot fit
    QTest::addColumn<std::int64_t>("aboveHighWater");
    const DiskRules capacity{.capacity = 1000, .keepFree = 0};
    const DiskRules floor{.capacity = {}, .keepFree = 500};
    // A disk of this size keeps nothing free for the index.
    const auto disk = [](std::int64_t content, std::int64_t downloads, std::int64_t unallocated,
                         std::int64_t free) {
        return DiskState{.content = content,
                         .downloads = downloads,
                         .unallocated = unallocated,
                         .diskFree = free,
                         .diskSize = 0};
    };
    using Bytes = std::int64_t;
    const auto row = [](const char *name, const DiskRules &rules, const DiskState &state,
                        Bytes wanted, Bytes spare, Bytes toEvict, Bytes above) {
        QTest::newRow(name) << rules << state << wanted << spare << toEvict << above;
    };
    row("empty", capacity, disk(0, 0, 0, 9999), 1000, 1000, 0, 0);
    row("larger than all", capacity, disk(0, 0, 0, 9999), 1001, 1000, -1, 0);
    row("larger than all, with content", capacity, disk(500, 0, 0, 9999), 1001, 500, -1, 0);
    row("fits", capacity, disk(800, 0, 0, 9999), 200, 200, 0, 0);
    row("does not: down to low water", capacity, disk(800, 0, 0, 9999), 201, 200, 101, 0);
    row("all has to go", capacity, disk(800, 0, 0, 9999), 1000, 200, 800, 0);
    row("downloads are in the way", capacity, disk(100, 800, 0, 9999), 201, 100, -1, 0);
    row("at high water", capacity, disk(950, 0, 0, 9999), 50, 50, 0, 0);
    row("above it", capacity, disk(951, 0, 0, 9999), 0, 49, 0, 51);
    row("by downloads", capacity, disk(500, 451, 0, 9999), 0, 49, 0, 51);
    row("too much, all of it", capacity, disk(2000, 0, 0, 9999), 0, -1000, 1100, 1100);
    row("nothing can go", capacity, disk(0, 990, 0, 9999), 0, 10, 0, 0);
    row("the disk is smaller", capacity, disk(100, 0, 0, 200), 300, 200, 100, 0);
    row("free enough", floor, disk(1000, 0, 0, 10'000), 9500, 9500, 0, 0);
    row("not enough", floor, disk(1000, 0, 0, 10'000), 9501, 9500, 1000, 0);
    row("what is promised is not free", floor, disk(1000, 400, 400, 10'000), 9101, 9100, 1000, 0);
    row("what is allocated is not free", floor, disk(1000, 400, 0, 9600), 9101, 9100, 1000, 0);
    row("others filled the disk", floor, disk(2000, 0, 0, 400), 0, -100, 290, 290);
    row("others filled it wholly", floor, disk(100, 0, 0, 0), 1, -500, -1, 100);
}

void TestDiskRules::decides()
{
    QFETCH(DiskRules, rules);
    QFETCH(DiskState, state);
    QFETCH(std::int64_t, wanted);
    QTEST(spareBytes(state, rules), "spare");
    QTEST(bytesToEvict(state, rules, wanted).value_or(-1), "toEvict");
    QTEST(bytesAboveHighWater(state, rules), "aboveHighWater");
}

QTEST_APPLESS_MAIN(TestDiskRules)
#include "tst_diskrules.moc"
