// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lanyard::tls {

/// How much of a connection has to be seen to know what its client wants: the length of its first
/// record (RFC 8446 §5.1), of which `bytes` are the beginning; as many as are missing to know that,
/// before; 0 for what is no TLS. Pure.
std::size_t firstRecordLength(std::string_view bytes);

/// Whether a whole first record says hello for a challenge of an authority alone: its ALPN is
/// `acme-tls/1` (RFC 8737 §3). Thread-safe.
bool isChallengeHello(std::string_view record);

} // namespace lanyard::tls
