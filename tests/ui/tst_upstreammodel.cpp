// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the list of upstreams keeps its rows in place, says in words how each one is, and is
// a proper model whatever comes.
#include "historybars.h"
#include "models/credentialmodel.h"
#include "models/upstreammodel.h"
#include "upstreamtext.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

using State = UpstreamServerStatus::State;

Q_DECLARE_METATYPE(QList<lanyard::UpstreamServerStatus::State>)
Q_DECLARE_METATYPE(lanyard::ui::UpstreamHealth)
Q_DECLARE_METATYPE(lanyard::TagRule)

namespace {

UpstreamStatus upstream(const char *registry, const QList<State> &states = {State::Online})
{
    UpstreamStatus status{.registry = QString::fromLatin1(registry)};
    for (const State state : states)
        status.servers.append({.url = QStringLiteral("https://a.example"), .state = state});
    return status;
}

QStringList names(const UpstreamModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, UpstreamModel::RegistryColumn).data().toString();
    return all;
}

} // namespace

class TestUpstreamModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRowsInPlace();
    void showsBudgetAndCredential();
    void showsHostileNamesPlainly();
    void listsCredentials();
    void tellsHealth_data();
    void tellsHealth();
    void tellsTagRules_data();
    void tellsTagRules();
    void tellsWhenItIsFull();
    void countsByTheHour();
    void countsByTheDay();
};

