// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/obstacles.h"

#include "api/cacheaddress.h"

namespace lanyard::detection {

namespace {

const char *elsewhere(Inside where)
{
    switch (where) {
    case Inside::Network:
        return QT_TRANSLATE_NOOP("engine",
                                 "it runs in a network of its own, where %1 is not this computer");
    case Inside::Container:
        return QT_TRANSLATE_NOOP("engine", "it runs in a container, where %1 is not this computer");
    case Inside::Containers:
        return QT_TRANSLATE_NOOP("engine", "it runs in containers, where %1 is not this computer");
    case Inside::VirtualMachine:
        return QT_TRANSLATE_NOOP("engine",
                                 "it runs in a virtual machine, where %1 is not this computer");
    case Inside::Machine:
        return QT_TRANSLATE_NOOP("engine",
                                 "it runs in a machine of its own, where %1 is not this computer");
    }
    return "";
}

} // namespace

Obstacle obstacle(Obstacle::Kind kind, const Message &detail)
{
    return {.kind = kind, .detail = detail, .isFatal = false};
}

Obstacle fatalObstacle(Obstacle::Kind kind, const Message &detail)
{
    return {.kind = kind, .detail = detail, .isFatal = true};
}

std::optional<Obstacle> loopbackObstacle(const CacheEndpoint &cache, Inside where)
{
    if (!isLoopback(cache.host))
        return std::nullopt;
    return fatalObstacle(
        Obstacle::Kind::Unreachable,
        Message::both({elsewhere(where), {cache.host}},
                      QT_TRANSLATE_NOOP("engine", "give the cache by the address that this "
                                                  "computer has on its network")));
}

std::optional<Obstacle> proxyObstacle(const Proxy &proxy, const CacheEndpoint &cache,
                                      const Message &who, const Message &remedy)
{
    const QString used = proxyFor(proxy, cache);
    if (used.isEmpty())
        return std::nullopt;
    return obstacle(Obstacle::Kind::ProxyInTheWay,
                    //: %1: a program; %2, %3: addresses
                    Message::both({QT_TRANSLATE_NOOP("engine", "%1 would ask the proxy %2 for %3"),
                                   {who, used, cache.hostPort()}},
                                  remedy));
}

std::optional<Obstacle> serviceProxyObstacle(const Scene &scene, const RunningProcess &daemon,
                                             const Message &who)
{
    const auto environment = environmentOf(scene.here.processFolder, daemon.pid);
    if (!environment)
        return std::nullopt;
    return proxyObstacle(
        Proxy::of(*environment), scene.cache, who,
        {QT_TRANSLATE_NOOP("engine", "add %1 to NO_PROXY of its service"), {scene.cache.host}});
}

std::optional<Obstacle> userProxyObstacle(const Scene &scene, const Message &who)
{
    return proxyObstacle(Proxy::of(scene.here.environment), scene.cache, who,
                         {QT_TRANSLATE_NOOP("engine", "add %1 to NO_PROXY of your environment"),
                          {scene.cache.host}});
}

std::optional<Obstacle> unreadableObstacle(const QStringList &files)
{
    if (files.isEmpty())
        return std::nullopt;
    return Obstacle{.kind = Obstacle::Kind::NoAccess,
                    .detail = {QT_TRANSLATE_NOOP("engine", "this user may not read %1; as root "
                                                           "it is known what is in it"),
                               {files.join(QStringLiteral(", "))}},
                    .isFatal = false,
                    .isOfFiles = true};
}

} // namespace lanyard::detection
