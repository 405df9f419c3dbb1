// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/diskpool.h"
#include "store/partialblob.h"
#include "store/partialwriter.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace lanyard::store {

/// The PartialBlob of the store: a file in partial/.
class FilePartial final : public PartialBlob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePartial)

public:
    /// Called on the disk pool when the content is durable, before committed().
    using OnDurable = std::function<void(const Digest &digest, std::int64_t size)>;

    FilePartial(DiskPool &pool, BlobStore &blobs, const Digest &digest, BlobStore::Partial partial,
                OnDurable onDurable);
    ~FilePartial() override;

    const Digest &digest() const override { return m_digest; }

    std::int64_t receivedBytes() const override { return m_received; }

    Result<void> begin(std::optional<std::int64_t> size) override;

    std::shared_ptr<GrowingFile> file() const override { return m_writer->file(); }

    void append(QByteArray bytes) override;
    std::int64_t pendingBytes() const override;

    void finish() override;

private:
    /// What the pool has told and this object has not looked at yet. It outlives this object if
    /// tasks still run; then nobody looks.
    struct News
    {
        std::mutex mutex;
        // Guarded by mutex:
        FilePartial *listener = nullptr; ///< nullptr: gone
        bool isAnnounced = false;        ///< look() is on its way
        std::int64_t writtenBytes = 0;   ///< since the last look
        bool isVerified = false;
        bool isCommitted = false;
        std::optional<Error> error;

        template <typename Change>
        void tell(Change change);
    };

    static PartialWriter::Events eventsFor(const Digest &digest, const std::shared_ptr<News> &news,
                                           OnDurable onDurable);
    void look();

    const Digest m_digest;
    const std::shared_ptr<News> m_news;
    const std::shared_ptr<PartialWriter> m_writer;
    std::int64_t m_received;
    std::int64_t m_pending = 0;
    bool m_isFinished = false; ///< finish() was called, or it has failed
};

} // namespace lanyard::store
