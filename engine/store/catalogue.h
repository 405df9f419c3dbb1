// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/visibility.h"
#include "core/digest.h"
#include "core/sharedmessage.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::store {

/// A repository of an upstream, by a number that holds while the process runs.
using RepositoryId = std::uint32_t;

/// What a manifest says of a child, or a registry of a blob (OCI image-spec, descriptor.md).
struct Descriptor
{
    Digest digest;
    std::string mediaType; ///< empty: not known
    std::int64_t size = 0; ///< bytes
};

struct RepositoryAccess
{
    Visibility visibility = Visibility::Unknown;
    std::int64_t sinceMs = 0; ///< since 1970-01-01 UTC
    bool operator==(const RepositoryAccess &) const = default;
};

/// The two names of which Catalogue::repositoryName() is made.
struct RepositoryNames
{
    std::string_view registry;
    std::string_view repository; ///< empty: it is no such name
};

/// Views into `fullName`. Pure.
RepositoryNames splitRepositoryName(std::string_view fullName);

/// What the catalogue knows of content in a repository. `mediaType` lives as long as the catalogue.
struct ContentInfo
{
    std::int64_t size = 0;
    std::string_view mediaType;
    std::int64_t usedAtMs = 0; ///< as of the last write of uses; since 1970-01-01 UTC; 0: never
    std::uint32_t pulls = 0;   ///< by clients, as of then
    bool isManifest = false;   ///< it was fetched as a manifest
    bool isStored = false;     ///< its file is there; false: only named by a manifest
    Visibility visibility = Visibility::Unknown; ///< of the repository
};

struct TagState
{
    Digest digest;
    std::int64_t checkedAtMs = 0; ///< when upstream last said so, since 1970-01-01 UTC; 0: never
    /// Until when it is served without asking; since 1970-01-01 UTC. In memory only: derived from
    /// the tag rules, which may differ at the next start. 0: to be derived.
    std::int64_t freshUntilMs = 0;
    SharedMessage rule = {}; ///< why so long; in memory only
};

/// What upstream said that a pinned tag names, when it was asked without a client.
struct SeenTag
{
    Digest digest;
    std::int64_t seenAtMs = 0; ///< since 1970-01-01 UTC
};

/// A stored manifest that a repository has for its own sake: by a tag, or because it was asked for
/// by its digest and no other manifest of the repository names it.
struct RootManifest
{
    std::string tag; ///< empty: none
    Descriptor manifest;
    bool isPinned = false; ///< by its tag, or by its digest
};

// Entries in bulk, as a walk through all of the catalogue takes them.

/// Content by a number that holds while the process runs; counted from 0.
using ContentNumber = std::uint32_t;

struct ContentEntry
{
    Digest digest;
    std::optional<std::int64_t> storedSize;      ///< bytes; nullopt: not stored
    std::optional<std::vector<Digest>> children; ///< nullopt: not known to name any
};

struct LinkEntry
{
    Descriptor descriptor;
    std::int64_t usedAtMs = 0; ///< since 1970-01-01 UTC; 0: never
    std::uint32_t pulls = 0;
    ContentNumber content = 0;
    bool isManifest = false;
};

struct TagEntry
{
    std::string tag;
    TagState state;
    ContentNumber content = 0; ///< of state.digest
};

// The same by number, for who needs all of it at once.

struct NumberedContent
{
    Digest digest;
    std::optional<std::int64_t> storedSize;
    std::optional<std::vector<ContentNumber>> children; ///< ascending
};

struct NumberedLink
{
    ContentNumber content = 0;
    bool isManifest = false;
    std::int64_t usedAtMs = 0;
};

class CatalogueData;

/// The memory of the store: which repository has what. Read on the network threads for every
/// request, so it answers without disk, SQL or allocation. All members are thread-safe.
///
/// Content belongs to a repository by a *link*: it was fetched through it, or a manifest that was
/// fetched through it names it. Content without a link to a repository is not there for it, even
/// when its file is (as distribution's registry/storage/paths.go has it).
class Catalogue
{
public:
    Catalogue();
    /// With what the index has.
    explicit Catalogue(std::unique_ptr<CatalogueData> data);
    ~Catalogue();
    Catalogue(const Catalogue &) = delete;
    Catalogue &operator=(const Catalogue &) = delete;

