// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index.h"

#include "core/limits.h"
#include "store/cataloguedata.h"
#include "store/catalogueexport.h"

#include <QFile>

#include <algorithm>
#include <pthread.h>
#include <span>
#include <utility>

namespace lanyard::store {

namespace {

const std::string queueKind = "queue";

/// Gives all at once.
IndexWriter::Source sourceOf(std::span<const IndexChange> changes)
{
    return [changes]() mutable {
        return std::exchange(changes, {});
    };
}

} // namespace

Index::Index(const QString &path, const Clock &clock, OnFailure onFailure)
    : m_path(path)
    , m_clock(clock)
    , m_onFailure(std::move(onFailure))
    , m_file(QFile::encodeName(path).toStdString())
{
}

Index::~Index()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_fillDeadline = m_clock.steadyNow() + limits::indexFillPatience;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<OpenedIndex> Index::open(Access access)
{
    m_thread = std::thread([this, access] { run(access); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened.has_value(); });
    return std::move(*m_opened);
}

void Index::begin(const Catalogue &catalogue, bool isToBeFilled)
{
    {
        const std::lock_guard lock(m_mutex);
        m_catalogue = &catalogue;
        m_isToBeFilled = isToBeFilled;
    }
    m_changed.notify_all();
}

void Index::post(std::vector<IndexChange> changes)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_postsQueued;
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

void Index::awaitWritten()
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t last = m_postsQueued;
    m_changed.wait(lock, [&] { return m_postsWritten >= last || m_stopping; });
}

void Index::catchUp()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isToCatchUp = true;
    }
    m_changed.notify_all();
}

void Index::run(Access access)
{
    pthread_setname_np(pthread_self(), "lanyard-index");
    Result<OpenedIndex> opened = openDatabase(access);
    const bool isOpen = opened.has_value();
    {
        const std::lock_guard lock(m_mutex);
        m_opened = std::move(opened);
    }
    m_changed.notify_all();
    if (isOpen && awaitBegin())
        writeQueue();
    m_database.reset(); // a connection ends on its thread
}

Result<OpenedIndex> Index::openDatabase(Access access)
{
    if (access == Access::ReadOnly) {
        m_isGivenUp = true;
        return readDatabase();
    }
    OpenedIndex opened;
    Result<IndexContents> contents = failure(ErrorCode::Corrupt, {});
    if (m_file.hasLeftovers()) {
        contents =
            failure(ErrorCode::Corrupt,
                    Message::at(m_path, QT_TRANSLATE_NOOP("engine", "only its log is there")));
    } else if (m_file.isNoFile()) {
        contents = failure(ErrorCode::Corrupt,
                           Message::at(m_path, QT_TRANSLATE_NOOP("engine", "it is not a file")));
    } else {
        if (m_file.isMissing())
            opened.origin = OpenedIndex::Origin::Made;
        contents = makeDatabase();
    }
    if (!contents && contents.error().code == ErrorCode::Corrupt) {
        opened.origin = OpenedIndex::Origin::Replaced;
        const Message damage = contents.error().message;
        const Result<std::string> aside = putAside();
        if (!aside)
            return tl::unexpected(aside.error());
        opened.damage = Message::both(
            damage, {QT_TRANSLATE_NOOP("engine", "it was put aside as %1"), {*aside}});
        contents = makeDatabase();
    }
    if (!contents && contents.error().code == ErrorCode::Io) {
        m_database.reset();
        lose("open", contents.error().message);
        return readDatabase();
    }
    if (!contents)
        return tl::unexpected(contents.error());
    opened.catalogue = std::move(contents->catalogue);
    opened.imageIndex = contents->imageIndex;
    return opened;
}

/// As far as it can be read without writing anything; the files tell the rest.
OpenedIndex Index::readDatabase()
{
    OpenedIndex opened;
    // What is in a log only cannot be had.
    if (m_file.isClosed()) {
        IndexDatabase database(m_path);
        if (Result<IndexContents> contents = database.read()) {
            opened.catalogue = std::move(contents->catalogue);
            opened.imageIndex = contents->imageIndex;
            return opened;
        }
    }
    opened.origin = OpenedIndex::Origin::Unread;
    opened.catalogue = std::make_unique<CatalogueData>();
    return opened;
}

/// Or opens what is there.
Result<IndexContents> Index::makeDatabase()
{
    m_database = std::make_unique<IndexDatabase>(m_path);
    Result<IndexContents> contents = m_database->open();
    m_file.remember();
    return contents;
}

Result<std::string> Index::putAside()
{
    m_database.reset(); // SQLite finishes what it can, and lets go of the files
    return m_file.putAside(m_clock.wallNow());
}

