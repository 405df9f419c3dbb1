// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogue.h"

#include "store/cataloguedata.h"

#include <mutex>
#include <utility>

namespace lanyard::store {

// The lock is held for a look-up or one change, never for disk or SQL. Listings copy under it;
// readers share it, so they only keep changes waiting.

RepositoryNames splitRepositoryName(std::string_view fullName)
{
    // Neither registries nor their ports have a slash.
    const std::size_t slash = fullName.find('/');
    if (slash == std::string_view::npos)
        return {.registry = fullName, .repository = {}};
    return {.registry = fullName.substr(0, slash), .repository = fullName.substr(slash + 1)};
}

Catalogue::Catalogue()
    : Catalogue(std::make_unique<CatalogueData>())
{
}

Catalogue::Catalogue(std::unique_ptr<CatalogueData> data)
    : m_data(std::move(data))
{
}

Catalogue::~Catalogue() = default;

std::optional<RepositoryId> Catalogue::find(std::string_view registry,
                                            std::string_view repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->find(registry, repository);
}

std::optional<ContentInfo> Catalogue::content(RepositoryId repository, const Digest &digest) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->content(repository, digest);
}

std::optional<TagState> Catalogue::tag(RepositoryId repository, std::string_view tag) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->tag(repository, tag);
}

std::optional<std::int64_t> Catalogue::storedSize(const Digest &digest) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->storedSize(digest);
}

std::int64_t Catalogue::storedBytes() const
{
    const std::shared_lock lock(m_mutex);
    return m_data->storedBytes();
}

std::size_t Catalogue::storedCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_data->storedCount();
}

RepositoryAccess Catalogue::access(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->access(repository);
}

std::vector<std::string> Catalogue::repositories(std::string_view last, std::size_t max,
                                                 Scope scope) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->repositories(last, max, scope);
}

std::vector<std::string> Catalogue::tags(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->tags(repository);
}

std::size_t Catalogue::repositoryCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_data->repositoryCount();
}

std::string Catalogue::repositoryName(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->repositoryName(repository);
}

std::vector<RootManifest> Catalogue::roots(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->roots(repository);
}

std::optional<std::vector<Digest>> Catalogue::children(const Digest &manifest) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->children(manifest);
}

std::vector<Digest> Catalogue::unreadManifests(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->unreadManifests(repository);
}

std::vector<ContentEntry> Catalogue::contents(ContentNumber first, std::size_t max) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->contents(first, max);
}

std::vector<LinkEntry> Catalogue::links(RepositoryId repository, ContentNumber first,
                                        std::size_t max) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->links(repository, first, max);
}

std::vector<TagEntry> Catalogue::tagEntries(RepositoryId repository, std::string_view last,
                                            std::size_t max) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->tagEntries(repository, last, max);
}

std::vector<NumberedContent> Catalogue::numberedContents(ContentNumber first, std::size_t max) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->numberedContents(first, max);
}

std::vector<NumberedLink> Catalogue::numberedLinks(RepositoryId repository, ContentNumber first,
                                                   std::size_t max) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->numberedLinks(repository, first, max);
}

std::vector<std::string> Catalogue::pins(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->pins(repository);
}

bool Catalogue::isPinned(RepositoryId repository, std::string_view name) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->isPinned(repository, name);
}

std::optional<SeenTag> Catalogue::seenTag(RepositoryId repository, std::string_view tag) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->seenTag(repository, tag);
}

bool Catalogue::isLinked(const Digest &digest) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->isLinked(digest);
}

std::uint64_t Catalogue::linkRevision(RepositoryId repository) const
{
    const std::shared_lock lock(m_mutex);
    return m_data->linkRevision(repository);
}

RepositoryId Catalogue::ensureRepository(std::string_view registry, std::string_view repository)
{
    const std::unique_lock lock(m_mutex);
    return m_data->ensureRepository(registry, repository);
}

void Catalogue::link(RepositoryId repository, const Descriptor &descriptor, bool isManifest)
{
    const std::unique_lock lock(m_mutex);
    m_data->link(repository, descriptor, isManifest);
}

void Catalogue::setStored(const Digest &digest, std::int64_t size)
{
    const std::unique_lock lock(m_mutex);
    m_data->setStored(digest, size);
}

void Catalogue::setMissing(const Digest &digest)
{
    const std::unique_lock lock(m_mutex);
    m_data->setMissing(digest);
}

void Catalogue::setChildren(const Digest &manifest, const std::vector<Digest> &children)
{
    const std::unique_lock lock(m_mutex);
    m_data->setChildren(manifest, children);
}

void Catalogue::setUsed(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs,
                        std::uint32_t pulls)
{
    const std::unique_lock lock(m_mutex);
    m_data->setUsed(repository, digest, usedAtMs, pulls);
}

void Catalogue::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    const std::unique_lock lock(m_mutex);
    m_data->setTag(repository, tag, state);
}

void Catalogue::removeTag(RepositoryId repository, std::string_view tag)
{
    const std::unique_lock lock(m_mutex);
    m_data->removeTag(repository, tag);
}

void Catalogue::expireTags()
{
    const std::unique_lock lock(m_mutex);
    m_data->expireTags();
}

void Catalogue::setAccess(RepositoryId repository, const RepositoryAccess &access)
{
    const std::unique_lock lock(m_mutex);
    m_data->setAccess(repository, access);
}

void Catalogue::setPinned(RepositoryId repository, std::string_view name, bool isPinned)
{
    const std::unique_lock lock(m_mutex);
    m_data->setPinned(repository, name, isPinned);
}

void Catalogue::setSeen(RepositoryId repository, std::string_view tag, const SeenTag &seen)
{
    const std::unique_lock lock(m_mutex);
    m_data->setSeen(repository, tag, seen);
}

void Catalogue::unlink(RepositoryId repository, std::span<const Digest> contents)
{
    const std::unique_lock lock(m_mutex);
    m_data->unlink(repository, contents);
}

} // namespace lanyard::store
