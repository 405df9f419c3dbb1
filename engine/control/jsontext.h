// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <cstdint>
#include <string_view>

namespace lanyard::control {

/// Bytes as a JSON string; what is not UTF-8 becomes U+FFFD.
inline QJsonValue jsonText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

inline QJsonValue jsonText(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

/// In English, as all that scripts read.
inline QJsonValue jsonMessage(const Message &message)
{
    return QString::fromStdString(message.english());
}

template <typename List>
QJsonArray jsonTexts(const List &list)
{
    QJsonArray texts;
    for (const auto &text : list)
        texts.append(jsonText(text));
    return texts;
}

/// One value for each of a list.
template <typename List, typename ToJson>
QJsonArray jsonArray(const List &list, ToJson toJson)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(toJson(one));
    return array;
}

/// ISO 8601 in UTC; null for 0, which stands for never.
inline QJsonValue jsonTime(std::int64_t epochMs)
{
    if (epochMs == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC).toString(Qt::ISODate);
}

} // namespace lanyard::control
