// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "detection/proxy.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard::detection {

// What stands in the way of several clients. Pure.

Obstacle obstacle(Obstacle::Kind kind, const QString &detail);
Obstacle fatalObstacle(Obstacle::Kind kind, const QString &detail);

/// Whether a host is this computer itself, for whoever asks.
bool isLoopback(const QString &host);

/// Fatal: the cache's address is that of the computer itself, and the client runs `where`, such as
/// "in a container", where it is another one.
std::optional<Obstacle> loopbackObstacle(const CacheEndpoint &cache, const QString &where);

/// The proxy of `who` would be asked for the cache; `remedy` says how to make the exception, with
/// %1 for the host.
std::optional<Obstacle> proxyObstacle(const Proxy &proxy, const CacheEndpoint &cache,
                                      const QString &who, const QString &remedy);

/// It is set up by files that this user may not read; none: there are no such files.
std::optional<Obstacle> unreadableObstacle(const QStringList &files);

template <typename List>
void addTo(List &list, const std::optional<Obstacle> &found)
{
    if (found)
        list.append(*found);
}

} // namespace lanyard::detection
