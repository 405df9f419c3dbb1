// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexdatabase.h"

#include "sqlite/sqlfailure.h"
#include "store/indexschema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <utility>

namespace lanyard::store {

IndexDatabase::IndexDatabase(QString path)
    : m_path(std::move(path))
    // A name of its own for each connection of the process.
    , m_connection(QStringLiteral("lanyard-index-%1").arg(reinterpret_cast<quintptr>(this)))
{
}

IndexDatabase::~IndexDatabase()
{
    m_writer.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<IndexContents> IndexDatabase::open()
{
    const std::string prefix = m_path.toStdString() + ": the index cannot be opened: ";
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_path);
    if (!database.open()) {
        const Error error = sqlite::failureOf(database.lastError());
        return failure(error.code, prefix + error.message);
    }
    const Result<void> prepared = sqlite::prepare(database, indexschema::schema());
    Result<IndexContents> contents =
        prepared ? readIndex(database) : tl::unexpected(prepared.error());
    if (!contents)
        return failure(contents.error().code, prefix + contents.error().message);
    m_writer.emplace(database, contents->repositoryRows);
    return contents;
}

Result<IndexContents> IndexDatabase::read()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    // Immutable: SQLite looks for no log and takes no lock, for which it would make files.
    QUrl url = QUrl::fromLocalFile(m_path);
    url.setQuery(QStringLiteral("immutable=1"));
    database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    if (!database.open())
        return tl::unexpected(sqlite::failureOf(database.lastError()));
    const Result<void> known = sqlite::checkVersion(database, indexschema::schema());
    return known ? readIndex(database) : tl::unexpected(known.error());
}

tl::expected<void, IndexWriter::Failure> IndexDatabase::write(const IndexWriter::Source &next)
{
    return m_writer->write(next);
}

} // namespace lanyard::store
