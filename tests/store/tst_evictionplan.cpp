// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which images a plan takes, in which order and why, what goes with them, and what never
// does: what is pinned, in use, or belongs to another image.
#include "core/limits.h"
#include "store/evictionplan.h"
#include "store/surveybuilder.h"

#include <QStringList>
#include <QTest>

#include <chrono>
#include <set>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

namespace {

constexpr std::int64_t nowMs =
    10 * std::chrono::duration_cast<std::chrono::milliseconds>(limits::orphanAgeMin).count();
constexpr std::int64_t yearMs = std::chrono::milliseconds(std::chrono::hours(24 * 365)).count();

/// Three repositories: a and b share a layer of 1000 bytes, c has an index of two platforms.
void fill(SurveyBuilder &builder)
{
    builder.store("shared", 1000);
    builder.store("only-a", 200);
    builder.store("only-b", 300);
    builder.store("amd64-layer", 400);
    builder.manifest("a", "image-a", {"shared", "only-a"}, 10, {"1"});
    builder.manifest("b", "image-b", {"shared", "only-b"}, 20, {"1", "2"});
    builder.manifest("c", "amd64", {"amd64-layer"}, 30);
    // The arm64 image was never fetched. Who pulls c by tag asks for the index, then for amd64.
    builder.manifest("c", "index", {"amd64", "arm64"}, 5, {"1"});
}

QStringList textOf(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list += QString::fromStdString(name);
    return list;
}

/// What a plan takes: "name +freed =shared".
QStringList textOf(const EvictionPlan &plan)
{
    QStringList list;
    for (const EvictionPlan::Image &image : plan.images)
        list += QStringLiteral("%1 +%2 =%3")
                    .arg(QString::fromStdString(image.name).remove(QStringLiteral("docker.io/")))
                    .arg(image.freedBytes)
                    .arg(image.sharedBytes);
    return list;
}

QStringList keptText(const EvictionPlan &plan)
{
    QStringList list;
    for (const EvictionPlan::Kept &kept : plan.kept) {
        const char *reason = kept.reason == EvictionPlan::KeptBecause::Pinned  ? "pinned"
                             : kept.reason == EvictionPlan::KeptBecause::InUse ? "in use"
                                                                               : "unknown";
        list += QString::fromStdString(kept.name).remove(QStringLiteral("docker.io/")) +
                QLatin1Char(' ') + QLatin1String(reason);
    }
    return list;
}

struct Terms
{
    std::int64_t wanted = 0;
    QStringList chosen; ///< "repository", "repository:tag"
    QStringList inUse;
    QStringList pinned; ///< "repository:tag"
    bool takesPinned = false;
};

EvictionPlan planFor(SurveyBuilder &builder, const Terms &terms)
{
    const auto choiceOf = [&builder](const QString &text) {
        return ImageChoice{
            .repository = builder.repositoryOf(text.section(QLatin1Char(':'), 0, 0).toStdString()),
            .name = text.section(QLatin1Char(':'), 1).toStdString()};
    };
    for (const QString &text : terms.pinned)
        builder.catalogue.setPinned(choiceOf(text).repository, choiceOf(text).name, true);
    std::set<Digest> inUse;
    for (const QString &name : terms.inUse)
        inUse.insert(SurveyBuilder::digestOf(name.toStdString()));
    EvictionTerms all{.wantedBytes = terms.wanted,
                      .chosen = {},
                      .takesUnlinked = false,
                      .takesPinned = terms.takesPinned,
                      .namesSharers = true,
                      .nowMs = nowMs,
                      .isInUse = [&inUse](const Digest &digest) {
                          return inUse.contains(digest);
                      }};
    for (const QString &text : terms.chosen)
        all.chosen.push_back(choiceOf(text));
    return planEviction(surveyImages(builder.catalogue), all);
}

} // namespace

Q_DECLARE_METATYPE(Terms)

class TestEvictionPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void orphansGoFirst();
    void whatHasJustComeStays();
    void whatWasUsedInTheFutureGoesFirst();
    void aWrongTimeHidesNoRightOne();
    void wrongTimesHaveAnOrder();
    void whatIsNotReadYetStays();
    void sharers();
    void filesAreThoseThatNobodyHas();
    void everything();
    void manyImages();
};

