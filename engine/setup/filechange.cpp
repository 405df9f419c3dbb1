// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/filechange.h"

#include "core/digest.h"

#include <QDateTime>
#include <QTimeZone>

#include <string>

namespace lanyard::setup {

namespace {

const QString stampFormat = QStringLiteral("yyyyMMddTHHmmss");

} // namespace

Error notAsSeen(const QString &path)
{
    return {ErrorCode::InUse,
            Message::at(path, QT_TRANSLATE_NOOP(
                                  "engine",
                                  "has been changed since it was looked at; look at the changes "
                                  "again before they are made"))};
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QByteArray::fromStdString(Digest::of(Digest::Algorithm::Sha256, bytes).hex());
}

bool isSha256(const QByteArray &text)
{
    return Digest::parse("sha256:" + text.toStdString()).has_value();
}

QString backupName(const QString &name, const QString &stamp)
{
    return name + QStringLiteral(".lanyard-") + stamp;
}

QString preparedName(const QString &name, const QString &stamp)
{
    return backupName(name, stamp) + QStringLiteral(".new");
}

QString stampOf(std::int64_t epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, QTimeZone::utc()).toString(stampFormat);
}

bool isStamp(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, stampFormat);
    return time.isValid() && time.toString(stampFormat) == text;
}

} // namespace lanyard::setup
