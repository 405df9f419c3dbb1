// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/traffictable.h"

#include "sqlite/sqlfailure.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>

namespace lanyard::journal {

namespace {

constexpr std::int64_t minuteMs = 60 * 1000;
constexpr std::int64_t hourMs = 60 * minuteMs;

/// In the order of the columns.
std::array<std::uint64_t, 6> valuesOf(const TrafficCounts &counts)
{
    return {counts.requests, counts.hits,        counts.misses,
            counts.failed,   counts.bytesServed, counts.bytesFetched};
}

Result<TrafficStep> stepIn(const QSqlQuery &row, std::int64_t spanMs)
{
    std::array<std::int64_t, 6> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values.at(i) = row.value(static_cast<int>(i) + 2).toLongLong();
    const std::int64_t beginMs = row.value(1).toLongLong();
    const bool isSpan = spanMs == minuteMs || spanMs == hourMs;
    if (!isSpan || beginMs < 0 || beginMs % spanMs != 0 ||
        std::ranges::any_of(values, [](std::int64_t value) { return value < 0; }))
        return failure(ErrorCode::Corrupt,
                       QT_TRANSLATE_NOOP("engine", "its rows contradict each other"));
    const auto count = [&values](std::size_t i) {
        return static_cast<std::uint64_t>(values.at(i));
    };
    return TrafficStep{.beginMs = beginMs,
                       .counts = {.requests = count(0),
                                  .hits = count(1),
                                  .misses = count(2),
                                  .failed = count(3),
                                  .bytesServed = count(4),
                                  .bytesFetched = count(5)}};
}

Result<void> outcomeOf(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return tl::unexpected(sqlite::failureOf(query));
}

Result<void> dropOld(const QSqlDatabase &database, std::int64_t firstMs)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("DELETE FROM traffic WHERE span_ms = ?"
                                 " OR (begin_ms > 0 AND begin_ms < ?)"));
    query.addBindValue(QVariant::fromValue<qint64>(minuteMs));
    query.addBindValue(QVariant::fromValue<qint64>(firstMs));
    return outcomeOf(query);
}

Result<void> put(const QSqlDatabase &database, std::int64_t spanMs,
                 const std::vector<TrafficStep> &steps)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO traffic (span_ms, begin_ms, requests,"
                                 " hits, misses, failed, bytes_served, bytes_fetched)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const TrafficStep &step : steps) {
        query.addBindValue(QVariant::fromValue<qint64>(spanMs));
        query.addBindValue(QVariant::fromValue<qint64>(step.beginMs));
        for (const std::uint64_t value : valuesOf(step.counts))
            query.addBindValue(QVariant::fromValue(static_cast<qint64>(value)));
        if (Result<void> done = outcomeOf(query); !done)
            return done;
    }
    return {};
}

} // namespace

QStringList trafficTable()
{
    // `begin_ms` is 0 for the sum of what is older than the hours that are kept.
    return {QStringLiteral("CREATE TABLE traffic ("
                           " span_ms INTEGER NOT NULL,"
                           " begin_ms INTEGER NOT NULL,"
                           " requests INTEGER NOT NULL,"
                           " hits INTEGER NOT NULL,"
                           " misses INTEGER NOT NULL,"
                           " failed INTEGER NOT NULL,"
                           " bytes_served INTEGER NOT NULL,"
                           " bytes_fetched INTEGER NOT NULL,"
                           " PRIMARY KEY (span_ms, begin_ms)) WITHOUT ROWID")};
}

Result<TrafficRows> readTraffic(const QSqlDatabase &database)
{
    TrafficRows rows;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT span_ms, begin_ms, requests, hits, misses, failed,"
                              " bytes_served, bytes_fetched FROM traffic"));
    while (query.next()) {
        const std::int64_t spanMs = query.value(0).toLongLong();
        const Result<TrafficStep> step = stepIn(query, spanMs);
        if (!step)
            return tl::unexpected(step.error());
        (spanMs == minuteMs ? rows.minutes : rows.hours).push_back(*step);
    }
    // An error ends the loop over the rows as the last one does.
    if (query.lastError().isValid())
        return tl::unexpected(sqlite::failureOf(query));
    return rows;
}

Result<void> writeTraffic(const QSqlDatabase &database, const TrafficRows &rows,
                          std::int64_t firstMs)
{
    if (rows.hours.empty())
        return {};
    return dropOld(database, firstMs)
        .and_then([&] { return put(database, hourMs, rows.hours); })
        .and_then([&] { return put(database, minuteMs, rows.minutes); });
}

} // namespace lanyard::journal
