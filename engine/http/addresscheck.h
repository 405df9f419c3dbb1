// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "core/result.h"

#include <QHostAddress>

class QTcpServer;

namespace lanyard::http {

/// "::" is all addresses of both families, unlike Qt's `AnyIPv6`.
QHostAddress hostAddressOf(const ListenAddress &address);

/// Why `server` could not listen there, for the user: InUse with the program that has the port,
/// where the system says it; Io.
tl::unexpected<Error> whyNotListening(const ListenAddress &address, const QTcpServer &server);

/// Whether somebody could listen there now, and where else. Any thread; blocks for a moment, as
/// programListeningAt() does.
AddressCheck checkAddress(const ListenAddress &address);

} // namespace lanyard::http
