// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/prefetch.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

/// Where neither the document nor an index says it.
constexpr std::string_view anyMediaType = "application/octet-stream";

} // namespace

Prefetch::Prefetch(Registry &registry, store::Store &store, Repository repository, ImageRef ref,
                   PlatformChoice choice)
    : m_registry(registry)
    , m_store(store)
    , m_repository(std::move(repository))
    , m_ref(std::move(ref))
    , m_choice(std::move(choice))
{
    m_result.name = QByteArray::fromStdString(m_ref.toString());
    m_ticks.setInterval(limits::prefetchTick);
    connect(&m_ticks, &QTimer::timeout, this, &Prefetch::progressed);
    connect(&m_ticks, &QTimer::timeout, this, &Prefetch::finishWhenStored);
    connect(&m_registry, &Registry::downloadEnded, this, &Prefetch::downloadEnded);
}

Prefetch::~Prefetch() = default;

void Prefetch::start()
{
    const std::string reference = m_ref.digest ? m_ref.digest->toString() : m_ref.tag;
    ask(m_registry, ownRequest(Endpoint::Manifest, m_repository, reference), this,
        [this](const Result<http::Response> &answer) { rootArrived(answer); });
    m_ticks.start();
}

PrefetchProgress Prefetch::progress() const
{
    std::int64_t bytes = m_doneBytes;
    for (const auto &[digest, reader] : m_followed)
        bytes += reader.file().published();
    return {.name = m_result.name,
            .pieces = m_result.pieces,
            .piecesDone = m_done,
            .totalBytes = m_result.totalBytes,
            .doneBytes = bytes};
}

void Prefetch::rootArrived(const Result<http::Response> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    const QByteArray document = std::get<QByteArray>(answer->body);
    const Digest digest =
        m_ref.digest ? *m_ref.digest : Digest::of(Digest::Algorithm::Sha256, document);
    m_result.digest = QByteArray::fromStdString(digest.toString());
    m_result.pieces = 1;
    m_done = 1;
    m_known.insert(digest);
    take(digest, document, true);
    askForMore();
}

void Prefetch::take(const Digest &digest, const QByteArray &document, bool isRoot)
{
    m_manifests.push_back(digest);
    const Result<store::Manifest> manifest = store::parseManifest(document, anyMediaType);
    if (!manifest) {
        fail(manifest.error());
        return;
    }
    std::vector<std::size_t> places(manifest->manifestCount);
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    if (isRoot && manifest->isIndex) {
        Result<std::vector<std::size_t>> chosen = m_choice.choose(manifest->platforms);
        if (!chosen) {
            fail({.code = chosen.error().code,
                  .message = Message::at(m_ref.toString(), chosen.error().message)});
            return;
        }
        places = std::move(*chosen);
        for (const std::size_t place : places)
            m_result.platforms.append(
                QByteArray::fromStdString(platformName(manifest->platforms[place])));
    }
    for (const std::size_t place : places)
        enqueue(manifest->children[place], true);
    for (std::size_t i = manifest->manifestCount; i < manifest->children.size(); ++i)
        enqueue(manifest->children[i], false);
}

void Prefetch::enqueue(const store::Descriptor &content, bool isManifest)
{
    if (!m_known.insert(content.digest).second)
        return;
    ++m_result.pieces;
    if (!isManifest)
        m_result.totalBytes += content.size;
    m_queue.push_back({.content = content, .isManifest = isManifest});
}

void Prefetch::askForMore()
{
    while (!m_isEnded && !m_queue.empty() &&
           m_asked.size() < static_cast<std::size_t>(limits::prefetchDownloadsMax)) {
        const Piece piece = std::move(m_queue.front());
        m_queue.pop_front();
        if (!piece.isManifest && isStored(piece.content.digest)) {
            pieceDone(piece, false);
            continue;
        }
        m_asked.emplace(piece.content.digest, piece);
        ask(m_registry,
            ownRequest(piece.isManifest ? Endpoint::Manifest : Endpoint::Blob, m_repository,
                       piece.content.digest.toString()),
            this,
            [this, piece](Result<http::Response> answer) { arrived(piece, std::move(answer)); });
    }
    finishWhenStored();
}

void Prefetch::arrived(const Piece &piece, Result<http::Response> answer)
{
    if (m_isEnded)
        return;
    const Digest digest = piece.content.digest;
    if (!answer) {
        fail({.code = answer.error().code,
              .message = Message::at(digest.toString(), answer.error().message)});
        return;
    }
    if (auto *growing = std::get_if<http::GrowingBody>(&answer->body)) {
        if (growing->reader.state() == GrowingFile::State::Growing || !isStored(digest)) {
            // It wants the blob stored, and none of its bytes.
            growing->reader.advance(growing->reader.file().size());
            m_followed.emplace(digest, std::move(growing->reader));
            return;
        }
    }
    m_asked.erase(digest);
    if (const auto *document = std::get_if<QByteArray>(&answer->body); document && piece.isManifest)
        take(digest, *document, false);
    pieceDone(piece, !piece.isManifest && std::holds_alternative<http::GrowingBody>(answer->body));
    askForMore();
}

void Prefetch::downloadEnded(const Digest &digest)
{
    if (m_isEnded || m_followed.erase(digest) == 0)
        return;
    const auto asked = m_asked.extract(digest);
    if (!isStored(digest)) {
        fail({.code = ErrorCode::BadUpstream,
              .message = Message::at(
                  digest.toString(),
                  QT_TRANSLATE_NOOP("engine", "it was not stored, a warning says why"))});
        return;
    }
    pieceDone(asked.mapped(), true);
    askForMore();
}

void Prefetch::pieceDone(const Piece &piece, bool wasFetched)
{
    ++m_done;
    if (!piece.isManifest)
        m_doneBytes += piece.content.size;
    if (wasFetched)
        m_result.fetchedBytes += piece.content.size;
}

/// A manifest is answered before it is on the disk; that can fail, too.
void Prefetch::finishWhenStored()
{
    if (m_isEnded || m_manifests.empty() || !m_queue.empty() || !m_asked.empty())
        return;
    for (const Digest &manifest : m_manifests) {
        // It may be in the catalogue already, and its tag not yet.
        if (m_registry.isStoring(m_repository, manifest))
            return;
        if (isStored(manifest))
            continue;
        fail({.code = ErrorCode::Io,
              .message = {QT_TRANSLATE_NOOP("engine", "%1 was not stored, a warning says why"),
                          {manifest.toString()}}});
        return;
    }
    m_isEnded = true;
    Q_EMIT finished(m_result);
}

bool Prefetch::isStored(const Digest &digest) const
{
    const auto known = findContent(m_store.catalogue(), m_repository, digest);
    return known && known->info.isStored;
}

void Prefetch::fail(const Error &error)
{
    if (std::exchange(m_isEnded, true))
        return;
    Q_EMIT failed(error);
}

} // namespace lanyard::registry
