// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/blobstore.h"
#include "store/cataloguedata.h"
#include "store/imageindex.h"

#include <cstddef>
#include <vector>

namespace lanyard::store {

/// Brings into a catalogue what index.json names and the catalogue lacks: everything after the
/// database was lost, the newest after it was replaced by an older copy. A manifest is read only
/// when something of it is lacking; content counts as stored when its file has the size that its
/// manifest says.
///
/// Not thread-safe; blocks on the disk. What cannot be read is left out.
class Rebuild
{
public:
    /// Both outlive it.
    Rebuild(const BlobStore &blobs, CatalogueData &catalogue);

    /// How many of the roots are in the catalogue now.
    std::size_t takeIn(const std::vector<ImageRoot> &roots);

    bool hasChanged() const { return m_hasChanged; }

private:
    bool takeInRoot(const ImageRoot &root);
    bool takeInManifest(RepositoryId repository, const Descriptor &descriptor, int depth);
    void takeInChild(RepositoryId repository, const Descriptor &child);
    bool isWhole(RepositoryId repository, const Digest &manifest) const;

    const BlobStore &m_blobs;
    CatalogueData &m_catalogue;
    bool m_hasChanged = false;
};

} // namespace lanyard::store
