// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/growingfile.h"
#include "core/result.h"
#include "store/blobstore.h"
#include "store/diskpool.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace lanyard::store {

/// The part of a PartialBlob that works on the disk pool: writes, hashes, publishes and commits, in
/// order and one task at a time. A task takes all that waits, then goes to the back of the pool's
/// queue, so that many downloads share it. What an earlier download has left is hashed from the
/// disk, a turn at a time.
///
/// Owned by its tasks and by the PartialBlob together, whichever lives longer; the pool and the
/// blob store outlive both. Thread-safe.
class PartialWriter final : public std::enable_shared_from_this<PartialWriter>
{
public:
    /// Called on the pool, in this order: written any number of times, then verified and committed,
    /// or failed at any point.
    struct Events
    {
        std::function<void(std::int64_t bytes)> written; ///< so many more are on disk
        std::function<void()> verified;
        /// The file of `size` bytes is in its place, durably.
        std::function<void(std::int64_t size)> committed;
        std::function<void(Error)> failed;
    };

    /// What becomes of the bytes on disk when nobody goes on.
    enum class Remains { Keep, Discard };

    PartialWriter(DiskPool &pool, BlobStore &blobs, const Digest &digest,
                  const BlobStore::Partial &partial, Events events);

    /// Before anything else but abandon(). With the size there is a file() to follow.
    void begin(std::optional<std::int64_t> size);

    const std::shared_ptr<GrowingFile> &file() const { return m_file; }

    void append(QByteArray bytes);
    void finish();
    /// Readers fail now; the file is given up as soon as no task has it. It does not stop a commit:
    /// content that is right and whole is worth keeping.
    void abandon(Remains remains);

private:
    /// What a task takes, at once.
    struct Work
    {
        std::vector<QByteArray> chunks;
        bool isLast = false;
        std::optional<Remains> abandoned;

        bool isEmpty() const { return chunks.empty() && !isLast && !abandoned; }
    };

    void schedule();
    void run();
    Work take();
    Result<void> write(const std::vector<QByteArray> &chunks);
    Result<void> hashKept();
    void publish();
    void release(Remains remains);
    void commit();
    void fail(Error error);

    DiskPool &m_pool;
    BlobStore &m_blobs;
    const Digest m_digest;
    const BlobStore::Partial m_partial;
    const Events m_events;
    // Set by begin(), before the first task:
    std::optional<std::int64_t> m_size;
    std::shared_ptr<GrowingFile> m_file; ///< nullptr: the size is not known

    std::mutex m_mutex;
    // Guarded by m_mutex:
    Work m_waiting;
    bool m_isRunning = false; ///< a task is queued or at work
    bool m_isOver = false;    ///< committed, failed or removed

    // Of the task at work:
    Hasher m_hasher;
    std::int64_t m_written;
    std::int64_t m_hashed = 0; ///< of these; behind them only while it reads what was kept
};

} // namespace lanyard::store
