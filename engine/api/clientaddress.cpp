// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clientaddress.h"

#include <QUrl>

#include <algorithm>

namespace lanyard {

namespace {

QString hostAndPort(const QString &host, int port)
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

/// How likely other machines reach the computer under it; 0: not at all. RFC 1918 addresses, those
/// of 172.16.0.0/12 last because container engines number their bridges there.
int reachRank(const QHostAddress &address)
{
    if (address.protocol() != QHostAddress::IPv4Protocol || address.isLoopback() ||
        address.isLinkLocal() || address.isMulticast())
        return 0;
    if (address.isInSubnet(QHostAddress(QStringLiteral("192.168.0.0")), 16))
        return 4;
    if (address.isInSubnet(QHostAddress(QStringLiteral("10.0.0.0")), 8))
        return 3;
    if (address.isInSubnet(QHostAddress(QStringLiteral("172.16.0.0")), 12))
        return 1;
    return 2;
}

QString networkHost(const QList<QHostAddress> &computer)
{
    const auto best =
        std::max_element(computer.cbegin(), computer.cend(),
                         [](const auto &a, const auto &b) { return reachRank(a) < reachRank(b); });
    if (best == computer.cend() || reachRank(*best) == 0)
        return {};
    return best->toString();
}

} // namespace

ClientAddress clientAddress(const QStringList &listening, const QList<QHostAddress> &computer)
{
    ClientAddress found;
    const auto keepNetwork = [&found](const QString &host, int port) {
        if (found.network.isEmpty() && !host.isEmpty())
            found.network = hostAndPort(host, port);
    };
    const auto keepLocal = [&found](const QString &host, const QUrl &url) {
        if (!found.local.isEmpty())
            return;
        found.local = hostAndPort(host, url.port());
        found.localUrl = url.scheme() + QStringLiteral("://") + found.local;
    };
    for (const QString &text : listening) {
        const QUrl url(text);
        const QHostAddress host(url.host());
        if (host == QHostAddress(QHostAddress::AnyIPv4) ||
            host == QHostAddress(QHostAddress::AnyIPv6) ||
            host == QHostAddress(QHostAddress::Any)) {
            keepLocal(QStringLiteral("127.0.0.1"), url);
            keepNetwork(networkHost(computer), url.port());
        } else {
            keepLocal(url.host(), url);
            if (!host.isLoopback())
                keepNetwork(url.host(), url.port());
        }
    }
    return found;
}

} // namespace lanyard
