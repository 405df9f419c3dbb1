// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/daemonjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

Result<DaemonSettings> settingsInDaemonJson(const QByteArray &text)
{
    // An empty file is as good as none.
    if (text.trimmed().isEmpty())
        return DaemonSettings();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine", "is no JSON object: %1"), {error.errorString()}});
    DaemonSettings settings;
    for (const QJsonValue &entry : document[QLatin1String("registry-mirrors")].toArray())
        settings.mirrors << mirrorOfUrl(QStringLiteral("docker.io"), entry.toString());
    const QJsonObject proxies = document[QLatin1String("proxies")].toObject();
    settings.proxy = {.http = proxies.value(QLatin1String("http-proxy")).toString(),
                      .https = proxies.value(QLatin1String("https-proxy")).toString(),
                      .exceptions = proxies.value(QLatin1String("no-proxy")).toString()};
    for (const QJsonValue &host : document[QLatin1String("hosts")].toArray())
        settings.hosts << host.toString();
    return settings;
}

} // namespace lanyard::detection
