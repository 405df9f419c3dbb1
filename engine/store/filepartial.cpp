// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filepartial.h"

#include "core/limits.h"

#include <QPointer>

#include <utility>

namespace lanyard::store {

/// Tells the listener, if it is there still. Under the mutex it cannot go away meanwhile; what is
/// posted to it then goes with it.
template <typename Change>
void FilePartial::Mailbox::tell(Change change)
{
    const std::lock_guard lock(mutex);
    change(news);
    if (listener == nullptr || isAnnounced)
        return;
    isAnnounced = true;
    // Queued: this is the pool's thread, signals are for the listener's.
    QMetaObject::invokeMethod(listener, &FilePartial::look, Qt::QueuedConnection);
}

FilePartial::FilePartial(const PartialWriter::Environment &environment, const Digest &digest,
                         const Result<BlobStore::Partial> &partial, OnDurable onDurable)
    : m_digest(digest)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_writer(std::make_shared<PartialWriter>(
          environment, digest, partial.value_or(BlobStore::Partial()),
          partial ? std::nullopt : std::optional(partial.error()),
          eventsFor(digest, m_mailbox, std::move(onDurable))))
    , m_received(partial ? partial->bytes : 0)
{
    m_mailbox->listener = this;
    connect(&m_readerTimer, &QTimer::timeout, this, [this] { m_writer->dropSlowReaders(); });
}

FilePartial::~FilePartial()
{
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->listener = nullptr;
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
    return failure(
        ErrorCode::InvalidInput,
        Message::at(m_digest.toString(),
                    {QT_TRANSLATE_NOOP("engine", "cannot be of %1 bytes with %2 here already"),
                     {std::to_string(*size), std::to_string(m_received)}}));
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
                                             const std::shared_ptr<Mailbox> &mailbox,
                                             OnDurable onDurable)
{
    return {
        .written =
            [mailbox](std::int64_t bytes) {
                mailbox->tell([bytes](News &news) { news.writtenBytes += bytes; });
            },
        .passing =
            [mailbox](Error why) {
                mailbox->tell([&why](News &news) { news.passing = std::move(why); });
            },
        .verified = [mailbox] { mailbox->tell([](News &news) { news.isVerified = true; }); },
        .committed =
            [mailbox, digest, onDurable = std::move(onDurable)](std::int64_t size) {
                onDurable(digest, size);
                mailbox->tell([](News &news) { news.isCommitted = true; });
            },
        .passed = [mailbox] { mailbox->tell([](News &news) { news.isPassed = true; }); },
        .failed =
            [mailbox](Error error) {
                mailbox->tell([&error](News &news) { news.error = std::move(error); });
            },
    };
}

void FilePartial::look()
{
    News news;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->isAnnounced = false;
        std::swap(news, m_mailbox->news);
    }
    m_pending -= news.writtenBytes;
    if (news.error)
        m_isFinished = true;
    if (news.passing)
        m_readerTimer.start(limits::slowReaderCheckInterval);
    const QPointer<FilePartial> self(this); // whoever hears a signal may delete the sender
    if (news.passing)
        Q_EMIT passing(*news.passing);
    if (self && news.writtenBytes > 0)
        Q_EMIT bytesWritten();
    if (self && news.isVerified)
        Q_EMIT verified();
    if (self && news.isCommitted)
        Q_EMIT committed();
    if (self && news.isPassed)
        Q_EMIT passed();
    if (self && news.error)
        Q_EMIT failed(*news.error);
}

} // namespace lanyard::store
