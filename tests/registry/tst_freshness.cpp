// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the rules by which a tag is served, asked again, or fetched.
#include "registry/freshness.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

class TestFreshness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
};

void TestFreshness::judges_data()
{
    QTest::addColumn<int>("checkedSecondsAgo"); // -1000: not known at all
    QTest::addColumn<int>("ttlSeconds");        // -1: immutable
    QTest::addColumn<int>("verdict");

    const auto row = [](const char *name, int ago, int ttl, Verdict verdict) {
        QTest::newRow(name) << ago << ttl << static_cast<int>(verdict);
    };
    row("unknown", -1000, 60, Verdict::Fetch);
    row("unknown, immutable", -1000, -1, Verdict::Fetch);
    row("fresh", 59, 60, Verdict::Serve);
    row("just stale", 60, 60, Verdict::Revalidate);
    row("immutable, old", 1'000'000, -1, Verdict::Serve);
    row("no ttl", 0, 0, Verdict::Revalidate);
    row("checked in the future", -10, 60, Verdict::Revalidate);
}

void TestFreshness::judges()
{
    QFETCH(int, checkedSecondsAgo);
    QFETCH(int, ttlSeconds);
    QFETCH(int, verdict);
    constexpr std::int64_t nowMs = 1'000'000'000'000;
    std::optional<store::TagState> tag;
    if (checkedSecondsAgo != -1000) {
        tag = store::TagState{.digest = Digest::of(Digest::Algorithm::Sha256, "x"),
                              .checkedAtMs = nowMs - checkedSecondsAgo * 1000LL};
    }
    const AppliedRule rule{.isImmutable = ttlSeconds == -1,
                           .ttl = std::chrono::seconds(std::max(ttlSeconds, 0))};
    QCOMPARE(static_cast<int>(judge(tag, rule, nowMs)), verdict);
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
