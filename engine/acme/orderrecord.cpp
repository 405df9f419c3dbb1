// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/orderrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lanyard::acme {

OrderRecord OrderRecord::withOrder(WallTime now, const QString &newTerms) const
{
    OrderRecord next = *this;
    next.lastOrder = now;
    next.failures = std::min(failuresOn(newTerms) + 1, failuresMax);
    next.terms = newTerms;
    return next;
}

QByteArray OrderRecord::toBytes() const
{
    QJsonObject object;
    if (lastOrder)
        object.insert(QStringLiteral("lastOrderMs"), static_cast<qint64>(toEpochMs(*lastOrder)));
    object.insert(QStringLiteral("failures"), failures);
    QJsonArray names;
    for (const std::string &host : hosts)
        names.append(QString::fromStdString(host));
    object.insert(QStringLiteral("hosts"), names);
    object.insert(QStringLiteral("directoryUrl"), QString::fromStdString(directoryUrl));
    object.insert(QStringLiteral("terms"), terms);
    return QJsonDocument(object).toJson();
}

OrderRecord OrderRecord::parse(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    OrderRecord record;
    const QJsonValue last = object.value(QStringLiteral("lastOrderMs"));
    if (last.isDouble())
        record.lastOrder = fromEpochMs(last.toInteger());
    record.failures = std::clamp(object.value(QStringLiteral("failures")).toInt(), 0, failuresMax);
    for (const QJsonValue name : object.value(QStringLiteral("hosts")).toArray())
        record.hosts.push_back(name.toString().toStdString());
    record.directoryUrl = object.value(QStringLiteral("directoryUrl")).toString().toStdString();
    record.terms = object.value(QStringLiteral("terms")).toString();
    return record;
}

} // namespace lanyard::acme
