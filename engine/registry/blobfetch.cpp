// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/blobfetch.h"

#include "core/limits.h"
#include "core/retire.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

BlobFetch::BlobFetch(upstream::UpstreamClient &client, const AheadStreams &ahead,
                     const Repository &repository, const Digest &digest, const Terms &terms)
    : m_client(client)
    , m_ahead(ahead)
    , m_repository(repository)
    , m_digest(digest)
    , m_terms(terms)
    , m_next(terms.offset)
{
}

BlobFetch::~BlobFetch() = default;

void BlobFetch::start()
{
    RangeFetch::Range first{.begin = m_terms.offset, .end = std::nullopt};
    if (wantsPieces(m_terms.announced))
        first.end = first.begin + limits::blobPieceBytes;
    addPiece(first, nullptr);
}

QByteArray BlobFetch::read(std::int64_t max)
{
    while (!m_pieces.empty()) {
        Piece &first = m_pieces.front();
        QByteArray bytes = first.fetch->read(max);
        if (!bytes.isEmpty() || !first.fetch->isAtEnd())
            return bytes;
        retire(std::move(first.fetch), this);
        m_pieces.pop_front();
        addPieces();
    }
    return {};
}

bool BlobFetch::isAtEnd() const
{
    return m_isBegun && m_pieces.empty();
}

/// Of a size that is not known, the first piece tells it.
bool BlobFetch::wantsPieces(std::optional<std::int64_t> size) const
{
    return m_terms.parallelAbove > 0 && !m_isAlone &&
           (!size || *size - m_terms.offset > m_terms.parallelAbove);
}

/// As many as there may be, beginning where the last one ends.
void BlobFetch::addPieces()
{
    while (m_size && m_next < *m_size &&
           m_pieces.size() < static_cast<std::size_t>(limits::blobStreamsMax)) {
        AheadStreams::Place place;
        if (!m_pieces.empty()) {
            place = wantsPieces(m_size) ? m_ahead.take() : nullptr;
            if (!place)
                return;
        }
        const std::int64_t end =
            wantsPieces(m_size) ? std::min(m_next + limits::blobPieceBytes, *m_size) : *m_size;
        addPiece({.begin = m_next, .end = end}, std::move(place));
    }
}

void BlobFetch::addPiece(const RangeFetch::Range &range, AheadStreams::Place place)
{
    auto fetch = std::make_unique<RangeFetch>(
        m_client, m_repository, m_digest, range,
        place ? upstream::Traffic::Ahead : upstream::Traffic::Content, m_size, m_terms.announced);
    RangeFetch *started = fetch.get();
    connect(started, &RangeFetch::answered, this, [this, started] { onAnswered(*started); });
    connect(started, &RangeFetch::readyRead, this, &BlobFetch::readyRead);
    connect(started, &RangeFetch::finished, this,
            [this, started](const auto &error) { onFinished(*started, error); });
    m_pieces.push_back({.fetch = std::move(fetch), .place = std::move(place)});
    m_next = range.end.value_or(m_next);
    started->start();
}

void BlobFetch::onAnswered(RangeFetch &fetch)
{
    const bool isFirst = !std::exchange(m_isBegun, true);
    if (isFirst)
        m_size = fetch.blobSize();
    const auto behind = std::next(find(fetch));
    if (behind != m_pieces.end() && fetch.end() != behind->fetch->begin()) {
        // It ignores ranges, and sends all that follows too.
        m_isAlone = true;
        dropFrom(behind);
    }
    if (&fetch == m_pieces.back().fetch.get())
        m_next = fetch.end().value_or(m_next);
    addPieces();
    if (isFirst)
        Q_EMIT begun(m_size);
}

void BlobFetch::onFinished(RangeFetch &fetch, const std::optional<Error> &error)
{
    if (!error) {
        const bool isAll = std::all_of(m_pieces.begin(), m_pieces.end(),
                                       [](const Piece &one) { return one.fetch->hasArrived(); });
        if (isAll && (!m_size || m_next >= *m_size))
            Q_EMIT finished(std::nullopt);
        else
            Q_EMIT readyRead(); // what waits behind it is next
        return;
    }
    const auto piece = find(fetch);
    if (piece == m_pieces.begin()) {
        Q_EMIT finished(error);
        return;
    }
    // What fails ahead is asked for again, alone, when it is its turn.
    m_isAlone = true;
    m_next = fetch.begin();
    dropFrom(piece);
}

void BlobFetch::dropFrom(std::deque<Piece>::iterator piece)
{
    for (auto one = piece; one != m_pieces.end(); ++one)
        retire(std::move(one->fetch), this);
    m_pieces.erase(piece, m_pieces.end());
}

std::deque<BlobFetch::Piece>::iterator BlobFetch::find(const RangeFetch &fetch)
{
    return std::find_if(m_pieces.begin(), m_pieces.end(),
                        [&fetch](const Piece &piece) { return piece.fetch.get() == &fetch; });
}

} // namespace lanyard::registry