void TestEvictionPlan::plans_data()
{
    QTest::addColumn<Terms>("terms");
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<QStringList>("kept");
    const auto row = [](const char *name, const Terms &terms, const QStringList &gone,
                        const QStringList &kept = {}) {
        QTest::newRow(name) << terms << gone << kept;
    };
    const QString a = QStringLiteral("a:1 +201 =1000");
    const QString b = QStringLiteral("b:1 +1301 =0"); // with what a has left to it
    const QString c = QStringLiteral("c:1 +402 =0");
    row("nothing is wanted", {}, {});
    row("the oldest is enough", {.wanted = 201}, {a});
    row("one byte more", {.wanted = 202}, {a, b});
    row("more than there is", {.wanted = 5000}, {a, b, c});
    row("a pinned tag", {.wanted = 500, .pinned = {QStringLiteral("a:1")}},
        {QStringLiteral("b:1 +301 =1000"), c}, {QStringLiteral("a:1 pinned")});
    row("one of two tags is pinned", {.wanted = 500, .pinned = {QStringLiteral("b:2")}}, {a, c},
        {QStringLiteral("b:1 pinned")});
    row("pinned by digest",
        {.wanted = 201,
         .pinned = {QStringLiteral("a:") +
                    QString::fromStdString(SurveyBuilder::digestOf("image-a").toString())}},
        {QStringLiteral("b:1 +301 =1000")}, {QStringLiteral("a:1 pinned")});
    row("all pinned",
        {.wanted = 5000,
         .pinned = {QStringLiteral("a:1"), QStringLiteral("b:1"), QStringLiteral("c:1")}},
        {},
        {QStringLiteral("a:1 pinned"), QStringLiteral("b:1 pinned"), QStringLiteral("c:1 pinned")});
    row("a layer of its own is read", {.wanted = 201, .inUse = {QStringLiteral("only-a")}},
        {QStringLiteral("b:1 +301 =1000")}, {QStringLiteral("a:1 in use")});
    row("a layer that stays is read", {.wanted = 201, .inUse = {QStringLiteral("shared")}}, {a});
    row("the last one with a layer that is read",
        {.wanted = 5000, .inUse = {QStringLiteral("shared")}}, {a, c},
        {QStringLiteral("b:1 in use")});
    row("a layer that arrives", {.wanted = 5000, .inUse = {QStringLiteral("arm64")}}, {a, b},
        {QStringLiteral("c:1 in use")});
    row("a chosen tag of two", {.chosen = {QStringLiteral("b:2")}},
        {QStringLiteral("b:2 +0 =1301")});
    row("the only tag", {.chosen = {QStringLiteral("c:1")}}, {c});
    row("both tags", {.chosen = {QStringLiteral("b:1"), QStringLiteral("b:2")}},
        {QStringLiteral("b:1 +301 =1000")});
    row("an image by its digest",
        {.chosen = {QStringLiteral("b:") +
                    QString::fromStdString(SurveyBuilder::digestOf("image-b").toString())}},
        {QStringLiteral("b:1 +301 =1000")});
    row("a repository", {.chosen = {QStringLiteral("b")}}, {QStringLiteral("b:1 +301 =1000")});
    row("a pinned one, chosen",
        {.chosen = {QStringLiteral("a")}, .pinned = {QStringLiteral("a:1")}}, {},
        {QStringLiteral("a:1 pinned")});
    row("a pinned one, although it is pinned",
        {.chosen = {QStringLiteral("a")}, .pinned = {QStringLiteral("a:1")}, .takesPinned = true},
        {a});
    row("a tag beside a pinned one",
        {.chosen = {QStringLiteral("b:1")}, .pinned = {QStringLiteral("b:2")}},
        {QStringLiteral("b:1 +0 =1301")});
    row("a chosen one is read",
        {.chosen = {QStringLiteral("a")}, .inUse = {QStringLiteral("image-a")}}, {},
        {QStringLiteral("a:1 in use")});
    row("a tag that is not there", {.chosen = {QStringLiteral("a:9")}}, {});
}

