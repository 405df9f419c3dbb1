// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cacheaddress.h"

#include "api/clientaddress.h"

#include <QUrl>

namespace lanyard {

namespace {

constexpr int usualPort = 5000;

int portOf(const QUrl &url, bool isSchemeGiven)
{
    if (!isSchemeGiven)
        return url.port(usualPort);
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

std::optional<CacheEndpoint> endpointOf(const QString &text)
{
    QString whole = text.trimmed();
    const bool isSchemeGiven = whole.contains(QLatin1String("://"));
    if (!isSchemeGiven) {
        // An IPv6 address without brackets has no port.
        if (QHostAddress(whole).protocol() == QHostAddress::IPv6Protocol)
            whole = u'[' + whole + u']';
        whole.prepend(QLatin1String("http://"));
    }
    const QUrl url(whole, QUrl::StrictMode);
    const bool isPlain = url.scheme() == QLatin1String("http");
    const bool hasMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
                         (!url.path().isEmpty() && url.path() != QLatin1String("/"));
    const int port = portOf(url, isSchemeGiven);
    if (!url.isValid() || url.host().isEmpty() || hasMore || port <= 0 ||
        (!isPlain && url.scheme() != QLatin1String("https")))
        return std::nullopt;
    CacheEndpoint endpoint;
    endpoint.host = url.host();
    endpoint.port = static_cast<std::uint16_t>(port);
    endpoint.isTls = !isPlain;
    return endpoint;
}

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) ||
           QHostAddress(name).isLoopback();
}

QString endpointText(const CacheEndpoint &endpoint)
{
    return endpoint.isTls ? endpoint.url() : endpoint.hostPort();
}

std::optional<CacheEndpoint> ownEndpoint(const QStringList &listening,
                                         const QList<QHostAddress> &computer)
{
    std::optional<CacheEndpoint> local;
    for (const QString &url : listening) {
        const ClientAddress address = clientAddress({url}, computer);
        std::optional<CacheEndpoint> endpoint = endpointOf(address.preferred());
        if (!endpoint)
            continue;
        endpoint->isTls = url.startsWith(QLatin1String("https:"));
        if (!address.network.isEmpty())
            return endpoint;
        if (!local)
            local = endpoint;
    }
    return local;
}

} // namespace lanyard
