// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/redirecttarget.h"

#include "core/limits.h"
#include "upstream/hostlist.h"

#include <QHostInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::upstream {

namespace {

using Subnet = std::pair<QHostAddress, int>;

Error intoPrivateNetwork(const std::string &registry, const QUrl &target)
{
    const std::string host = target.host(QUrl::FullyEncoded).toStdString();
    return {ErrorCode::BadUpstream,
            //: %1: a registry, %2: a host; redirectHosts is a setting.
            {QT_TRANSLATE_NOOP(
                 "engine",
                 "%1 redirects into a private network; redirectHosts of the upstream can allow %2"),
             {registry, host.find(':') == std::string::npos ? host : '[' + host + ']'}},
            {}};
}

bool isAnyInternal(const QList<QHostAddress> &addresses)
{
    return std::any_of(addresses.begin(), addresses.end(), isInternal);
}

} // namespace

bool isInternal(const QHostAddress &address)
{
    static const std::array subnets{
        QHostAddress::parseSubnet(QStringLiteral("0.0.0.0/8")),  // this host (RFC 1122 §3.2.1.3)
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")), // RFC 1918
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")), // RFC 6598
        QHostAddress::parseSubnet(QStringLiteral("::/128")),
        QHostAddress::parseSubnet(QStringLiteral("fec0::/10")), // site-local (RFC 3879)
    };
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    const QHostAddress judged = isIPv4 ? QHostAddress(ipv4) : address;
    return judged.isLoopback() || judged.isLinkLocal() || judged.isUniqueLocalUnicast() ||
           judged.isBroadcast() || judged.isMulticast() ||
           std::any_of(subnets.begin(), subnets.end(),
                       [&judged](const Subnet &subnet) { return judged.isInSubnet(subnet); });
}

RedirectTarget::RedirectTarget()
{
    m_timer.setSingleShot(true);
}

void RedirectTarget::judge(const Endpoint &endpoint, const QUrl &target, const Callback &done)
{
    forget();
    const bool isBehindProxy = endpoint.proxy.type() != QNetworkProxy::NoProxy;
    const QString host = target.host();
    if (endpoint.isOwnHost(target) || isListed(target, endpoint.redirectHosts) ||
        (isBehindProxy && QHostAddress(host).isNull())) {
        done({});
        return;
    }
    const auto judgeOwn = [done, name = endpoint.registry, target](const Addresses &own) {
        done(isAnyInternal(own) ? Result<void>()
                                : tl::unexpected<Error>(intoPrivateNetwork(name, target)));
    };
    const QString registry = endpoint.url.host();
    const bool isUnknown = isBehindProxy && QHostAddress(registry).isNull();
    find(host, [this, name = endpoint.registry, own = isUnknown ? QString() : registry, done,
                judgeOwn](const Addresses &found) {
        if (found.isEmpty())
            done(failure(
                ErrorCode::Unreachable,
                {QT_TRANSLATE_NOOP("engine", "%1 redirects to a host that is not found"), {name}}));
        else if (!isAnyInternal(found))
            done({});
        else
            find(own, judgeOwn);
    });
}

void RedirectTarget::find(const QString &host, const std::function<void(const Addresses &)> &found)
{
    const QHostAddress address(host);
    if (!address.isNull() || host.isEmpty()) {
        found(address.isNull() ? Addresses() : Addresses{address});
        return;
    }
    const auto end = [this, found, lookup = ++m_lookup](const Addresses &addresses) {
        if (lookup != m_lookup)
            return;
        // It goes with the connection that forget() ends.
        const auto last = found;
        forget();
        last(addresses);
    };
    connect(&m_timer, &QTimer::timeout, this, [end] { end({}); });
    m_timer.start(limits::upstreamConnectTimeout);
    QHostInfo::lookupHost(host, this, [end](const QHostInfo &info) { end(info.addresses()); });
}

void RedirectTarget::forget()
{
    ++m_lookup;
    m_timer.stop();
    m_timer.disconnect(this);
}

} // namespace lanyard::upstream
