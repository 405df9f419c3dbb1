// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/terminalline.h"

#include "workstation/shellword.h"

namespace lanyard::workstation {

Message terminalLine(const QString &client, const CacheEndpoint &cache,
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
    const QString line = words.join(u' ');
    const QString undo = QStringLiteral("%1 --undo").arg(program);
    if (hasAuthority)
        //: FILE stands so in %1
        return {QT_TRANSLATE_NOOP("engine", "To do it in a terminal, run: %1 (FILE is the "
                                            "certificate of the authority of the cache); to take "
                                            "it back: %2"),
                {line, undo}};
    //: %1, %2: commands
    return {QT_TRANSLATE_NOOP("engine", "To do it in a terminal, run: %1; to take it back: %2"),
            {line, undo}};
}

} // namespace lanyard::workstation
