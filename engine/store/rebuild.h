// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/blobstore.h"
#include "store/imageindex.h"
#include "store/ledger.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lanyard::store {

/// How far a rebuild believes what the ledger has.
enum class Trust : std::uint8_t {
    Rows,  ///< all of it
    Files, ///< a manifest is read again when something that it names is not stored
};

/// Brings into a ledger what index.json names and the ledger lacks: everything after the database
/// was lost, the newest after it was replaced by an older copy; pins, too. A manifest is read only
/// when something of it is lacking; content counts as stored when its file has the size that its
/// manifest says.
///
/// One thread; blocks on the disk. What cannot be read is left out.
class Rebuild
{
public:
    /// Both outlive it.
    Rebuild(const BlobStore &blobs, Ledger &ledger, Trust trust);

    /// How many of the roots are in the catalogue now.
    std::size_t takeIn(const std::vector<ImageRoot> &roots);

private:
    bool takeInRoot(const ImageRoot &root);
    void takeInPin(RepositoryId repository, const ImageRoot &root);
    bool takeInManifest(RepositoryId repository, const Descriptor &descriptor, int depth);
    void takeInFile(const Descriptor &child);
    bool isWhole(RepositoryId repository, const Digest &manifest) const;

    const BlobStore &m_blobs;
    Ledger &m_ledger;
    const Catalogue &m_catalogue;
    const Trust m_trust;
    /// What was read already: each manifest is, once for each repository.
    std::unordered_map<RepositoryId, std::unordered_set<Digest>> m_read;
};

} // namespace lanyard::store
