// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention, with the button that mends it, and who has fallen back.
#include "attention.h"
#include "uilimits.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

using Kind = AttentionItem::Kind;
using Action = AttentionItem::Action;
using Change = std::function<void(AttentionValues &)>;

constexpr std::int64_t nowMs = 1'800'000'000'000;
constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t gib = std::int64_t{1} << 30;

UpstreamStatus hub()
{
    UpstreamStatus upstream;
    upstream.registry = QStringLiteral("docker.io");
    upstream.servers = {{.url = QStringLiteral("https://registry-1.docker.io"),
                         .state = UpstreamServerStatus::State::Online,
                         .trouble = {},
                         .sinceMs = nowMs - 1000}};
    return upstream;
}

/// Of a year, from files.
ServedCertificate certificate(int daysLeft)
{
    return {.file = QStringLiteral("/etc/tls/cache.pem"),
            .isIssued = false,
            .validFromMs = nowMs + (daysLeft - 365) * dayMs,
            .validUntilMs = nowMs + daysLeft * dayMs};
}

StorageRefusal refused(StorageRefusal::Limit limit)
{
    return {.limit = limit, .bytes = 3 * gib};
}

/// Of an engine with which all is well.
AttentionValues well()
{
    AttentionValues values;
    values.status.state = EngineState::Running;
    values.status.disk = {.contentBytes = gib,
                          .unfinishedBytes = 0,
                          .capacityBytes = 50 * gib,
                          .keepFreeBytes = 5 * gib,
                          .diskFreeBytes = 100 * gib,
                          .diskBytes = 500 * gib};
    values.upstreams.upstreams = {hub()};
    values.localCa = LocalCaOverview();
    values.localCa->authority.validUntilMs = nowMs + 1000 * dayMs;
    values.status.certificates = {certificate(14)};
    values.nowMs = nowMs;
    return values;
}

PullBudget budget(std::int64_t remaining, std::int64_t readAtMs)
{
    return {.account = QStringLiteral("192.0.2.7"),
            .limit = 100,
            .remaining = remaining,
            .window = std::chrono::hours(6),
            .readAtMs = readAtMs};
}

ClientSummary fellBack(const char *address, std::int64_t atMs)
{
    ClientSummary client;
    client.address = address;
    client.userAgent = "docker/27.1";
    client.fallbacks = 1;
    client.lastFallback = ClientSummary::Fallback{.atMs = atMs,
                                                  .status = 503,
                                                  .upstream = "quay.io",
                                                  .repository = "org/app",
                                                  .reference = "1"};
    return client;
}

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Action)

class TestAttention final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void isQuietWhenAllIsWell_data();
    void isQuietWhenAllIsWell();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void tellsTheGravestFirst();
    void isBounded();
    void showsNoControlCharacters();
    void hasAWordForEachAction();
    void tellsOfFallbacksForAnHour();
};

void TestAttention::isQuietWhenAllIsWell_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) {
        QTest::newRow(name) << change;
    };
    row("all", [](AttentionValues &) {});
    row("starting", [](AttentionValues &v) { v.status.state = EngineState::Starting; });
    row("nothing known yet", [](AttentionValues &v) {
        v = {};
        v.status.state = EngineState::Running;
        v.nowMs = nowMs;
    });
    row("high water", [](AttentionValues &v) { v.status.disk.contentBytes = 49 * gib; });
    row("a certificate of six days that is renewed daily", [](AttentionValues &v) {
        v.status.certificates[0].validFromMs = nowMs - 5 * dayMs;
        v.status.certificates[0].validUntilMs = nowMs + dayMs;
    });
    row("a disabled upstream", [](AttentionValues &v) {
        v.upstreams.upstreams[0].isEnabled = false;
        v.upstreams.upstreams[0].servers[0].state = UpstreamServerStatus::State::Offline;
    });
    row("a budget of yesterday",
        [](AttentionValues &v) { v.upstreams.upstreams[0].budgets = {budget(1, nowMs - dayMs)}; });
    row("enough budget", [](AttentionValues &v) {
        v.upstreams.upstreams[0].budgets = {budget(10, nowMs), budget(1, nowMs)};
    });
    row("a wrong digest of yesterday", [](AttentionValues &v) {
        v.status.wrongDigests = {.count = 1,
                                 .lastRegistry = "docker.io",
                                 .lastRepository = "a",
                                 .lastAtMs = nowMs - dayMs};
    });
    row("a wrong digest that was dismissed", [](AttentionValues &v) {
        v.status.wrongDigests = {.count = 1, .lastRegistry = "docker.io", .lastAtMs = nowMs};
        v.dismissed = v.status.wrongDigests;
    });
}

