// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace lanyard::config {

/// Where a registry is, as a user wrote it.
struct UpstreamUrl
{
    std::string url;      ///< SCHEME://HOST[:PORT], without a slash at its end
    std::string registry; ///< the name of that registry in image references
};

/// Reads http(s)://HOST[:PORT][/]. InvalidInput says what is wrong, without repeating a password.
/// The registry of registry-1.docker.io and index.docker.io is docker.io; that of any other is its
/// host with its port, if it has one. Pure.
Result<UpstreamUrl> parseUpstreamUrl(std::string_view text);

/// Reads http://HOST:PORT or socks5://HOST:PORT, a proxy on the way to a registry, and gives it
/// without a slash at its end. InvalidInput. Pure.
Result<std::string> parseProxyUrl(std::string_view text);

} // namespace lanyard::config
