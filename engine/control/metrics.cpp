// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/metrics.h"

#include <string_view>
#include <utility>

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

http::Response textResponse(int status, QByteArray body)
{
    http::Response response;
    response.status = status;
    http::appendField(response.fields, "Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

http::Response metricsResponse(const std::string &text)
{
    http::Response response;
    http::appendField(response.fields, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    http::appendField(response.fields, "Cache-Control", "no-store");
    response.body = QByteArray::fromStdString(text);
    return response;
}

} // namespace

std::string prometheusText(const StatsSnapshot &statistics, WallTime startedAt)
{
    const StatsSnapshot &s = statistics;
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
    appendSingle(text, "lanyard_start_time_seconds", "gauge",
                 "When the engine started, in seconds since 1970-01-01 UTC.",
                 toEpochMs(startedAt) / 1000);
    appendFamily(text, "lanyard_build_info", "gauge", "The version that runs.");
    appendSample(text, "lanyard_build_info", "{version=\"" LANYARD_VERSION "\"}", 1);
    return text;
}

MetricsHandler::MetricsHandler(std::function<StatsSnapshot()> snapshot)
    : m_snapshot(std::move(snapshot))
    , m_startedAt(SystemClock().wallNow())
{
}

void MetricsHandler::handle(const http::Request &request, http::Responder responder)
{
    if (request.path != "/metrics") {
        responder.respond(textResponse(404, QByteArrayLiteral("Only /metrics is here.\n")));
        return;
    }
    if (request.method == http::Method::Other) {
        http::Response refusal = textResponse(405, QByteArrayLiteral("Only GET and HEAD.\n"));
        http::appendField(refusal.fields, "Allow", "GET, HEAD");
        responder.respond(std::move(refusal));
        return;
    }
    responder.respond(metricsResponse(prometheusText(m_snapshot(), m_startedAt)));
}

} // namespace lanyard::control
