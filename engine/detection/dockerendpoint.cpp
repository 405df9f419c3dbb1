// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/dockerendpoint.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace lanyard::detection {

namespace {

constexpr const char *systemHost = "unix:///var/run/docker.sock";

QJsonObject jsonAt(const Surroundings &here, const QString &path)
{
    return QJsonDocument::fromJson(here.read(path).value_or(QByteArray())).object();
}

/// The host of a context, which is in a folder with the digest of its name.
QString hostOfContext(const Surroundings &here, const QString &name)
{
    const QByteArray digest =
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QJsonObject meta =
        jsonAt(here, dockerConfigFolder(here) + QStringLiteral("/contexts/meta/") +
                         QString::fromLatin1(digest) + QStringLiteral("/meta.json"));
    return meta.value(QLatin1String("Endpoints"))
        .toObject()
        .value(QLatin1String("docker"))
        .toObject()
        .value(QLatin1String("Host"))
        .toString();
}

QString currentHost(const Surroundings &here)
{
    if (const QString host = here.variable("DOCKER_HOST"); !host.isEmpty())
        return host;
    QString context = here.variable("DOCKER_CONTEXT");
    if (context.isEmpty())
        context = jsonAt(here, dockerConfigFolder(here) + QStringLiteral("/config.json"))
                      .value(QLatin1String("currentContext"))
                      .toString();
    if (context.isEmpty() || context == QStringLiteral("default"))
        return QString::fromLatin1(systemHost);
    return hostOfContext(here, context);
}

bool isOfThisComputer(const QString &host)
{
    const QUrl url(host);
    if (url.scheme() == QStringLiteral("unix") || url.scheme() == QStringLiteral("npipe"))
        return true;
    return url.scheme() == QStringLiteral("tcp") &&
           (url.host() == QStringLiteral("127.0.0.1") || url.host() == QStringLiteral("localhost"));
}

/// /var/run is /run.
QString comparable(QString host)
{
    return host.replace(QStringLiteral("unix:///var/run/"), QStringLiteral("unix:///run/"));
}

DockerEndpoint endpointAt(const Surroundings &here, const QString &host, bool isCurrent)
{
    const QString runtime = here.variable("XDG_RUNTIME_DIR");
    const bool isMachine = host.contains(QStringLiteral("/.docker/desktop/")) ||
                           host.contains(QStringLiteral("/.docker/run/")) ||
                           host.contains(QStringLiteral("/.orbstack/")) ||
                           host.contains(QStringLiteral("/.rd/"));
    return {.host = host,
            .isCurrent = isCurrent,
            .isRootless = !runtime.isEmpty() && host == QStringLiteral("unix://") + runtime +
                                                            QStringLiteral("/docker.sock"),
            .isDesktop = isMachine};
}

} // namespace

QString dockerConfigFolder(const Surroundings &here)
{
    const QString named = here.variable("DOCKER_CONFIG");
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named)
                                       : here.home + QStringLiteral("/.docker");
}

QList<DockerEndpoint> dockerEndpoints(const Surroundings &here)
{
    QList<DockerEndpoint> endpoints;
    const QString current = currentHost(here);
    if (isOfThisComputer(current) && !current.contains(QStringLiteral("/.colima/")))
        endpoints << endpointAt(here, current, true);
    const auto addFurther = [&](const QString &socket, bool isThere) {
        const QString host = QStringLiteral("unix://") + socket;
        if (isThere && comparable(host) != comparable(current))
            endpoints << endpointAt(here, host, false);
    };
    const QString system = QStringLiteral("/var/run/docker.sock");
    addFurther(system, here.has(system));
    if (const QString runtime = here.variable("XDG_RUNTIME_DIR"); !runtime.isEmpty()) {
        const QString socket = runtime + QStringLiteral("/docker.sock");
        const QString unit = here.configHome() + QStringLiteral("/systemd/user/docker.service");
        addFurther(socket, here.has(socket) || here.has(unit));
    }
    const QString desktop = here.home + QStringLiteral("/.docker/desktop/docker.sock");
    addFurther(desktop, here.has(desktop));
    return endpoints;
}

} // namespace lanyard::detection
