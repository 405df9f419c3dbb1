// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/partialwriter.h"

#include "core/limits.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace lanyard::store {

namespace {

constexpr std::int64_t hashChunkBytes = 1024 * 1024;

} // namespace

PartialWriter::PartialWriter(DiskPool &pool, BlobStore &blobs, const Digest &digest,
                             const BlobStore::Partial &partial, Events events)
    : m_pool(pool)
    , m_blobs(blobs)
    , m_digest(digest)
    , m_partial(partial)
    , m_events(std::move(events))
    , m_hasher(digest.algorithm())
    , m_written(partial.bytes)
{
}

void PartialWriter::begin(std::optional<std::int64_t> size)
{
    m_size = size;
    if (size)
        m_file = std::make_shared<GrowingFile>(m_partial.file, *size);
    publish();
    if (m_written == 0)
        return;
    const std::lock_guard lock(m_mutex);
    schedule();
}

void PartialWriter::append(QByteArray bytes)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.chunks.push_back(std::move(bytes));
    schedule();
}

void PartialWriter::finish()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.isLast = true;
    schedule();
}

void PartialWriter::abandon(Remains remains)
{
    if (m_file)
        m_file->fail();
    const std::lock_guard lock(m_mutex);
    if (!m_waiting.abandoned)
        m_waiting.abandoned = remains;
    m_waiting.chunks.clear();
    schedule();
}

void PartialWriter::schedule()
{
    if (m_isRunning || m_isOver)
        return;
    m_isRunning = true;
    m_pool.start([self = shared_from_this()] { self->run(); });
}

void PartialWriter::run()
{
    const Work work = take();
    if (work.abandoned) {
        release(*work.abandoned);
        return;
    }
    Result<void> done = write(work.chunks);
    if (done)
        done = hashKept();
    if (!done) {
        fail(done.error());
        return;
    }
    const bool isHashed = m_hashed == m_written;
    if (work.isLast && isHashed) {
        commit();
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_isRunning = false;
    m_waiting.isLast = m_waiting.isLast || work.isLast;
    if (!m_waiting.isEmpty() || !isHashed)
        schedule();
}

PartialWriter::Work PartialWriter::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, Work());
}

Result<void> PartialWriter::write(const std::vector<QByteArray> &chunks)
{
    const std::int64_t sizeMax = m_size.value_or(limits::blobBytesMax);
    std::int64_t bytes = 0;
    for (const QByteArray &chunk : chunks) {
        if (chunk.size() > sizeMax - m_written)
            return failure(ErrorCode::Corrupt, m_digest.toString() + ": more than " +
                                                   std::to_string(sizeMax) + " bytes");
        if (!writeAll(*m_partial.file, chunk, m_written))
            return failure(ErrorCode::Io, m_digest.toString() + ": cannot write: " +
                                              std::generic_category().message(errno));
        if (m_hashed == m_written) {
            m_hasher.update(chunk);
            m_hashed += chunk.size();
        }
        m_written += chunk.size();
        bytes += chunk.size();
    }
    publish();
    if (bytes > 0)
        m_events.written(bytes);
    return {};
}

/// Catches up with what was written, for one turn.
Result<void> PartialWriter::hashKept()
{
    const std::int64_t end = std::min(m_written, m_hashed + limits::hashTurnBytes);
    if (m_hashed == end)
        return {};
    QByteArray bytes(std::min(end - m_hashed, hashChunkBytes), Qt::Uninitialized);
    while (m_hashed < end) {
        const std::int64_t got =
            readSome(*m_partial.file, bytes.data(),
                     std::min<std::int64_t>(bytes.size(), end - m_hashed), m_hashed);
        if (got <= 0)
            return failure(
                ErrorCode::Io,
                m_digest.toString() + ": cannot read what was kept of it: " +
                    (got < 0 ? std::generic_category().message(errno) : "it is shorter"));
        m_hasher.update(QByteArrayView(bytes).first(got));
        m_hashed += got;
    }
    return {};
}

void PartialWriter::publish()
{
    // A reader that has all bytes takes them for right: the last are for those that are.
    if (m_file)
        m_file->publish(std::min(m_written, *m_size - limits::heldBackBytes));
}

void PartialWriter::commit()
{
    if (m_size && m_written != *m_size) {
        fail({.code = ErrorCode::Corrupt,
              .message = m_digest.toString() + ": " + std::to_string(m_written) + " of " +
                         std::to_string(*m_size) + " bytes"});
        return;
    }
    if (m_hasher.finish() != m_digest) {
        fail({.code = ErrorCode::Corrupt,
              .message = m_digest.toString() + ": the bytes have another digest"});
        return;
    }
    // Readers need not wait for the disk.
    if (m_file)
        m_file->complete();
    m_events.verified();
    const Result<void> moved = m_blobs.commit(m_partial, m_digest);
    if (!moved) {
        fail(moved.error());
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_events.committed(m_written);
}

void PartialWriter::release(Remains remains)
{
    if (remains == Remains::Keep)
        m_blobs.keep(m_partial, m_digest, m_written);
    else
        m_blobs.discard(m_partial);
    const std::lock_guard lock(m_mutex);
    m_isOver = true;
}

void PartialWriter::fail(Error error)
{
    if (m_file)
        m_file->fail();
    m_blobs.discard(m_partial);
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_waiting.chunks.clear();
    }
    m_events.failed(std::move(error));
}

} // namespace lanyard::store
