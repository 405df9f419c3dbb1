// SPDX-License-Identifier: GPL-3.0-or-later
#include "requesttext.h"

#include "api/names.h"
#include "format.h"
#include "messagetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("request", text);
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString toolTipRow(const QString &label, const QString &value)
{
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

} // namespace

QString resultName(CacheResult result)
{
    switch (result) {
    case CacheResult::None:
        return {};
    case CacheResult::Hit:
        return translated(QT_TRANSLATE_NOOP("request", "Hit"));
    case CacheResult::Revalidated:
        return translated(QT_TRANSLATE_NOOP("request", "Revalidated"));
    case CacheResult::Miss:
        return translated(QT_TRANSLATE_NOOP("request", "Miss"));
    case CacheResult::Collapsed:
        return translated(QT_TRANSLATE_NOOP("request", "Shared"));
    case CacheResult::Stale:
        return translated(QT_TRANSLATE_NOOP("request", "Stale"));
    case CacheResult::Failed:
        return translated(QT_TRANSLATE_NOOP("request", "Failed"));
    }
    return {};
}

QString resultExplanation(CacheResult result)
{
    switch (result) {
    case CacheResult::None:
        return translated(QT_TRANSLATE_NOOP("request", "The cache was not asked."));
    case CacheResult::Hit:
        return translated(QT_TRANSLATE_NOOP("request", "Served from the cache."));
    case CacheResult::Revalidated:
        return translated(
            QT_TRANSLATE_NOOP("request", "Served from the cache after upstream confirmed it."));
    case CacheResult::Miss:
        return translated(QT_TRANSLATE_NOOP("request", "Fetched from upstream."));
    case CacheResult::Collapsed:
        return translated(
            QT_TRANSLATE_NOOP("request", "Fetched once for this and other requests."));
    case CacheResult::Stale:
        return translated(
            QT_TRANSLATE_NOOP("request", "Served from the cache; upstream could not be asked."));
    case CacheResult::Failed:
        return translated(
            QT_TRANSLATE_NOOP("request", "Not in the cache, and not to be had upstream."));
    }
    return {};
}

QString kindName(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Other:
        return translated(QT_TRANSLATE_NOOP("request", "Other"));
    case RequestKind::Ping:
        return translated(QT_TRANSLATE_NOOP("request", "Ping"));
    case RequestKind::Manifest:
        return translated(QT_TRANSLATE_NOOP("request", "Manifest"));
    case RequestKind::Blob:
        return translated(QT_TRANSLATE_NOOP("request", "Blob"));
    case RequestKind::Tags:
        return translated(QT_TRANSLATE_NOOP("request", "Tag list"));
    case RequestKind::Referrers:
        return translated(QT_TRANSLATE_NOOP("request", "Referrers"));
    case RequestKind::Catalog:
        return translated(QT_TRANSLATE_NOOP("request", "Catalog"));
    }
    return {};
}

QString imageName(const RequestLabels &labels)
{
    if (labels.repository.isEmpty() || labels.upstream.isEmpty())
        return printable(labels.repository);
    return printable(labels.upstream) + u'/' + printable(labels.repository);
}

QString shortReference(const QByteArray &reference)
{
    constexpr qsizetype shownDigits = 12;
    const qsizetype colon = reference.indexOf(':');
    if (colon < 0 || reference.size() - colon - 1 <= shownDigits)
        return printable(reference);
    return printable(reference.first(colon + 1 + shownDigits)) + u'…';
}

QString requestSummary(const RequestRecord &record)
{
    const RequestKind kind = record.labels.kind;
    const bool isNowhere = (kind == RequestKind::Manifest || kind == RequestKind::Blob) &&
                           record.labels.upstream.isEmpty();
    if (kind == RequestKind::Other || isNowhere)
        return printable(record.method) + u' ' + printable(record.target);
    const QString reference = shortReference(record.labels.reference);
    const QString what = printable(record.method) + u' ' + latin1(nameOf(kind));
    return reference.isEmpty() ? what : what + u' ' + reference;
}

QString statusText(const RequestRecord &record)
{
    QString status = QString::number(record.status);
    if (record.isComplete)
        return status;
    return translated(QT_TRANSLATE_NOOP("request", "%1, cut off")).arg(status);
}

QString clientText(const RequestRecord &record)
{
    if (record.labels.user.isEmpty())
        return printable(record.client);
    return printable(record.labels.user) + u'@' + printable(record.client);
}

QString requestToolTip(const RequestRecord &record)
{
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(record.startedAtMs),
                                            QLocale::ShortFormat);
    QString rows =
        toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Request")),
                   printable(record.method) + u' ' + printable(record.target)) +
        toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Client")), clientText(record)) +
        toolTipRow(translated(QT_TRANSLATE_NOOP("request", "User agent")),
                   printable(record.userAgent)) +
        toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Time")), when);
    if (!record.labels.reference.isEmpty())
        rows += toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Reference")),
                           printable(record.labels.reference));
    rows += toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Result")),
                       resultExplanation(record.labels.result));
    if (record.labels.isPrivate)
        rows += toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Private")),
                           translated(QT_TRANSLATE_NOOP(
                               "request", "Not everybody may read this repository upstream.")));
    if (record.labels.rule)
        rows += toolTipRow(translated(QT_TRANSLATE_NOOP("request", "Tag rule")),
                           told(*record.labels.rule));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString requestLine(const RequestRecord &record)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(record.startedAtMs, Qt::UTC);
    return QStringList{
        when.toString(Qt::ISODateWithMs),
        printable(record.client),
        imageName(record.labels),
        printable(record.labels.reference),
        printable(record.method),
        printable(record.target),
        QString::number(record.status),
        latin1(nameOf(record.labels.kind)),
        latin1(nameOf(record.labels.result)),
        QString::number(record.bodyBytes),
        QString::number(static_cast<double>(record.durationUs) / 1000.0, 'f', 3),
        printable(record.userAgent),
    }
        .join(u'\t');
}

} // namespace lanyard::ui
