// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "control/debugpages.h"
#include "control/healthpages.h"
#include "control/metricspage.h"
#include "core/result.h"
#include "http/httpserver.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lanyard::control {

/// Answers at the debug address: `/metrics`, `/healthz`, `/readyz` and `/debug/health`. What
/// machines ask there is no news: it is neither logged nor counted. Lives on the thread that made
/// it.
class DebugServer
{
public:
    /// Where its pages have from what they say. Called on a network thread of its own.
    struct Sources
    {
        std::function<StatsSnapshot()> statistics;
        std::function<Readiness()> readiness;
        MetricsPage::AskOverview askOverview;
    };

    /// `allow`: who is answered, as Config::debugAllow.
    static Result<http::AccessList> clients(const std::vector<std::string> &allow);

    explicit DebugServer(Sources sources);
    DebugServer(const DebugServer &) = delete;
    DebugServer &operator=(const DebugServer &) = delete;

    /// Once. Where it listens: http://HOST:PORT. Errors as of HttpServer::listen() and clients().
    Result<std::string> listen(const ListenAddress &address, const std::vector<std::string> &allow);
    /// Blocks until its thread has ended.
    void stop();

private:
    class Silence final : public http::RequestObserver
    {
    public:
        void requestFinished(RequestRecord && /*record*/) override {}

        void connectionsChanged(int /*difference*/) override {}
    };

    DebugPages::Pages pages() const;

    const Sources m_sources;
    const MetricsPage m_metrics;
    DebugPages m_pages;
    Silence m_silence;
    std::unique_ptr<http::HttpServer> m_server; ///< once it listens
};

} // namespace lanyard::control
