// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/rangefetch.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

namespace lanyard::registry {

/// How many streams may run ahead, of all blobs together: each keeps up to limits::blobPieceBytes
/// in memory until it is its turn. Engine thread.
class AheadStreams
{
public:
    /// Holds one place.
    using Place = std::shared_ptr<const int>;

    explicit AheadStreams(int max)
        : m_max(max)
    {
    }

    /// nullptr: none is free.
    Place take() const { return m_places.use_count() <= m_max ? m_places : nullptr; }

private:
    const Place m_places = std::make_shared<const int>();
    const int m_max;
};

/// The bytes of a blob from upstream, in order. A large one is asked for in pieces, up to
/// limits::blobStreamsMax at a time on connections of their own: an upstream that limits each
/// connection is that much faster. What arrives ahead waits in memory until it is its turn.
///
/// Engine thread. Deleting it from a slot of its own signals is allowed only by deleteLater().
class BlobFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlobFetch)

public:
    struct Terms
    {
        std::int64_t offset = 0;               ///< of the first byte that is wanted
        std::optional<std::int64_t> announced; ///< how large the blob is, if that is known
        /// A blob with more bytes than this to come is fetched in pieces; 0: none is.
        std::int64_t parallelAbove = 0;
    };

    /// `client` and `ahead` outlive it.
    BlobFetch(upstream::UpstreamClient &client, const AheadStreams &ahead,
              const Repository &repository, const Digest &digest, const Terms &terms);
    ~BlobFetch() override;

    void start();

    /// Up to `max` bytes that have arrived, the next in order; what is not read holds upstream
    /// back.
    QByteArray read(std::int64_t max);
    /// Everything has arrived and was read.
    bool isAtEnd() const;

Q_SIGNALS:
    /// Upstream has the blob, and will send its bytes. `size` is that of the whole; nullopt when
    /// upstream does not say it. At most once, and before any byte.
    void begun(std::optional<std::int64_t> size);
    void readyRead();
    /// The last signal. Everything has arrived, or as those of RangeFetch.
    void finished(const std::optional<lanyard::Error> &error);

private:
    struct Piece
    {
        std::unique_ptr<RangeFetch> fetch;
        AheadStreams::Place place;
    };

    bool wantsPieces(std::optional<std::int64_t> size) const;
    void addPieces();
    void addPiece(const RangeFetch::Range &range, AheadStreams::Place place);
    void onAnswered(RangeFetch &fetch);
    void onFinished(RangeFetch &fetch, const std::optional<Error> &error);
    void dropFrom(std::deque<Piece>::iterator piece);
    std::deque<Piece>::iterator find(const RangeFetch &fetch);

    upstream::UpstreamClient &m_client;
    const AheadStreams &m_ahead;
    const Repository m_repository;
    const Digest m_digest;
    const Terms m_terms;
    std::deque<Piece> m_pieces;         // in order; the first is read
    std::int64_t m_next;                // where the next piece begins
    std::optional<std::int64_t> m_size; // of the whole blob
    bool m_isBegun = false;
    bool m_isAlone = false; // nothing is asked for ahead any more
};

} // namespace lanyard::registry
