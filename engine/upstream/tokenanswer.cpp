// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/tokenanswer.h"

#include "core/limits.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lanyard::upstream {

namespace {

using std::chrono::seconds;

/// Visible ASCII: anything else could end the field and begin another.
bool isFieldValue(const QString &token)
{
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

seconds parseLifetime(const QJsonObject &object)
{
    const double value = object.value(QLatin1String("expires_in")).toDouble();
    if (value < 1)
        return limits::tokenLifetimeDefault;
    const auto max = static_cast<double>(limits::tokenLifetimeMax.count());
    return seconds(static_cast<seconds::rep>(std::min(value, max)));
}

} // namespace

std::optional<TokenAnswer> parseTokenAnswer(const QByteArray &json, WallTime now)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QString token = object.value(QLatin1String("token")).toString();
    if (token.isEmpty())
        token = object.value(QLatin1String("access_token")).toString();
    if (!isFieldValue(token))
        return std::nullopt;

    const seconds lifetime = parseLifetime(object);
    const QDateTime issued = QDateTime::fromString(
        object.value(QLatin1String("issued_at")).toString(), Qt::ISODateWithMs);
    seconds age{0};
    if (issued.isValid())
        age = std::chrono::floor<seconds>(now - fromEpochMs(issued.toMSecsSinceEpoch()));
    // Nobody gives out a token that is over or not yet issued: then one of the clocks is wrong.
    if (age < seconds{0} || age >= lifetime)
        age = seconds{0};
    return TokenAnswer{token.toStdString(), lifetime - age};
}

} // namespace lanyard::upstream
