// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/connection.h"

#include "core/filedescriptor.h"
#include "sqlite/sqlfailure.h"

#include <QFile>
#include <QSqlError>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace lanyard::sqlite {

namespace {

/// A name of its own for each connection of the process.
QString nameOf(const Connection *connection)
{
    return QStringLiteral("lanyard-%1").arg(reinterpret_cast<quintptr>(connection));
}

/// SQLite makes its files as the umask lets it, and those beside the database as that is.
void makePrivate(const QString &path)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(),
                                     O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
}

} // namespace

Connection::Connection(QString path)
    : m_path(std::move(path))
    , m_name(nameOf(this))
{
}

Connection::~Connection()
{
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlDatabase> Connection::open(const Schema &schema)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_path);
    makePrivate(m_path);
    if (!database.open())
        return tl::unexpected(failureOf(database.lastError()));
    return prepare(database, schema).map([&database] { return database; });
}

Result<QSqlDatabase> Connection::openUnchanged(const Schema &schema)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    // Immutable: SQLite looks for no log and takes no lock, for which it would make files.
    QUrl url = QUrl::fromLocalFile(m_path);
    url.setQuery(QStringLiteral("immutable=1"));
    database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    if (!database.open())
        return tl::unexpected(failureOf(database.lastError()));
    return checkVersion(database, schema).map([&database] { return database; });
}

} // namespace lanyard::sqlite