void TestAttention::isQuietWhenAllIsWell()
{
    QFETCH(const Change, change);
    AttentionValues values = well();
    change(values);
    const QList<AttentionItem> items = attention(values);
    QVERIFY2(items.isEmpty(), qPrintable(items.value(0).text));
}

void TestAttention::tellsWhatIsWrong_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const Change &change, Kind kind, Action action,
                        const char *says) {
        QTest::newRow(name) << change << kind << action << QByteArray(says);
    };
    row(
        "stopped", [](AttentionValues &v) { v.status.state = EngineState::Stopped; }, Kind::Stopped,
        Action::Start, "stopped");
    row(
        "hanging disk",
        [](AttentionValues &v) { v.status.storageTrouble = QStringLiteral("it hangs"); },
        Kind::StorageTrouble, Action::ShowSettings, "it hangs");
    row(
        "full disk", [](AttentionValues &v) { v.status.disk.diskFreeBytes = 2 * gib; },
        Kind::DiskFull, Action::ShowImages, "2.00 GiB are free, and 5.00 GiB are to stay so");
    row(
        "what is kept free",
        [](AttentionValues &v) {
            v.status.disk.diskFreeBytes = 6 * gib;
            v.status.disk.refusal = refused(StorageRefusal::Limit::KeepFree);
        },
        Kind::DiskFull, Action::ShowImages, "6.00 GiB are free, and 5.00 GiB are to stay so");
    row(
        "a quota",
        [](AttentionValues &v) { v.status.disk.refusal = refused(StorageRefusal::Limit::Disk); },
        Kind::DiskFull, Action::ShowImages, "takes no more");
    row(
        "full cache",
        [](AttentionValues &v) {
            v.status.disk.contentBytes = 48 * gib;
            v.status.disk.refusal = refused(StorageRefusal::Limit::Capacity);
        },
        Kind::CapacityFull, Action::ShowImages,
        "48.0 GiB of 50.0 GiB are used, and 3.00 GiB that were pulled did not fit");
    row(
        "wrong digest",
        [](AttentionValues &v) {
            v.status.wrongDigests = {.count = 3,
                                     .lastRegistry = "quay.io",
                                     .lastRepository = "org/app",
                                     .lastAtMs = nowMs - 1000};
        },
        Kind::WrongDigest, Action::Dismiss, "quay.io/org/app");
    row(
        "offline", [](AttentionValues &v) { v.upstreams.isOffline = true; }, Kind::Offline,
        Action::WorkOnline, "offline");
    row(
        "unreachable",
        [](AttentionValues &v) {
            v.upstreams.upstreams[0].servers[0].state = UpstreamServerStatus::State::Offline;
            v.upstreams.upstreams[0].servers[0].trouble = QStringLiteral("no route");
        },
        Kind::UpstreamUnreachable, Action::ShowUpstreams, "docker.io cannot be reached");
    row(
        "one of two servers",
        [](AttentionValues &v) {
            v.upstreams.upstreams[0].servers.append(
                {.url = QStringLiteral("https://mirror.example"),
                 .state = UpstreamServerStatus::State::Offline,
                 .trouble = QStringLiteral("no route"),
                 .sinceMs = nowMs});
        },
        Kind::UpstreamUnreachable, Action::ShowUpstreams, "https://mirror.example, a server of");
    row(
        "429",
        [](AttentionValues &v) {
            v.upstreams.upstreams[0].servers[0].state = UpstreamServerStatus::State::Limited;
            v.upstreams.upstreams[0].servers[0].untilMs = nowMs + 60'000;
        },
        Kind::UpstreamLimited, Action::LogIn, "429");
    row(
        "refused credentials",
        [](AttentionValues &v) {
            v.upstreams.upstreams[0].refusal = QStringLiteral("wrong password");
        },
        Kind::CredentialRefused, Action::LogIn, "wrong password");
    row(
        "low budget",
        [](AttentionValues &v) { v.upstreams.upstreams[0].budgets = {budget(9, nowMs)}; },
        Kind::BudgetLow, Action::LogIn, "9 more pulls of 100");
    row(
        "authority",
        [](AttentionValues &v) { v.localCa->authority.validUntilMs = nowMs + 29 * dayMs; },
        Kind::AuthorityEnding, Action::RenewAuthority, "authority ends");
    row(
        "certificate", [](AttentionValues &v) { v.status.certificates = {certificate(13)}; },
        Kind::CertificateEnding, Action::ShowSettings, "in /etc/tls/cache.pem ends on");
    row(
        "certificate that has ended",
        [](AttentionValues &v) { v.status.certificates = {certificate(-1)}; },
        Kind::CertificateEnding, Action::ShowSettings, "in /etc/tls/cache.pem ended on");
    row(
        "issued certificate",
        [](AttentionValues &v) {
            v.status.certificates = {certificate(13)};
            v.status.certificates[0].isIssued = true;
        },
        Kind::CertificateEnding, Action::ShowSettings, "not renewed by itself");
    row(
        "fallen back", [](AttentionValues &v) { v.clients = {fellBack("192.0.2.9", nowMs)}; },
        Kind::ClientFellBack, Action::ShowClients, "192.0.2.9 (Docker 27.1) was not given");
    row(
        "fallen back with a program that says nothing of itself",
        [](AttentionValues &v) {
            v.clients = {fellBack("192.0.2.9", nowMs)};
            v.clients[0].userAgent = " ";
        },
        Kind::ClientFellBack, Action::ShowClients, "192.0.2.9 was not given");
    row(
        "fallen back on this computer",
        [](AttentionValues &v) {
            v.clients = {fellBack("192.0.2.9", nowMs)};
            v.ownAddresses = {"127.0.0.1", "192.0.2.9"};
        },
        Kind::ClientFellBack, Action::ShowComputer, "192.0.2.9");
    row(
        "unknown registry",
        [](AttentionValues &v) {
            v.upstreams.suggestions = {
                {.registry = QStringLiteral("gcr.example"), .requests = 2, .lastAtMs = nowMs}};
        },
        Kind::UnknownRegistry, Action::AddUpstream, "gcr.example");
}

