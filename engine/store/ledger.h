// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"
#include "store/index.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
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
    void link(RepositoryId repository, const Descriptor &descriptor, bool isManifest);
    void setChildren(const Digest &manifest, const std::vector<Digest> &children);
    /// A stored manifest, with links for it and all that it names.
    void addManifest(RepositoryId repository, const Descriptor &manifest,
                     const std::vector<Descriptor> &children);
    void setTag(RepositoryId repository, std::string_view tag, const TagState &state);
    void removeTag(RepositoryId repository, std::string_view tag);
    void setUsed(const std::vector<ContentUsed> &uses);
    void setImageIndex(const FileStamp &stamp);

private:
    void post(std::vector<IndexChange> changes);

    Index &m_index;
    Catalogue m_catalogue;
    std::atomic<bool> m_hasBegun{false};
    std::atomic<bool> m_isToBeFilled{false};
    std::atomic<std::uint64_t> m_revision{1};
    std::mutex m_naming; ///< held from making a repository until the index knows its name
};

} // namespace lanyard::store
