// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

class QSqlDatabase;

namespace lanyard::sqlite {

/// The tables of a database, by version (`PRAGMA user_version`).
struct Schema
{
    QStringList pragmas; ///< for each connection
    /// The statements that lead from the version before to each version; the first makes the
    /// tables.
    QList<QStringList> migrations;

    int version() const { return static_cast<int>(migrations.size()); }
};

// On the connection's thread. Errors are those of failureOf().

/// Sets the connection up and brings the tables to the schema's version, one step a version, each
/// in its own transaction. InvalidInput when they are of a later one.
Result<void> prepare(QSqlDatabase &database, const Schema &schema);
/// Whether the tables are of the schema's version, else InvalidInput.
Result<void> checkVersion(QSqlDatabase &database, const Schema &schema);

} // namespace lanyard::sqlite
