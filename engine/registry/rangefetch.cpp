// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/rangefetch.h"

#include "core/limits.h"
#include "core/retire.h"
#include "http/byterange.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr int rangeNotSatisfiable = 416;

/// Whether the same request may well succeed a little later.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut ||
           error.code == ErrorCode::Offline || error.code == ErrorCode::BadUpstream;
}

/// A quarter of a second, one second, four: together longer than a server that is back is not
/// noticed.
std::chrono::milliseconds pauseBefore(int resume, std::chrono::milliseconds first)
{
    return first * (1 << (2 * (resume - 1)));
}

} // namespace

RangeFetch::RangeFetch(upstream::UpstreamClient &client, const Repository &repository,
                       const Digest &digest, const Range &range, upstream::Traffic traffic,
                       std::optional<std::int64_t> blobSize,
                       std::optional<std::int64_t> announced)
    : m_client(client)
    , m_registry(repository.registry)
    , m_digest(digest)
    , m_request{
          .upstream = repository.upstream,
          .method = upstream::UpstreamRequest::Method::Get,
          .repository = repository.name,
          .path = repository.path("blobs/" + digest.toString()),
          .accept = "*/*",
          .range = std::nullopt,
          .traffic = traffic,
      }
    , m_range(range)
    , m_announced(announced)
    , m_blobSize(blobSize)
    , m_position(range.begin)
    , m_isContinued(blobSize.has_value())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RangeFetch::send);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(*m_flaw); });
}

RangeFetch::~RangeFetch() = default;

void RangeFetch::start()
{
    m_lastByte.start();
    send();
}

void RangeFetch::send()
{
    dropReply();
    m_isBroken = false;
    m_toSkip = 0;
    const bool isPart = m_position > 0 || m_range.end;
    m_request.range = isPart && m_asksRange
                          ? std::optional(Range{.begin = m_position, .end = m_range.end})
                          : std::nullopt;
    m_reply = m_client.send(m_request);
    connect(m_reply.get(), &upstream::UpstreamReply::headReceived, this, &RangeFetch::onHead);
    connect(m_reply.get(), &upstream::UpstreamReply::readyRead, this, &RangeFetch::onReadyRead);
    connect(m_reply.get(), &upstream::UpstreamReply::finished, this, &RangeFetch::onFinished);
}

void RangeFetch::onHead(const upstream::UpstreamHead &head)
{
    if (isUsable(head)) {
        m_isContinued = true;
        Q_EMIT answered();
        return;
    }
    // Whoever answers a range with something else may still have the whole.
    const bool askedRange = std::exchange(m_asksRange, false) && m_request.range;
    dropReply();
    const Error error{
        .code = ErrorCode::BadUpstream,
        .message = {QT_TRANSLATE_NOOP("engine",
                                      "%1 sends something else than the missing part of %2"),
                    {m_registry, m_digest.toString()}},
        .upstreamStatus = head.status};
    if (askedRange && m_resumes < limits::blobResumesMax) {
        m_flaw = error;
        tryAgain();
    } else {
        fail(error);
    }
}

void RangeFetch::onReadyRead()
{
    m_lastByte.restart();
    m_patience.stop();
    Q_EMIT readyRead();
}

bool RangeFetch::isUsable(const upstream::UpstreamHead &head)
{
    std::optional<std::int64_t> blobSize = head.contentLength;
    if (head.status == 206) {
        const auto content = http::parseContentRange(head.contentRange);
        const bool isHere = content && content->range.offset == m_position;
        const std::int64_t end = isHere ? content->range.offset + content->range.length : 0;
        if (!isHere || (m_range.end && end > *m_range.end))
            return false;
        blobSize = content->size;
    }
    if (m_blobSize && blobSize && *blobSize != *m_blobSize)
        return false;
    if (blobSize)
        m_blobSize = blobSize;
    else if (!m_blobSize)
        m_blobSize = m_announced; // else an answer that ends too early would pass for whole
    if (head.status == 206) {
        if (m_blobSize)
            m_range.end = std::min(m_range.end.value_or(*m_blobSize), *m_blobSize);
    } else {
        m_toSkip = m_position;
        m_range.end = m_blobSize;
    }
    return true;
}

QByteArray RangeFetch::read(std::int64_t max)
{
    if (!m_reply)
        return {};
    while (m_toSkip > 0) {
        const qsizetype skipped =
            m_reply->read(std::min(m_toSkip, limits::upstreamReadBufferBytes)).size();
        if (skipped == 0)
            break;
        m_toSkip -= skipped;
    }
    QByteArray bytes = m_toSkip == 0 ? m_reply->read(max) : QByteArray();
    m_position += bytes.size();
    if (!bytes.isEmpty())
        m_lastByte.restart();
    resumeWhenRead();
    return bytes;
}

void RangeFetch::onFinished(const std::optional<Error> &error)
{
    const std::optional<Error> problem = error ? error : shortfall();
    if (problem) {
        onBroken(*problem);
        return;
    }
    m_isFinished = true;
    Q_EMIT finished(std::nullopt);
}

/// An answer may be whole in itself and yet less than what was asked (RFC 9110 §15.3.7).
std::optional<Error> RangeFetch::shortfall() const
{
    const std::int64_t end = m_position - m_toSkip + m_reply->bytesAvailable();
    if (!m_range.end || end >= *m_range.end)
        return std::nullopt;
    //: %1: a registry, %2: a digest, %3 and %4: numbers of bytes
    return Error{.code = ErrorCode::Unreachable,
                 .message = {QT_TRANSLATE_NOOP("engine", "%1 sent %2 up to byte %3, not %4"),
                             {m_registry, m_digest.toString(), std::to_string(end),
                              std::to_string(*m_range.end)}}};
}

void RangeFetch::onBroken(const Error &error)
{
    if (error.upstreamStatus == rangeNotSatisfiable)
        m_asksRange = false;
    if (!canResume(error)) {
        fail(error);
        return;
    }
    m_isBroken = true;
    m_flaw = error;
    Q_EMIT readyRead();
    resumeWhenRead();
}

bool RangeFetch::canResume(const Error &error) const
{
    const bool isRefused = error.upstreamStatus == rangeNotSatisfiable && m_request.range;
    return (m_isContinued || isRefused) && isPassing(error) && m_resumes < limits::blobResumesMax;
}

void RangeFetch::resumeWhenRead()
{
    if (m_isBroken && !m_pause.isActive() && m_reply->bytesAvailable() == 0)
        tryAgain();
}

void RangeFetch::tryAgain()
{
    const upstream::UpstreamTimeouts &timeouts = m_client.timeouts();
    m_pause.start(pauseBefore(++m_resumes, timeouts.resumePause));
    if (!m_patience.isActive()) {
        const std::chrono::milliseconds silent(m_lastByte.elapsed());
        m_patience.start(std::max(timeouts.brokenBlob - silent, std::chrono::milliseconds{0}));
    }
}

void RangeFetch::fail(const Error &error)
{
    m_pause.stop();
    m_patience.stop();
    dropReply();
    Q_EMIT finished(error);
}

void RangeFetch::dropReply()
{
    if (m_reply)
        retire(std::move(m_reply), this);
}

} // namespace lanyard::registry
