// SPDX-License-Identifier: GPL-3.0-or-later
// A list is fresh for a short while, there for longer, and not all lists are kept.
#include "registry/listcache.h"
#include "support/manualclock.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

class TestListCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFreshForAWhile();
    void isBounded();
};

void TestListCache::isFreshForAWhile()
{
    test::ManualClock clock;
    ListCache<int> cache(clock);
    QVERIFY(cache.find("a") == nullptr);
    cache.insert("a", 1);
    QVERIFY(cache.isFresh(*cache.find("a")));
    clock.advance(limits::listFreshness);
    QCOMPARE(cache.find("a")->value, 1);
    QVERIFY(!cache.isFresh(*cache.find("a")));
    cache.insert("a", 2);
    QCOMPARE(cache.find("a")->value, 2);
    QVERIFY(cache.isFresh(*cache.find("a")));
    cache.remove("a");
    QVERIFY(cache.find("a") == nullptr);
}

void TestListCache::isBounded()
{
    const test::ManualClock clock;
    ListCache<int> cache(clock);
    const auto keyOf = [](std::size_t number) {
        return std::to_string(number);
    };
    for (std::size_t i = 0; i < limits::cachedListsMax; ++i)
        cache.insert(keyOf(i), 1);
    cache.insert(keyOf(0), 2); // takes its own place
    QVERIFY(cache.find(keyOf(1)) != nullptr);
    cache.insert(keyOf(limits::cachedListsMax), 3);
    QCOMPARE(cache.find(keyOf(limits::cachedListsMax))->value, 3);
    QVERIFY(cache.find(keyOf(1)) == nullptr);
}

QTEST_APPLESS_MAIN(TestListCache)
#include "tst_listcache.moc"
