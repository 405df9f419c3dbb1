// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/metricspage.h"

#include "control/metrics.h"

#include <memory>
#include <utility>

namespace lanyard::control {

namespace {

http::Response metricsResponse(const std::string &text)
{
    http::Response response;
    http::appendField(response.fields, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    http::appendField(response.fields, "Cache-Control", "no-store");
    response.body = QByteArray::fromStdString(text);
    return response;
}

} // namespace

MetricsPage::MetricsPage(Sources sources)
    : m_sources(std::move(sources))
    , m_startedAt(SystemClock().wallNow())
{
}

void MetricsPage::answer(http::Responder responder) const
{
    // Shared, because a function can be copied and a responder cannot.
    auto waiting = std::make_shared<http::Responder>(std::move(responder));
    m_sources.askOverview([this, waiting = std::move(waiting)](const UpstreamOverview &overview) {
        waiting->respond(
            metricsResponse(prometheusText({.statistics = m_sources.statistics(),
                                            .upstreams = overview,
                                            .isStorageHealthy = m_sources.isStorageHealthy(),
                                            .startedAt = m_startedAt})));
    });
}

} // namespace lanyard::control
