// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/download.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr std::int64_t readChunkBytes = 1024 * 1024;

} // namespace

Download::Download(const Context &context, Repository repository, const Digest &digest,
                   std::optional<std::int64_t> announced)
    : m_context(context)
    , m_repository(std::move(repository))
    , m_digest(digest)
    , m_announced(announced)
    , m_startedAtMs(toEpochMs(context.clock.wallNow()))
{
}

Download::~Download() = default;

void Download::start()
{
    m_partial = m_context.store.openPartial(m_digest);
    connect(m_partial.get(), &store::PartialBlob::bytesWritten, this, &Download::pump);
    connect(m_partial.get(), &store::PartialBlob::passing, this, &Download::pass);
    connect(m_partial.get(), &store::PartialBlob::passed, this, &Download::end);
    connect(m_partial.get(), &store::PartialBlob::committed, this, &Download::committed);
    connect(m_partial.get(), &store::PartialBlob::failed, this, &Download::fail);
    if (m_partial->receivedBytes() > 0 && m_partial->receivedBytes() == m_announced) {
        begun(m_announced);
        m_partial->finish();
    } else {
        fetch();
    }
}

void Download::fetch()
{
    m_fetch = std::make_unique<BlobFetch>(
        m_context.client, m_context.ahead, m_repository, m_digest,
        BlobFetch::Terms{.offset = m_partial->receivedBytes(),
                         .announced = m_announced,
                         .parallelAbove = m_context.config.parallelAbove});
    connect(m_fetch.get(), &BlobFetch::begun, this, &Download::begun);
    connect(m_fetch.get(), &BlobFetch::readyRead, this, &Download::pump);
    connect(m_fetch.get(), &BlobFetch::finished, this, &Download::fetched);
    m_fetch->start();
}

bool Download::join(RegistryRequest &request)
{
    if (m_file)
        return answer(request);
    if (m_waiting.size() >= limits::waitersPerFlightMax)
        request.refuse(RegistryError::Unavailable,
                       QT_TRANSLATE_NOOP("engine", "too many requests wait for this blob"));
    else
        m_waiting.push_back(std::move(request));
    return true;
}

DownloadProgress Download::progress() const
{
    return {
        .digest = QByteArray::fromStdString(m_digest.toString()),
        .upstream = QByteArray::fromStdString(m_repository.registry),
        .repository = QByteArray::fromStdString(m_repository.name),
        .receivedBytes = m_partial ? m_partial->receivedBytes() : 0,
        .totalBytes = m_file ? m_file->size() : m_announced.value_or(-1),
        .readers = readers(),
        .startedAtMs = m_startedAtMs,
    };
}

int Download::readers() const
{
    return m_file ? m_file->readers() : static_cast<int>(m_waiting.size());
}

void Download::begun(std::optional<std::int64_t> said)
{
    const std::optional<std::int64_t> size = said ? said : m_announced;
    if (m_announced && *size != *m_announced) {
        //: %1: a registry, %2 and %4: numbers of bytes, %3: a digest
        fail({.code = ErrorCode::Corrupt,
              .message = {
                  QT_TRANSLATE_NOOP("engine", "%1 sends %2 bytes for %3, its manifest says %4"),
                  {m_repository.registry, std::to_string(*size), m_digest.toString(),
                   std::to_string(*m_announced)}}});
        return;
    }
    if (const Result<void> possible = m_partial->begin(size); !possible) {
        fail(possible.error());
        return;
    }
    m_file = m_partial->file();
    if (m_file)
        answerWaiting();
}

void Download::fetched(const std::optional<Error> &error)
{
    if (m_isEnded)
        return;
    if (error) {
        fail(*error);
        return;
    }
    pump();
}

/// Moves what has arrived to the disk, as long as that keeps up: what is not taken here holds
/// upstream back.
void Download::pump()
{
    if (!m_fetch || m_isEnded)
        return;
    if (isAbandoned()) {
        end();
        return;
    }
    while (m_partial->pendingBytes() < limits::upstreamReadBufferBytes) {
        QByteArray bytes = m_fetch->read(readChunkBytes);
        if (bytes.isEmpty())
            break;
        m_context.statistics.countFetched(RequestKind::Blob, bytes.size());
        m_partial->append(std::move(bytes));
    }
    if (m_fetch->isAtEnd())
        m_partial->finish();
}

/// Nobody waits for it any more, and it is not far enough to be finished all the same.
bool Download::isAbandoned() const
{
    const auto isFarEnough = [this] {
        return m_partial->receivedBytes() >= m_file->size() / 100 * m_context.config.finishAbove;
    };
    return m_file && readers() == 0 && (m_isPassing || !isFarEnough());
}

/// Whoever comes now would need bytes that are not here any more.
void Download::pass()
{
    m_isPassing = true;
    Q_EMIT passing();
    pump();
}

void Download::committed()
{
    store::Store &store = m_context.store;
    const std::int64_t size = m_partial->receivedBytes();
    store.link(store.ensureRepository(m_repository.registry, m_repository.name),
               {.digest = m_digest, .mediaType = {}, .size = size}, false);
    if (!m_file) {
        // The size was not known before now.
        const auto file = store.openContent(m_digest);
        if (!file) {
            fail(file.error());
            return;
        }
        m_file = std::make_shared<GrowingFile>(*file, size);
        m_file->complete();
        answerWaiting();
    }
    end();
}

void Download::end()
{
    if (!std::exchange(m_isEnded, true))
        Q_EMIT ended();
}

void Download::fail(const Error &error)
{
    if (m_isEnded)
        return;
    for (RegistryRequest &request : std::exchange(m_waiting, {}))
        request.refuse(error, RegistryError::BlobUnknown);
    if (error.code == ErrorCode::Corrupt)
        m_context.statistics.countWrongDigest(m_repository.registry, m_repository.name,
                                              m_context.clock.wallNow());
    if (error.code != ErrorCode::NotFound) {
        Q_EMIT warningRaised(Message::at(m_repository.registry + '/' + m_repository.name,
                                         //: %1: the digest of a blob, %2: why
                                         {QT_TRANSLATE_NOOP("engine", "%1 was not fetched: %2"),
                                          {m_digest.toString(), error.message}}));
    }
    end();
}

bool Download::answer(RegistryRequest &request)
{
    auto reader = m_file->follow(0);
    if (!reader)
        return false;
    const CacheResult result =
        std::exchange(m_hasAnswered, true) ? CacheResult::Collapsed : CacheResult::Miss;
    request.answer(
        blobAnswer(std::move(*reader), m_digest, m_file->size(), request.terms, {.result = result}),
        result);
    return true;
}

/// Before the first byte: all of it is still to come.
void Download::answerWaiting()
{
    for (RegistryRequest &request : std::exchange(m_waiting, {}))
        answer(request);
}

} // namespace lanyard::registry