    std::optional<RepositoryId> find(std::string_view registry, std::string_view repository) const;
    /// nullopt: not linked to this repository.
    std::optional<ContentInfo> content(RepositoryId repository, const Digest &digest) const;
    std::optional<TagState> tag(RepositoryId repository, std::string_view tag) const;
    /// The size of a stored file, linked to whatever repository; nullopt: not stored.
    std::optional<std::int64_t> storedSize(const Digest &digest) const;
    /// The sizes of all stored files together, each counted once; kept, not added up.
    std::int64_t storedBytes() const;
    std::size_t storedCount() const;

    RepositoryAccess access(RepositoryId repository) const;

    enum class Scope { All, WithoutPrivate };

    /// Repositories with at least one stored manifest, as <registry>/<name>, bytewise ascending,
    /// beyond `last`, at most `max`; with or without those that are not for everybody.
    std::vector<std::string> repositories(std::string_view last, std::size_t max,
                                          Scope scope = Scope::All) const;
    /// Tags whose manifest is stored, bytewise ascending.
    std::vector<std::string> tags(RepositoryId repository) const;
    /// The ids of repositories are all numbers below.
    std::size_t repositoryCount() const;
    /// <registry>/<name>
    std::string repositoryName(RepositoryId repository) const;
    /// Those with a tag first, bytewise ascending by it.
    std::vector<RootManifest> roots(RepositoryId repository) const;

    /// What a manifest names, in no order; nullopt: not known. The same in every repository.
    std::optional<std::vector<Digest>> children(const Digest &manifest) const;
    /// Stored manifests of a repository of which it is not known what they name.
    std::vector<Digest> unreadManifests(RepositoryId repository) const;

    /// What the user wants to keep in a repository: tags, and digests of manifests as text,
    /// bytewise ascending. It need not be there.
    std::vector<std::string> pins(RepositoryId repository) const;
    bool isPinned(RepositoryId repository, std::string_view name) const;
    /// What a pinned tag was seen to name upstream; nullopt: nobody has looked.
    std::optional<SeenTag> seenTag(RepositoryId repository, std::string_view tag) const;
    /// Whether any repository has this content.
    bool isLinked(const Digest &digest) const;
    /// Another number whenever a repository may need content that it did not need before: by a new
    /// link, a tag that has moved, a pin, or a manifest that is stored again.
    std::uint64_t linkRevision(RepositoryId repository) const;

    // A walk: each call copies at most `max` entries, and the lock is free between two.

    std::vector<ContentEntry> contents(ContentNumber first, std::size_t max) const;
    /// From content `first` on, ascending.
    std::vector<LinkEntry> links(RepositoryId repository, ContentNumber first,
                                 std::size_t max) const;
    /// Beyond `last`, bytewise ascending.
    std::vector<TagEntry> tagEntries(RepositoryId repository, std::string_view last,
                                     std::size_t max) const;
    std::vector<NumberedContent> numberedContents(ContentNumber first, std::size_t max) const;
    std::vector<NumberedLink> numberedLinks(RepositoryId repository, ContentNumber first,
                                            std::size_t max) const;

    // Changes: made by Store only, after the disk has what they say.

    RepositoryId ensureRepository(std::string_view registry, std::string_view repository);
    void link(RepositoryId repository, const Descriptor &descriptor, bool isManifest);
    void setStored(const Digest &digest, std::int64_t size);
    /// The file is gone: links stay, the content is fetched anew on next use.
    void setMissing(const Digest &digest);
    void setChildren(const Digest &manifest, const std::vector<Digest> &children);
    /// `pulls` are added to those that were.
    void setUsed(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs,
                 std::uint32_t pulls);
    void setTag(RepositoryId repository, std::string_view tag, const TagState &state);
    void removeTag(RepositoryId repository, std::string_view tag);
    /// Until when each holds is not known any more.
    void expireTags();
    void setAccess(RepositoryId repository, const RepositoryAccess &access);
    /// `name`: a tag, or the digest of a manifest as text.
    void setPinned(RepositoryId repository, std::string_view name, bool isPinned);
    /// Of a pinned tag; else does nothing.
    void setSeen(RepositoryId repository, std::string_view tag, const SeenTag &seen);
    /// The repository has this content no more. Takes longer the more links it has: a millisecond
    /// or two for a million.
    void unlink(RepositoryId repository, std::span<const Digest> contents);

private:
    mutable std::shared_mutex m_mutex;
    std::unique_ptr<CatalogueData> m_data; ///< guarded by m_mutex
};

} // namespace lanyard::store
