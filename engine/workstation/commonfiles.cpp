// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/commonfiles.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace lanyard::workstation {

using recipes::Recipe;

CacheEndpoint withoutLogin(CacheEndpoint cache)
{
    cache.user.clear();
    cache.password.clear();
    return cache;
}

QString authorityOfHost(const QString &folder, const CacheEndpoint &cache)
{
    return folder + QLatin1Char('/') + cache.hostPort() + QStringLiteral("/ca.crt");
}

QString authorityBeside(const QString &file)
{
    return QFileInfo(file).path() + QStringLiteral("/lanyard-ca.pem");
}

QString addAuthority(Sketch &sketch, const CacheEndpoint &cache, const QString &path)
{
    if (!cache.isTls || cache.authority.isEmpty())
        return {};
    sketch.files.append(
        {.recipe = {.kind = Recipe::Kind::Authority, .cache = withoutLogin(cache)},
         .path = path,
         .reason = QStringLiteral("what the certificate of the cache is trusted by")});
    return path;
}

void addHostsToml(Sketch &sketch, const QString &folder, const CacheEndpoint &cache,
                  const QString &registry, const QString &authorityFile)
{
    sketch.files.append(
        {.recipe = {.kind = Recipe::Kind::HostsToml,
                    .cache = cache,
                    .registries = {registry},
                    .authorityFile = authorityFile},
         .path = folder + QLatin1Char('/') + registry + QStringLiteral("/hosts.toml"),
         .reason = QStringLiteral("the mirror of %1").arg(registry)});
}

void addLogin(Sketch &sketch, const QString &program, const CacheEndpoint &cache)
{
    if (cache.user.isEmpty())
        return;
    sketch.snippets.append({.title = QStringLiteral("Log in at the cache"),
                            .file = {},
                            .text = QStringLiteral("%1 login --username %2 %3")
                                        .arg(program, shellQuoted(cache.user), cache.hostPort())});
}

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_.,:/@%+=-]+$"));
    if (plain.match(text).hasMatch())
        return text;
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace lanyard::workstation
