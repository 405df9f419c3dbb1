// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "http/responder.h"

namespace lanyard::http {

/// Answers requests. Called on the network threads, on several at once: it must be thread-safe and
/// must not block. It answers on the spot, or moves the responder to where the answer will come
/// from.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual void handle(const Request &request, Responder responder) = 0;
};

/// Told of every finished request, on its network thread; thread-safe, and must not block.
class RequestObserver
{
public:
    virtual ~RequestObserver() = default;
    /// `record.id` is not set yet.
    virtual void requestFinished(RequestRecord &&record) = 0;
    /// The number of open connections changed by `difference`.
    virtual void connectionsChanged(int difference) = 0;
};

} // namespace lanyard::http
