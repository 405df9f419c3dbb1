// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/manifesthandler.h"

#include <memory>
#include <utility>

namespace lanyard::registry {

ManifestHandler::ManifestHandler(store::Store &store, StoredManifests &manifests,
                                 ManifestFetcher &fetcher, Absences &absences)
    : m_store(store)
    , m_manifests(manifests)
    , m_fetcher(fetcher)
    , m_absences(absences)
{
}

void ManifestHandler::handle(RegistryRequest request)
{
    const Digest digest = *request.digest;
    if (answerStored(request, digest, {.result = CacheResult::Hit}))
        return;
    if (m_absences.answer(request))
        return;
    const bool isElsewhere = m_store.catalogue().storedSize(digest).has_value();
    if (request.terms.isHead || isElsewhere) {
        authorise(std::move(request));
        return;
    }
    answerFetched(std::move(request), digest, {},
                  [this](RegistryRequest refused, const Error &error) { refuse(refused, error); });
}

bool ManifestHandler::answerStored(RegistryRequest &request, const Digest &digest,
                                   const CacheNote &note)
{
    const auto known = findContent(m_store.catalogue(), request.repository, digest);
    if (!known)
        return false;
    if (known->info.isStored) {
        const auto manifest = m_manifests.find(digest, known->info.mediaType);
        if (!manifest)
            return false;
        m_store.touch(known->repository, digest, request.terms.use);
        request.answer(manifestAnswer(*manifest, digest, request.terms, note), note.result);
        return true;
    }
    if (!request.terms.isHead || known->info.mediaType.empty())
        return false;
    request.answer(manifestHeadAnswer(digest, known->info.mediaType, known->info.size, note),
                   note.result);
    return true;
}

void ManifestHandler::answerFetched(RegistryRequest request, const Digest &digest,
                                    const CacheNote &note, Fallback fallback)
{
    const auto waiting = std::make_shared<RegistryRequest>(std::move(request));
    m_fetcher.get(waiting->repository, digest.toString(), waiting->accept,
                  [this, waiting, note, fallback = std::move(fallback)](
                      const Result<FetchedManifest> &fetched, bool isShared) {
                      if (!fetched) {
                          fallback(std::move(*waiting), fetched.error());
                          return;
                      }
                      m_absences.remove(waiting->repository, fetched->digest.toString());
                      m_store.touch(m_store.ensureRepository(waiting->repository.registry,
                                                             waiting->repository.name),
                                    fetched->digest, waiting->terms.use);
                      CacheNote complete = note;
                      complete.result = isShared ? CacheResult::Collapsed : CacheResult::Miss;
                      waiting->answer(manifestAnswer(fetched->content, fetched->digest,
                                                     waiting->terms, complete),
                                      complete.result);
                  });
}

/// Content that another repository has is this one's only when upstream says so. A HEAD, too, is
/// answered by what upstream says.
void ManifestHandler::authorise(RegistryRequest request)
{
    const auto waiting = std::make_shared<RegistryRequest>(std::move(request));
    const Digest digest = *waiting->digest;
    m_fetcher.head(waiting->repository, waiting->reference, waiting->accept,
                   [this, waiting, digest](const Result<std::optional<store::Descriptor>> &remote) {
                       if (!remote) {
                           refuse(*waiting, remote.error());
                           return;
                       }
                       if (*remote && (*remote)->digest == digest) {
                           m_store.link(m_store.ensureRepository(waiting->repository.registry,
                                                                 waiting->repository.name),
                                        **remote, true);
                           if (answerStored(*waiting, digest, {.result = CacheResult::Miss}))
                               return;
                       }
                       answerFetched(std::move(*waiting), digest, {},
                                     [this](RegistryRequest refused, const Error &error) {
                                         refuse(refused, error);
                                     });
                   });
}

void ManifestHandler::refuse(RegistryRequest &request, const Error &error)
{
    m_absences.note(request.repository, request.reference, error);
    request.refuse(error, RegistryError::ManifestUnknown);
}

} // namespace lanyard::registry
