// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cataloguedata.h"

#include <QtGlobal>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace lanyard::store {

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
    const LinkRow *link = m_repositories[repository].links.find(*content);
    if (link == nullptr)
        return std::nullopt;
    const auto storedSize = m_contents.storedSize(*content);
    return ContentInfo{.size = storedSize.value_or(link->size),
                       .mediaType = m_mediaTypes.name(link->mediaType),
                       .usedAtMs = link->usedAtMs,
                       .pulls = pullsOf(m_repositories[repository], *content),
                       .isManifest = link->isManifest,
                       .isStored = storedSize.has_value(),
                       .visibility = m_repositories[repository].access.visibility};
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
                    .freshUntilMs = found->second.freshUntilMs,
                    .rule = found->second.rule};
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

RepositoryAccess CatalogueData::access(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    return m_repositories[repository].access;
}

void CatalogueData::setAccess(RepositoryId repository, const RepositoryAccess &access)
{
    Q_ASSERT(repository < m_repositories.size());
    m_repositories[repository].access = access;
}

std::vector<std::string> CatalogueData::repositories(std::string_view last, std::size_t max,
                                                     Catalogue::Scope scope) const
{
    std::vector<std::string> page;
    for (auto name = m_ordered.upper_bound(last); name != m_ordered.end() && page.size() < max;
         ++name) {
        const Repository &repository = m_repositories[name->second];
        if (scope == Catalogue::Scope::WithoutPrivate && isRestricted(repository.access.visibility))
            continue;
        const std::vector<LinkRow> &links = repository.links.rows();
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
        roots.push_back({.tag = name,
                         .manifest = descriptorOf(*link),
                         .isPinned = entry.pins.contains(name) || isManifestPinned(entry, *link)});
    }
    for (const LinkRow &link : entry.links.rows()) {
        if (!isStoredManifest(link))
            continue;
        if (const auto named = m_edges.children(link.content))
            others.insert(named->begin(), named->end());
    }
    for (const LinkRow &link : entry.links.rows()) {
        if (isStoredManifest(link) && !others.contains(link.content))
            roots.push_back({.tag = {},
                             .manifest = descriptorOf(link),
                             .isPinned = isManifestPinned(entry, link)});
    }
    return roots;
}

std::optional<std::vector<Digest>> CatalogueData::children(const Digest &manifest) const
{
    const auto content = m_contents.find(manifest);
    const auto named = content ? m_edges.children(*content) : std::nullopt;
    return named ? std::optional(digestsOf(*named)) : std::nullopt;
}

std::vector<Digest> CatalogueData::unreadManifests(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<Digest> unread;
    for (const LinkRow &link : m_repositories[repository].links.rows()) {
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

std::vector<LinkEntry> CatalogueData::links(RepositoryId repository, ContentNumber first,
                                            std::size_t max) const
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<LinkEntry> entries;
    for (const LinkRow &link : m_repositories[repository].links.rowsFrom(first, max))
        entries.push_back({.descriptor = descriptorOf(link),
                           .usedAtMs = link.usedAtMs,
                           .pulls = pullsOf(m_repositories[repository], link.content),
                           .content = link.content,
                           .isManifest = link.isManifest});
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
                                     .freshUntilMs = tag->second.freshUntilMs},
                           .content = tag->second.content});
    return entries;
}

std::vector<NumberedContent> CatalogueData::numberedContents(ContentNumber first,
                                                             std::size_t max) const
{
    std::vector<NumberedContent> entries;
    const std::size_t end = std::min(m_contents.size(), first + max);
    for (auto content = first; content < end; ++content) {
        NumberedContent &entry =
            entries.emplace_back(NumberedContent{.digest = m_contents.digest(content),
                                                 .storedSize = m_contents.storedSize(content),
                                                 .children = std::nullopt});
        if (const auto named = m_edges.children(content))
            entry.children.emplace(named->begin(), named->end());
    }
    return entries;
}

std::vector<NumberedLink> CatalogueData::numberedLinks(RepositoryId repository, ContentNumber first,
                                                       std::size_t max) const
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<NumberedLink> entries;
    for (const LinkRow &link : m_repositories[repository].links.rowsFrom(first, max))
        entries.push_back(
            {.content = link.content, .isManifest = link.isManifest, .usedAtMs = link.usedAtMs});
    return entries;
}

std::vector<std::string> CatalogueData::pins(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<std::string> names;
    for (const auto &[name, seen] : m_repositories[repository].pins)
        names.push_back(name);
    return names;
}

bool CatalogueData::isPinned(RepositoryId repository, std::string_view name) const
{
    Q_ASSERT(repository < m_repositories.size());
    return m_repositories[repository].pins.contains(name);
}

std::optional<SeenTag> CatalogueData::seenTag(RepositoryId repository, std::string_view tag) const
{
    Q_ASSERT(repository < m_repositories.size());
    const auto &pins = m_repositories[repository].pins;
    const auto pin = pins.find(tag);
    return pin == pins.end() ? std::nullopt : pin->second;
}

