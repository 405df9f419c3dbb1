// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/sqlfailure.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <array>

namespace lanyard::sqlite {

namespace {

/// Whether the database itself is at fault. What the list has is the disk's fault, or that of
/// whoever keeps the file busy: another database in its place would fare no better.
bool isDamage(const QSqlError &error)
{
    constexpr int permission = 3;
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int noMemory = 7;
    constexpr int readOnly = 8;
    constexpr int io = 10;
    constexpr int full = 13;
    constexpr int cannotOpen = 14;
    constexpr int shortRead = io | (2 << 8);
    constexpr std::array others{permission, busy, locked, noMemory, readOnly, io, full, cannotOpen};
    bool isCode = false;
    const int code = error.nativeErrorCode().toInt(&isCode);
    const int primary = code & 0xff;
    return isCode &&
           (code == shortRead || std::find(others.begin(), others.end(), primary) == others.end());
}

} // namespace

Error failureOf(const QSqlError &error)
{
    return Error{.code = isDamage(error) ? ErrorCode::Corrupt : ErrorCode::Io,
                 .message = error.text().toStdString()};
}

Error failureOf(const QSqlQuery &query)
{
    return failureOf(query.lastError());
}

} // namespace lanyard::sqlite
