// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <string>
#include <string_view>

namespace lanyard::auth {

/// A request that outlives its RequestHandler::handle(): its views point into a copy of their own.
/// Immutable, so thread-safe.
class HeldRequest
{
public:
    explicit HeldRequest(const http::Request &request);
    HeldRequest(const HeldRequest &) = delete;
    HeldRequest &operator=(const HeldRequest &) = delete;

    /// Valid as long as this object.
    const http::Request &request() const { return m_request; }

private:
    std::string m_text; // all that the views show, one after the other; never changed
    http::Request m_request;
};

} // namespace lanyard::auth
