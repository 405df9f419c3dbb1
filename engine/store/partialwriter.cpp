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

PartialWriter::PartialWriter(const Environment &environment, const Digest &digest,
                             const BlobStore::Partial &partial, std::optional<Error> trouble,
                             Events events)
    : m_environment(environment)
    , m_digest(digest)
    , m_partial(partial)
    , m_trouble(std::move(trouble))
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
    m_environment.pool.start([self = shared_from_this()] { self->run(); });
}

void PartialWriter::dropSlowReaders()
{
    std::optional<Stall> stall;
    {
        const std::lock_guard lock(m_mutex);
        stall = m_stall;
    }
    if (stall && m_environment.clock.steadyNow() - stall->since >= limits::slowReaderTimeout)
        m_file->dropBehind(stall->offset);
}

void PartialWriter::run()
{
    Work work = take();
    if (work.abandoned) {
        release(*work.abandoned);
        return;
    }
    const Result<std::size_t> written = write(work.chunks);
    const Result<void> hashed = written ? hashKept() : tl::unexpected(written.error());
    if (!hashed) {
        fail(hashed.error());
        return;
    }
    const bool isHeldUp = *written < work.chunks.size();
    const bool isHashed = m_hashed == m_written;
    if (work.isLast && isHashed && !isHeldUp) {
        finishAll();
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_isRunning = false;
    m_waiting.isLast = m_waiting.isLast || work.isLast;
    const bool isAbandoned = m_waiting.abandoned.has_value();
    if (!isAbandoned)
        m_waiting.chunks.insert(m_waiting.chunks.begin(),
                                work.chunks.begin() + static_cast<std::ptrdiff_t>(*written),
                                work.chunks.end());
    if (isAbandoned || m_mayGoOn || !isHashed || (!isHeldUp && !m_waiting.isEmpty()))
        schedule();
}

PartialWriter::Work PartialWriter::take()
{
    const std::lock_guard lock(m_mutex);
    m_mayGoOn = false;
    return std::exchange(m_waiting, Work());
}

/// As many of them as there is room for; returns how many those are.
Result<std::size_t> PartialWriter::write(const std::vector<QByteArray> &chunks)
{
    const std::int64_t sizeMax = m_size.value_or(limits::blobBytesMax);
    std::int64_t bytes = 0;
    std::size_t count = 0;
    for (const QByteArray &chunk : chunks) {
        if (chunk.size() > sizeMax - m_written)
            return failure(
                ErrorCode::Corrupt,
                Message::at(m_digest.toString(), {QT_TRANSLATE_NOOP("engine", "more than %1 bytes"),
                                                  {std::to_string(sizeMax)}}));
        if (!hasRoom(chunk.size()))
            break;
        if (const Result<void> written = write(chunk); !written)
            return tl::unexpected(written.error());
        if (m_hashed == m_written) {
            m_hasher.update(chunk);
            m_hashed += chunk.size();
        }
        m_written += chunk.size();
        bytes += chunk.size();
        ++count;
        if (m_window)
            publish(); // what readers take makes room for the next
    }
    publish();
    if (bytes > 0)
        m_events.written(bytes);
    return count;
}

/// To the disk; once that takes no more, to those who follow the file.
Result<void> PartialWriter::write(const QByteArray &chunk)
{
    if (!m_window) {
        const Result<void> written = writeToDisk(chunk);
        if (written || !m_file)
            return written;
        if (const Result<void> passing = passThrough(written.error()); !passing)
            return passing;
    }
    return m_window->write(chunk, m_written);
}

Result<void> PartialWriter::writeToDisk(const QByteArray &chunk)
{
    if (m_trouble) {
        m_environment.room.noteRefusal(m_size.value_or(chunk.size()), *m_trouble);
        return tl::unexpected(*m_trouble);
    }
    if (const Result<void> room = makeRoom(m_written + chunk.size()); !room)
        return room;
    if (writeAll(*m_partial.file, chunk, m_written))
        return {};
    Error refusal{.code = systemErrorCode(),
                  .message = Message::at(m_digest.toString(),
                                         {QT_TRANSLATE_NOOP("engine", "cannot write: %1"),
                                          {std::generic_category().message(errno)}})};
    m_environment.room.noteRefusal(m_size.value_or(chunk.size()), refusal);
    return tl::unexpected(std::move(refusal));
}

/// For all of the blob at once, when its size is known: a disk that is full says so before anything
/// was written.
Result<void> PartialWriter::makeRoom(std::int64_t end)
{
    if (end <= m_reservedEnd)
        return {};
    const std::int64_t begin = m_reservedEnd;
    const std::int64_t to = m_size.value_or(std::max(end, begin + limits::unsizedReserveBytes));
    Result<Room::Reservation> reserved =
        m_environment.room.reserve(to - begin, std::max<std::int64_t>(m_written - begin, 0));
    if (!reserved)
        return failure(reserved.error().code,
                       Message::at(m_digest.toString(), reserved.error().message));
    const Result<bool> allocated = allocate(*m_partial.file, m_written, to - m_written);
    if (!allocated) {
        m_environment.room.noteRefusal(to - begin, allocated.error());
        return failure(ErrorCode::NoRoom,
                       Message::at(m_digest.toString(), allocated.error().message));
    }
    if (*allocated)
        reserved->setAllocated();
    m_reservations.push_back(std::move(*reserved));
    m_reservedEnd = to;
    return {};
}

Result<void> PartialWriter::passThrough(const Error &why)
{
    // What goes into the window cannot be read again, as what was kept can.
    while (m_hashed < m_written) {
        if (const Result<void> hashed = hashKept(); !hashed)
            return hashed;
    }
    auto window = SlidingWindow::open(m_file, m_written);
    if (!window)
        return tl::unexpected(window.error());
    m_window = std::move(*window);
    // Who follows the file has it open; the room is for others.
    m_environment.blobs.discard(m_partial);
    m_reservations.clear();
    m_events.passing(why);
    return {};
}

/// Whether so many bytes can be taken now. If not, goOn() comes when they can.
bool PartialWriter::hasRoom(std::int64_t bytes)
{
    if (!m_window)
        return true;
    const bool isThere = m_window->hasRoom(m_written, bytes, [self = weak_from_this()] {
        if (const auto writer = self.lock())
            writer->goOn();
    });
    const std::int64_t needed = SlidingWindow::neededFor(m_written, bytes);
    const std::lock_guard lock(m_mutex);
    if (isThere)
        m_stall.reset();
    else if (!m_stall || m_stall->offset != needed)
        m_stall = Stall{.since = m_environment.clock.steadyNow(), .offset = needed};
    return isThere;
}

/// Any thread.
void PartialWriter::goOn()
{
    const std::lock_guard lock(m_mutex);
    m_mayGoOn = true;
    schedule();
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
                Message::at(m_digest.toString(),
                            {QT_TRANSLATE_NOOP("engine", "cannot read what was kept of it: %1"),
                             {got < 0 ? Message(std::generic_category().message(errno))
                                      : Message(QT_TRANSLATE_NOOP("engine", "it is shorter"))}}));
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

/// All bytes are here.
void PartialWriter::finishAll()
{
    if (m_size && m_written != *m_size) {
        fail({.code = ErrorCode::Corrupt,
              .message = Message::at(m_digest.toString(),
                                     {QT_TRANSLATE_NOOP("engine", "%1 of %2 bytes"),
                                      {std::to_string(m_written), std::to_string(*m_size)}})});
        return;
    }
    if (m_hasher.finish() != m_digest) {
        fail(
            {.code = ErrorCode::Corrupt,
             .message = Message::at(m_digest.toString(),
                                    QT_TRANSLATE_NOOP("engine", "the bytes have another digest"))});
        return;
    }
    // Readers need not wait for the disk.
    if (m_file)
        m_file->complete();
    m_events.verified();
    if (m_window)
        passed();
    else
        commit();
}

/// Readers get all of it, and it is not kept.
void PartialWriter::passed()
{
    end();
    m_events.passed();
}

void PartialWriter::commit()
{
    const Result<void> moved =
        m_trouble ? tl::unexpected(*m_trouble) : m_environment.blobs.commit(m_partial, m_digest);
    if (!moved) {
        m_environment.room.noteRefusal(m_written, moved.error());
        if (!m_file) {
            fail(moved.error());
            return;
        }
        // Its readers have it open, and go on.
        m_environment.blobs.discard(m_partial);
        m_reservations.clear();
        passed();
        return;
    }
    end();
    m_events.committed(m_written);
    m_reservations.clear(); // it counts as content now
    m_environment.room.noteSuccess(m_written);
}

void PartialWriter::release(Remains remains)
{
    if (remains == Remains::Keep && !m_window && !m_trouble)
        m_environment.blobs.keep(m_partial, m_digest, m_written);
    else
        m_environment.blobs.discard(m_partial);
    m_reservations.clear();
    end();
}

void PartialWriter::fail(Error error)
{
    if (m_file)
        m_file->fail();
    m_environment.blobs.discard(m_partial);
    m_reservations.clear();
    end();
    m_events.failed(std::move(error));
}

void PartialWriter::end()
{
    const std::lock_guard lock(m_mutex);
    m_isOver = true;
    m_waiting.chunks.clear();
    m_stall.reset();
}

} // namespace lanyard::store