void TestUpstreamModel::keepsRowsInPlace()
{
    UpstreamModel model;
    const QAbstractItemModelTester tester(&model);
    model.update({.upstreams = {upstream("a"), upstream("b"), upstream("c")}}, {});
    QCOMPARE(names(model),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    const QPersistentModelIndex kept = model.index(1, 0);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update({.upstreams = {upstream("a"), upstream("b"), upstream("c")}}, {});
    QCOMPARE(changes.size(), 0);
    UpstreamStatus busy = upstream("b");
    busy.requests = 7;
    model.update({.upstreams = {upstream("d"), upstream("c"), busy}}, {});
    QCOMPARE(names(model),
             (QStringList{QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("b")}));
    QCOMPARE(kept.row(), 2);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size(), 0);
    model.update({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestUpstreamModel::showsBudgetAndCredential()
{
    UpstreamModel model;
    const QAbstractItemModelTester tester(&model);
    UpstreamStatus hub = upstream("docker.io");
    hub.budgets = {{.account = {}, .limit = 100, .remaining = 20}};
    const CredentialOverview credentials{
        .credentials = {
            {.scope = QStringLiteral("docker.io/team"), .username = QStringLiteral("me")},
            {.scope = QStringLiteral("docker.io.example"), .username = QStringLiteral("other")}}};
    model.update({.upstreams = {hub, upstream("quay.io")}}, credentials);
    const auto at = [&model](int row, UpstreamModel::Column column, int role) {
        return model.index(row, column).data(role);
    };
    QCOMPARE(at(0, UpstreamModel::BudgetColumn, Qt::DisplayRole).toString(),
             QStringLiteral("20 of 100"));
    QCOMPARE(at(0, UpstreamModel::BudgetColumn, UpstreamModel::ShareRole).toDouble(), 0.2);
    QCOMPARE(at(0, UpstreamModel::CredentialColumn, Qt::DisplayRole).toString(),
             QStringLiteral("me"));
    QVERIFY(!at(1, UpstreamModel::BudgetColumn, UpstreamModel::ShareRole).isValid());
    QVERIFY(at(1, UpstreamModel::CredentialColumn, Qt::DisplayRole).toString().isEmpty());
    hub.refusal = QStringLiteral("docker.io refuses the password");
    model.update({.upstreams = {hub}}, credentials);
    QCOMPARE(at(0, UpstreamModel::CredentialColumn, Qt::DisplayRole).toString(),
             QStringLiteral("Refused"));
    QVERIFY(at(0, UpstreamModel::CredentialColumn, Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("docker.io refuses the password")));
}

void TestUpstreamModel::showsHostileNamesPlainly()
{
    UpstreamModel model;
    UpstreamStatus evil = upstream("a");
    evil.servers[0].trouble = QStringLiteral("<img src=x>\u202e");
    model.update({.upstreams = {evil}}, {});
    const QString tip = model.index(0, UpstreamModel::StateColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QStringLiteral("&lt;img")));
    QVERIFY(!tip.contains(QChar(0x202e)));
}

void TestUpstreamModel::listsCredentials()
{
    CredentialModel model;
    const QAbstractItemModelTester tester(&model);
    model.update({{.scope = QStringLiteral("quay.io"),
                   .username = QStringLiteral("me"),
                   .place = CredentialPlace::Configuration},
                  {.scope = QStringLiteral("docker.io"), .helper = QStringLiteral("pass")}});
    QCOMPARE(model.index(0, CredentialModel::PlaceColumn).data().toString(),
             QStringLiteral("Configuration file"));
    QCOMPARE(model.index(1, CredentialModel::PlaceColumn).data().toString(),
             QStringLiteral("docker-credential-pass"));
    QVERIFY(!model.index(1, CredentialModel::UserColumn).data().toString().isEmpty());
}

void TestUpstreamModel::tellsHealth_data()
{
    QTest::addColumn<QList<State>>("states");
    QTest::addColumn<UpstreamHealth>("health");
    QTest::newRow("online") << QList<State>{State::Online} << UpstreamHealth::Online;
    QTest::newRow("not asked") << QList<State>{State::Unknown} << UpstreamHealth::Unknown;
    QTest::newRow("offline") << QList<State>{State::Offline} << UpstreamHealth::Offline;
    QTest::newRow("limited") << QList<State>{State::Limited} << UpstreamHealth::Limited;
    QTest::newRow("none") << QList<State>{} << UpstreamHealth::Unknown;
    QTest::newRow("fallback not needed")
        << QList<State>{State::Online, State::Offline} << UpstreamHealth::Online;
    QTest::newRow("on a fallback")
        << QList<State>{State::Offline, State::Online} << UpstreamHealth::Degraded;
    QTest::newRow("all down") << QList<State>{State::Offline, State::Offline}
                              << UpstreamHealth::Offline;
    QTest::newRow("limited and down")
        << QList<State>{State::Limited, State::Offline} << UpstreamHealth::Limited;
}

void TestUpstreamModel::tellsHealth()
{
    QFETCH(QList<State>, states);
    QFETCH(UpstreamHealth, health);
    UpstreamStatus status = upstream("a", states);
    QCOMPARE(healthOf(status, false), health);
    QVERIFY(!healthName(health).isEmpty());
    QCOMPARE(healthOf(status, true), UpstreamHealth::SwitchedOff);
    status.isEnabled = false;
    QCOMPARE(healthOf(status, true), UpstreamHealth::Disabled);
}

void TestUpstreamModel::tellsTagRules_data()
{
    QTest::addColumn<TagRule>("rule");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << TagRule{.match = "*", .ttl = std::chrono::seconds(90)}
                             << QStringLiteral("*: again after 90 s");
    QTest::newRow("minutes") << TagRule{.match = "latest", .ttl = std::chrono::minutes(5)}
                             << QStringLiteral("latest: again after 5 min");
    QTest::newRow("days") << TagRule{.match = "v?", .ttl = std::chrono::hours(48)}
                          << QStringLiteral("v?: again after 2 d");
    QTest::newRow("always") << TagRule{.match = "dev"} << QStringLiteral("dev: at every pull");
    QTest::newRow("never") << TagRule{.match = "1.*", .isImmutable = true}
                           << QStringLiteral("1.*: never again");
}

void TestUpstreamModel::tellsTagRules()
{
    QFETCH(TagRule, rule);
    QTEST(tagRuleText(rule), "text");
}

void TestUpstreamModel::tellsWhenItIsFull()
{
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    PullBudget budget{
        .limit = 100, .remaining = 40, .window = std::chrono::hours(6), .readAtMs = now};
    QVERIFY(!refillText(budget).isEmpty());
    budget.readAtMs = now - std::chrono::milliseconds(std::chrono::hours(7)).count();
    QVERIFY(refillText(budget).isEmpty());
    budget.remaining = 100;
    QVERIFY(refillText(budget).isEmpty());
    QCOMPARE(budgetShare({.limit = 0}), 1.0);
    QCOMPARE(budgetShare({.limit = 10, .remaining = 20}), 1.0);
}

void TestUpstreamModel::countsByTheHour()
{
    constexpr std::int64_t hourMs = 3'600'000;
    const std::int64_t now = 500'000 * hourMs + 1'234;
    const UpstreamHistory history{
        .registry = {},
        .hours = {{.beginMs = 499'900 * hourMs, .requests = 99}, // too long ago
                  {.beginMs = 499'999 * hourMs,
                   .requests = 3,
                   .pullsSaved = 4,
                   .budgets = {{.last = {.limit = 100, .remaining = 80}, .lowest = 50}}},
                  {.beginMs = 500'000 * hourMs, .requests = 1}}};
    const QList<HistoryBar> bars = historyBars(history, HistorySpan::Day, now);
    QCOMPARE(bars.size(), 24);
    QCOMPARE(bars[23], (HistoryBar{.beginMs = 500'000 * hourMs, .requests = 1}));
    QCOMPARE(bars[22].requests, 3U);
    QCOMPARE(bars[22].pullsSaved, 4U);
    QCOMPARE(bars[22].lowestShare, 0.5);
    QCOMPARE(bars[0].requests, 0U);
    const QString summary = historySummary(bars, HistorySpan::Day);
    QVERIFY2(summary.contains(QStringLiteral("requests 4 · pulls saved 4")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("50 %")), qPrintable(summary));
}

void TestUpstreamModel::countsByTheDay()
{
    const QDateTime now(QDate(2026, 11, 27), QTime(15, 0));
    const auto hourOf = [&now](int daysBack, int hour) {
        return QDateTime(now.date().addDays(-daysBack), QTime(hour, 0)).toMSecsSinceEpoch();
    };
    const UpstreamHistory history{.registry = {},
                                  .hours = {{.beginMs = hourOf(30, 1), .requests = 1},
                                            {.beginMs = hourOf(1, 0), .requests = 2},
                                            {.beginMs = hourOf(1, 23), .requests = 3},
                                            {.beginMs = hourOf(0, 0), .requests = 4}}};
    const QList<HistoryBar> bars =
        historyBars(history, HistorySpan::Month, now.toMSecsSinceEpoch());
    QCOMPARE(bars.size(), 31);
    QCOMPARE(bars[0].requests, 1U);
    QCOMPARE(bars[29].requests, 5U);
    QCOMPARE(bars[30].requests, 4U);
}

QTEST_MAIN(TestUpstreamModel)
#include "tst_upstreammodel.moc"
