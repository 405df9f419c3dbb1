// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics are text that Prometheus reads, each figure under its name.
#include "control/metrics.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace lanyard;

namespace {

StatsSnapshot sample()
{
    return {
        .requests = 1,
        .manifestHits = 20,
        .manifestMisses = 3,
        .blobHits = 400,
        .blobMisses = 50,
        .stale = 6,
        .failed = 7,
        .manifestBytesServed = 8'000,
        .blobBytesServed = 9'000'000'000'000,
        .manifestBytesFetched = 10,
        .blobBytesFetched = 11,
        .upstreamRequests = 12,
        .connections = 13,
    };
}

/// One that is well, and one that limits requests, whose account tries to break out of its label.
UpstreamOverview overview()
{
    UpstreamStatus hub{.registry = QStringLiteral("docker.io"), .requests = 40, .pullsSaved = 12};
    hub.servers = {
        {.url = QStringLiteral("https://a"), .state = UpstreamServerStatus::State::Online},
        {.url = QStringLiteral("https://b"), .state = UpstreamServerStatus::State::Limited}};
    hub.budgets = {{.account = QStringLiteral("1\"} x 1\ny\\"),
                    .limit = 100,
                    .remaining = 97,
                    .window = std::chrono::hours(6),
                    .readAtMs = 1'700'000'000'000}};
    UpstreamStatus off{.registry = QStringLiteral("quay.io"), .isEnabled = false};
    off.servers = {{.url = QStringLiteral("https://c")}};
    UpstreamOverview all;
    all.upstreams = {hub, off};
    return all;
}

/// Samples by name and labels; empty when a line breaks the format, or a sample has no family.
QMap<QByteArray, QByteArray> parse(const QByteArray &text)
{
    static const QRegularExpression line(QStringLiteral(
        "^([a-z_]+)((?:\\{(?:[a-z]+=\"(?:[^\"\\\\\n]|\\\\.)*\",?)+\\})?) ([0-9]+)$"));
    QMap<QByteArray, QByteArray> samples;
    QByteArrayList lines = text.split('\n');
    if (lines.takeLast() != QByteArray()) // the last line must be ended
        return {};
    for (const QByteArray &one : lines) {
        if (one.startsWith("# HELP ") || one.startsWith("# TYPE "))
            continue;
        const auto match = line.match(QString::fromUtf8(one));
        const QByteArray name = match.captured(1).toUtf8();
        if (!match.hasMatch() || !text.contains("# HELP " + name + ' ') ||
            text.count("# TYPE " + name + ' ') != 1)
            return {};
        samples[name + match.captured(2).toUtf8()] = match.captured(3).toUtf8();
    }
    return samples;
}

} // namespace

class TestMetrics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryFigure();
    void saysWhetherTheDiskCanBeUsed();
};

void TestMetrics::hasEveryFigure()
{
    const auto samples = parse(QByteArray::fromStdString(
        control::prometheusText({.statistics = sample(),
                                 .upstreams = overview(),
                                 .startedAt = fromEpochMs(1'795'507'828'042)})));
    const QMap<QByteArray, QByteArray> expected{
        {"registry_proxy_requests_total{type=\"blob\"}", "450"},
        {"registry_proxy_requests_total{type=\"manifest\"}", "23"},
        {"registry_proxy_hits_total{type=\"blob\"}", "400"},
        {"registry_proxy_hits_total{type=\"manifest\"}", "20"},
        {"registry_proxy_misses_total{type=\"blob\"}", "50"},
        {"registry_proxy_misses_total{type=\"manifest\"}", "3"},
        {"registry_proxy_pulled_bytes_total{type=\"blob\"}", "11"},
        {"registry_proxy_pulled_bytes_total{type=\"manifest\"}", "10"},
        {"registry_proxy_pushed_bytes_total{type=\"blob\"}", "9000000000000"},
        {"registry_proxy_pushed_bytes_total{type=\"manifest\"}", "8000"},
        {"lanyard_requests_total", "1"},
        {"lanyard_upstream_requests_total", "12"},
        {"lanyard_stale_total", "6"},
        {"lanyard_failed_total", "7"},
        {"lanyard_connections", "13"},
        {"lanyard_storage_healthy", "1"},
        {"lanyard_offline", "0"},
        {R"(lanyard_upstream_up{registry="docker.io",url="https://a"})", "1"},
        {R"(lanyard_upstream_up{registry="docker.io",url="https://b"})", "0"},
        {R"(lanyard_upstream_up{registry="quay.io",url="https://c"})", "0"},
        {R"(lanyard_upstream_sent_requests_total{registry="docker.io"})", "40"},
        {R"(lanyard_upstream_sent_requests_total{registry="quay.io"})", "0"},
        {R"(lanyard_pulls_saved_total{registry="docker.io"})", "12"},
        {R"(lanyard_pulls_saved_total{registry="quay.io"})", "0"},
        {R"(lanyard_upstream_pulls_limit{registry="docker.io",account="1\"} x 1 y\\"})", "100"},
        {R"(lanyard_upstream_pulls_remaining{registry="docker.io",account="1\"} x 1 y\\"})", "97"},
        {R"(lanyard_upstream_pulls_window_seconds{registry="docker.io",account="1\"} x 1 y\\"})",
         "21600"},
        {R"(lanyard_upstream_pulls_full_time_seconds{registry="docker.io",account="1\"} x 1 y\\"})",
         "1700021600"},
        {"lanyard_start_time_seconds", "1795507828"},
        {"lanyard_build_info{version=\"" LANYARD_VERSION "\"}", "1"},
    };
    QCOMPARE(samples, expected);
}

void TestMetrics::saysWhetherTheDiskCanBeUsed()
{
    const std::string text = control::prometheusText({.isStorageHealthy = false});
    QVERIFY(text.find("\nlanyard_storage_healthy 0\n") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
