// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/version.h"

#include <QRegularExpression>
#include <QVersionNumber>

namespace lanyard::detection {

QString versionIn(const QByteArray &output)
{
    constexpr qsizetype lookedAt = 1'000;
    static const QRegularExpression word(
        QStringLiteral(R"((?:^|\s|")v?(\d+\.\d+[0-9A-Za-z.+~_-]*))"));
    return word.match(QString::fromUtf8(output.left(lookedAt))).captured(1);
}

bool isBefore(const QString &version, int major, int minor)
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    return !number.isNull() && number < QVersionNumber(major, minor);
}

} // namespace lanyard::detection
