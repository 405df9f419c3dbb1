// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/endpoint.h"

#include "upstream/realmrule.h"

#include <QSslCertificate>

namespace lanyard::upstream {

namespace {

/// The system's certificates and those of the file. Both are listed, because a configuration with a
/// list of its own does not say whether the system's are still looked up.
std::optional<QSslConfiguration> tlsWith(const std::string &caFile)
{
    const QList<QSslCertificate> extra =
        QSslCertificate::fromPath(QString::fromStdString(caFile), QSsl::Pem);
    if (extra.isEmpty())
        return std::nullopt;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    return tls;
}

QUrl cleanUrl(const std::string &text)
{
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(text));
    url.setUserInfo({});
    url = url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (url.path() == QLatin1String("/"))
        url.setPath({});
    return url;
}

QNetworkProxy proxyAt(const QUrl &url)
{
    const bool isSocks = url.scheme() == QLatin1String("socks5");
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
            url.host(QUrl::FullyEncoded), static_cast<quint16>(url.port())};
}

} // namespace

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

std::string originOf(const QUrl &url)
{
    return url.scheme().toStdString() + "://" + url.host(QUrl::FullyEncoded).toStdString() + ':' +
           std::to_string(portOf(url));
}

Endpoint::Endpoint(const UpstreamConfig &config, const std::string &place)
    : registry(config.registry)
    , url(cleanUrl(place))
    , // The same rule as for who may ask for them.
    isForCredentials(isRealmAllowed(cleanUrl(config.url), url, config.tokenRealms))
    , tokenRealms(config.tokenRealms)
    , redirectHosts(config.redirectHosts)
{
    if (!config.proxy.empty())
        proxy = proxyAt(QUrl::fromEncoded(QByteArray::fromStdString(config.proxy)));
    if (config.caFile.empty())
        return;
    tls = tlsWith(config.caFile);
    if (!tls)
        flaw = Error{
            ErrorCode::Unreachable,
            Message::at(registry, QT_TRANSLATE_NOOP("engine", "its CA file has no certificate")),
            {}};
}

QUrl Endpoint::resolve(std::string_view path) const
{
    QByteArray encoded = url.toEncoded();
    encoded.append(path.data(), static_cast<qsizetype>(path.size()));
    QUrl resolved = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    return path.substr(0, 1) == "/" && isOwn(resolved) ? resolved : QUrl();
}

std::vector<Endpoint> endpointsOf(const UpstreamConfig &config)
{
    std::vector<Endpoint> endpoints{Endpoint(config, config.url)};
    for (const std::string &url : config.fallbackUrls)
        endpoints.emplace_back(config, url);
    return endpoints;
}

} // namespace lanyard::upstream
