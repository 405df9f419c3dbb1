// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/transfer.h"

#include <array>
#include <memory>
#include <string>

namespace lanyard::upstream {

/// What distinguishes one HTTP request from another; the rest is the same for all.
struct TransferRequest
{
    std::size_t server = 0; ///< its position in the list of the upstream
    QUrl url;
    UpstreamRequest::Method method = UpstreamRequest::Method::Get;
    std::string accept;        ///< as the fields of that name; empty: none is sent
    std::string authorization; ///< a secret
    QByteArray form;           ///< sent by POST, a secret; empty: it is no POST
    std::string range;
    Traffic traffic = Traffic::Answers;
    bool isForUpstream = false; ///< to the upstream or its token service: its own CA counts
    // For the record:
    std::string repository = {}; ///< empty: for none
    std::string path = {};       ///< what the registry is asked for; empty: that of the URL
    bool isForToken = false;
};

/// Sends HTTP requests of one upstream the way Lanyard always does: HTTP/1.1, not encoded, without
/// cookies, caches, automatic redirects and automatic authentication. Engine thread.
class Transport
{
public:
    /// `endpoints` must outlive it.
    Transport(const std::vector<Endpoint> &endpoints, const UpstreamTimeouts &timeouts,
              const std::function<void()> &counter);

    std::unique_ptr<Transfer> send(const TransferRequest &request);

    /// `ended` is called with each request that is over.
    void tellEnded(const std::function<void(const UpstreamRecord &)> &ended);

    /// Calls the counter no more, and tells of nothing.
    void detach();

private:
    const std::vector<Endpoint> &m_endpoints;
    std::array<std::shared_ptr<Lane>, 4> m_lanes; ///< by Traffic
};

} // namespace lanyard::upstream
