// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diskpool.h"
#include "store/blobstore.h"
#include "store/contentuse.h"
#include "store/imageindex.h"
#include "store/index.h"
#include "store/inventory.h"
#include "store/ledger.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <vector>

namespace lanyard::store {

/// Makes the ledger agree with what a start finds on disk: with index.json at once, with all files
/// a short while after.
class StockTaking
{
public:
    /// All outlive it, and it outlives its tasks on the pool.
    StockTaking(DiskPool &pool, BlobStore &blobs, Ledger &ledger, ContentUse &inUse);

    /// Takes in what index.json has and the index has not, before anything is changed; blocks.
    /// What the user should know of it; empty: nothing.
    Message takeInImageIndex(const OpenedIndex &opened);

    /// Begins to look at all files, on the pool.
    void start() { m_inventory.start(); }

    /// Ends soon after. Thread-safe.
    void stop() { m_inventory.stop(); }

    /// All files have been looked at. Thread-safe.
    bool isFinished() const { return m_isFinished; }

    /// Whether index.json, as it was at the start, has things that the ledger may still lack.
    /// Called when nothing runs on the pool.
    bool needsImageIndex() const { return m_isFileUnknown && !m_isFinished; }

private:
    std::vector<ImageRoot> imageRoots() const;
    void appeared(const Digest &digest, std::int64_t size);
    void readChildren(const Digest &manifest);
    void finished();

    BlobStore &m_blobs;
    Ledger &m_ledger;
    ContentUse &m_inUse;
    bool m_isFileUnknown = false; ///< of the inventory: the ledger did not know some file
    std::atomic<bool> m_isFinished{false};
    Inventory m_inventory;
};

} // namespace lanyard::store