void TestEvictionPlan::plans()
{
    QFETCH(Terms, terms);
    QFETCH(QStringList, gone);
    QFETCH(QStringList, kept);
    SurveyBuilder builder;
    fill(builder);
    const EvictionPlan plan = planFor(builder, terms);
    QCOMPARE(textOf(plan), gone);
    QCOMPARE(keptText(plan), kept);
    std::int64_t freed = 0;
    for (const EvictionPlan::Image &image : plan.images)
        freed += image.freedBytes;
    QCOMPARE(plan.freedBytes, freed);
}

void TestEvictionPlan::orphansGoFirst()
{
    SurveyBuilder builder;
    fill(builder);
    builder.store("found", 50); // nobody has it
    builder.store("orphan", 60);
    builder.link("a", "orphan", 1);
    builder.link("a", "never-stored", 1);
    const EvictionPlan plan = planFor(builder, {.wanted = 111});
    QCOMPARE(textOf(plan), (QStringList{QStringLiteral(" +50 =0"), QStringLiteral("a +60 =0"),
                                        QStringLiteral("a:1 +201 =1000")}));
    QCOMPARE(plan.images[0].reason, EvictionPlan::Reason::NoImage);
    QVERIFY(!plan.images[0].repository);
    QCOMPARE(plan.images[1].reason, EvictionPlan::Reason::NoImage);
    QCOMPARE(plan.images[1].links, std::vector{SurveyBuilder::digestOf("orphan")});
    QCOMPARE(plan.images[2].reason, EvictionPlan::Reason::LastUsed);
    QCOMPARE(plan.images[2].usedAtMs, 10);
    QCOMPARE(plan.images[2].links.front(), SurveyBuilder::digestOf("image-a"));
}

void TestEvictionPlan::whatHasJustComeStays()
{
    SurveyBuilder builder;
    builder.store("arriving", 60);
    builder.link("a", "arriving", nowMs - 1000);
    builder.store("downloading", 70);
    const EvictionPlan plan =
        planFor(builder, {.wanted = 100, .inUse = {QStringLiteral("downloading")}});
    QVERIFY2(plan.images.empty(), qPrintable(textOf(plan).join(QLatin1Char(','))));
}

/// Before those of which it is known when they were used, else they would stay for as long as the
/// clock was wrong, and what is pulled now would go.
void TestEvictionPlan::whatWasUsedInTheFutureGoesFirst()
{
    SurveyBuilder builder;
    builder.store("orphan", 60);
    builder.link("d", "orphan", nowMs + yearMs);
    builder.manifest("a", "known", {}, 10);
    builder.manifest("b", "future", {}, nowMs + yearMs);
    builder.manifest("c", "meanwhile", {}, nowMs + 1000);
    const EvictionPlan plan = planFor(builder, {.wanted = 62});
    QCOMPARE(textOf(plan).size(), 3);
    QCOMPARE(plan.images[0].links, std::vector{SurveyBuilder::digestOf("orphan")});
    QCOMPARE(plan.images[1].links, std::vector{SurveyBuilder::digestOf("future")});
    QCOMPARE(plan.images[2].links, std::vector{SurveyBuilder::digestOf("known")});
}

void TestEvictionPlan::aWrongTimeHidesNoRightOne()
{
    SurveyBuilder builder;
    builder.manifest("a", "platform", {}, nowMs + yearMs);
    builder.manifest("a", "index", {"platform"}, nowMs - 1000, {"1"});
    builder.manifest("b", "older", {}, nowMs - 2000, {"1"});
    QCOMPARE(textOf(planFor(builder, {.wanted = 1})), QStringList{QStringLiteral("b:1 +1 =0")});
}

/// As after a clock that was ahead was set right: all that was pulled until then is of the future.
void TestEvictionPlan::wrongTimesHaveAnOrder()
{
    SurveyBuilder builder;
    QStringList expected;
    for (int i = 0; i < 6; ++i) {
        const std::string name = "i" + std::to_string(i);
        builder.manifest("a", name, {}, nowMs + yearMs - i, {name});
        expected.prepend(QStringLiteral("a:i%1 +1 =0").arg(i));
    }
    QCOMPARE(textOf(planFor(builder, {.wanted = 6})), expected);
}

