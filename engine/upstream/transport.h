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
    UpstreamId upstream = 0;
    QUrl url;
    UpstreamRequest::Method method = UpstreamRequest::Method::Get;
    std::string accept;        ///< as the fields of that name; empty: none is sent
    std::string authorization; ///< a secret
    std::string range;
    Traffic traffic = Traffic::Answers;
    bool isForUpstream = false; ///< to the upstream or its token service: its own CA counts
};

/// Sends HTTP requests the way Lanyard always does: HTTP/1.1, not encoded, without cookies, caches,
/// automatic redirects and automatic authentication. Engine thread.
class Transport
{
public:
    /// `endpoints` must outlive it.
    Transport(const std::vector<Endpoint> &endpoints, const UpstreamTimeouts &timeouts,
              const RequestCounter &counter);

    std::unique_ptr<Transfer> send(const TransferRequest &request);

    /// Calls the counter no more.
    void detachCounter();

private:
    using Lanes = std::array<std::shared_ptr<Lane>, 3>; ///< by Traffic

    static Lanes makeLanes(const UpstreamTimeouts &timeouts, const RequestCounter &counter);

    const std::vector<Endpoint> &m_endpoints;
    std::vector<Lanes> m_lanes; ///< by upstream
};

} // namespace lanyard::upstream
