// SPDX-License-Identifier: GPL-3.0-or-later
#include "plaintext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>

namespace lanyard::cli {

namespace {

constexpr qsizetype shownDigits = 12;

} // namespace

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

void printJson(const QJsonObject &document)
{
    std::fputs(QJsonDocument(document).toJson(QJsonDocument::Indented).constData(), stdout);
}

} // namespace lanyard::cli
