// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/schema.h"

#include <QString>
#include <QStringList>

/// The tables of the index, and every statement on them: SQL is written in indexschema.cpp only.
namespace lanyard::store::indexschema {

/// What this program writes. A database of a later version is refused, an earlier one is migrated.
sqlite::Schema schema();

// Reading, each in the order in which the catalogue is filled.

QString selectMediaTypes();   ///< id, name
QString selectRepositories(); ///< id, registry name, name, visibility, since
QString selectContents();     ///< id, digest, size
QString selectLinks();        ///< repository, content, media type, size, is manifest
QString selectTags();         ///< repository, name, content, checked at
QString selectChildren();     ///< parent, child; those of a parent one after the other
QString selectPins();         ///< repository, name, digest seen upstream or NULL, seen at
QString selectImageIndex();   ///< size, modified at; no row: not known

// Writing. The placeholders are in the order of the comment.

QString insertRegistry();   ///< name
QString insertRepository(); ///< name, registry name
QString selectRepository(); ///< registry name, name
QString setAccess();        ///< visibility, since, repository
QString insertMediaType();  ///< name
QString insertContent();    ///< digest
QString storeContent();     ///< digest, size; NULL: not stored
QString insertLink();       ///< repository, media type name, size, is manifest, digest
QString removeChildren();   ///< digest of the parent
QString insertChild();      ///< digest of the parent, of the child; both have a row
QString useLink();          ///< used at, repository, digest
QString setTag();           ///< repository, name, checked at, digest
QString removeTag();        ///< repository, name
QString insertPin();        ///< repository, name
QString removePin();        ///< repository, name
QString setSeen();          ///< digest, seen at, repository, name
QString removeLink();       ///< repository, digest
QStringList removeAll();    ///< rows of all tables, without placeholders
QString setImageIndex();    ///< size, modified at

} // namespace lanyard::store::indexschema
