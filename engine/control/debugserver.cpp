// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/debugserver.h"

#include <utility>

namespace lanyard::control {

Result<http::AccessList> DebugServer::clients(const std::vector<std::string> &allow)
{
    static const std::vector<std::string> thisComputer{"127.0.0.0/8", "::1"};
    return http::AccessList::parse(allow.empty() ? thisComputer : allow);
}

DebugServer::DebugServer(Sources sources)
    : m_sources(std::move(sources))
    , m_metrics(
          {.statistics = m_sources.statistics,
           .isStorageHealthy = [this] { return m_sources.readiness().storageTrouble.isEmpty(); },
           .askOverview = m_sources.askOverview})
    , m_pages(pages())
{
}

DebugPages::Pages DebugServer::pages() const
{
    const auto page = [this](http::Response (*of)(const Readiness &)) {
        return [this, of](http::Responder responder) {
            responder.respond(of(m_sources.readiness()));
        };
    };
    return {
        {"/debug/health", page(registryHealthPage)},
        {"/healthz",
         [](http::Responder responder) {
             responder.respond(livenessPage());
         }},
        {"/metrics",
         [this](http::Responder responder) {
             m_metrics.answer(std::move(responder));
         }},
        {"/readyz", page(readinessPage)},
    };
}

Result<std::string> DebugServer::listen(const ListenAddress &address,
                                        const std::vector<std::string> &allow)
{
    auto allowed = clients(allow);
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    m_server = std::make_unique<http::HttpServer>(
        m_pages, m_silence, http::ServerOptions{.threads = 1, .extraFields = {}, .limits = {}});
    return m_server->listen(address, {.allowed = std::move(*allowed)})
        .map([](const ListenAddress &opened) { return "http://" + opened.toString(); });
}

void DebugServer::stop()
{
    if (m_server)
        m_server->stop();
}

} // namespace lanyard::control
