// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/schema.h"

#include "sqlite/sqlfailure.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <string>
#include <utility>

namespace lanyard::sqlite {

namespace {

Result<void> run(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return tl::unexpected(failureOf(query));
    return {};
}

Result<int> versionOf(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return tl::unexpected(failureOf(query));
    return query.value(0).toInt();
}

Result<void> migrate(QSqlDatabase &database, const QStringList &statements, int to)
{
    QStringList all = statements;
    all.prepend(QStringLiteral("BEGIN IMMEDIATE"));
    all.append(QStringLiteral("PRAGMA user_version = %1").arg(to));
    all.append(QStringLiteral("COMMIT"));
    for (const QString &statement : std::as_const(all)) {
        if (Result<void> done = run(database, statement); !done) {
            database.rollback();
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> prepare(QSqlDatabase &database, const Schema &schema)
{
    for (const QString &pragma : schema.pragmas) {
        if (Result<void> done = run(database, pragma); !done)
            return done;
    }
    const Result<int> found = versionOf(database);
    if (!found)
        return tl::unexpected(found.error());
    const int version = schema.version();
    if (*found > version)
        return failure(
            ErrorCode::InvalidInput,
            //: Of a database: each version of Lanyard knows schemas up to a number.
            {QT_TRANSLATE_NOOP(
                 "engine",
                 "it was written by a later Lanyard (schema %1, this one knows up to %2)"),
             {std::to_string(*found), std::to_string(version)}});
    for (int at = *found; at < version; ++at) {
        if (Result<void> done = migrate(database, schema.migrations[at], at + 1); !done)
            return done;
    }
    return {};
}

Result<void> checkVersion(QSqlDatabase &database, const Schema &schema)
{
    const Result<int> found = versionOf(database);
    if (!found)
        return tl::unexpected(found.error());
    if (*found != schema.version())
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine", "it was written by another Lanyard (schema %1)"),
             {std::to_string(*found)}});
    return {};
}

} // namespace lanyard::sqlite
