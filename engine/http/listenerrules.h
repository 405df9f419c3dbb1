// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/accesslist.h"
#include "http/transport.h"

#include <memory>

namespace lanyard::http {

/// Which clients a listener serves, and how they speak. They are looked at when a connection is
/// accepted, and count until it ends.
struct ListenerRules
{
    AccessList allowed; ///< others are closed at once
    /// Whose requests are marked so. Who asks at an address from that very address, on this
    /// computer, is judged as 127.0.0.1.
    AccessList trusted = {};
    bool asksLogin = true;                                        ///< requests are marked so
    std::shared_ptr<const TransportFactory> transports = nullptr; ///< none: plain TCP
};

} // namespace lanyard::http
