// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/shellword.h"

#include <QRegularExpression>

namespace lanyard::workstation {

QString shellWord(const QString &text, Shell shell)
{
    // The first character alone may be one that some shell obeys.
    static const QRegularExpression plain(
        QStringLiteral("\\A[A-Za-z0-9_./:+-][A-Za-z0-9_./:@+=-]*\\z"));
    return plain.match(text).hasMatch() ? text : shellQuoted(text, shell);
}

QString shellQuoted(QString text, Shell shell)
{
    text.replace(QLatin1Char('\''),
                 shell == Shell::PowerShell ? QLatin1String("''") : QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

} // namespace lanyard::workstation
