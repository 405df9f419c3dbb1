// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cataloguedata.h"

#include <QtGlobal>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace lanyard::store {

namespace {

/// Where the link of `content` is in `links`, or belongs.
template <typename Links>
auto placeOf(Links &links, ContentNumber content)
{
    return std::lower_bound(links.begin(), links.end(), content,
                            [](const auto &row, ContentNumber to) { return row.content < to; });
}

} // namespace

std::optional<RepositoryId> CatalogueData::find(std::string_view registry,
                                                std::string_view repository) const
{
    const auto names = m_registries.find(registry);
    if (names == m_registries.end())
        return std::nullopt;
    const auto id = names->second.find(repository);
    return id == names->second.end() ? std::nullopt : std::optional(id->second);
}

std::optional<ContentInfo> CatalogueData::content(RepositoryId repository,
                                                  const Digest &digest) const
{
    Q_ASSERT(repository < m_repositories.size());
    const auto content = m_contents.find(digest);
    if (!content)
        return std::nullopt;
    const LinkRow *link = findLink(m_repositories[repository], *content);
    if (link == nullptr)
        return std::nullopt;
    const auto storedSize = m_contents.storedSize(*content);
    return ContentInfo{.size = storedSize.value_or(link->size),
                       .mediaType = m_mediaTypes.name(link->mediaType),
                       .usedAtMs = link->usedAtMs,
                       .isManifest = link->isManifest,
                       .isStored = storedSize.has_value()};
}

std::optional<TagState> CatalogueData::tag(RepositoryId repository, std::string_view tag) const
{
    Q_ASSERT(repository < m_repositories.size());
    const auto &tags = m_repositories[repository].tags;
    const auto found = tags.find(tag);
    if (found == tags.end())
        return std::nullopt;
    return TagState{.digest = m_contents.digest(found->second.content),
                    .checkedAtMs = found->second.checkedAtMs,
                    .freshUntilMs = found->second.freshUntilMs};
}

std::optional<std::int64_t> CatalogueData::storedSize(const Digest &digest) const
{
    const auto content = m_contents.find(digest);
    return content ? m_contents.storedSize(*content) : std::nullopt;
}

std::int64_t CatalogueData::storedBytes() const
{
    return m_contents.storedBytes();
}

std::size_t CatalogueData::storedCount() const
{
    return m_contents.storedCount();
}

std::vector<std::string> CatalogueData::repositories(std::string_view last, std::size_t max) const
{
    std::vector<std::string> page;
    for (auto name = m_ordered.upper_bound(last); name != m_ordered.end() && page.size() < max;
         ++name) {
        const std::vector<LinkRow> &links = m_repositories[name->second].links;
        if (std::any_of(links.begin(), links.end(),
                        [this](const LinkRow &link) { return isStoredManifest(link); }))
            page.emplace_back(name->first);
    }
    return page;
}

std::vector<std::string> CatalogueData::tags(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    const Repository &entry = m_repositories[repository];
    std::vector<std::string> names;
    for (const auto &[name, tag] : entry.tags) {
        if (listedManifest(entry, tag) != nullptr)
            names.push_back(name);
    }
    return names;
}

std::size_t CatalogueData::repositoryCount() const
{
    return m_repositories.size();
}

std::string CatalogueData::repositoryName(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    return m_repositories[repository].fullName;
}

std::vector<RootManifest> CatalogueData::roots(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    const Repository &entry = m_repositories[repository];
    std::vector<RootManifest> roots;
    std::unordered_set<ContentNumber> others; // what no root without a tag can be
    for (const auto &[name, tag] : entry.tags) {
        const LinkRow *link = listedManifest(entry, tag);
        if (link == nullptr)
            continue;
        others.insert(tag.content);
        roots.push_back({.tag = name, .manifest = descriptorOf(*link)});
    }
    for (const LinkRow &link : entry.links) {
        if (!isStoredManifest(link))
            continue;
        if (const auto named = m_edges.children(link.content))
            others.insert(named->begin(), named->end());
    }
    for (const LinkRow &link : entry.links) {
        if (isStoredManifest(link) && !others.contains(link.content))
            roots.push_back({.tag = {}, .manifest = descriptorOf(link)});
    }
    return roots;
}

