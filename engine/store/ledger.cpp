// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/cataloguedata.h"
#include "store/manifest.h"

#include <string>
#include <utility>

namespace lanyard::store {

Ledger::Ledger(Index &index, std::unique_ptr<CatalogueData> data)
    : m_index(index)
    , m_catalogue(std::move(data))
{
}

void Ledger::begin()
{
    m_hasBegun = true;
    m_index.begin(m_catalogue, m_isToBeFilled);
}

RepositoryId Ledger::ensureRepository(std::string_view registry, std::string_view repository)
{
    const std::lock_guard lock(m_naming);
    if (const auto known = m_catalogue.find(registry, repository))
        return *known;
    const RepositoryId id = m_catalogue.ensureRepository(registry, repository);
    post({RepositoryAdded{
        .repository = id, .registry = std::string(registry), .name = std::string(repository)}});
    return id;
}

void Ledger::setStored(const Digest &digest, std::int64_t size)
{
    const std::lock_guard lock(m_linking);
    post({ContentStored{.digest = digest, .size = size}});
    m_catalogue.setStored(digest, size);
    ++m_revision;
}

void Ledger::setMissing(const Digest &digest)
{
    post({ContentMissing{.digest = digest}});
    m_catalogue.setMissing(digest);
    ++m_revision;
}

void Ledger::setMissingUnlessUnreadable(const Digest &digest, const Error &error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Corrupt)
        setMissing(digest);
}

void Ledger::link(RepositoryId repository, const Descriptor &descriptor, bool isManifest)
{
    const std::lock_guard lock(m_linking);
    post({ContentLinked{
        .repository = repository, .descriptor = descriptor, .isManifest = isManifest}});
    m_catalogue.link(repository, descriptor, isManifest);
    if (isManifest)
        ++m_revision;
}

void Ledger::setChildren(const Digest &manifest, const std::vector<Digest> &children)
{
    post({ManifestRead{.manifest = manifest, .children = children}});
    m_catalogue.setChildren(manifest, children);
    ++m_revision;
}

void Ledger::addManifest(RepositoryId repository, const Descriptor &manifest,
                         const std::vector<Descriptor> &children)
{
    const std::vector<Digest> digests = digestsOf(children);
    std::vector<IndexChange> changes;
    changes.reserve(children.size() + 3);
    changes.emplace_back(ContentStored{.digest = manifest.digest, .size = manifest.size});
    for (const Descriptor &child : children)
        changes.emplace_back(
            ContentLinked{.repository = repository, .descriptor = child, .isManifest = false});
    changes.emplace_back(ManifestRead{.manifest = manifest.digest, .children = digests});
    changes.emplace_back(
        ContentLinked{.repository = repository, .descriptor = manifest, .isManifest = true});
    const std::lock_guard lock(m_linking);
    post(std::move(changes));

    // The manifest comes last: who sees it, sees its children.
    for (const Descriptor &child : children)
        m_catalogue.link(repository, child, false);
    m_catalogue.setStored(manifest.digest, manifest.size);
    m_catalogue.setChildren(manifest.digest, digests);
    m_catalogue.link(repository, manifest, true);
    ++m_revision;
}

void Ledger::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    const std::lock_guard lock(m_linking);
    const auto known = m_catalogue.tag(repository, tag);
    post({TagSet{.repository = repository,
                 .tag = std::string(tag),
                 .digest = state.digest,
                 .checkedAtMs = state.checkedAtMs}});
    m_catalogue.setTag(repository, tag, state);
    // Most calls say that upstream still has it so: nothing that index.json shows.
    if (!known || known->digest != state.digest)
        ++m_revision;
}

void Ledger::removeTag(RepositoryId repository, std::string_view tag)
{
    const std::lock_guard lock(m_linking);
    const auto state = m_catalogue.tag(repository, tag);
    if (state && m_catalogue.isPinned(repository, tag)) {
        pin(repository, std::string(tag), false);
        pin(repository, state->digest.toString(), true);
    }
    post({TagRemoved{.repository = repository, .tag = std::string(tag)}});
    m_catalogue.removeTag(repository, tag);
    ++m_revision;
}

void Ledger::setUsed(const std::vector<ContentUsed> &uses)
{
    post({uses.begin(), uses.end()});
    for (const ContentUsed &use : uses)
        m_catalogue.setUsed(use.repository, use.digest, use.usedAtMs, use.pulls);
}

void Ledger::setAccess(RepositoryId repository, const RepositoryAccess &access)
{
    const std::lock_guard lock(m_linking);
    post({AccessSet{.repository = repository, .access = access}});
    m_catalogue.setAccess(repository, access);
    ++m_revision;
}

void Ledger::setPinned(RepositoryId repository, const std::string &name, bool isPinned)
{
    const std::lock_guard lock(m_linking);
    pin(repository, name, isPinned);
    ++m_revision;
}

void Ledger::setSeen(RepositoryId repository, const std::string &tag, const SeenTag &seen)
{
    const std::lock_guard lock(m_linking);
    post({TagSeen{.repository = repository, .tag = tag, .seen = seen}});
    m_catalogue.setSeen(repository, tag, seen);
}

bool Ledger::remove(const Removal &removal)
{
    const std::lock_guard lock(m_linking);
    const RepositoryId repository = removal.repository;
    if (m_catalogue.linkRevision(repository) != removal.revision)
        return false;
    for (const std::string &name : removal.pins)
        pin(repository, name, false);
    std::vector<IndexChange> changes;
    changes.reserve(removal.tags.size() + removal.contents.size());
    for (const std::string &tag : removal.tags)
        changes.emplace_back(TagRemoved{.repository = repository, .tag = tag});
    for (const Digest &digest : removal.contents)
        changes.emplace_back(ContentUnlinked{.repository = repository, .digest = digest});
    post(std::move(changes));
    for (const std::string &tag : removal.tags)
        m_catalogue.removeTag(repository, tag);
    m_catalogue.unlink(repository, removal.contents);
    ++m_revision;
    return true;
}

std::optional<std::int64_t> Ledger::sweep(const Digest &digest)
{
    const std::lock_guard lock(m_linking);
    const auto size = m_catalogue.storedSize(digest);
    if (!size || m_catalogue.isLinked(digest))
        return std::nullopt;
    post({ContentSwept{.digest = digest}});
    m_catalogue.setMissing(digest);
    return size;
}

void Ledger::awaitWritten()
{
    if (m_hasBegun)
        m_index.awaitWritten();
}

void Ledger::setImageIndex(const FileStamp &stamp)
{
    m_index.post({ImageIndexWritten{.stamp = stamp}});
}

void Ledger::pin(RepositoryId repository, const std::string &name, bool isPinned)
{
    post({PinSet{.repository = repository, .name = name, .isPinned = isPinned}});
    m_catalogue.setPinned(repository, name, isPinned);
}

void Ledger::post(std::vector<IndexChange> changes)
{
    if (m_hasBegun)
        m_index.post(std::move(changes));
    else
        m_isToBeFilled = true;
}

} // namespace lanyard::store
