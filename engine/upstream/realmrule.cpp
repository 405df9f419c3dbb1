// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/realmrule.h"

#include "upstream/hostlist.h"

#include <QHostAddress>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace lanyard::upstream {

namespace {

/// Qt shows its public suffix list only through the rule that no cookie is set for a suffix.
class SuffixList final : public QNetworkCookieJar
{
public:
    bool contains(const QString &domain) const
    {
        QNetworkCookie cookie("name", "value");
        cookie.setDomain(u'.' + domain);
        QUrl below;
        below.setScheme(QStringLiteral("https"));
        below.setHost(QStringLiteral("host.") + domain);
        return !validateCookie(cookie, below);
    }
};

} // namespace

QString registrableDomain(const QString &host)
{
    if (!QHostAddress(host).isNull() || !host.contains(u'.'))
        return {};
    const SuffixList suffixes;
    // From the shortest: the first that is no public suffix is what somebody registered.
    qsizetype dot = host.size();
    while ((dot = host.lastIndexOf(u'.', dot - 1)) > 0) {
        QString domain = host.mid(host.lastIndexOf(u'.', dot - 1) + 1);
        if (!suffixes.contains(domain))
            return domain;
    }
    return {};
}

bool isRealmAllowed(const QUrl &upstream, const QUrl &realm,
                    const std::vector<std::string> &approvedHosts)
{
    const QString scheme = realm.scheme();
    const bool isSecure = scheme == QLatin1String("https");
    const bool isPlain = scheme == QLatin1String("http");
    if (!isSecure && !(isPlain && upstream.scheme() == QLatin1String("http")))
        return false;
    const QString realmHost = hostOf(realm);
    if (realmHost.isEmpty())
        return false;
    if (realmHost == hostOf(upstream))
        return true;
    const QString domain = registrableDomain(hostOf(upstream));
    return isListed(realm, approvedHosts) ||
           (!domain.isEmpty() && domain == registrableDomain(realmHost));
}

} // namespace lanyard::upstream
