// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filepartial.h"

#include "core/limits.h"

#include <QPointer>

#include <utility>

namespace lanyard::store {

/// Tells the listener, if it is there still. Under the mutex it cannot go away meanwhile; what is
/// posted to it then goes with it.
template <typename Change>
void FilePartial::News::tell(Change change)
{
    const std::lock_guard lock(mutex);
    change(*this);
    if (listener == nullptr || isAnnounced)
        return;
    isAnnounced = true;
    // Queued: this is the pool's thread, signals are for the listener's.
    QMetaObject::invokeMethod(listener, &FilePartial::look, Qt::QueuedConnection);
}

FilePartial::FilePartial(DiskPool &pool, BlobStore &blobs, const Digest &digest,
                         BlobStore::Partial partial, OnDurable onDurable)
    : m_digest(digest)
    , m_news(std::make_shared<News>())
    , m_writer(std::make_shared<PartialWriter>(pool, blobs, digest, partial,
                                               eventsFor(digest, m_news, std::move(onDurable))))
    , m_received(partial.bytes)
{
    m_news->listener = this;
}

FilePartial::~FilePartial()
{
    {
        const std::lock_guard lock(m_news->mutex);
        m_news->listener = nullptr;
    }
    m_writer->abandon(PartialWriter::Remains::Keep);
}

Result<void> FilePartial::begin(std::optional<std::int64_t> size)
{
    if (!size || (*size >= m_received && *size <= limits::blobBytesMax)) {
        m_writer->begin(size);
        return {};
    }
    m_isFinished = true;
    m_writer->abandon(PartialWriter::Remains::Discard);
    return failure(ErrorCode::InvalidInput, m_digest.toString() + ": cannot be of " +
                                                std::to_string(*size) + " bytes with " +
                                                std::to_string(m_received) + " here already");
}

void FilePartial::append(QByteArray bytes)
{
    if (m_isFinished || bytes.isEmpty())
        return;
    m_received += bytes.size();
    m_pending += bytes.size();
    m_writer->append(std::move(bytes));
}

std::int64_t FilePartial::pendingBytes() const
{
    return m_pending;
}

void FilePartial::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    m_writer->finish();
}

PartialWriter::Events FilePartial::eventsFor(const Digest &digest,
                                             const std::shared_ptr<News> &news, OnDurable onDurable)
{
    return {
        .written =
            [news](std::int64_t bytes) {
                news->tell([bytes](News &change) { change.writtenBytes += bytes; });
            },
        .verified = [news] { news->tell([](News &change) { change.isVerified = true; }); },
        .committed =
            [news, digest, onDurable = std::move(onDurable)](std::int64_t size) {
                onDurable(digest, size);
                news->tell([](News &change) { change.isCommitted = true; });
            },
        .failed =
            [news](Error error) {
                news->tell([&error](News &change) { change.error = std::move(error); });
            },
    };
}

void FilePartial::look()
{
    std::int64_t writtenBytes = 0;
    bool isVerified = false;
    bool isCommitted = false;
    std::optional<Error> error;
    {
        const std::lock_guard lock(m_news->mutex);
        m_news->isAnnounced = false;
        writtenBytes = std::exchange(m_news->writtenBytes, 0);
        isVerified = std::exchange(m_news->isVerified, false);
        isCommitted = std::exchange(m_news->isCommitted, false);
        error = std::exchange(m_news->error, std::nullopt);
    }
    m_pending -= writtenBytes;
    if (error)
        m_isFinished = true;
    const QPointer<FilePartial> self(this); // whoever hears a signal may delete the sender
    if (writtenBytes > 0)
        Q_EMIT bytesWritten();
    if (self && isVerified)
        Q_EMIT verified();
    if (self && isCommitted)
        Q_EMIT committed();
    if (self && error)
        Q_EMIT failed(*error);
}

} // namespace lanyard::store