std::optional<std::vector<Digest>> CatalogueData::children(const Digest &manifest) const
{
    const auto content = m_contents.find(manifest);
    const auto named = content ? m_edges.children(*content) : std::nullopt;
    return named ? std::optional(digestsOf(*named)) : std::nullopt;
}

std::vector<Digest> CatalogueData::parents(const Digest &content) const
{
    const auto child = m_contents.find(content);
    return child ? digestsOf(m_edges.parents(*child)) : std::vector<Digest>();
}

std::vector<Digest> CatalogueData::unreadManifests(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<Digest> unread;
    for (const LinkRow &link : m_repositories[repository].links) {
        if (isStoredManifest(link) && !m_edges.children(link.content))
            unread.push_back(m_contents.digest(link.content));
    }
    return unread;
}

std::vector<ContentEntry> CatalogueData::contents(ContentNumber first, std::size_t max) const
{
    std::vector<ContentEntry> entries;
    const std::size_t end = std::min(m_contents.size(), first + max);
    for (auto content = first; content < end; ++content) {
        ContentEntry &entry =
            entries.emplace_back(ContentEntry{.digest = m_contents.digest(content),
                                              .storedSize = m_contents.storedSize(content),
                                              .children = std::nullopt});
        if (const auto named = m_edges.children(content))
            entry.children = digestsOf(*named);
    }
    return entries;
}

std::vector<LinkEntry> CatalogueData::links(RepositoryId repository, std::size_t first,
                                            std::size_t max) const
{
    Q_ASSERT(repository < m_repositories.size());
    const std::vector<LinkRow> &links = m_repositories[repository].links;
    std::vector<LinkEntry> entries;
    const std::size_t end = std::min(links.size(), first + max);
    for (std::size_t at = first; at < end; ++at)
        entries.push_back({.descriptor = descriptorOf(links[at]),
                           .usedAtMs = links[at].usedAtMs,
                           .isManifest = links[at].isManifest});
    return entries;
}

std::vector<TagEntry> CatalogueData::tagEntries(RepositoryId repository, std::string_view last,
                                                std::size_t max) const
{
    Q_ASSERT(repository < m_repositories.size());
    const auto &tags = m_repositories[repository].tags;
    std::vector<TagEntry> entries;
    for (auto tag = tags.upper_bound(last); tag != tags.end() && entries.size() < max; ++tag)
        entries.push_back({.tag = tag->first,
                           .state = {.digest = m_contents.digest(tag->second.content),
                                     .checkedAtMs = tag->second.checkedAtMs,
                                     .freshUntilMs = tag->second.freshUntilMs}});
    return entries;
}

RepositoryId CatalogueData::ensureRepository(std::string_view registry, std::string_view repository)
{
    if (const auto known = find(registry, repository))
        return *known;
    const auto id = static_cast<RepositoryId>(m_repositories.size());
    Repository &entry = m_repositories.emplace_back();
    entry.fullName.append(registry).append("/").append(repository);
    m_ordered.emplace(entry.fullName, id);
    m_registries[std::string(registry)].emplace(repository, id);
    return id;
}

void CatalogueData::link(RepositoryId repository, const Descriptor &descriptor, bool isManifest)
{
    addLink(repository, {.size = descriptor.size,
                         .usedAtMs = 0,
                         .content = m_contents.insert(descriptor.digest),
                         .mediaType = m_mediaTypes.numberOf(descriptor.mediaType),
                         .isManifest = isManifest});
}

void CatalogueData::setStored(const Digest &digest, std::int64_t size)
{
    m_contents.setStoredSize(m_contents.insert(digest), size);
}

void CatalogueData::setMissing(const Digest &digest)
{
    if (const auto content = m_contents.find(digest))
        m_contents.setStoredSize(*content, std::nullopt);
}

