// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sqlite/databasefile.h"
#include "store/catalogue.h"
#include "store/indexchange.h"
#include "store/indexdatabase.h"

#include <QString>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace lanyard::store {

/// What the index had when it was opened.
struct OpenedIndex
{
    enum class Origin : std::uint8_t {
        Read,     ///< the database was there
        Made,     ///< there was none
        Replaced, ///< it was damaged, and a new one has its place
        Unread,   ///< it cannot be read now, and not be written
    };

    std::unique_ptr<CatalogueData> catalogue;
    /// That of the index.json which names all that is in the catalogue; nullopt: not known.
    std::optional<FileStamp> imageIndex;
    Origin origin = Origin::Read;
    Message damage; ///< when it was replaced: why, and where the old one is
};

/// The SQLite database behind the catalogue, on a thread of its own that owns the only connection.
/// Changes are queued and written together, one transaction for all that wait. The index is
/// derived: a row that is lost costs a look at the files or a download, so nothing waits for it,
/// and a database that turns out to be damaged is put aside and written anew from the catalogue. It
/// is written anew, too, when changes were lost, as on a full disk, and the disk takes them again.
class Index
{
public:
    /// Called on the index thread.
    using OnFailure = std::function<void(const Message &message)>;

    /// The database is the file `path`. A kind of failure (SQLite's result code, a full queue) is
    /// told once.
    Index(const QString &path, const Clock &clock, OnFailure onFailure);
    /// Writes what is queued; blocks until that is done. A database that is written anew meanwhile
    /// is left as it was after limits::indexFillPatience.
    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    enum class Access : std::uint8_t { ReadWrite, ReadOnly };

    /// Opens or makes the database, and reads it; blocks. Called once, before anything else. A
    /// damaged one is put aside, and a new one is made; one that cannot be written now is read as
    /// far as that goes. The error names the file, which is left as it is. With ReadOnly nothing is
    /// written, now or later.
    Result<OpenedIndex> open(Access access);
    /// Called once, after open(): begins to write what is posted, and, when `isToBeFilled`, before
    /// that all of the catalogue, which outlives the index.
    void begin(const Catalogue &catalogue, bool isToBeFilled);

    /// From any thread. Beyond limits::indexQueueMax, changes are dropped.
    void post(std::vector<IndexChange> changes);
    /// Blocks until everything that was posted before is written, or was refused. Called from
    /// threads that may wait for the disk, after begin().
    void awaitWritten();
    /// If changes were lost, or the database could not be opened: tries again with all of it. From
    /// any thread.
    void catchUp();

private:
    void run(Access access);
    Result<OpenedIndex> openDatabase(Access access);
    OpenedIndex readDatabase();
    Result<IndexContents> makeDatabase();
    Result<std::string> putAside();
    bool awaitBegin();
    void writeQueue();
    void write(std::vector<IndexChange> changes);
    bool replaceDatabase(const Message &damage);
    bool fill();
    void refill();
    bool isOutOfTime();
    void lose(const std::string &kind, const Message &message);

    const QString m_path;
    const Clock &m_clock;
    const OnFailure m_onFailure;
    std::thread m_thread;

    // Index thread only:
    sqlite::DatabaseFile m_file;
    std::unique_ptr<IndexDatabase> m_database; ///< nullptr: given up, or not open now
    bool m_isGivenUp = false;
    std::set<std::string> m_reported;
    int m_replacements = 0;
    bool m_isBehind = false; ///< a change was lost

    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex:
    std::vector<IndexChange> m_queue;
    std::uint64_t m_postsQueued = 0;  ///< calls of post()
    std::uint64_t m_postsWritten = 0; ///< of these
    bool m_overflowed = false;
    bool m_isToCatchUp = false;
    bool m_stopping = false;
    SteadyTime m_fillDeadline; ///< while stopping
    std::optional<Result<OpenedIndex>> m_opened;
    const Catalogue *m_catalogue = nullptr; ///< nullptr: not begun; fixed afterwards
    bool m_isToBeFilled = false;
};

} // namespace lanyard::store
