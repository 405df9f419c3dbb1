// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QString>

class QSqlQuery;

/// The tables of the index, and every statement on them: SQL is written in indexschema.cpp only.
///
/// Used on the index thread. Errors are Io with the database's reason.
namespace lanyard::store::indexschema {

/// What this program writes. A database of a later version is refused, an earlier one is migrated,
/// one step a version, each in its own transaction.
inline constexpr int version = 1;

/// Sets the connection up and brings the tables to `version`.
Result<void> prepare(QSqlDatabase &database);

Error failureOf(const QSqlQuery &query);

// Reading, each in the order in which the catalogue is filled.

QString selectMediaTypes();   ///< id, name
QString selectRepositories(); ///< id, registry name, name
QString selectContents();     ///< id, digest, size
QString selectLinks();        ///< repository, content, media type, size, is manifest
QString selectTags();         ///< repository, name, content, checked at

// Writing. The placeholders are in the order of the comment.

QString insertRegistry();   ///< name
QString insertRepository(); ///< name, registry name
QString selectRepository(); ///< registry name, name
QString insertMediaType();  ///< name
QString insertContent();    ///< digest
QString storeContent();     ///< digest, size; NULL: not stored
QString insertLink();       ///< repository, media type name, size, is manifest, digest
QString useLink();          ///< used at, repository, digest
QString setTag();           ///< repository, name, checked at, digest
QString removeTag();        ///< repository, name

} // namespace lanyard::store::indexschema
