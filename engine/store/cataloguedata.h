// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"
#include "store/contenttable.h"
#include "store/edgetable.h"
#include "store/linktable.h"
#include "store/mediatypes.h"

#include <deque>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lanyard::store {

/// What Catalogue guards with its lock: built for a million pieces of content and 100,000 tags.
/// The members named as in Catalogue do what it says there; the others fill it in bulk at a start.
///
/// Not thread-safe. find(), content() and tag() allocate nothing.
class CatalogueData
{
public:
    std::optional<RepositoryId> find(std::string_view registry, std::string_view repository) const;
    std::optional<ContentInfo> content(RepositoryId repository, const Digest &digest) const;
    std::optional<TagState> tag(RepositoryId repository, std::string_view tag) const;
    std::optional<std::int64_t> storedSize(const Digest &digest) const;
    std::int64_t storedBytes() const;
    std::size_t storedCount() const;
    RepositoryAccess access(RepositoryId repository) const;
    std::vector<std::string> repositories(std::string_view last, std::size_t max,
                                          Catalogue::Scope scope) const;
    std::vector<std::string> tags(RepositoryId repository) const;
    std::size_t repositoryCount() const;
    std::string repositoryName(RepositoryId repository) const;
    std::vector<RootManifest> roots(RepositoryId repository) const;
    std::optional<std::vector<Digest>> children(const Digest &manifest) const;
    std::vector<Digest> unreadManifests(RepositoryId repository) const;
    std::vector<ContentEntry> contents(ContentNumber first, std::size_t max) const;
    std::vector<LinkEntry> links(RepositoryId repository, ContentNumber first,
                                 std::size_t max) const;
    std::vector<TagEntry> tagEntries(RepositoryId repository, std::string_view last,
                                     std::size_t max) const;
    std::vector<NumberedContent> numberedContents(ContentNumber first, std::size_t max) const;
    std::vector<NumberedLink> numberedLinks(RepositoryId repository, ContentNumber first,
                                            std::size_t max) const;
    std::vector<std::string> pins(RepositoryId repository) const;
    bool isPinned(RepositoryId repository, std::string_view name) const;
    std::optional<SeenTag> seenTag(RepositoryId repository, std::string_view tag) const;
    bool isLinked(const Digest &digest) const;
    std::uint64_t linkRevision(RepositoryId repository) const;

    RepositoryId ensureRepository(std::string_view registry, std::string_view repository);
    void link(RepositoryId repository, const Descriptor &descriptor, bool isManifest);
    void setStored(const Digest &digest, std::int64_t size);
    void setMissing(const Digest &digest);
    void setChildren(const Digest &manifest, const std::vector<Digest> &children);
    void setUsed(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs,
                 std::uint32_t pulls);
    void setTag(RepositoryId repository, std::string_view tag, const TagState &state);
    void removeTag(RepositoryId repository, std::string_view tag);
    void expireTags();
    void setAccess(RepositoryId repository, const RepositoryAccess &access);
    void setPinned(RepositoryId repository, std::string_view name, bool isPinned);
    void setSeen(RepositoryId repository, std::string_view tag, const SeenTag &seen);
    void unlink(RepositoryId repository, std::span<const Digest> contents);

    // By number: a start makes no look-up of a digest for each link.

    ContentNumber addContent(const Digest &digest, std::optional<std::int64_t> storedSize);
    MediaTypes::Number addMediaType(std::string_view name);

    void addLink(RepositoryId repository, const LinkRow &link);
    /// The content is linked.
    void addPulls(RepositoryId repository, ContentNumber content, std::uint32_t pulls);
    void addChildren(ContentNumber manifest, std::vector<ContentNumber> children);
    void addTag(RepositoryId repository, std::string_view tag, ContentNumber content,
                std::int64_t checkedAtMs);

private:
    /// What a tag points at. Its content may be without a link, and then is not listed.
    struct Tag
    {
        ContentNumber content = 0;
        std::int64_t checkedAtMs = 0;
        std::int64_t freshUntilMs = 0;
        SharedMessage rule;
    };

    /// So that look-ups take a string_view as it is.
    struct StringHash
    {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    struct Repository
    {
        std::string fullName; ///< <registry>/<name>
        RepositoryAccess access;
        LinkTable links;
        std::unordered_map<ContentNumber, std::uint32_t> pulls; ///< of manifests that had any
        std::map<std::string, Tag, std::less<>> tags;
        /// By tag, or digest as text; of a tag, what it was seen to name upstream.
        std::map<std::string, std::optional<SeenTag>, std::less<>> pins;
        std::uint64_t revision = 0; ///< of links, tags and pins that were added
    };

    using Names = std::unordered_map<std::string, RepositoryId, StringHash, std::equal_to<>>;

    static std::uint32_t pullsOf(const Repository &repository, ContentNumber content);
    bool isStoredManifest(const LinkRow &link) const;
    bool isManifestPinned(const Repository &repository, const LinkRow &link) const;
    /// The link of a tag whose manifest is stored; else nullptr.
    const LinkRow *listedManifest(const Repository &repository, const Tag &tag) const;

    Descriptor descriptorOf(const LinkRow &link) const;
    std::vector<Digest> digestsOf(std::span<const ContentNumber> contents) const;

    ContentTable m_contents;
    /// How many repositories link each content; a deque, because growing copies nothing.
    std::deque<std::uint32_t> m_linkCounts;
    EdgeTable m_edges;
    std::uint64_t m_manifestRevision = 0; ///< of manifests that are stored again
    MediaTypes m_mediaTypes;
    std::deque<Repository> m_repositories; // never moves what it holds: m_ordered refers to it
    std::unordered_map<std::string, Names, StringHash, std::equal_to<>> m_registries;
    std::map<std::string_view, RepositoryId> m_ordered; ///< by full name, for paging
};

} // namespace lanyard::store
