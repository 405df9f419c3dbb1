// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/requesthandler.h"
#include "store/diskwatch.h"

#include <chrono>

namespace lanyard::registry {

/// Stands before a handler and, while the disk cannot be used, answers 503 in its place: at once,
/// on the network thread, so that clients go on to what they fall back to. To everybody, logged in
/// or not, for it says nothing of what there is. Thread-safe, as its next handler must be.
class HealthGate final : public http::RequestHandler
{
public:
    /// Both outlive it. `disk`: nullptr when nobody looks at it. `lookInterval`: when it will have
    /// been looked at again.
    HealthGate(const store::DiskWatch *disk, std::chrono::milliseconds lookInterval,
               http::RequestHandler &next);

    void handle(const http::Request &request, http::Responder responder) override;

private:
    const store::DiskWatch *const m_disk;
    const std::chrono::seconds m_retryAfter;
    http::RequestHandler &m_next;
};

} // namespace lanyard::registry