/// False when the end comes first.
bool Index::awaitBegin()
{
    bool isToBeFilled = false;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_catalogue != nullptr || m_stopping; });
        if (m_catalogue == nullptr)
            return false;
        isToBeFilled = m_isToBeFilled;
    }
    if (isToBeFilled)
        fill();
    return true;
}

void Index::writeQueue()
{
    bool isLast = false;
    while (!isLast) {
        std::vector<IndexChange> batch;
        bool overflowed = false;
        bool isToCatchUp = false;
        std::uint64_t posts = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock,
                           [this] { return !m_queue.empty() || m_isToCatchUp || m_stopping; });
            batch.swap(m_queue);
            posts = m_postsQueued;
            overflowed = std::exchange(m_overflowed, false);
            isToCatchUp = std::exchange(m_isToCatchUp, false);
            isLast = m_stopping;
        }
        if (overflowed)
            lose(queueKind,
                 QT_TRANSLATE_NOOP(
                     "engine", "more changes than the disk can take; some are not in the index"));
        if (!batch.empty())
            write(std::move(batch));
        {
            const std::lock_guard lock(m_mutex);
            m_postsWritten = posts;
        }
        m_changed.notify_all();
        if (isToCatchUp && m_isBehind && !m_isGivenUp && !isOutOfTime())
            refill();
    }
}

void Index::write(std::vector<IndexChange> changes)
{
    // A database that lacks something must not say that it has all of index.json: the next start
    // compares them.
    if (m_isBehind)
        std::erase_if(changes, [](const IndexChange &change) {
            return std::holds_alternative<ImageIndexWritten>(change);
        });
    if (!m_database)
        return;
    if (!m_file.isSame() &&
        !replaceDatabase(QT_TRANSLATE_NOOP("engine", "another file, or none, is in its place")))
        return;
    auto written = m_database->write(sourceOf(changes));
    if (!written && written.error().error.code == ErrorCode::Corrupt) {
        // The catalogue may not have these changes yet: they are posted before they are made.
        if (!replaceDatabase(written.error().error.message))
            return;
        written = m_database->write(sourceOf(changes));
    }
    if (!written)
        lose(written.error().kind, written.error().error.message);
}

/// Puts the database aside and writes a new one; without success there is none from then on.
bool Index::replaceDatabase(const Message &damage)
{
    if (++m_replacements > limits::indexReplacementsMax) {
        m_isGivenUp = true;
        m_database.reset();
        lose("replacements",
             {QT_TRANSLATE_NOOP("engine", "it was damaged again (%1); it is written no more"),
              {damage}});
        return false;
    }
    const Result<std::string> aside = putAside();
    const Result<IndexContents> made =
        aside ? makeDatabase() : Result<IndexContents>(tl::unexpected(aside.error()));
    if (!made) {
        m_database.reset();
        lose("replacement", made.error().message);
        return false;
    }
    m_onFailure(Message::at(
        m_path,
        {QT_TRANSLATE_NOOP("engine",
                           "the index was damaged: %1; it was put aside as %2 and written anew"),
         {damage, *aside}}));
    fill();
    return m_database != nullptr;
}

/// All of it: what a failed write has left out is in the catalogue.
void Index::refill()
{
    if (!m_database && !makeDatabase()) {
        m_database.reset();
        return;
    }
    if (fill())
        m_onFailure(
            Message::at(m_path, QT_TRANSLATE_NOOP("engine", "the index is complete again")));
}

bool Index::fill()
{
    if (!m_database)
        return false;
    CatalogueExport all(*m_catalogue);
    std::vector<IndexChange> piece;
    const auto written = m_database->write([&]() -> std::optional<std::span<const IndexChange>> {
        if (isOutOfTime())
            return std::nullopt;
        piece = all.next();
        return piece;
    });
    if (!written && isOutOfTime()) {
        // What comes in the queue belongs to what is not there.
        m_isBehind = true;
        m_database.reset();
        return false;
    }
    if (!written) {
        lose(written.error().kind, written.error().error.message);
        return false;
    }
    m_isBehind = false;
    m_reported.clear();
    return true;
}

/// At the end, filling is worth a moment: the next start does it again.
bool Index::isOutOfTime()
{
    const SteadyTime now = m_clock.steadyNow();
    const std::lock_guard lock(m_mutex);
    return m_stopping && now >= m_fillDeadline;
}

/// Changes are not in the database: the next start finds what they were.
void Index::lose(const std::string &kind, const Message &message)
{
    m_isBehind = true;
    if (m_reported.insert(kind).second)
        m_onFailure(Message::at(m_path, message));
}

} // namespace lanyard::store
