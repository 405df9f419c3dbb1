// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/endpoint.h"

#include <QSslCertificate>

namespace lanyard::upstream {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

std::string basicFor(const Credentials &credentials)
{
    if (credentials.isEmpty())
        return {};
    const std::string pair = credentials.username + ':' + credentials.password;
    return "Basic " + QByteArray::fromStdString(pair).toBase64().toStdString();
}

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

} // namespace

std::string originOf(const QUrl &url)
{
    return url.scheme().toStdString() + "://" + url.host(QUrl::FullyEncoded).toStdString() + ':' +
           std::to_string(portOf(url));
}

Endpoint::Endpoint(const UpstreamConfig &config)
    : registry(config.registry)
    , url(QUrl::fromEncoded(QByteArray::fromStdString(config.url)))
    , basicAuthorization(basicFor(config.credentials))
    , tokenRealms(config.tokenRealms)
{
    url.setUserInfo({});
    url = url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (url.path() == QLatin1String("/"))
        url.setPath({});
    if (config.caFile.empty())
        return;
    tls = tlsWith(config.caFile);
    if (!tls)
        flaw = Error{ErrorCode::Unreachable, registry + ": its CA file has no certificate", {}};
}

QUrl Endpoint::resolve(std::string_view path) const
{
    QByteArray encoded = url.toEncoded();
    encoded.append(path.data(), static_cast<qsizetype>(path.size()));
    QUrl resolved = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    return path.substr(0, 1) == "/" && isOwn(resolved) ? resolved : QUrl();
}

} // namespace lanyard::upstream
