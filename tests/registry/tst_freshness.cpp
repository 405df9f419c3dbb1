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
    void knowsWhatIsNewer_data();
    void knowsWhatIsNewer();
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

void TestFreshness::knowsWhatIsNewer_data()
{
    QTest::addColumn<int>("checkedAt"); // -1: there is no such tag
    QTest::addColumn<int>("seenAt");    // -1: nobody has looked
    QTest::addColumn<bool>("isOther");
    QTest::addColumn<bool>("isNewer");
    QTest::newRow("nobody has looked") << 1 << -1 << true << false;
    QTest::newRow("no tag") << -1 << 1 << true << false;
    QTest::newRow("another since") << 1 << 2 << true << true;
    QTest::newRow("the same since") << 1 << 2 << false << false;
    QTest::newRow("imported, another") << 0 << 2 << true << true;
    QTest::newRow("another before") << 2 << 1 << true << false;
    QTest::newRow("another at the same time") << 2 << 2 << true << false;
}

void TestFreshness::knowsWhatIsNewer()
{
    QFETCH(const int, checkedAt);
    QFETCH(const int, seenAt);
    QFETCH(const bool, isOther);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    const Digest other = Digest::of(Digest::Algorithm::Sha256, "y");
    std::optional<store::TagState> tag;
    if (checkedAt >= 0)
        tag = store::TagState{.digest = digest, .checkedAtMs = checkedAt};
    std::optional<store::SeenTag> seen;
    if (seenAt >= 0)
        seen = store::SeenTag{.digest = isOther ? other : digest, .seenAtMs = seenAt};
    const auto newer = newerUpstream(tag, seen);
    QTEST(newer.has_value(), "isNewer");
    QCOMPARE(newer.value_or(other), other);
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
