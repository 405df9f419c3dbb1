// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sqlite/connection.h"
#include "store/indexreader.h"
#include "store/indexwriter.h"

#include <QString>

#include <optional>
#include <vector>

namespace lanyard::store {

/// The connection to the database of the index. Lives on the index thread.
class IndexDatabase
{
public:
    explicit IndexDatabase(const QString &path);

    /// Opens or makes the database, and reads it. The error names the file; it is Corrupt when the
    /// database is damaged, and another one in its place would do.
    Result<IndexContents> open();
    /// Reads a database that nobody writes, without writing anything beside it. Any error.
    Result<IndexContents> read();
    /// After open(). All of the changes that `next` gives, until it gives none, or nothing of them.
    tl::expected<void, IndexWriter::Failure> write(const IndexWriter::Source &next);

private:
    const QString m_path;
    sqlite::Connection m_connection;
    std::optional<IndexWriter> m_writer;
};

} // namespace lanyard::store
