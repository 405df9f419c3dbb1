// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/terminalline.h"

#include "workstation/commonfiles.h"

#include <QStringList>

namespace lanyard::workstation {

QString terminalLine(const ClientPlan &plan)
{
    const CacheEndpoint &cache = plan.cache;
    const QString program = QStringLiteral("sudo lanyard setup ") + shellQuoted(plan.client);
    QStringList words{program, QStringLiteral("--cache"), shellQuoted(cache.url())};
    for (const QString &registry : plan.registries)
        words << QStringLiteral("--registry") << shellQuoted(registry);
    if (!cache.user.isEmpty())
        words << QStringLiteral("--username") << shellQuoted(cache.user);
    const bool hasAuthority = !cache.authority.isEmpty();
    if (hasAuthority)
        words << QStringLiteral("--ca") << QStringLiteral("FILE");
    const QString line = QStringLiteral("To do it in a terminal, run: ") + words.join(u' ');
    const QString file = QStringLiteral(" (FILE is the certificate of the authority of the cache)");
    return line + (hasAuthority ? file : QString()) +
           QStringLiteral("; to take it back: %1 --undo").arg(program);
}

} // namespace lanyard::workstation
