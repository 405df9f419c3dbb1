// SPDX-License-Identifier: GPL-3.0-or-later
#include "pulltext.h"

#include "format.h"
#include "requesttext.h"

#include <QCoreApplication>
#include <QStringList>

namespace lanyard::ui {

namespace {

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("pull", text, nullptr, count);
}

} // namespace

QString pullImage(const PullSummary &pull)
{
    const QString name = imageName({.upstream = pull.upstream, .repository = pull.repository});
    const QChar mark = pull.reference.contains(':') ? u'@' : u':';
    return name + mark + shortReference(pull.reference);
}

QString pullText(const PullSummary &pull)
{
    const QString text = translated(QT_TRANSLATE_N_NOOP("pull", "%n requests"), pull.requests);
    if (pull.misses == 0)
        return text;
    return text + translated(QT_TRANSLATE_N_NOOP("pull", ", %n fetched"), pull.misses);
}

QString pullStatus(const PullSummary &pull)
{
    constexpr int firstError = 400;
    return pull.worstStatus < firstError ? QString() : QString::number(pull.worstStatus);
}

QString pullSources(const PullSummary &pull)
{
    QStringList parts;
    if (pull.hits > 0)
        parts += translated(QT_TRANSLATE_N_NOOP("pull", "%n from the cache"), pull.hits);
    if (pull.misses > 0)
        parts += translated(QT_TRANSLATE_N_NOOP("pull", "%n from upstream"), pull.misses);
    if (pull.failures > 0)
        parts += translated(QT_TRANSLATE_N_NOOP("pull", "%n failed or cut off"), pull.failures);
    return parts.join(QStringLiteral(", "));
}

QString pullToolTip(const PullSummary &pull)
{
    const QString counts = translated(QT_TRANSLATE_N_NOOP("pull", "%n requests"), pull.requests) +
                           QStringLiteral(": ") + pullSources(pull);
    return QStringLiteral("<p>%1</p><p>%2</p>")
        .arg(pullImage(pull).toHtmlEscaped(), counts.toHtmlEscaped());
}

} // namespace lanyard::ui
