// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/dockerinfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

namespace {

using State = DockerInfo::State;

/// The line that is the answer: what is wrong may stand before or behind it.
QJsonObject documentIn(const QByteArray &output)
{
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith('{'))
            return QJsonDocument::fromJson(line).object();
    }
    return {};
}

QString textOf(const QJsonObject &document, const char *key)
{
    return document.value(QLatin1String(key)).toString();
}

State stateOf(const ProgramAnswer &answer, const QJsonObject &document)
{
    if (answer.error && answer.error->code == ErrorCode::TimedOut)
        return State::Silent;
    if (!textOf(document, "ServerVersion").isEmpty())
        return State::Answered;
    if (answer.output.contains("Emulate Docker CLI") || document.contains(QLatin1String("host")))
        return State::NotDocker;
    return answer.output.contains("permission denied") ? State::NoAccess : State::NotRunning;
}

QStringList mirrorsOf(const QJsonObject &document)
{
    QStringList mirrors;
    const QJsonObject registries = document.value(QLatin1String("RegistryConfig")).toObject();
    for (const QJsonValue &entry : registries.value(QLatin1String("Mirrors")).toArray()) {
        QString url = entry.toString();
        if (url.endsWith(u'/'))
            url.chop(1);
        mirrors << url;
    }
    return mirrors;
}

bool hasContainerdStore(const QJsonObject &document)
{
    for (const QJsonValue &entry : document.value(QLatin1String("DriverStatus")).toArray()) {
        const QJsonArray pair = entry.toArray();
        if (pair.at(0).toString() == QStringLiteral("driver-type"))
            return pair.at(1).toString().startsWith(QStringLiteral("io.containerd.snapshotter"));
    }
    return false;
}

} // namespace

bool DockerInfo::isDesktop() const
{
    return system == QStringLiteral("Docker Desktop") || system == QStringLiteral("OrbStack") ||
           system.startsWith(QStringLiteral("Rancher Desktop"));
}

DockerInfo dockerInfoOf(const ProgramAnswer &answer)
{
    const QJsonObject document = documentIn(answer.output);
    DockerInfo info{.state = stateOf(answer, document)};
    if (info.state != State::Answered)
        return info;
    info.version = textOf(document, "ServerVersion");
    info.system = textOf(document, "OperatingSystem");
    info.driver = textOf(document, "Driver");
    info.imageStore = hasContainerdStore(document) ? ClientInstallation::ImageStore::Containerd
                                                   : ClientInstallation::ImageStore::GraphDriver;
    for (const QJsonValue &option : document.value(QLatin1String("SecurityOptions")).toArray())
        info.isRootless =
            info.isRootless || option.toString().startsWith(QStringLiteral("name=rootless"));
    info.mirrors = mirrorsOf(document);
    info.proxy = {.http = textOf(document, "HttpProxy"),
                  .https = textOf(document, "HttpsProxy"),
                  .exceptions = textOf(document, "NoProxy")};
    return info;
}

} // namespace lanyard::detection
