// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/proxy.h"

#include <QHostAddress>
#include <QStringList>
#include <QUrl>

namespace lanyard::detection {

namespace {

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    return value.isEmpty() ? environment.value(name.toLower()) : value;
}

/// Whether an entry of NO_PROXY is about this host and port.
bool excepts(const QString &entry, const CacheEndpoint &cache)
{
    const QString host = cache.host.toLower();
    if (entry == QStringLiteral("*") || entry == host || entry == cache.hostPort().toLower())
        return true;
    const QHostAddress address(host);
    if (!address.isNull()) {
        const auto network = QHostAddress::parseSubnet(entry);
        return entry.contains(u'/') && network.second >= 0 && address.isInSubnet(network);
    }
    QString name = entry;
    const QString port = u':' + QString::number(cache.port);
    if (name.endsWith(port))
        name.chop(port.size());
    if (name.startsWith(QStringLiteral("*.")))
        name.remove(0, 1);
    if (name.startsWith(u'.'))
        return host.endsWith(name);
    return host == name || host.endsWith(u'.' + name);
}

} // namespace

Proxy Proxy::of(const QProcessEnvironment &environment)
{
    return {.http = variable(environment, QStringLiteral("HTTP_PROXY")),
            .https = variable(environment, QStringLiteral("HTTPS_PROXY")),
            .exceptions = variable(environment, QStringLiteral("NO_PROXY"))};
}

QString proxyFor(const Proxy &proxy, const CacheEndpoint &cache)
{
    const QString &used = cache.isTls ? proxy.https : proxy.http;
    if (used.isEmpty() || cache.host.toLower() == QStringLiteral("localhost") ||
        QHostAddress(cache.host).isLoopback())
        return {};
    for (const QString &entry : proxy.exceptions.split(u',', Qt::SkipEmptyParts)) {
        if (excepts(entry.trimmed().toLower(), cache))
            return {};
    }
    const QUrl url(used.contains(QStringLiteral("://")) ? used : QStringLiteral("http://") + used);
    return url.host() + (url.port() > 0 ? u':' + QString::number(url.port()) : QString());
}

} // namespace lanyard::detection
