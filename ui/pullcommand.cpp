// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullcommand.h"

#include "api/cacheaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("pullcommand", text);
}

/// One word for a shell, whatever is in it.
QString shellWord(const QString &text)
{
    static const QRegularExpression harmless(QStringLiteral("\\A[A-Za-z0-9._/:@%+\\[\\]-]+\\z"));
    if (harmless.match(text).hasMatch() && !text.contains(u'['))
        return text;
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

} // namespace

QList<PullCommand> pullCommands(const QString &url, const QByteArray &name)
{
    const QUrl cache(url);
    const bool isPlain = cache.scheme() == u"http";
    const QString image = shellWord(cache.authority() + u'/' + QString::fromUtf8(name));
    // Docker speaks plain HTTP with this computer, else only where it is told to.
    const bool isDockerToldTo = isPlain && !isLoopback(cache.host());
    return {
        {.client = isDockerToldTo
                       ? translated(QT_TRANSLATE_NOOP(
                             "pullcommand", "Docker, with the cache in its insecure-registries"))
                       : translated(QT_TRANSLATE_NOOP("pullcommand", "Docker")),
         .line = QStringLiteral("docker pull ") + image},
        {.client = translated(QT_TRANSLATE_NOOP("pullcommand", "Podman")),
         .line = QStringLiteral("podman pull ") +
                 (isPlain ? QStringLiteral("--tls-verify=false ") : QString()) + image},
        {.client = translated(QT_TRANSLATE_NOOP("pullcommand", "containerd")),
         .line = QStringLiteral("ctr images pull ") +
                 (isPlain ? QStringLiteral("--plain-http ") : QString()) + image},
    };
}

QString urlOf(const QString &hostAndPort, const QStringList &listening)
{
    if (hostAndPort.isEmpty())
        return {};
    const int port = QUrl(QStringLiteral("http://") + hostAndPort).port();
    const auto found =
        std::find_if(listening.begin(), listening.end(),
                     [port](const QString &address) { return QUrl(address).port() == port; });
    const QString scheme =
        found == listening.end() ? QStringLiteral("http") : QUrl(*found).scheme();
    return scheme + QStringLiteral("://") + hostAndPort;
}

QString examplePull(const ClientAddress &address)
{
    const QString &local = address.local.isEmpty() ? address.network : address.local;
    return QStringLiteral("docker pull %1/library/alpine").arg(local);
}

QString dockerMirror(const ClientAddress &address)
{
    return QStringLiteral(R"({"registry-mirrors": ["%1"]})").arg(address.localUrl);
}

} // namespace lanyard::ui
