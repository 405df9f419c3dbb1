// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/download.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr std::int64_t readChunkBytes = 1024 * 1024;

} // namespace

Download::Download(store::Store &store, upstream::UpstreamClient &client,
                   journal::Statistics &statistics, const Clock &clock, Repository repository,
                   const Digest &digest, std::optional<std::int64_t> announced)
    : m_store(store)
    , m_client(client)
    , m_statistics(statistics)
    , m_repository(std::move(repository))
    , m_digest(digest)
    , m_announced(announced)
    , m_startedAtMs(toEpochMs(clock.wallNow()))
{
}

Download::~Download() = default;

void Download::start()
{
    m_reply = m_client.send({
        .upstream = m_repository.upstream,
        .method = upstream::UpstreamRequest::Method::Get,
        .repository = m_repository.name,
        .path = m_repository.path("blobs/" + m_digest.toString()),
        .accept = "*/*",
        .offset = std::nullopt,
        .isContent = true,
    });
    connect(m_reply.get(), &upstream::UpstreamReply::headReceived, this, &Download::headReceived);
    connect(m_reply.get(), &upstream::UpstreamReply::readyRead, this, &Download::pump);
    connect(m_reply.get(), &upstream::UpstreamReply::finished, this, &Download::transferFinished);
}

void Download::join(RegistryRequest request)
{
    if (m_file) {
        answer(request);
        return;
    }
    if (m_waiting.size() >= limits::waitersPerFlightMax) {
        request.refuse(RegistryError::Unavailable, "too many requests wait for this blob");
        return;
    }
    m_waiting.push_back(std::move(request));
}

DownloadProgress Download::progress() const
{
    const auto readers =
        m_file ? m_file.use_count() - m_ownReferences : static_cast<long>(m_waiting.size());
    return {
        .digest = QByteArray::fromStdString(m_digest.toString()),
        .upstream = QByteArray::fromStdString(m_repository.registry),
        .repository = QByteArray::fromStdString(m_repository.name),
        .receivedBytes = m_partial ? m_partial->receivedBytes() : 0,
        .totalBytes = m_file ? m_file->size() : m_announced.value_or(-1),
        .readers = static_cast<int>(std::max(readers, 0L)),
        .startedAtMs = m_startedAtMs,
    };
}

void Download::headReceived(const upstream::UpstreamHead &head)
{
    const std::optional<std::int64_t> size = head.contentLength ? head.contentLength : m_announced;
    if (m_announced && *size != *m_announced) {
        fail({.code = ErrorCode::Corrupt,
              .message = m_repository.registry + " sends " + std::to_string(*size) + " bytes for " +
                         m_digest.toString() + ", its manifest says " +
                         std::to_string(*m_announced)});
        return;
    }
    auto partial = m_store.createPartial(m_digest, size);
    if (!partial) {
        fail(partial.error());
        return;
    }
    m_partial = std::move(*partial);
    m_file = m_partial->file();
    m_ownReferences = m_file ? m_file.use_count() : 0;
    connect(m_partial.get(), &store::PartialBlob::bytesWritten, this, &Download::pump);
    connect(m_partial.get(), &store::PartialBlob::committed, this, &Download::committed);
    connect(m_partial.get(), &store::PartialBlob::failed, this, &Download::fail);
    if (m_file)
        answerWaiting();
}

void Download::transferFinished(const std::optional<Error> &error)
{
    if (m_isEnded)
        return;
    if (error) {
        fail(*error);
        return;
    }
    m_isTransferred = true;
    pump();
}

/// Moves what has arrived to the disk, as long as that keeps up: what is not taken here holds
/// upstream back.
void Download::pump()
{
    if (!m_partial || m_isEnded)
        return;
    while (m_partial->pendingBytes() < limits::upstreamReadBufferBytes) {
        QByteArray bytes = m_reply->read(readChunkBytes);
        if (bytes.isEmpty())
            break;
        m_statistics.countFetched(RequestKind::Blob, bytes.size());
        m_partial->append(std::move(bytes));
    }
    if (m_isTransferred && m_reply->bytesAvailable() == 0) {
        m_isTransferred = false;
        m_partial->finish();
    }
}

void Download::committed()
{
    const std::int64_t size = m_partial->receivedBytes();
    m_store.link(m_store.ensureRepository(m_repository.registry, m_repository.name),
                 {.digest = m_digest, .mediaType = {}, .size = size}, false);
    if (!m_file) {
        // The size was not known before now.
        const auto file = m_store.openContent(m_digest);
        if (!file) {
            fail(file.error());
            return;
        }
        m_file = std::make_shared<GrowingFile>(*file, size);
        m_file->complete();
        answerWaiting();
    }
    m_isEnded = true;
    Q_EMIT ended(m_digest);
}

void Download::fail(const Error &error)
{
    if (m_isEnded)
        return;
    m_isEnded = true;
    for (RegistryRequest &request : std::exchange(m_waiting, {}))
        request.refuse(error, RegistryError::BlobUnknown);
    if (error.code != ErrorCode::NotFound) {
        Q_EMIT warningRaised(QStringLiteral("%1/%2: %3 was not fetched: %4")
                                 .arg(QString::fromStdString(m_repository.registry),
                                      QString::fromStdString(m_repository.name),
                                      QString::fromStdString(m_digest.toString()),
                                      QString::fromStdString(error.message)));
    }
    Q_EMIT ended(m_digest);
}

void Download::answer(RegistryRequest &request)
{
    const CacheResult result =
        std::exchange(m_hasAnswered, true) ? CacheResult::Collapsed : CacheResult::Miss;
    request.answer(blobAnswer(m_file, m_digest, m_file->size(), request.terms, {.result = result}),
                   result);
}

void Download::answerWaiting()
{
    for (RegistryRequest &request : std::exchange(m_waiting, {}))
        answer(request);
}

} // namespace lanyard::registry
