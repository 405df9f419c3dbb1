// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diskpool.h"
#include "store/partialblob.h"
#include "store/partialwriter.h"

#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace lanyard::store {

/// The PartialBlob of the store: a file in partial/, if the disk gives one.
class FilePartial final : public PartialBlob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePartial)

public:
    /// Called on the disk pool when the content is durable, before committed().
    using OnDurable = std::function<void(const Digest &digest, std::int64_t size)>;

    /// `partial` as for PartialWriter.
    FilePartial(const PartialWriter::Environment &environment, const Digest &digest,
                const Result<BlobStore::Partial> &partial, OnDurable onDurable);
    ~FilePartial() override;

    const Digest &digest() const override { return m_digest; }

    std::int64_t receivedBytes() const override { return m_received; }

    Result<void> begin(std::optional<std::int64_t> size) override;

    std::shared_ptr<GrowingFile> file() const override { return m_writer->file(); }

    void append(QByteArray bytes) override;
    std::int64_t pendingBytes() const override;

    void finish() override;

private:
    /// What the pool has told and this object has not looked at yet.
    struct News
    {
        std::int64_t writtenBytes = 0;
        std::optional<Error> passing;
        bool isVerified = false;
        bool isCommitted = false;
        bool isPassed = false;
        std::optional<Error> error;
    };

    /// Where the pool leaves it. It outlives this object if tasks still run; then nobody looks.
    struct Mailbox
    {
        std::mutex mutex;
        // Guarded by mutex:
        FilePartial *listener = nullptr; ///< nullptr: gone
        bool isAnnounced = false;        ///< look() is on its way
        News news;                       ///< since the last look

        template <typename Change>
        void tell(Change change);
    };

    static PartialWriter::Events
    eventsFor(const Digest &digest, const std::shared_ptr<Mailbox> &mailbox, OnDurable onDurable);
    void look();

    const Digest m_digest;
    const std::shared_ptr<Mailbox> m_mailbox;
    const std::shared_ptr<PartialWriter> m_writer;
    std::int64_t m_received;
    std::int64_t m_pending = 0;
    bool m_isFinished = false; ///< finish() was called, or it has failed
    QTimer m_readerTimer;      ///< while it passes
};

} // namespace lanyard::store
