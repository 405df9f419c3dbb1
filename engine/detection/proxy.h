// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"

#include <QProcessEnvironment>
#include <QString>

namespace lanyard::detection {

/// Which proxy a program uses, as its environment or its settings say. A value.
struct Proxy
{
    QString http;
    QString https;
    QString exceptions; ///< as NO_PROXY has them
    bool operator==(const Proxy &) const = default;

    /// As programs in Go read it; upper case first.
    static Proxy of(const QProcessEnvironment &environment);

    bool isNone() const { return http.isEmpty() && https.isEmpty(); }
};

/// The proxy that would be asked for the cache, HOST:PORT without a password; empty: none would
/// (golang.org/x/net/http/httpproxy). Pure.
QString proxyFor(const Proxy &proxy, const CacheEndpoint &cache);

} // namespace lanyard::detection
