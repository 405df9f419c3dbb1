// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexdatabase.h"

#include "store/indexschema.h"

#include <QSqlDatabase>

namespace lanyard::store {

IndexDatabase::IndexDatabase(const QString &path)
    : m_path(path)
    , m_connection(path)
{
}

Result<IndexContents> IndexDatabase::open()
{
    Result<QSqlDatabase> database = m_connection.open(indexschema::schema());
    Result<IndexContents> contents =
        database ? readIndex(*database) : tl::unexpected(database.error());
    if (!contents)
        return failure(
            contents.error().code,
            Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "the index cannot be opened: %1"),
                                 {contents.error().message}}));
    m_writer.emplace(*database, contents->repositoryRows);
    return contents;
}

Result<IndexContents> IndexDatabase::read()
{
    Result<QSqlDatabase> database = m_connection.openUnchanged(indexschema::schema());
    return database ? readIndex(*database) : tl::unexpected(database.error());
}

tl::expected<void, IndexWriter::Failure> IndexDatabase::write(const IndexWriter::Source &next)
{
    return m_writer->write(next);
}

} // namespace lanyard::store
