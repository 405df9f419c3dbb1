// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which rule of an upstream counts for a tag, how long it lets the tag hold while how much
// of the pull budget is left, and what a record says of that.
#include "registry/tagrules.h"

#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::registry;
using namespace std::chrono_literals;

class TestTagRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRules_data();
    void findsRules();
    void asksAboutATagWithoutARule();
    void stretches_data();
    void stretches();
    void sharesItsTexts();
};

void TestTagRules::findsRules_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<int>("seconds"); // -1: immutable
    QTest::addColumn<QByteArray>("says");

    const QByteArray immutable = R"(re:^v?[0-9]+\.[0-9]+\.[0-9]+: immutable)";
    QTest::newRow("latest") << QStringLiteral("latest") << 300 << QByteArray("latest: 5m");
    QTest::newRow("semantic version") << QStringLiteral("1.2.3") << -1 << immutable;
    QTest::newRow("with v and more") << QStringLiteral("v1.2.3-alpine") << -1 << immutable;
    QTest::newRow("two numbers") << QStringLiteral("1.2") << 3600 << QByteArray("*: 1h");
    QTest::newRow("latest as a part") << QStringLiteral("latest-x") << 3600 << QByteArray("*: 1h");
    QTest::newRow("a version as a part") << QStringLiteral("x1.2.3") << 3600 << QByteArray("*: 1h");
}

void TestTagRules::findsRules()
{
    QFETCH(QString, tag);
    QFETCH(int, seconds);
    const AppliedRule rule = TagRules(defaultTagRules()).ruleFor(tag.toStdString(), 1);
    QCOMPARE(rule.isImmutable, seconds < 0);
    if (seconds >= 0)
        QCOMPARE(rule.ttl, std::chrono::seconds(seconds));
    QTEST(QByteArray::fromStdString(english(rule.text)), "says");
}

void TestTagRules::asksAboutATagWithoutARule()
{
    const AppliedRule rule = TagRules({}).ruleFor("latest", 0);
    QVERIFY(!rule.isImmutable);
    QCOMPARE(rule.ttl, 0s);
    QCOMPARE(english(rule.text), std::string("no rule: revalidate always"));
}

void TestTagRules::stretches_data()
{
    QTest::addColumn<int>("ttl"); // -1: immutable
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("stretched");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, int ttl, double share, int stretched, const char *says) {
        QTest::newRow(name) << ttl << share << stretched << QByteArray(says);
    };
    row("enough", 300, 0.25, 300, "*: 5m");
    row("low", 300, 0.24, 1200, "*: 20m, stretched from 5m");
    row("just low", 300, 0.1, 1200, "*: 20m, stretched from 5m");
    row("low, no longer than a day", 80'000, 0.2, 86'400, "*: 1d, stretched from 22h13m20s");
    row("low, longer than a day by itself", 90'000, 0.2, 90'000, "*: 1d1h");
    row("almost gone", 300, 0.09, 86'400, "*: 1d, stretched from 5m");
    row("gone", 300, 0.0, 86'400, "*: 1d, stretched from 5m");
    row("gone, longer by itself", 100'000, 0.0, 100'000, "*: 1d3h46m40s");
    row("asked at every request", 0, 0.0, 0, "*: revalidate always");
    row("immutable", -1, 0.0, -1, "*: immutable");
}

void TestTagRules::stretches()
{
    QFETCH(const int, ttl);
    QFETCH(const double, share);
    const TagRule rule{
        .match = "*", .isImmutable = ttl < 0, .ttl = std::chrono::seconds(std::max(ttl, 0))};
    const AppliedRule counts = TagRules({rule}).ruleFor("any", share);
    QTEST(counts.isImmutable ? -1 : static_cast<int>(counts.ttl.count()), "stretched");
    QTEST(QByteArray::fromStdString(english(counts.text)), "says");
    QCOMPARE(*applied(rule, share).text, *counts.text);
}

/// A hundred thousand tags name their rule.
void TestTagRules::sharesItsTexts()
{
    const TagRules rules(defaultTagRules());
    for (const double share : {1.0, 0.2, 0.0}) {
        QCOMPARE(rules.ruleFor("1.2", share).text.get(), rules.ruleFor("1.3", share).text.get());
    }
}

QTEST_GUILESS_MAIN(TestTagRules)
#include "tst_tagrules.moc"
