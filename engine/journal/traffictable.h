// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "journal/traffic.h"

#include <QStringList>

#include <cstdint>

class QSqlDatabase;

/// The table of the history's database that keeps the traffic. On the connection's thread; errors
/// are those of sqlite::failureOf().
namespace lanyard::journal {

/// The statements that make it.
QStringList trafficTable();
/// Corrupt when a row is none that writeTraffic() could have written.
Result<TrafficRows> readTraffic(const QSqlDatabase &database);
/// Puts these hours in the place of what is there of them, drops those that begin before `firstMs`,
/// but not their sum, and puts the minutes in the place of all minutes. In the transaction of the
/// caller.
Result<void> writeTraffic(const QSqlDatabase &database, const TrafficRows &rows,
                          std::int64_t firstMs);

} // namespace lanyard::journal
