// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sqlite/schema.h"

#include <QSqlDatabase>
#include <QString>

namespace lanyard::sqlite {

/// A connection to the database in a file. It lives on one thread, and longer than every query on
/// it. Errors are those of failureOf().
class Connection
{
public:
    explicit Connection(QString path);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens or makes the database, for its user alone, and brings its tables to the schema's
    /// version, as prepare() does.
    Result<QSqlDatabase> open(const Schema &schema);
    /// Opens a database that nobody writes, without writing anything beside it. InvalidInput when
    /// its tables are not of the schema's version.
    Result<QSqlDatabase> openUnchanged(const Schema &schema);

private:
    const QString m_path;
    const QString m_name;
};

} // namespace lanyard::sqlite