void TestEvictionPlan::whatIsNotReadYetStays()
{
    SurveyBuilder builder;
    builder.store("layer", 60);
    builder.link("a", "layer", 1);
    builder.store("unread", 5);
    builder.catalogue.link(
        builder.repositoryOf("a"),
        {.digest = SurveyBuilder::digestOf("unread"), .mediaType = "a/b", .size = 5}, true);
    const EvictionPlan plan = planFor(builder, {.wanted = 100});
    QVERIFY(plan.images.empty());
    QCOMPARE(plan.kept.size(), 1U);
    QCOMPARE(plan.kept.front().reason, EvictionPlan::KeptBecause::Unknown);
}

void TestEvictionPlan::sharers()
{
    SurveyBuilder builder;
    fill(builder);
    for (int i = 0; i < 10; ++i)
        builder.manifest("d", "image-d" + std::to_string(i), {"shared"}, 100 + i,
                         {"tag-" + std::to_string(i)});
    const EvictionPlan plan = planFor(builder, {.wanted = 201});
    QCOMPARE(plan.images.size(), 1U);
    const std::vector<std::string> &names = plan.images.front().sharedWith;
    QCOMPARE(names.size(), limits::imageSharersMax);
    QCOMPARE(textOf(names).first(), QStringLiteral("docker.io/b:1"));
    QCOMPARE(textOf(names).at(1), QStringLiteral("docker.io/d:tag-0"));
}

void TestEvictionPlan::filesAreThoseThatNobodyHas()
{
    SurveyBuilder builder;
    fill(builder);
    const EvictionPlan plan = planFor(builder, {.chosen = {QStringLiteral("a")}});
    const auto setOf = [](const std::vector<Digest> &digests) {
        return std::set<Digest>(digests.begin(), digests.end());
    };
    const auto digest = [](const char *name) {
        return SurveyBuilder::digestOf(name);
    };
    QCOMPARE(setOf(plan.images[0].links),
             (std::set<Digest>{digest("image-a"), digest("shared"), digest("only-a")}));
    QCOMPARE(setOf(plan.images[0].files), (std::set<Digest>{digest("image-a"), digest("only-a")}));
    QCOMPARE(plan.images[0].tags, std::vector<std::string>{"1"});
}

void TestEvictionPlan::everything()
{
    SurveyBuilder builder;
    fill(builder);
    builder.store("found", 50);
    builder.store("arriving", 60);
    builder.link("a", "arriving", nowMs);
    builder.catalogue.setTag(builder.repositoryOf("a"), "broken",
                             {.digest = SurveyBuilder::digestOf("gone")});
    EvictionTerms terms{.wantedBytes = 0,
                        .chosen = {},
                        .takesUnlinked = true,
                        .takesPinned = true,
                        .namesSharers = false,
                        .nowMs = nowMs,
                        .isInUse = nullptr};
    for (RepositoryId id = 0; id < builder.catalogue.repositoryCount(); ++id)
        terms.chosen.push_back({.repository = id, .name = {}});
    const EvictionPlan plan = planEviction(surveyImages(builder.catalogue), terms);
    QCOMPARE(plan.freedBytes, builder.catalogue.storedBytes());
    std::set<std::string> tags;
    for (const EvictionPlan::Image &image : plan.images)
        tags.insert(image.tags.begin(), image.tags.end());
    QVERIFY(tags.contains("broken"));
}

void TestEvictionPlan::manyImages()
{
    SurveyBuilder builder;
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = std::to_string(i);
        builder.store("layer-" + number, 10);
        builder.manifest("r" + std::to_string(i % 100), "image-" + number,
                         {"layer-" + number, "base-" + std::to_string(i % 7)}, i + 1, {number});
    }
    const EvictionPlan plan = planFor(builder, {.wanted = 11 * 10'000});
    QCOMPARE(plan.images.size(), 10'000U);
    QCOMPARE(plan.images.front().usedAtMs, 1);
    QCOMPARE(plan.images.back().usedAtMs, 10'000);
}

QTEST_APPLESS_MAIN(TestEvictionPlan)
#include "tst_evictionplan.moc"
