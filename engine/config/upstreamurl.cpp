// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamurl.h"

#include "core/imageref.h"

#include <QString>
#include <QUrl>

#include <utility>

namespace lanyard::config {

namespace {

tl::unexpected<Error> invalid(Message message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

QUrl urlOf(std::string_view text)
{
    return QUrl(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())),
                QUrl::StrictMode);
}

/// HOST[:PORT], an IPv6 address in brackets; empty when it is none.
std::string hostOf(const QUrl &url)
{
    std::string host = url.host(QUrl::FullyEncoded).toStdString();
    if (host.find(':') != std::string::npos && !host.starts_with('['))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + std::to_string(url.port());
    return isRegistryName(host) && url.port() != 0 ? host : std::string();
}

bool isBare(const QUrl &url)
{
    return url.path().size() <= 1 && !url.hasQuery() && !url.hasFragment();
}

} // namespace

Result<UpstreamUrl> parseUpstreamUrl(std::string_view text)
{
    const QUrl url = urlOf(text);
    if (!url.userInfo().isEmpty() || text.find('@') != std::string_view::npos)
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "a user or password must not stand in the URL; use username and password"));
    const bool isWeb =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return invalid(
            QT_TRANSLATE_NOOP("engine", "expected a URL such as https://registry.example.com"));
    if (!isBare(url))
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "expected a URL without a path: registries are reached at /v2/"));
    const std::string host = hostOf(url);
    if (host.empty())
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "expected a host name, or an address, and a port from 1 to 65535"));
    return UpstreamUrl{.url = url.scheme().toStdString() + "://" + host,
                       .registry = canonicalRegistryName(host)};
}

Result<std::string> parseProxyUrl(std::string_view text)
{
    const QUrl url = urlOf(text);
    const bool isKnown =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("socks5");
    const std::string host = hostOf(url);
    // '@' would begin a password, which belongs into no file that people share.
    const bool isPlain = text.find('@') == std::string_view::npos && isBare(url);
    if (!url.isValid() || !isKnown || !isPlain || host.empty() || url.port() < 0)
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "expected http://HOST:PORT or socks5://HOST:PORT, without a user"));
    return url.scheme().toStdString() + "://" + host;
}

} // namespace lanyard::config
