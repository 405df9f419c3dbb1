// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "registry/repository.h"
#include "upstream/upstreamclient.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace lanyard::registry {

/// A part of a blob from upstream as one stream of bytes, although its connection may break: then
/// upstream is asked again for what is missing (`Range`, RFC 9110 §14.2), limits::blobResumesMax
/// times, each time after a longer pause, and no longer than UpstreamTimeouts::brokenBlob without a
/// byte. What upstream sends beyond what was asked, because it knows no ranges, is skipped.
///
/// Engine thread. Deleting it from a slot of its own signals is allowed only by deleteLater().
class RangeFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeFetch)

public:
    using Range = upstream::UpstreamRequest::Range;

    /// `client` outlives it. `blobSize` is known when upstream has begun to send the blob: then a
    /// first request that fails is made again, as in the middle. Else it ends at once: somebody
    /// waits for an answer, which may be an error. `announced` is the size where upstream says
    /// none.
    RangeFetch(upstream::UpstreamClient &client, const Repository &repository, const Digest &digest,
               const Range &range, upstream::Traffic traffic,
               std::optional<std::int64_t> blobSize = std::nullopt,
               std::optional<std::int64_t> announced = std::nullopt);
    ~RangeFetch() override;

    void start();

    std::int64_t begin() const { return m_range.begin; }

    /// nullopt: the end of the blob, wherever that is.
    std::optional<std::int64_t> end() const { return m_range.end; }

    /// Of the whole blob; nullopt when nobody has said it.
    std::optional<std::int64_t> blobSize() const { return m_blobSize; }

    /// Up to `max` bytes that have arrived; what is not read holds upstream back.
    QByteArray read(std::int64_t max);

    /// All bytes are here; they may still have to be read.
    bool hasArrived() const { return m_isFinished; }

    /// All has been read.
    bool isAtEnd() const { return m_isFinished && m_reply->bytesAvailable() == 0; }

Q_SIGNALS:
    /// Upstream answers with content. After another one than the first, end() may be another: where
    /// upstream ignores ranges, that of the blob.
    void answered();
    void readyRead();
    /// The last signal. nullopt: all bytes have arrived; they may still have to be read. Errors as
    /// those of UpstreamReply; BadUpstream too when the bytes cannot be those of one blob.
    void finished(const std::optional<lanyard::Error> &error);

private:
    void send();
    void onHead(const upstream::UpstreamHead &head);
    void onReadyRead();
    /// Whether `head` begins the bytes that are missing; sets what is to be skipped of them.
    bool isUsable(const upstream::UpstreamHead &head);
    void onFinished(const std::optional<Error> &error);
    std::optional<Error> shortfall() const;
    bool canResume(const Error &error) const;
    void onBroken(const Error &error);
    void tryAgain();
    /// Asks for the rest once everything that came of a broken answer has been read.
    void resumeWhenRead();
    void fail(const Error &error);
    void dropReply();

    upstream::UpstreamClient &m_client;
    const std::string m_registry;
    const Digest m_digest;
    upstream::UpstreamRequest m_request;
    Range m_range;
    std::unique_ptr<upstream::UpstreamReply> m_reply;
    QTimer m_pause;              // before the next request
    QTimer m_patience;           // runs while nothing comes, once the stream is broken
    QElapsedTimer m_lastByte;    // when it came, or was read
    std::optional<Error> m_flaw; // of the last answer that broke
    const std::optional<std::int64_t> m_announced;
    std::optional<std::int64_t> m_blobSize;
    std::int64_t m_position;   // in the blob, of the next byte that read() gives
    std::int64_t m_toSkip = 0; // of this answer, before that byte
    bool m_isContinued;        // upstream has begun to send the blob
    bool m_asksRange = true;   // until upstream turns out not to understand it
    bool m_isBroken = false;   // this answer ended too early
    bool m_isFinished = false; // all bytes have arrived
    int m_resumes = 0;
};

} // namespace lanyard::registry
