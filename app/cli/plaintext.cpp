// SPDX-License-Identifier: GPL-3.0-or-later
#include "plaintext.h"

#include "core/printabletext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>

namespace lanyard::cli {

namespace {

constexpr qsizetype shownDigits = 12;

QJsonValue printableValue(const QJsonValue &value)
{
    if (value.isString())
        return printable(value.toString());
    if (value.isObject())
        return printableTexts(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        list.append(printableValue(entry));
    return list;
}

} // namespace

QString english(const Message &message)
{
    return QString::fromStdString(message.english());
}

QString sizeText(qint64 bytes)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 999.5 would be printed with four digits.
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return QString::asprintf("%.3g%s", value, units.at(unit));
}

QString agoText(const QJsonValue &time)
{
    const QDateTime then = QDateTime::fromString(time.toString(), Qt::ISODate);
    if (!then.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, then.secsTo(QDateTime::currentDateTimeUtc()));
    if (seconds < 60)
        return QStringLiteral("%1s").arg(seconds);
    if (seconds < 60 * 60)
        return QStringLiteral("%1m").arg(seconds / 60);
    if (seconds < 24 * 60 * 60)
        return QStringLiteral("%1h").arg(seconds / (60 * 60));
    return QStringLiteral("%1d").arg(seconds / (24 * 60 * 60));
}

QString shortDigest(const QJsonValue &digest)
{
    return digest.toString().section(u':', 1).left(shownDigits);
}

QString yesNo(const QJsonValue &flag)
{
    return flag.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
}

QStringList texts(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const auto &entry : array)
        texts.append(entry.toString());
    return texts;
}

QJsonObject printableTexts(const QJsonObject &document)
{
    QJsonObject shown;
    for (auto at = document.begin(); at != document.end(); ++at)
        shown.insert(at.key(), printableValue(at.value()));
    return shown;
}

void printJson(const QJsonObject &document)
{
    const QString text = QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
    QString shown;
    for (const uint character : text.toUcs4()) {
        const bool isShown = character == u'\n' || !isHidden(character);
        for (const char16_t unit : QChar::fromUcs4(character))
            shown += isShown ? QString(QChar(unit))
                             : QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
    }
    std::fputs(shown.toUtf8().constData(), stdout);
}

} // namespace lanyard::cli
