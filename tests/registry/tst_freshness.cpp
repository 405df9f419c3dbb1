// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the rules by which a tag is served, asked again, or fetched.
#include "registry/freshness.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;
using namespace std::chrono_literals;

class TestFreshness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRules_data();
    void findsRules();
    void judges_data();
    void judges();
    void stretches_data();
    void stretches();
};

void TestFreshness::findsRules_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<int>("seconds"); // -1: immutable

    QTest::newRow("latest") << QStringLiteral("latest") << 300;
    QTest::newRow("semantic version") << QStringLiteral("1.2.3") << -1;
    QTest::newRow("with v and more") << QStringLiteral("v1.2.3-alpine") << -1;
    QTest::newRow("two numbers") << QStringLiteral("1.2") << 3600;
    QTest::newRow("latest as a part") << QStringLiteral("latest-x") << 3600;
    QTest::newRow("a version as a part") << QStringLiteral("x1.2.3") << 3600;
}

void TestFreshness::findsRules()
{
    QFETCH(QString, tag);
    QFETCH(int, seconds);
    const auto rule = TagRules(defaultTagRules()).ruleFor(tag.toStdString());
    QVERIFY(rule);
    QCOMPARE(rule->isImmutable, seconds < 0);
    if (seconds >= 0)
        QCOMPARE(rule->ttl, std::chrono::seconds(seconds));
    QVERIFY(!TagRules({}).ruleFor(tag.toStdString()));
}

void TestFreshness::judges_data()
{
    QTest::addColumn<int>("checkedSecondsAgo"); // -1000: not known at all
    QTest::addColumn<int>("ttlSeconds");        // -1: immutable, -2: no rule
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
    row("no rule", 0, -2, Verdict::Revalidate);
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
    std::optional<TagRule> rule;
    if (ttlSeconds != -2) {
        rule = TagRule{.match = "*",
                       .isImmutable = ttlSeconds == -1,
                       .ttl = std::chrono::seconds(std::max(ttlSeconds, 0))};
    }
    QCOMPARE(static_cast<int>(judge(tag, rule, nowMs)), verdict);
}

void TestFreshness::stretches_data()
{
    QTest::addColumn<int>("ttl"); // -1: immutable
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("stretched");
    QTest::newRow("enough") << 300 << 0.25 << 300;
    QTest::newRow("low") << 300 << 0.24 << 1200;
    QTest::newRow("low, no longer than a day") << 80'000 << 0.2 << 86'400;
    QTest::newRow("low, longer than a day by itself") << 90'000 << 0.2 << 90'000;
    QTest::newRow("almost gone") << 300 << 0.09 << 86'400;
    QTest::newRow("gone") << 300 << 0.0 << 86'400;
    QTest::newRow("gone, longer by itself") << 100'000 << 0.0 << 100'000;
    QTest::newRow("asked at every request") << 0 << 0.0 << 0;
    QTest::newRow("immutable") << -1 << 0.0 << -1;
}

void TestFreshness::stretches()
{
    QFETCH(const int, ttl);
    QFETCH(const double, share);
    QFETCH(const int, stretched);
    const TagRule rule{
        .match = "*", .isImmutable = ttl < 0, .ttl = std::chrono::seconds(std::max(ttl, 0))};
    const auto counts = registry::stretched(rule, share);
    QCOMPARE(counts->isImmutable ? -1 : static_cast<int>(counts->ttl.count()), stretched);
    QVERIFY(!registry::stretched(std::nullopt, share));
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