void TestAttention::tellsWhatIsWrong()
{
    QFETCH(const Change, change);
    QFETCH(const Kind, kind);
    QFETCH(const Action, action);
    QFETCH(const QByteArray, says);
    AttentionValues values = well();
    change(values);
    const QList<AttentionItem> items = attention(values);
    QCOMPARE(items.size(), 1);
    const AttentionItem &item = items.constFirst();
    QCOMPARE(item.kind, kind);
    QCOMPARE(item.action, action);
    QVERIFY2(item.text.contains(QString::fromLatin1(says)), qPrintable(item.text));
    QVERIFY2(!item.text.contains(u'%'), qPrintable(item.text));
}

void TestAttention::tellsTheGravestFirst()
{
    AttentionValues values = well();
    values.upstreams.suggestions = {
        {.registry = QStringLiteral("gcr.example"), .requests = 2, .lastAtMs = nowMs}};
    values.upstreams.upstreams[0].refusal = QStringLiteral("no");
    values.status.wrongDigests = {
        .count = 1, .lastRegistry = "quay.io", .lastRepository = "a", .lastAtMs = nowMs};
    const QList<AttentionItem> items = attention(values);
    QCOMPARE(items.size(), 3);
    QVERIFY(std::ranges::is_sorted(items, {}, &AttentionItem::severity));
    QCOMPARE(items.constFirst().kind, Kind::WrongDigest);
}

void TestAttention::isBounded()
{
    AttentionValues values = well();
    for (int i = 0; i < 64; ++i)
        values.upstreams.suggestions.append(
            {.registry = QStringLiteral("r%1.example").arg(i), .requests = 1, .lastAtMs = nowMs});
    QCOMPARE(attention(values).size(), limits::attentionItems);
}

void TestAttention::showsNoControlCharacters()
{
    AttentionValues values = well();
    values.upstreams.upstreams[0].refusal = QStringLiteral("a\n\u202eb %1");
    const QString text = attention(values).constFirst().text;
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x202e)));
    QVERIFY(text.endsWith(QStringLiteral("b %1")));
}

void TestAttention::hasAWordForEachAction()
{
    for (const Action action :
         {Action::Start, Action::WorkOnline, Action::RenewAuthority, Action::Dismiss, Action::LogIn,
          Action::AddUpstream, Action::ShowSettings, Action::ShowUpstreams, Action::ShowImages,
          Action::ShowClients, Action::ShowComputer})
        QVERIFY(!actionText(action).isEmpty());
}

void TestAttention::tellsOfFallbacksForAnHour()
{
    constexpr std::int64_t hourMs = 3'600'000;
    AttentionValues values = well();
    ClientSummary served;
    served.address = "192.0.2.1";
    values.clients = {served, fellBack("192.0.2.2", nowMs - hourMs),
                      fellBack("192.0.2.3", nowMs - hourMs + 1), fellBack("192.0.2.4", nowMs)};
    const QList<AttentionItem> items = attention(values);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).subject, QStringLiteral("192.0.2.4"));
    QCOMPARE(items.at(1).subject, QStringLiteral("192.0.2.3"));
    QVERIFY2(items.at(0).text.contains(QStringLiteral("192.0.2.4 (Docker 27.1)")),
             qPrintable(items.at(0).text));
    QVERIFY(items.at(0).text.contains(QStringLiteral("quay.io/org/app 1, status 503")));
}

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
