// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/historyfile.h"

#include "core/fileerror.h"
#include "journal/traffictable.h"
#include "sqlite/connection.h"
#include "sqlite/databasefile.h"
#include "sqlite/sqlfailure.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <map>
#include <utility>

namespace lanyard::journal {

namespace {

/// `begin_ms` is 0 for the sum of what is older than the hours that are kept.
QStringList tablesOfVersion1()
{
    return {
        QStringLiteral("CREATE TABLE hours ("
                       " registry TEXT NOT NULL,"
                       " begin_ms INTEGER NOT NULL,"
                       " requests INTEGER NOT NULL,"
                       " pulls_saved INTEGER NOT NULL,"
                       " PRIMARY KEY (registry, begin_ms)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE budgets ("
                       " registry TEXT NOT NULL,"
                       " begin_ms INTEGER NOT NULL,"
                       " account TEXT NOT NULL,"
                       " pulls_limit INTEGER NOT NULL,"
                       " remaining INTEGER NOT NULL,"
                       " lowest INTEGER NOT NULL,"
                       " window_s INTEGER NOT NULL,"
                       " read_at_ms INTEGER NOT NULL,"
                       " PRIMARY KEY (registry, begin_ms, account)) WITHOUT ROWID"),
    };
}

sqlite::Schema schema()
{
    // As the index has it: a copy is whole, and a power cut costs the last minutes at most.
    return {.pragmas = {QStringLiteral("PRAGMA journal_mode = WAL"),
                        QStringLiteral("PRAGMA synchronous = NORMAL")},
            .migrations = {tablesOfVersion1(), trafficTable()}};
}

using Rows = std::map<std::pair<std::string, std::int64_t>, HourRow>;

tl::unexpected<Error> contradiction()
{
    return failure(ErrorCode::Corrupt,
                   QT_TRANSLATE_NOOP("engine", "its rows contradict each other"));
}

/// An error ends the loop over the rows as the last one does.
Result<void> endOf(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return tl::unexpected(sqlite::failureOf(query));
    return {};
}

Result<void> readHours(const QSqlDatabase &database, Rows &rows)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT registry, begin_ms, requests, pulls_saved FROM hours"));
    while (query.next()) {
        const std::string registry = query.value(0).toString().toStdString();
        const std::int64_t beginMs = query.value(1).toLongLong();
        const std::int64_t requests = query.value(2).toLongLong();
        const std::int64_t pullsSaved = query.value(3).toLongLong();
        if (beginMs < 0 || requests < 0 || pullsSaved < 0)
            return contradiction();
        rows[{registry, beginMs}] = {.registry = registry,
                                     .hour = {.beginMs = beginMs,
                                              .requests = static_cast<std::uint64_t>(requests),
                                              .pullsSaved = static_cast<std::uint64_t>(pullsSaved),
                                              .budgets = {}}};
    }
    return endOf(query);
}

bool isPossible(const BudgetHour &budget)
{
    const PullBudget &last = budget.last;
    return last.limit > 0 && last.remaining >= 0 && last.remaining <= last.limit &&
           last.window.count() >= 0 && last.readAtMs > 0 && budget.lowest >= 0;
}

/// After the hours that they belong to.
Result<void> readBudgets(const QSqlDatabase &database, Rows &rows)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT registry, begin_ms, account, pulls_limit, remaining, lowest,"
                              " window_s, read_at_ms FROM budgets"));
    while (query.next()) {
        const auto row =
            rows.find({query.value(0).toString().toStdString(), query.value(1).toLongLong()});
        const BudgetHour budget{
            .last = {.account = query.value(2).toString(),
                     .limit = query.value(3).toLongLong(),
                     .remaining = query.value(4).toLongLong(),
                     .window = std::chrono::seconds(query.value(6).toLongLong()),
                     .readAtMs = query.value(7).toLongLong()},
            .lowest = query.value(5).toLongLong()};
        if (row == rows.end() || !isPossible(budget))
            return contradiction();
        row->second.hour.budgets.append(budget);
    }
    return endOf(query);
}

Result<std::vector<HourRow>> readUpstreams(const QSqlDatabase &database)
{
    Rows rows;
    const Result<void> done =
        readHours(database, rows).and_then([&] { return readBudgets(database, rows); });
    if (!done)
        return tl::unexpected(done.error());
    std::vector<HourRow> all;
    all.reserve(rows.size());
    for (auto &[key, row] : rows)
        all.push_back(std::move(row));
    return all;
}

Result<HistoryRows> readAll(const QSqlDatabase &database)
{
    return readUpstreams(database).and_then([&database](std::vector<HourRow> upstreams) {
        return readTraffic(database).map([&upstreams](TrafficRows traffic) {
            return HistoryRows{.upstreams = std::move(upstreams), .traffic = std::move(traffic)};
        });
    });
}

