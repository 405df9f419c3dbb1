// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checkmark.h"

#include "core/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::store {

namespace {

constexpr QLatin1String versionKey("version");
constexpr QLatin1String afterKey("after");
constexpr QLatin1String damagedKey("damaged");
constexpr int version = 1;

std::optional<Digest> digestOf(const QJsonValue &value)
{
    return Digest::parse(value.toString().toStdString());
}

} // namespace

QByteArray toJson(const CheckMark &mark)
{
    QJsonArray damaged;
    for (const Digest &digest : mark.damaged)
        damaged.append(QString::fromStdString(digest.toString()));
    QJsonObject object{{versionKey, version}, {damagedKey, damaged}};
    if (mark.after)
        object.insert(afterKey, QString::fromStdString(mark.after->toString()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

CheckMark parseCheckMark(QByteArrayView text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toByteArray()).object();
    CheckMark mark;
    if (object.value(versionKey).toInt() != version)
        return mark;
    mark.after = digestOf(object.value(afterKey));
    const QJsonArray damaged = object.value(damagedKey).toArray();
    for (const auto &entry : damaged) {
        const std::optional<Digest> digest = digestOf(entry);
        if (digest && mark.damaged.size() < limits::damagedListedMax)
            mark.damaged.insert(*digest);
    }
    return mark;
}

} // namespace lanyard::store
