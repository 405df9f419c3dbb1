// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/catalogue.h"
#include "store/indexchange.h"
#include "store/indexreader.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace lanyard::store {

class IndexWriter;

/// The SQLite database behind the catalogue, on a thread of its own that owns the only connection.
/// Changes are queued and written together, one transaction for all that wait. The index is
/// derived: a row that is lost costs a download, so nothing waits for it.
class Index
{
public:
    /// Called on the index thread.
    using OnFailure = std::function<void(const QString &message)>;

    /// The database is the file `path`. A kind of failure (SQLite's result code, a full queue) is
    /// told once.
    Index(QString path, OnFailure onFailure);
    /// Writes what is queued; blocks until that is done.
    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    /// Opens or makes the database, and reads it; blocks. Called once, before anything else. The
    /// error names the file; the file is left as it is.
    Result<std::unique_ptr<CatalogueData>> open();

    /// From any thread. Beyond limits::indexQueueMax, changes are dropped.
    void post(std::vector<IndexChange> changes);

private:
    void run();
    Result<IndexContents> openConnection(const QString &connection);
    void writeQueue(IndexWriter &writer);
    void report(const std::string &kind, const std::string &message);

    const QString m_path;
    const OnFailure m_onFailure;
    std::thread m_thread;
    std::set<std::string> m_reported; ///< index thread only

    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex:
    std::vector<IndexChange> m_queue;
    bool m_overflowed = false;
    bool m_stopping = false;
    bool m_opened = false;
    Result<std::unique_ptr<CatalogueData>> m_catalogue;
};

} // namespace lanyard::store
