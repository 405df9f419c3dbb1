// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportformat.h"

#include "api/names.h"
#include "format.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace lanyard::ui {

namespace {

constexpr QByteArrayView lineEnd = "\r\n"; // RFC 4180 §2

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString timeText(std::int64_t epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

double milliseconds(std::int64_t us)
{
    return static_cast<double>(us) / 1000.0;
}

QString number(double value)
{
    return QString::number(value, 'f', 3);
}

QString yesNo(bool isSo)
{
    return isSo ? QStringLiteral("yes") : QStringLiteral("no");
}

constexpr std::array columnNames{
    "time",      "client",  "user",  "method",     "target",      "upstream", "repository",
    "reference", "digest",  "kind",  "namedBy",    "status",      "complete", "cache",
    "rule",      "private", "bytes", "durationMs", "firstByteMs", "userAgent"};

} // namespace

ExportFormat exportFormatOf(const QString &fileName)
{
    if (fileName.endsWith(u".json", Qt::CaseInsensitive))
        return ExportFormat::Json;
    if (fileName.endsWith(u".jsonl", Qt::CaseInsensitive))
        return ExportFormat::JsonLines;
    return ExportFormat::Csv;
}

QByteArray csvField(const QString &value)
{
    QString safe = value;
    if (!safe.isEmpty() && QStringView(u"=+-@\t\r").contains(safe.front()))
        safe.prepend(u'\'');
    const bool isQuoted = safe.contains(u'"') || safe.contains(u',') || safe.contains(u'\n') ||
                          safe.contains(u'\r') || safe.startsWith(u' ') || safe.endsWith(u' ');
    if (isQuoted)
        safe = u'"' + safe.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return safe.toUtf8();
}

QByteArray csvHeader()
{
    QByteArray line;
    for (const char *name : columnNames)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + name;
    return line + lineEnd.toByteArray();
}

QByteArray csvLine(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    const std::array values{
        timeText(record.startedAtMs),
        printable(record.client),
        printable(labels.user),
        printable(record.method),
        printable(record.target),
        printable(labels.upstream),
        printable(labels.repository),
        printable(labels.reference),
        printable(labels.digest),
        latin1(nameOf(labels.kind)),
        latin1(nameOf(labels.form)),
        QString::number(record.status),
        yesNo(record.isComplete),
        latin1(nameOf(labels.result)),
        printable(QByteArray::fromStdString(english(labels.rule))),
        yesNo(labels.isPrivate),
        QString::number(record.bodyBytes),
        number(milliseconds(record.durationUs)),
        number(milliseconds(record.firstByteUs)),
        printable(record.userAgent),
    };
    static_assert(values.size() == columnNames.size());
    QByteArray line;
    for (const QString &value : values) {
        if (!line.isEmpty())
            line += ',';
        line += csvField(value);
    }
    return line + lineEnd.toByteArray();
}

QByteArray jsonObject(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    const auto text = [](const QByteArray &bytes) {
        return QString::fromUtf8(bytes);
    };
    QJsonArray headers;
    for (const QByteArray &line : record.headers.split('\n')) {
        if (!line.isEmpty())
            headers.append(text(line));
    }
    const QJsonObject object{
        {QStringLiteral("time"), timeText(record.startedAtMs)},
        {QStringLiteral("client"), text(record.client)},
        {QStringLiteral("user"), text(labels.user)},
        {QStringLiteral("method"), text(record.method)},
        {QStringLiteral("target"), text(record.target)},
        {QStringLiteral("upstream"), text(labels.upstream)},
        {QStringLiteral("repository"), text(labels.repository)},
        {QStringLiteral("reference"), text(labels.reference)},
        {QStringLiteral("digest"), text(labels.digest)},
        {QStringLiteral("kind"), latin1(nameOf(labels.kind))},
        {QStringLiteral("namedBy"), latin1(nameOf(labels.form))},
        {QStringLiteral("status"), record.status},
        {QStringLiteral("complete"), record.isComplete},
        {QStringLiteral("cache"), latin1(nameOf(labels.result))},
        {QStringLiteral("rule"), QString::fromStdString(english(labels.rule))},
        {QStringLiteral("private"), labels.isPrivate},
        {QStringLiteral("bytes"), static_cast<qint64>(record.bodyBytes)},
        {QStringLiteral("durationMs"), milliseconds(record.durationUs)},
        {QStringLiteral("firstByteMs"), milliseconds(record.firstByteUs)},
        {QStringLiteral("userAgent"), text(record.userAgent)},
        {QStringLiteral("headers"), headers},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace lanyard::ui
