// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/result.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::upstream {

/// Where nothing is said, that of the scheme.
int portOf(const QUrl &url);

/// `https://host:port`: what must be equal for two URLs to be the same server (RFC 6454 §4).
std::string originOf(const QUrl &url);

/// One of the places where an upstream is, in the form that requests need. A value.
struct Endpoint
{
    /// `place` is one of the configured URLs.
    Endpoint(const UpstreamConfig &config, const std::string &place);

    std::string registry;
    QUrl url; ///< its path has no slash at the end
    /// Whether credentials may be shown there: to the first place, and to what shares its owner; a
    /// fallback under another registrable domain is asked without.
    bool isForCredentials = false;
    std::vector<std::string> tokenRealms;
    std::vector<std::string> redirectHosts;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::optional<QSslConfiguration> tls; ///< where there is a CA of its own
    std::optional<Error> flaw;            ///< why it cannot be asked at all

    /// The URL of a path from the root of the registry, which may have a query; invalid when the
    /// path is no path.
    QUrl resolve(std::string_view path) const;

    /// Whether the URL is on the registry's own server: only there credentials may go.
    bool isOwn(const QUrl &other) const { return originOf(other) == originOf(url); }

    bool isOwnHost(const QUrl &other) const { return other.host() == url.host(); }
};

/// Where an upstream is: its URL and its fallbacks, in order.
std::vector<Endpoint> endpointsOf(const UpstreamConfig &config);

} // namespace lanyard::upstream
