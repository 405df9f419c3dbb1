// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/manifestfetcher.h"

#include "core/limits.h"
#include "registry/answers.h"
#include "registry/manifestaccept.h"
#include "store/manifest.h"

#include <utility>

namespace lanyard::registry {

namespace {

/// The digest that the bytes of an answer must have: the one that was asked for, else the one that
/// upstream names; else that of the bytes themselves.
std::optional<Digest> expectedDigest(const std::string &reference,
                                     const upstream::UpstreamHead &head)
{
    if (auto digest = Digest::parse(reference))
        return digest;
    return Digest::parse(head.contentDigest);
}

} // namespace

ManifestFetcher::ManifestFetcher(store::Store &store, StoredManifests &manifests,
                                 upstream::UpstreamClient &client, journal::Statistics &statistics,
                                 const Clock &clock)
    : m_store(store)
    , m_manifests(manifests)
    , m_client(client)
    , m_statistics(statistics)
    , m_clock(clock)
{
}

void ManifestFetcher::get(const Repository &repository, const std::string &reference,
                          std::string_view accept, const Callback &done)
{
    const std::string key = repository.key(reference);
    if (const auto storing = m_storing.find(key); storing != m_storing.end()) {
        done(storing->second, true);
        return;
    }
    switch (m_flights.join(key, done)) {
    case SingleFlight<FetchedManifest>::Joined::Waiting:
        return;
    case SingleFlight<FetchedManifest>::Joined::Full:
        done(failure(ErrorCode::Cancelled,
                     QT_TRANSLATE_NOOP("engine", "too many requests wait for this manifest")),
             true);
        return;
    case SingleFlight<FetchedManifest>::Joined::Started:
        break;
    }
    m_client.fetch(requestFor(repository, reference, accept), limits::manifestBytesMax, this,
                   [this, repository, reference, key](Result<upstream::UpstreamDocument> document) {
                       if (document)
                           m_flights.land(key, this->accept(repository, reference, *document));
                       else
                           m_flights.land(key, tl::unexpected<Error>(document.error()));
                   });
}

void ManifestFetcher::head(const Repository &repository, const std::string &reference,
                           std::string_view accept, HeadCallback done)
{
    upstream::UpstreamRequest request = requestFor(repository, reference, accept);
    request.method = upstream::UpstreamRequest::Method::Head;
    m_client.fetch(std::move(request), 0, this,
                   [done = std::move(done)](const Result<upstream::UpstreamDocument> &document) {
                       if (!document) {
                           done(tl::unexpected<Error>(document.error()));
                           return;
                       }
                       const upstream::UpstreamHead &head = document->head;
                       const auto digest = Digest::parse(head.contentDigest);
                       const std::string_view mediaType = store::mediaTypeOf(head.contentType);
                       if (!digest || !head.contentLength || mediaType.empty()) {
                           done(std::optional<store::Descriptor>());
                           return;
                       }
                       done(std::optional(store::Descriptor{.digest = *digest,
                                                            .mediaType = std::string(mediaType),
                                                            .size = *head.contentLength}));
                   });
}

upstream::UpstreamRequest ManifestFetcher::requestFor(const Repository &repository,
                                                      const std::string &reference,
                                                      std::string_view accept) const
{
    return {
        .upstream = repository.upstream,
        .method = upstream::UpstreamRequest::Method::Get,
        .repository = repository.name,
        .path = repository.path("manifests/" + reference),
        .accept = upstreamAccept(accept),
        .range = std::nullopt,
        .traffic = upstream::Traffic::Answers,
    };
}

Result<FetchedManifest> ManifestFetcher::accept(const Repository &repository,
                                                const std::string &reference,
                                                const upstream::UpstreamDocument &document)
{
    const auto expected = expectedDigest(reference, document.head);
    const Digest digest =
        Digest::of(expected ? expected->algorithm() : Digest::Algorithm::Sha256, document.body);
    if (expected && digest != *expected) {
        m_statistics.countWrongDigest(repository.registry, repository.name, m_clock.wallNow());
        return failure(
            ErrorCode::Corrupt,
            {QT_TRANSLATE_NOOP("engine", "%1 answered a manifest with the digest %2 instead of %3"),
             {repository.registry, digest.toString(), expected->toString()}});
    }
    auto manifest = store::parseManifest(document.body, document.head.contentType);
    if (!manifest) {
        return failure(ErrorCode::BadUpstream,
                       Message::at(repository.registry, manifest.error().message));
    }
    m_statistics.countFetched(RequestKind::Manifest, document.body.size());
    const FetchedManifest fetched{
        .digest = digest,
        .content = {.bytes = document.body, .fields = manifestFields(digest, manifest->mediaType)},
    };
    m_manifests.insert(digest, fetched.content);
    store(repository, fetched,
          {.descriptor = {.digest = digest,
                          .mediaType = manifest->mediaType,
                          .size = document.body.size()},
           .bytes = document.body,
           .children = std::move(manifest->children)});
    return fetched;
}

void ManifestFetcher::store(const Repository &repository, const FetchedManifest &fetched,
                            store::ManifestRecord record)
{
    const Digest digest = fetched.digest;
    const std::string key = repository.key(digest.toString());
    const store::RepositoryId id = m_store.ensureRepository(repository.registry, repository.name);
    m_storing.insert_or_assign(key, fetched);
    m_store.putManifest(
        id, std::move(record), [this, repository, id, key, digest](const Result<void> &result) {
            m_storing.erase(key);
            if (result) {
                // Fetched because somebody wants it: its first use.
                m_store.touch(id, digest);
                Q_EMIT stored(repository, digest);
                return;
            }
            // That there is no room was told by the store, once.
            if (result.error().code != ErrorCode::NoRoom)
                Q_EMIT warningRaised({QT_TRANSLATE_NOOP("engine", "%1 was not stored: %2"),
                                      {digest.toString(), result.error().message}});
        });
}

} // namespace lanyard::registry
