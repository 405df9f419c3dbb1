// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"
#include "api/upstreamstatus.h"
#include "core/clock.h"
#include "http/requesthandler.h"

#include <functional>
#include <string>

namespace lanyard::control {

/// The counters as Prometheus text (exposition format 0.0.4): `registry_proxy_*` where
/// distribution has the same figure, `lanyard_*` for the rest. Pure.
std::string prometheusText(const StatsSnapshot &statistics, const UpstreamOverview &overview,
                           WallTime startedAt);

/// Answers GET and HEAD /metrics on the debug address. Thread-safe when its functions are. Made
/// when the engine starts: that time is among the figures.
class MetricsHandler final : public http::RequestHandler
{
public:
    /// Gives the answer later, on any thread, or never.
    using AskOverview = std::function<void(std::function<void(const UpstreamOverview &)>)>;

    MetricsHandler(std::function<StatsSnapshot()> snapshot, AskOverview askOverview);
    void handle(const http::Request &request, http::Responder responder) override;

private:
    const std::function<StatsSnapshot()> m_snapshot;
    const AskOverview m_askOverview;
    const WallTime m_startedAt;
};

} // namespace lanyard::control
