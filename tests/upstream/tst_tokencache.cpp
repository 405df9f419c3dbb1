// SPDX-License-Identifier: GPL-3.0-or-later
// A token is kept while it is good, and not all tokens that there ever were.
#include "core/limits.h"
#include "support/manualclock.h"
#include "upstream/tokencache.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

namespace {

TokenKey keyOf(std::size_t number)
{
    return {.server = 0, .scope = std::to_string(number)};
}

} // namespace

class TestTokenCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsGood();
    void dropsOnlyTheRefusedOne();
    void replacesWhatIsOver();
    void replacesWhatIsOverFirst();

private:
    void fill(TokenCache &cache) const;
};

void TestTokenCache::keepsWhatIsGood()
{
    test::ManualClock clock;
    TokenCache cache(clock);
    cache.insert(keyOf(1), {.value = "one"}, 300s);
    QCOMPARE(cache.find(keyOf(1)).value, std::string("one"));
    QCOMPARE(cache.find(keyOf(2)).value, std::string());
    QCOMPARE(cache.find({.server = 1, .scope = "1"}).value, std::string());
    clock.advance(300s - limits::tokenSafetyMargin);
    QCOMPARE(cache.find(keyOf(1)).value, std::string());
}

void TestTokenCache::dropsOnlyTheRefusedOne()
{
    const test::ManualClock clock;
    TokenCache cache(clock);
    cache.insert(keyOf(1), {.value = "old"}, 300s);
    cache.insert(keyOf(1), {.value = "new"}, 300s);
    cache.drop(keyOf(1), "old");
    QCOMPARE(cache.find(keyOf(1)).value, std::string("new"));
    cache.drop(keyOf(1), "new");
    QCOMPARE(cache.find(keyOf(1)).value, std::string());
}

/// Up to the limit; number 7 is over first.
void TestTokenCache::fill(TokenCache &cache) const
{
    for (std::size_t i = 0; i < limits::tokensMax; ++i)
        cache.insert(keyOf(i), {.value = "token"}, i == 7 ? 300s : 600s);
}

void TestTokenCache::replacesWhatIsOver()
{
    test::ManualClock clock;
    TokenCache cache(clock);
    fill(cache);
    clock.advance(600s);
    cache.insert(keyOf(limits::tokensMax), {.value = "token"}, 600s);
    QCOMPARE(cache.find(keyOf(limits::tokensMax)).value, std::string("token"));
    clock.advance(-600s); // when it would be good, were it still there
    QCOMPARE(cache.find(keyOf(1)).value, std::string());
}

void TestTokenCache::replacesWhatIsOverFirst()
{
    const test::ManualClock clock;
    TokenCache cache(clock);
    fill(cache);
    cache.insert(keyOf(8), {.value = "another"}, 600s); // takes its own place
    QCOMPARE(cache.find(keyOf(7)).value, std::string("token"));
    cache.insert(keyOf(limits::tokensMax), {.value = "token"}, 600s);
    QCOMPARE(cache.find(keyOf(7)).value, std::string());
    for (const std::size_t kept : {std::size_t{0}, limits::tokensMax - 1, limits::tokensMax})
        QCOMPARE(cache.find(keyOf(kept)).value, std::string("token"));
}

QTEST_APPLESS_MAIN(TestTokenCache)
#include "tst_tokencache.moc"
