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
/// queue, so that many downloads share it.
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

    PartialWriter(DiskPool &pool, BlobStore &blobs, const Digest &digest,
                  std::optional<std::int64_t> size, BlobStore::Partial partial, Events events);

    const std::shared_ptr<GrowingFile> &file() const { return m_file; }

    void append(QByteArray bytes);
    void finish();
    /// Readers fail now; the file is removed as soon as no task has it. It does not stop a commit:
    /// content that is right and whole is worth keeping.
    void abandon();

private:
    /// What a task takes, at once.
    struct Work
    {
        std::vector<QByteArray> chunks;
        bool isLast = false;
        bool isAbandoned = false;
    };

    void schedule();
    void run();
    Work take();
    Result<void> write(const std::vector<QByteArray> &chunks);
    void publish();
    void commit();
    void fail(Error error);

    DiskPool &m_pool;
    BlobStore &m_blobs;
    const Digest m_digest;
    const std::optional<std::int64_t> m_size;
    const BlobStore::Partial m_partial;
    const std::shared_ptr<GrowingFile> m_file; ///< nullptr: the size is not known
    const Events m_events;

    std::mutex m_mutex;
    // Guarded by m_mutex:
    Work m_waiting;
    bool m_isRunning = false; ///< a task is queued or at work
    bool m_isOver = false;    ///< committed, failed or removed

    // Of the task at work:
    Hasher m_hasher;
    std::int64_t m_written = 0;
};

} // namespace lanyard::store