void CatalogueData::setChildren(const Digest &manifest, const std::vector<Digest> &children)
{
    std::vector<ContentNumber> numbers;
    numbers.reserve(children.size());
    for (const Digest &child : children)
        numbers.push_back(m_contents.insert(child));
    addChildren(m_contents.insert(manifest), std::move(numbers));
}

void CatalogueData::setUsed(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs)
{
    Q_ASSERT(repository < m_repositories.size());
    const auto content = m_contents.find(digest);
    std::vector<LinkRow> &links = m_repositories[repository].links;
    const auto place = content ? placeOf(links, *content) : links.end();
    if (place != links.end() && place->content == *content)
        place->usedAtMs = std::max(place->usedAtMs, usedAtMs);
}

void CatalogueData::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    addTag(repository, tag, m_contents.insert(state.digest), state.checkedAtMs);
    m_repositories[repository].tags.find(tag)->second.freshUntilMs = state.freshUntilMs;
}

void CatalogueData::removeTag(RepositoryId repository, std::string_view tag)
{
    Q_ASSERT(repository < m_repositories.size());
    auto &tags = m_repositories[repository].tags;
    if (const auto found = tags.find(tag); found != tags.end())
        tags.erase(found);
}

ContentNumber CatalogueData::addContent(const Digest &digest,
                                        std::optional<std::int64_t> storedSize)
{
    const ContentNumber content = m_contents.insert(digest);
    m_contents.setStoredSize(content, storedSize);
    return content;
}

MediaTypes::Number CatalogueData::addMediaType(std::string_view name)
{
    return m_mediaTypes.numberOf(name);
}

void CatalogueData::addLink(RepositoryId repository, const LinkRow &link)
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<LinkRow> &links = m_repositories[repository].links;
    if (links.empty() || links.back().content < link.content) {
        links.push_back(link);
        return;
    }
    const auto place = placeOf(links, link.content);
    if (place == links.end() || place->content != link.content) {
        links.insert(place, link);
        return;
    }
    // A manifest that was fetched came with its type and size; what others say of it is hearsay.
    if (place->isManifest && !link.isManifest)
        return;
    place->size = link.size;
    place->isManifest = link.isManifest;
    if (link.mediaType != MediaTypes::unknown)
        place->mediaType = link.mediaType;
}

void CatalogueData::addChildren(ContentNumber manifest, std::vector<ContentNumber> children)
{
    m_edges.set(manifest, std::move(children));
}

void CatalogueData::addTag(RepositoryId repository, std::string_view tag, ContentNumber content,
                           std::int64_t checkedAtMs)
{
    Q_ASSERT(repository < m_repositories.size());
    auto &tags = m_repositories[repository].tags;
    auto found = tags.find(tag);
    if (found == tags.end())
        found = tags.emplace(tag, Tag()).first;
    found->second = {.content = content, .checkedAtMs = checkedAtMs, .freshUntilMs = 0};
}

const CatalogueData::LinkRow *CatalogueData::findLink(const Repository &repository,
                                                      ContentNumber content) const
{
    const std::vector<LinkRow> &links = repository.links;
    const auto place = placeOf(links, content);
    return place == links.end() || place->content != content ? nullptr : &*place;
}

bool CatalogueData::isStoredManifest(const LinkRow &link) const
{
    return link.isManifest && m_contents.storedSize(link.content).has_value();
}

const CatalogueData::LinkRow *CatalogueData::listedManifest(const Repository &repository,
                                                            const Tag &tag) const
{
    const LinkRow *link = findLink(repository, tag.content);
    return link != nullptr && isStoredManifest(*link) ? link : nullptr;
}

Descriptor CatalogueData::descriptorOf(const LinkRow &link) const
{
    return {.digest = m_contents.digest(link.content),
            .mediaType = std::string(m_mediaTypes.name(link.mediaType)),
            .size = m_contents.storedSize(link.content).value_or(link.size)};
}

std::vector<Digest> CatalogueData::digestsOf(std::span<const ContentNumber> contents) const
{
    std::vector<Digest> digests;
    digests.reserve(contents.size());
    for (const ContentNumber content : contents)
        digests.push_back(m_contents.digest(content));
    return digests;
}

} // namespace lanyard::store
