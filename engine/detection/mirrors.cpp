// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/mirrors.h"

#include <QUrl>

#include <map>

namespace lanyard::detection {

namespace {

QString hostPortOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return {};
    QString host = url.host().toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return host + u':' +
           QString::number(url.port(url.scheme() == QStringLiteral("http") ? 80 : 443));
}

} // namespace

Mirror mirrorOfUrl(const QString &registry, const QString &url)
{
    const QUrl parsed(url);
    return {.registry = registry,
            .text = parsed.userInfo().isEmpty() ? url : parsed.toString(QUrl::RemoveUserInfo),
            .hostPort = hostPortOf(parsed),
            .isAskedPlain = parsed.scheme() == QStringLiteral("http"),
            .isAskedByTls = parsed.scheme() == QStringLiteral("https")};
}

Mirror mirrorOfHost(const QString &registry, const QString &location, bool isAskedPlain,
                    bool isAskedByTls)
{
    const QUrl url((isAskedByTls ? QStringLiteral("https://") : QStringLiteral("http://")) +
                   location);
    return {.registry = registry,
            .text = location,
            .hostPort = hostPortOf(url),
            .isAskedPlain = isAskedPlain,
            .isAskedByTls = isAskedByTls};
}

bool leadsTo(const Mirror &mirror, const CacheEndpoint &cache)
{
    return mirror.hostPort == cache.hostPort().toLower() &&
           (cache.isTls ? mirror.isAskedByTls : mirror.isAskedPlain);
}

ClientInstallation::Use useOf(const Mirrors &mirrors, const CacheEndpoint &cache)
{
    using Use = ClientInstallation::Use;
    std::map<QString, bool> isCacheFirst; // of a registry
    bool isCacheNamed = false;
    for (const Mirror &mirror : mirrors) {
        isCacheNamed = isCacheNamed || mirror.hostPort == cache.hostPort().toLower();
        isCacheFirst.try_emplace(mirror.registry, leadsTo(mirror, cache));
    }
    if (isCacheFirst.empty())
        return Use::Nothing;
    if (!isCacheNamed)
        return Use::OtherMirror;
    for (const auto &[registry, isFirst] : isCacheFirst) {
        if (!isFirst)
            return Use::Partly;
    }
    return Use::Cache;
}

QStringList textsOf(const Mirrors &mirrors)
{
    QStringList texts;
    for (const Mirror &mirror : mirrors) {
        if (!texts.contains(mirror.text))
            texts << mirror.text;
    }
    return texts;
}

} // namespace lanyard::detection
