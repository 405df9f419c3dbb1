// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/terminalline.h"

#include "workstation/shellword.h"

namespace lanyard::workstation {

QString terminalLine(const QString &client, const CacheEndpoint &cache,
                     const QStringList &registries)
{
    const QString program = QStringLiteral("sudo lanyard setup ") + shellWord(client);
    QStringList words{program, QStringLiteral("--cache"), shellWord(cache.url())};
    for (const QString &registry : registries)
        words << QStringLiteral("--registry") << shellWord(registry);
    if (!cache.user.isEmpty())
        words << QStringLiteral("--username") << shellWord(cache.user);
    const bool hasAuthority = !cache.authority.isEmpty();
    if (hasAuthority)
        words << QStringLiteral("--ca") << QStringLiteral("FILE");
    const QString line = QStringLiteral("To do it in a terminal, run: ") + words.join(u' ');
    const QString file = QStringLiteral(" (FILE is the certificate of the authority of the cache)");
    return line + (hasAuthority ? file : QString()) +
           QStringLiteral("; to take it back: %1 --undo").arg(program);
}

} // namespace lanyard::workstation
