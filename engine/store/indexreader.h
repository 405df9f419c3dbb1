// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/cataloguedata.h"
#include "store/folder.h"

#include <QSqlDatabase>

#include <memory>
#include <optional>
#include <vector>

namespace lanyard::store {

/// What a start takes from the index.
struct IndexContents
{
    std::unique_ptr<CatalogueData> catalogue;
    std::vector<qint64> repositoryRows; ///< the row of each RepositoryId
    /// That of the index.json which names all that is here; nullopt: not known.
    std::optional<FileStamp> imageIndex;
};

/// Reads the whole index, on the index thread. Io when the database cannot be read, Corrupt when it
/// is damaged or its rows contradict each other.
Result<IndexContents> readIndex(QSqlDatabase &database);

} // namespace lanyard::store