QVariant number(std::int64_t value)
{
    return QVariant::fromValue<qint64>(value);
}

/// One transaction.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> write(const HistoryRows &rows, std::int64_t firstMs)
    {
        Result<void> written =
            begin().and_then([&] { return putUpstreams(rows.upstreams, firstMs); }).and_then([&] {
                return writeTraffic(m_database, rows.traffic, firstMs);
            });
        if (written && !m_database.commit())
            written = tl::unexpected(sqlite::failureOf(m_database.lastError()));
        if (!written)
            m_database.rollback();
        return written;
    }

private:
    Result<void> begin()
    {
        if (m_database.transaction())
            return {};
        return tl::unexpected(sqlite::failureOf(m_database.lastError()));
    }

    Result<void> putUpstreams(const std::vector<HourRow> &rows, std::int64_t firstMs)
    {
        if (dropOld(firstMs) && putAll(rows))
            return {};
        return tl::unexpected(sqlite::failureOf(m_error));
    }

    bool run(const QString &statement, std::initializer_list<QVariant> values)
    {
        QSqlQuery query(m_database);
        query.prepare(statement);
        int at = 0;
        for (const QVariant &value : values)
            query.bindValue(at++, value);
        if (query.exec())
            return true;
        m_error = query.lastError();
        return false;
    }

    bool dropOld(std::int64_t firstMs)
    {
        return run(QStringLiteral("DELETE FROM hours WHERE begin_ms > 0 AND begin_ms < ?"),
                   {number(firstMs)}) &&
               run(QStringLiteral("DELETE FROM budgets WHERE begin_ms < ?"), {number(firstMs)});
    }

    bool putAll(const std::vector<HourRow> &rows)
    {
        return std::ranges::all_of(rows, [this](const HourRow &row) { return put(row); });
    }

    bool put(const HourRow &row)
    {
        const QString registry = QString::fromStdString(row.registry);
        const QVariant begin = number(row.hour.beginMs);
        const auto putBudget = [&](const BudgetHour &budget) {
            return run(QStringLiteral("INSERT OR REPLACE INTO budgets (registry, begin_ms, account,"
                                      " pulls_limit, remaining, lowest, window_s, read_at_ms)"
                                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                       {registry, begin, accountOf(budget), number(budget.last.limit),
                        number(budget.last.remaining), number(budget.lowest),
                        number(budget.last.window.count()), number(budget.last.readAtMs)});
        };
        return run(QStringLiteral("INSERT OR REPLACE INTO hours"
                                  " (registry, begin_ms, requests, pulls_saved)"
                                  " VALUES (?, ?, ?, ?)"),
                   {registry, begin, number(static_cast<std::int64_t>(row.hour.requests)),
                    number(static_cast<std::int64_t>(row.hour.pullsSaved))}) &&
               std::ranges::all_of(row.hour.budgets, putBudget);
    }

    /// An empty one is a name, too: not NULL.
    static QString accountOf(const BudgetHour &budget)
    {
        return budget.last.account.isNull() ? QStringLiteral("") : budget.last.account;
    }

    QSqlDatabase m_database;
    QSqlError m_error; ///< of the first statement that failed
};

} // namespace

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path))
{
}

Result<HistoryRows> HistoryFile::read() const
{
    const sqlite::DatabaseFile file(QFile::encodeName(m_path).toStdString());
    if (file.hasLeftovers() || file.isNoFile())
        return failure(ErrorCode::Corrupt,
                       Message::at(m_path, QT_TRANSLATE_NOOP("engine", "it is no database")));
    if (file.isMissing())
        return HistoryRows();
    sqlite::Connection connection(m_path);
    Result<HistoryRows> rows = connection.open(schema()).and_then(readAll);
    if (!rows && rows.error().code == ErrorCode::Io && file.isClosed()) {
        // It may not be written.
        sqlite::Connection reader(m_path);
        rows = reader.openUnchanged(schema()).and_then(readAll);
    }
    return rows.map_error(inFile(m_path));
}

Result<void> HistoryFile::write(const HistoryRows &rows, std::int64_t firstMs) const
{
    sqlite::Connection connection(m_path);
    return connection.open(schema())
        .and_then([&](const QSqlDatabase &database) {
            return Transaction(database).write(rows, firstMs);
        })
        .map_error(inFile(m_path));
}

Result<std::string> HistoryFile::putAside(WallTime now) const
{
    return sqlite::DatabaseFile(QFile::encodeName(m_path).toStdString()).putAside(now);
}

} // namespace lanyard::journal
