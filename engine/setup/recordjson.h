// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/filechange.h"
#include "setup/servicetask.h"

#include <QJsonArray>
#include <QJsonObject>

// The values of the room as JSON, for the journal and the helper. What reads them takes nothing
// over unseen: InvalidInput. Pure.
namespace lanyard::setup {

/// Has the password, where there is one.
QJsonObject fieldsOf(const FileChange &change);
QJsonObject fieldsOf(const FileRecord &record);
QJsonObject fieldsOf(const ServiceTask &task);

Result<FileChange> fileChangeFrom(const QJsonObject &fields);
Result<FileRecord> fileRecordFrom(const QJsonObject &fields);
Result<ServiceTask> serviceTaskFrom(const QJsonObject &fields);

template <typename Value>
QJsonArray arrayOf(const QList<Value> &values)
{
    QJsonArray array;
    for (const Value &value : values)
        array.append(fieldsOf(value));
    return array;
}

template <typename Value>
Result<QList<Value>> listFrom(const QList<QJsonObject> &objects,
                              Result<Value> (*read)(const QJsonObject &))
{
    QList<Value> values;
    for (const QJsonObject &object : objects) {
        auto value = read(object);
        if (!value)
            return tl::unexpected(value.error());
        values.append(*std::move(value));
    }
    return values;
}

} // namespace lanyard::setup