bool CatalogueData::isLinked(const Digest &digest) const
{
    const auto content = m_contents.find(digest);
    return content && *content < m_linkCounts.size() && m_linkCounts[*content] > 0;
}

std::uint64_t CatalogueData::linkRevision(RepositoryId repository) const
{
    Q_ASSERT(repository < m_repositories.size());
    return m_repositories[repository].revision + m_manifestRevision;
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
    // What it names counts as named from now on, although its own link may have been there.
    if (isManifest)
        ++m_repositories[repository].revision;
}

void CatalogueData::setStored(const Digest &digest, std::int64_t size)
{
    const ContentNumber content = m_contents.insert(digest);
    if (m_edges.children(content) && !m_contents.storedSize(content))
        ++m_manifestRevision;
    m_contents.setStoredSize(content, size);
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

void CatalogueData::setUsed(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs,
                            std::uint32_t pulls)
{
    Q_ASSERT(repository < m_repositories.size());
    const auto content = m_contents.find(digest);
    if (!content || m_repositories[repository].links.find(*content) == nullptr)
        return;
    m_repositories[repository].links.setUsed(*content, usedAtMs);
    if (pulls > 0)
        addPulls(repository, *content, pulls);
}

void CatalogueData::addPulls(RepositoryId repository, ContentNumber content, std::uint32_t pulls)
{
    Q_ASSERT(repository < m_repositories.size());
    m_repositories[repository].pulls[content] += pulls;
}

std::uint32_t CatalogueData::pullsOf(const Repository &repository, ContentNumber content)
{
    const auto known = repository.pulls.find(content);
    return known == repository.pulls.end() ? 0 : known->second;
}

void CatalogueData::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    addTag(repository, tag, m_contents.insert(state.digest), state.checkedAtMs);
    Tag &row = m_repositories[repository].tags.find(tag)->second;
    row.freshUntilMs = state.freshUntilMs;
    row.rule = state.rule;
}

void CatalogueData::expireTags()
{
    for (Repository &repository : m_repositories) {
        for (auto &[name, tag] : repository.tags)
            tag.freshUntilMs = 0;
    }
}

void CatalogueData::removeTag(RepositoryId repository, std::string_view tag)
{
    Q_ASSERT(repository < m_repositories.size());
    auto &tags = m_repositories[repository].tags;
    if (const auto found = tags.find(tag); found != tags.end())
        tags.erase(found);
}

void CatalogueData::setPinned(RepositoryId repository, std::string_view name, bool isPinned)
{
    Q_ASSERT(repository < m_repositories.size());
    Repository &entry = m_repositories[repository];
    if (isPinned) {
        entry.pins.try_emplace(std::string(name));
        ++entry.revision;
    } else if (const auto pin = entry.pins.find(name); pin != entry.pins.end()) {
        entry.pins.erase(pin);
    }
}

void CatalogueData::setSeen(RepositoryId repository, std::string_view tag, const SeenTag &seen)
{
    Q_ASSERT(repository < m_repositories.size());
    auto &pins = m_repositories[repository].pins;
    if (const auto pin = pins.find(tag); pin != pins.end())
        pin->second = seen;
}

void CatalogueData::unlink(RepositoryId repository, std::span<const Digest> contents)
{
    Q_ASSERT(repository < m_repositories.size());
    std::vector<ContentNumber> numbers;
    numbers.reserve(contents.size());
    for (const Digest &digest : contents) {
        if (const auto content = m_contents.find(digest))
            numbers.push_back(*content);
    }
    std::sort(numbers.begin(), numbers.end());
    for (const ContentNumber content : m_repositories[repository].links.remove(numbers)) {
        --m_linkCounts[content];
        m_repositories[repository].pulls.erase(content);
    }
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
    if (!m_repositories[repository].links.add(link))
        return;
    if (m_linkCounts.size() <= link.content)
        m_linkCounts.resize(link.content + 1);
    ++m_linkCounts[link.content];
    ++m_repositories[repository].revision;
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
    if (found == tags.end() || found->second.content != content)
        ++m_repositories[repository].revision;
    if (found == tags.end())
        found = tags.emplace(tag, Tag()).first;
    found->second = {.content = content, .checkedAtMs = checkedAtMs, .freshUntilMs = 0};
}

bool CatalogueData::isStoredManifest(const LinkRow &link) const
{
    return link.isManifest && m_contents.storedSize(link.content).has_value();
}

bool CatalogueData::isManifestPinned(const Repository &repository, const LinkRow &link) const
{
    // Most repositories have no pin, and a digest as text is not for nothing.
    return !repository.pins.empty() &&
           repository.pins.contains(m_contents.digest(link.content).toString());
}

const LinkRow *CatalogueData::listedManifest(const Repository &repository, const Tag &tag) const
{
    const LinkRow *link = repository.links.find(tag.content);
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
