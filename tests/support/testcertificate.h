// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedregistry.h"

namespace lanyard::test {

/// A self-signed certificate, valid today, for `host` (a DNS name or an IPv4 address), with its
/// key. Its certificate is its own CA: a client that trusts it accepts the server.
TlsIdentity makeTlsIdentity(const std::string &host);

/// One that was valid until yesterday.
TlsIdentity makeExpiredTlsIdentity(const std::string &host);

} // namespace lanyard::test
