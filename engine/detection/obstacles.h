// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "detection/proxy.h"
#include "detection/scene.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard::detection {

// What stands in the way of several clients. Pure, but for the environment of a service.

Obstacle obstacle(Obstacle::Kind kind, const Message &detail);
Obstacle fatalObstacle(Obstacle::Kind kind, const Message &detail);

/// Where a client runs that is not this computer as its own addresses have it.
enum class Inside : std::uint8_t { Network, Container, Containers, VirtualMachine, Machine };

/// Fatal: the cache's address is that of the computer itself, and where the client runs it is that
/// of another one.
std::optional<Obstacle> loopbackObstacle(const CacheEndpoint &cache, Inside where);

/// The proxy of `who` would be asked for the cache; `remedy` says how to make the exception.
std::optional<Obstacle> proxyObstacle(const Proxy &proxy, const CacheEndpoint &cache,
                                      const Message &who, const Message &remedy);
/// The same of a service, by the environment that it was started with.
std::optional<Obstacle> serviceProxyObstacle(const Scene &scene, const RunningProcess &daemon,
                                             const Message &who);
/// The same of a program that this user runs.
std::optional<Obstacle> userProxyObstacle(const Scene &scene, const Message &who);

/// It is set up by files that this user may not read; none: there are no such files.
std::optional<Obstacle> unreadableObstacle(const QStringList &files);

template <typename List>
void addTo(List &list, const std::optional<Obstacle> &found)
{
    if (found)
        list.append(*found);
}

} // namespace lanyard::detection
