// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/digest.h"
#include "core/diskpool.h"
#include "core/growingfile.h"
#include "core/result.h"
#include "store/blobstore.h"
#include "store/room.h"
#include "store/slidingwindow.h"

#include <QByteArray>
#include <QObject>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace lanyard::store {

/// The part of a PartialBlob that works on the disk pool: writes, hashes, publishes and commits, in
/// order and one task at a time. A task takes all that waits, then goes to the back of the pool's
/// queue, so that many downloads share it. What an earlier download has left is hashed from the
/// disk, a turn at a time. When the disk takes no more, the rest passes through a SlidingWindow to
/// those who follow the file already: hashed and held back as ever, and not stored.
///
/// Owned by its tasks and by the PartialBlob together, whichever lives longer; what it works with
/// outlives both. Thread-safe.
class PartialWriter final : public std::enable_shared_from_this<PartialWriter>
{
public:
    struct Environment
    {
        DiskPool &pool;
        BlobStore &blobs;
        Room &room;
        const Clock &clock;
    };

    /// Called on the pool, in this order: written any number of times, and passing once at any
    /// point; then verified; then committed, or, after passing or when the disk refuses in the end,
    /// passed. Or failed at any point.
    struct Events
    {
        std::function<void(std::int64_t bytes)> written; ///< so many more need not wait
        /// It will not be stored: why.
        std::function<void(Error)> passing;
        std::function<void()> verified;
        /// The file of `size` bytes is in its place, durably.
        std::function<void(std::int64_t size)> committed;
        std::function<void()> passed;
        std::function<void(Error)> failed;
    };

    /// What becomes of the bytes on disk when nobody goes on.
    enum class Remains { Keep, Discard };

    /// `partial` without a file: the disk did not give one, because of `trouble`.
    PartialWriter(const Environment &environment, const Digest &digest,
                  const BlobStore::Partial &partial, std::optional<Error> trouble, Events events);

    /// Before anything else but abandon(). With the size there is a file() to follow.
    void begin(std::optional<std::int64_t> size);

    const std::shared_ptr<GrowingFile> &file() const { return m_file; }

    void append(QByteArray bytes);
    void finish();
    /// Readers fail now; the file is given up as soon as no task has it. It does not stop a commit:
    /// content that is right and whole is worth keeping.
    void abandon(Remains remains);
    /// Cuts readers that hold up others since limits::slowReaderTimeout.
    void dropSlowReaders();

private:
    /// What a task takes, at once.
    struct Work
    {
        std::vector<QByteArray> chunks;
        bool isLast = false;
        std::optional<Remains> abandoned;

        bool isEmpty() const { return chunks.empty() && !isLast && !abandoned; }
    };

    /// Readers hold it up: since when, and until where they have to come.
    struct Stall
    {
        SteadyTime since;
        std::int64_t offset = 0;
    };

    void schedule();
    void run();
    Work take();
    Result<std::size_t> write(const std::vector<QByteArray> &chunks);
    Result<void> write(const QByteArray &chunk);
    Result<void> writeToDisk(const QByteArray &chunk);
    Result<void> makeRoom(std::int64_t end);
    Result<void> passThrough(const Error &why);
    bool hasRoom(std::int64_t bytes);
    void goOn();
    Result<void> hashKept();
    void publish();
    void release(Remains remains);
    void finishAll();
    void commit();
    void passed();
    void fail(Error error);
    void end();

    const Environment m_environment;
    const Digest m_digest;
    const BlobStore::Partial m_partial;
    const std::optional<Error> m_trouble;
    const Events m_events;
    // Set by begin(), before the first task:
    std::optional<std::int64_t> m_size;
    std::shared_ptr<GrowingFile> m_file; ///< nullptr: the size is not known

    std::mutex m_mutex;
    // Guarded by m_mutex:
    Work m_waiting;
    bool m_isRunning = false; ///< a task is queued or at work
    bool m_isOver = false;    ///< committed, passed, failed or removed
    bool m_mayGoOn = false;   ///< readers have gone on since they were looked at
    std::optional<Stall> m_stall;

    // Of the task at work:
    Hasher m_hasher;
    std::int64_t m_written;
    std::int64_t m_hashed = 0; ///< of these; behind them only while it reads what was kept
    std::deque<Room::Reservation> m_reservations;
    std::int64_t m_reservedEnd = 0;          ///< of the bytes that there is room for
    std::unique_ptr<SlidingWindow> m_window; ///< there is one: the disk gets nothing more
};

} // namespace lanyard::store
