// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

class QSqlError;
class QSqlQuery;

namespace lanyard::sqlite {

/// What SQLite says, with its reason: Corrupt when the database is damaged, and another one in its
/// place would do. Else Io. Pure.
Error failureOf(const QSqlError &error);
/// Of its last error.
Error failureOf(const QSqlQuery &query);

} // namespace lanyard::sqlite
