// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "http/requesthandler.h"
#include "registry/extension.h"
#include "registry/probehandler.h"
#include "registry/registryrequest.h"
#include "registry/storedmanifests.h"
#include "registry/suggestions.h"
#include "store/store.h"
#include "upstream/routes.h"

namespace lanyard::registry {

/// Where requests go that the catalogue cannot answer. Thread-safe.
class RequestSink
{
public:
    virtual ~RequestSink() = default;
    virtual void submit(RegistryRequest request) = 0;
};

/// The protocol on the network threads: answers what is refused, listed or stored on the spot,
/// without upstream, SQL or a queued call, and hands over the rest. Thread-safe: it has no state of
/// its own.
class RegistryHandler final : public http::RequestHandler
{
public:
    /// All references outlive it.
    RegistryHandler(const upstream::Routes &routes, store::Store &store, StoredManifests &manifests,
                    const Clock &clock, PrivateAccess privateAccess, Suggestions &suggestions,
                    Probes &probes, RequestSink &sink);

    void handle(const http::Request &request, http::Responder responder) override;

private:
    /// nullopt: it is of an upstream.
    std::optional<http::Response> answerOwn(const http::Request &request, const Route &route) const;
    /// nullopt: the engine has to see to it.
    std::optional<http::Response> answerStored(const http::Request &request,
                                               const Route &route) const;
    std::optional<http::Response> manifest(const http::Request &request, const Route &route,
                                           store::RepositoryId repository,
                                           const AnswerTerms &terms) const;
    std::optional<http::Response> blob(const http::Request &request, const Route &route,
                                       store::RepositoryId repository,
                                       const AnswerTerms &terms) const;
    /// Whether it is stored, and this client may have it without a question to upstream.
    bool isServable(const http::Request &request,
                    const std::optional<store::ContentInfo> &content) const;
    http::Response catalog(const http::Request &request) const;
    void handOver(const http::Request &request, Route route, http::Responder responder) const;

    const upstream::Routes &m_routes;
    store::Store &m_store;
    StoredManifests &m_manifests;
    const Clock &m_clock;
    const PrivateAccess m_privateAccess;
    Suggestions &m_suggestions;
    const ProbeHandler m_probes;
    const Extension m_extension;
    RequestSink &m_sink;
};

} // namespace lanyard::registry
