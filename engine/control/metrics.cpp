// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/metrics.h"

#include <string_view>

namespace lanyard::control {

namespace {

/// The head of a metric family (Prometheus exposition format 0.0.4, "Comments, help text, and type
/// information").
void appendFamily(std::string &text, std::string_view name, std::string_view type,
                  std::string_view help)
{
    text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    text.append(name).append(" ").append(type).append("\n");
}

template <typename Number>
void appendSample(std::string &text, std::string_view name, std::string_view labels, Number value)
{
    text.append(name).append(labels).append(" ").append(std::to_string(value)).append("\n");
}

template <typename Number>
void appendSingle(std::string &text, std::string_view name, std::string_view type,
                  std::string_view help, Number value)
{
    appendFamily(text, name, type, help);
    appendSample(text, name, "", value);
}

/// A counter that distribution's proxy has for blobs and for manifests.
void appendProxyCounter(std::string &text, std::string_view name, std::string_view help,
                        std::uint64_t blobs, std::uint64_t manifests)
{
    appendFamily(text, name, "counter", help);
    appendSample(text, name, R"({type="blob"})", blobs);
    appendSample(text, name, R"({type="manifest"})", manifests);
}

/// A label's value (ibid., "Comments, help text, and type information").
std::string labelled(std::string_view name, const QString &value)
{
    std::string label(name);
    label += "=\"";
    for (const char c : value.toStdString()) {
        if (c == '\\' || c == '"')
            label += '\\';
        label += c == '\n' ? ' ' : c;
    }
    return label + '"';
}

std::string registryLabel(const UpstreamStatus &upstream)
{
    return labelled("registry", upstream.registry);
}

void appendServers(std::string &text, const UpstreamOverview &overview)
{
    appendFamily(text, "lanyard_upstream_up", "gauge",
                 "Whether a server of an upstream may be asked: 0 while it is offline or limits "
                 "requests.");
    for (const UpstreamStatus &upstream : overview.upstreams) {
        for (const UpstreamServerStatus &server : upstream.servers) {
            const bool isUp = server.state == UpstreamServerStatus::State::Online ||
                              server.state == UpstreamServerStatus::State::Unknown;
            appendSample(text, "lanyard_upstream_up",
                         '{' + registryLabel(upstream) + ',' + labelled("url", server.url) + '}',
                         isUp && upstream.isEnabled && !overview.isOffline ? 1 : 0);
        }
    }
}

/// One sample of each upstream.
template <typename Value>
void appendUpstreams(std::string &text, const UpstreamOverview &overview, std::string_view name,
                     std::string_view help, Value value)
{
    appendFamily(text, name, "counter", help);
    for (const UpstreamStatus &upstream : overview.upstreams)
        appendSample(text, name, '{' + registryLabel(upstream) + '}', value(upstream));
}

/// One sample of each account whose pulls a registry counts.
template <typename Value>
void appendBudgets(std::string &text, const UpstreamOverview &overview, std::string_view name,
                   std::string_view help, Value value)
{
    appendFamily(text, name, "gauge", help);
    for (const UpstreamStatus &upstream : overview.upstreams) {
        for (const PullBudget &budget : upstream.budgets)
            appendSample(text, name,
                         '{' + registryLabel(upstream) + ',' + labelled("account", budget.account) +
                             '}',
                         value(budget));
    }
}

void appendOverview(std::string &text, const UpstreamOverview &overview)
{
    appendSingle(text, "lanyard_offline", "gauge",
                 "Whether the user has switched asking upstreams off.", overview.isOffline ? 1 : 0);
    appendServers(text, overview);
    appendUpstreams(text, overview, "lanyard_upstream_sent_requests_total",
                    "Requests sent to an upstream, tokens included.",
                    [](const UpstreamStatus &upstream) { return upstream.requests; });
    appendUpstreams(text, overview, "lanyard_pulls_saved_total",
                    "Manifests that clients got and the upstream was not asked for.",
                    [](const UpstreamStatus &upstream) { return upstream.pullsSaved; });
    appendBudgets(text, overview, "lanyard_upstream_pulls_limit",
                  "Pulls that a registry grants in a window.",
                  [](const PullBudget &budget) { return budget.limit; });
    appendBudgets(
        text, overview, "lanyard_upstream_pulls_remaining",
        "Pulls that were left when the registry said so last, or all, once its window has "
        "passed.",
        [](const PullBudget &budget) { return budget.remaining; });
    appendBudgets(text, overview, "lanyard_upstream_pulls_window_seconds",
                  "For how long the limit of pulls is.",
                  [](const PullBudget &budget) { return budget.window.count(); });
    appendBudgets(text, overview, "lanyard_upstream_pulls_full_time_seconds",
                  "By when all pulls are there again, since 1970; 0: they are.",
                  [](const PullBudget &budget) { return budget.fullAtMs().value_or(0) / 1000; });
}

} // namespace

std::string prometheusText(const Figures &figures)
{
    const StatsSnapshot &s = figures.statistics;
    std::string text;
    appendProxyCounter(text, "registry_proxy_requests_total",
                       "Requests for blobs and manifests that the cache answered.",
                       s.blobHits + s.blobMisses, s.manifestHits + s.manifestMisses);
    appendProxyCounter(text, "registry_proxy_hits_total", "Requests that fetched no body upstream.",
                       s.blobHits, s.manifestHits);
    appendProxyCounter(text, "registry_proxy_misses_total",
                       "Requests that fetched a body upstream.", s.blobMisses, s.manifestMisses);
    appendProxyCounter(text, "registry_proxy_pulled_bytes_total",
                       "Bytes of bodies fetched upstream.", s.blobBytesFetched,
                       s.manifestBytesFetched);
    appendProxyCounter(text, "registry_proxy_pushed_bytes_total",
                       "Bytes of bodies sent to clients.", s.blobBytesServed,
                       s.manifestBytesServed);
    appendSingle(text, "lanyard_requests_total", "counter", "Requests of every kind.", s.requests);
    appendSingle(text, "lanyard_upstream_requests_total", "counter", "Requests sent upstream.",
                 s.upstreamRequests);
    appendSingle(text, "lanyard_stale_total", "counter",
                 "Requests answered from the store because upstream could not be asked.", s.stale);
    appendSingle(text, "lanyard_failed_total", "counter",
                 "Requests for what was neither stored nor to be had.", s.failed);
    appendSingle(text, "lanyard_connections", "gauge", "Client connections open now.",
                 s.connections);
    appendSingle(text, "lanyard_storage_healthy", "gauge",
                 "Whether the disk can be used: 0 while clients are sent elsewhere.",
                 figures.isStorageHealthy ? 1 : 0);
    appendOverview(text, figures.upstreams);
    appendSingle(text, "lanyard_start_time_seconds", "gauge",
                 "When the engine started, in seconds since 1970-01-01 UTC.",
                 toEpochMs(figures.startedAt) / 1000);
    appendFamily(text, "lanyard_build_info", "gauge", "The version that runs.");
    appendSample(text, "lanyard_build_info", "{version=\"" LANYARD_VERSION "\"}", 1);
    return text;
}

} // namespace lanyard::control
