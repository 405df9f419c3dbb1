// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamurl.h"

#include "core/imageref.h"

#include <QString>
#include <QUrl>

namespace lanyard::config {

namespace {

tl::unexpected<Error> invalid(std::string message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

} // namespace

Result<UpstreamUrl> parseUpstreamUrl(std::string_view text)
{
    const auto url =
        QUrl(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || text.find('@') != std::string_view::npos)
        return invalid("a user or password must not stand in the URL; use username and password");
    const bool isWeb =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return invalid("expected a URL such as https://registry.example.com");
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return invalid("expected a URL without a path: registries are reached at /v2/");

    std::string host = url.host(QUrl::FullyEncoded).toStdString();
    if (host.find(':') != std::string::npos && !host.starts_with('['))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + std::to_string(url.port());
    if (!isRegistryName(host) || url.port() == 0)
        return invalid("expected a host name, or an address, and a port from 1 to 65535");
    return UpstreamUrl{.url = url.scheme().toStdString() + "://" + host,
                       .registry = canonicalRegistryName(host)};
}

std::string canonicalRegistryName(std::string_view name)
{
    std::string canonical =
        QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toLower().toStdString();
    constexpr std::string_view httpsPort = ":443";
    if (canonical.ends_with(httpsPort))
        canonical.resize(canonical.size() - httpsPort.size());
    if (canonical == "index.docker.io" || canonical == "registry-1.docker.io")
        return "docker.io";
    return canonical;
}

} // namespace lanyard::config
