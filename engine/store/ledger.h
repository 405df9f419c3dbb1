// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/catalogue.h"
#include "store/index.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::store {

/// The catalogue and the index behind it, kept alike: each change is posted to the index, then made
/// in the catalogue. Whoever makes one has made the disk agree with it before.
///
/// Thread-safe.
class Ledger
{
public:
    /// `index` is open, and had `data`. It outlives the use of this ledger, but not the ledger.
    Ledger(Index &index, std::unique_ptr<CatalogueData> data);

    /// Until then, changes are made in the catalogue only; if there were any, the index is filled
    /// anew with all of it.
    void begin();

    const Catalogue &catalogue() const { return m_catalogue; }

    /// Grows with each change that index.json shows, after the change.
    std::uint64_t revision() const { return m_revision; }

    RepositoryId ensureRepository(std::string_view registry, std::string_view repository);
    void setStored(const Digest &digest, std::int64_t size);
    /// The file is gone, or not what it should be.
    void setMissing(const Digest &digest);
    /// After a file could not be had: it counts as missing when it is gone or wrong, and stays when
    /// the process was not able to read it now.
    void setMissingUnlessUnreadable(const Digest &digest, const Error &error);
    void link(RepositoryId repository, const Descriptor &descriptor, bool isManifest);
    void setChildren(const Digest &manifest, const std::vector<Digest> &children);
    /// A stored manifest, with links for it and all that it names.
    void addManifest(RepositoryId repository, const Descriptor &manifest,
                     const std::vector<Descriptor> &children);
    void setTag(RepositoryId repository, std::string_view tag, const TagState &state);
    void removeTag(RepositoryId repository, std::string_view tag);

    void expireTags() { m_catalogue.expireTags(); }

    void setAccess(RepositoryId repository, const RepositoryAccess &access);

    void setUsed(const std::vector<ContentUsed> &uses);
    /// `name`: a tag, or the digest of a manifest as text. A pinned tag that is removed leaves its
    /// pin to the manifest: what a user wants to keep stays when upstream has it no more.
    void setPinned(RepositoryId repository, const std::string &name, bool isPinned);
    /// Of a pinned tag; else does nothing.
    void setSeen(RepositoryId repository, const std::string &tag, const SeenTag &seen);

    /// What a repository is to have no more.
    struct Removal
    {
        RepositoryId repository = 0;
        std::uint64_t revision = 0; ///< Catalogue::linkRevision() when that was decided
        std::vector<std::string> tags;
        std::vector<std::string> pins;
        std::vector<Digest> contents;
    };

    /// False, and nothing is done, when the repository's revision is another one by now. The files
    /// stay, until sweep().
    bool remove(const Removal &removal);
    /// Stored content that no repository has counts as not stored from now on; its bytes. nullopt:
    /// it is none.
    std::optional<std::int64_t> sweep(const Digest &digest);
    /// Blocks until the index has all changes that were made before.
    void awaitWritten();
    void setImageIndex(const FileStamp &stamp);

private:
    void pin(RepositoryId repository, const std::string &name, bool isPinned);
    void post(std::vector<IndexChange> changes);

    Index &m_index;
    Catalogue m_catalogue;
    std::atomic<bool> m_hasBegun{false};
    std::atomic<bool> m_isToBeFilled{false};
    std::atomic<std::uint64_t> m_revision{1};
    std::mutex m_naming; ///< held from making a repository until the index knows its name
    /// Held while what repositories have is changed: what nobody has, nobody gets meanwhile.
    std::mutex m_linking;
};

} // namespace lanyard::store
