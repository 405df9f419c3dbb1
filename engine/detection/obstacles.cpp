// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/obstacles.h"

#include <QHostAddress>

namespace lanyard::detection {

Obstacle obstacle(Obstacle::Kind kind, const QString &detail)
{
    return {.kind = kind, .detail = detail, .isFatal = false};
}

Obstacle fatalObstacle(Obstacle::Kind kind, const QString &detail)
{
    return {.kind = kind, .detail = detail, .isFatal = true};
}

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    return name == QStringLiteral("localhost") || name.endsWith(QStringLiteral(".localhost")) ||
           QHostAddress(name).isLoopback();
}

std::optional<Obstacle> loopbackObstacle(const CacheEndpoint &cache, const QString &where)
{
    if (!isLoopback(cache.host))
        return std::nullopt;
    return fatalObstacle(Obstacle::Kind::Unreachable,
                         QStringLiteral("it runs %1, where %2 is not this computer; give the cache "
                                        "by the address that this computer has on its network")
                             .arg(where, cache.host));
}

std::optional<Obstacle> proxyObstacle(const Proxy &proxy, const CacheEndpoint &cache,
                                      const QString &who, const QString &remedy)
{
    const QString used = proxyFor(proxy, cache);
    if (used.isEmpty())
        return std::nullopt;
    return obstacle(Obstacle::Kind::ProxyInTheWay,
                    QStringLiteral("%1 would ask the proxy %2 for %3; %4")
                        .arg(who, used, cache.hostPort(), remedy.arg(cache.host)));
}

std::optional<Obstacle> unreadableObstacle(const QStringList &files)
{
    if (files.isEmpty())
        return std::nullopt;
    return Obstacle{.kind = Obstacle::Kind::NoAccess,
                    .detail = QStringLiteral("this user may not read %1; as root it is known what "
                                             "is in it")
                                  .arg(files.join(QStringLiteral(", "))),
                    .isFatal = false,
                    .isOfFiles = true};
}

} // namespace lanyard::detection
