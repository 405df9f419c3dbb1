// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/blobhandler.h"

#include "core/limits.h"
#include "core/retire.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lanyard::registry {

BlobHandler::BlobHandler(store::Store &store, upstream::UpstreamClient &client,
                         journal::Statistics &statistics, const Clock &clock,
                         const DownloadConfig &config)
    : m_store(store)
    , m_client(client)
    , m_config(config)
    , m_ahead(limits::aheadStreamsMax)
    , m_context{.store = store,
                .client = client,
                .statistics = statistics,
                .clock = clock,
                .config = m_config,
                .ahead = m_ahead}
{
}

BlobHandler::~BlobHandler() = default;

void BlobHandler::handle(RegistryRequest request)
{
    if (answerKnown(request, CacheResult::Hit))
        return;
    const auto known = findContent(m_store.catalogue(), request.repository, *request.digest);
    const auto running = m_downloads.find(*request.digest);
    const bool isRunning = running != m_downloads.end();
    const bool isAllowed =
        known || (isRunning && running->second->repository() == request.repository);
    const bool isElsewhere =
        isRunning || m_store.catalogue().storedSize(*request.digest).has_value();
    if (request.terms.isHead || (isElsewhere && !isAllowed))
        authorise(std::move(request));
    else if (isRunning && running->second->join(request))
        return;
    else
        download(std::move(request), known ? std::optional(known->info.size) : std::nullopt);
}

QList<DownloadProgress> BlobHandler::downloads() const
{
    QList<DownloadProgress> list;
    list.reserve(static_cast<qsizetype>(m_downloads.size() + m_passing.size()));
    for (const auto &[digest, download] : m_downloads)
        list.append(download->progress());
    for (const auto &download : m_passing)
        list.append(download->progress());
    std::sort(list.begin(), list.end(), [](const DownloadProgress &a, const DownloadProgress &b) {
        return std::tie(a.startedAtMs, a.digest) < std::tie(b.startedAtMs, b.digest);
    });
    return list;
}

bool BlobHandler::answerKnown(RegistryRequest &request, CacheResult result)
{
    const Digest &digest = *request.digest;
    const auto known = findContent(m_store.catalogue(), request.repository, digest);
    if (!known)
        return false;
    BlobSource source;
    if (!request.terms.isHead) {
        if (!known->info.isStored)
            return false;
        auto file = openStoredBlob(m_store, digest);
        if (!file)
            return false;
        source = std::move(*file);
        m_store.touch(known->repository, digest);
    }
    request.answer(
        blobAnswer(std::move(source), digest, known->info.size, request.terms, {.result = result}),
        result);
    return true;
}

void BlobHandler::download(RegistryRequest request, std::optional<std::int64_t> announced)
{
    const Digest digest = *request.digest;
    auto download = std::make_unique<Download>(m_context, request.repository, digest, announced);
    connect(download.get(), &Download::warningRaised, this, &BlobHandler::warningRaised);
    Download &started = *download;
    connect(&started, &Download::passing, this, [this, &started] { setAside(started); });
    connect(&started, &Download::ended, this, [this, &started] { remove(started); });
    if (const auto running = m_downloads.find(digest); running != m_downloads.end())
        setAside(*running->second);
    m_downloads.emplace(digest, std::move(download));
    started.join(request);
    started.start();
}

/// It serves whom it serves, but nobody can join it: for everybody else it is not there.
void BlobHandler::setAside(Download &download)
{
    const auto running = m_downloads.find(download.digest());
    if (running == m_downloads.end() || running->second.get() != &download)
        return;
    m_passing.push_back(std::move(running->second));
    m_downloads.erase(running);
    Q_EMIT downloadEnded(download.digest());
}

void BlobHandler::remove(Download &download)
{
    const auto passing = std::find_if(m_passing.begin(), m_passing.end(),
                                      [&](const auto &one) { return one.get() == &download; });
    if (passing != m_passing.end()) {
        retire(std::move(*passing), this);
        m_passing.erase(passing);
        return;
    }
    auto node = m_downloads.extract(download.digest());
    retire(std::move(node.mapped()), this);
    Q_EMIT downloadEnded(download.digest());
}

void BlobHandler::authorise(RegistryRequest request)
{
    const auto waiting = std::make_shared<RegistryRequest>(std::move(request));
    m_client.fetch(
        {
            .upstream = waiting->repository.upstream,
            .method = upstream::UpstreamRequest::Method::Head,
            .repository = waiting->repository.name,
            .path = waiting->repository.path("blobs/" + waiting->digest->toString()),
            .accept = "*/*",
            .range = std::nullopt,
            .traffic = upstream::Traffic::Answers,
        },
        0, this, [this, waiting](const Result<upstream::UpstreamDocument> &document) {
            if (document)
                authorised(std::move(*waiting), document->head);
            else
                waiting->refuse(document.error(), RegistryError::BlobUnknown);
        });
}

void BlobHandler::authorised(RegistryRequest request, const upstream::UpstreamHead &head)
{
    if (!head.contentLength) {
        request.refuse(
            {.code = ErrorCode::BadUpstream,
             .message = {QT_TRANSLATE_NOOP("engine", "%1 does not say how long the blob is"),
                         {request.repository.registry}}},
            RegistryError::BlobUnknown);
        return;
    }
    m_store.link(m_store.ensureRepository(request.repository.registry, request.repository.name),
                 {.digest = *request.digest, .mediaType = {}, .size = *head.contentLength}, false);
    if (request.terms.isHead) {
        answerKnown(request, CacheResult::Miss);
        return;
    }
    handle(std::move(request));
}

} // namespace lanyard::registry
