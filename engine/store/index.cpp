// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index.h"

#include "core/limits.h"
#include "store/indexschema.h"
#include "store/indexwriter.h"

#include <QSqlError>

#include <pthread.h>
#include <utility>

namespace lanyard::store {

Index::Index(QString path, OnFailure onFailure)
    : m_path(std::move(path))
    , m_onFailure(std::move(onFailure))
{
}

Index::~Index()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::unique_ptr<CatalogueData>> Index::open()
{
    m_thread = std::thread([this] { run(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened; });
    return std::move(m_catalogue);
}

void Index::post(std::vector<IndexChange> changes)
{
    {
        const std::lock_guard lock(m_mutex);
        for (IndexChange &change : changes) {
            // Names are always taken: the changes that come after need them, and they are few.
            if (m_queue.size() < limits::indexQueueMax ||
                std::holds_alternative<RepositoryAdded>(change))
                m_queue.push_back(std::move(change));
            else
                m_overflowed = true;
        }
    }
    m_changed.notify_all();
}

void Index::run()
{
    pthread_setname_np(pthread_self(), "lanyard-index");
    // A connection name of its own for each index of the process.
    const QString connection =
        QStringLiteral("lanyard-index-%1").arg(reinterpret_cast<quintptr>(this));
    {
        Result<IndexContents> contents = openConnection(connection);
        const bool isOpen = contents.has_value();
        {
            const std::lock_guard lock(m_mutex);
            m_opened = true;
            if (isOpen)
                m_catalogue = std::move(contents->catalogue);
            else
                m_catalogue = tl::unexpected(contents.error());
        }
        m_changed.notify_all();
        if (isOpen) {
            IndexWriter writer(QSqlDatabase::database(connection), contents->repositoryRows);
            writeQueue(writer);
        }
    }
    QSqlDatabase::removeDatabase(connection);
}

Result<IndexContents> Index::openConnection(const QString &connection)
{
    const std::string prefix = m_path.toStdString() + ": the index cannot be opened: ";
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    database.setDatabaseName(m_path);
    if (!database.open())
        return failure(ErrorCode::Io, prefix + database.lastError().text().toStdString());
    const Result<void> prepared = indexschema::prepare(database);
    Result<IndexContents> contents =
        prepared ? readIndex(database) : tl::unexpected(prepared.error());
    if (!contents)
        return failure(contents.error().code, prefix + contents.error().message);
    return contents;
}

void Index::writeQueue(IndexWriter &writer)
{
    bool isLast = false;
    while (!isLast) {
        std::vector<IndexChange> batch;
        bool overflowed = false;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_queue.empty() || m_stopping; });
            batch.swap(m_queue);
            overflowed = std::exchange(m_overflowed, false);
            isLast = m_stopping;
        }
        if (overflowed)
            report("queue", "more changes than the disk can take; some are not in the index");
        if (batch.empty())
            continue;
        if (const auto written = writer.write(batch); !written)
            report(written.error().code, written.error().message);
    }
}

void Index::report(const std::string &kind, const std::string &message)
{
    if (m_reported.insert(kind).second)
        m_onFailure(QString::fromStdString(m_path.toStdString() + ": " + message));
}

} // namespace lanyard::store
