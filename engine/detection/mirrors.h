// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace lanyard::detection {

// Which mirrors a client asks, and whether the cache is one of them. Pure.

/// A mirror of a registry, as a file of a client names it.
struct Mirror
{
    QString registry; ///< whose; "*": of all that are not named
    QString text;     ///< as the file writes it, without a password
    QString hostPort; ///< in lower case, with the port; IPv6 in brackets; empty: it is no address
    bool isAskedPlain = false; ///< by HTTP
    bool isAskedByTls = false;
    bool operator==(const Mirror &) const = default;
};

using Mirrors = QList<Mirror>;

/// Of a URL with http or https.
Mirror mirrorOfUrl(const QString &registry, const QString &url);
/// Of HOST[:PORT][/PATH], whose scheme is said elsewhere. Without a port it is that of HTTPS where
/// HTTPS is asked, else that of HTTP.
Mirror mirrorOfHost(const QString &registry, const QString &location, bool isAskedPlain,
                    bool isAskedByTls);

/// Whether the client asks this cache there, in the way that it answers.
bool leadsTo(const Mirror &mirror, const CacheEndpoint &cache);

/// Cache: for each registry that has mirrors, the first leads to the cache. Partly: for some, or
/// not as the first, or not as the cache answers (TLS or not). In the order in which they are
/// tried.
ClientInstallation::Use useOf(const Mirrors &mirrors, const CacheEndpoint &cache);

/// As the files write them, each once.
QStringList textsOf(const Mirrors &mirrors);

} // namespace lanyard::detection
