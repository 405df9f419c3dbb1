// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diskpool.h"
#include "store/blobstore.h"
#include "store/catalogue.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace lanyard::store {

/// Compares the catalogue with the files, once, after a start, when the process before was killed
/// or somebody has been at the folder: what the catalogue has and the disk has not, or with another
/// size, is told; what the disk has and the catalogue has not is hashed and told when it is right;
/// and stored manifests of which it is not known what they name are told.
///
/// Works on the disk pool, a small step at a time, so that other work has its turn.
class Inventory
{
public:
    /// Called on the pool.
    struct Events
    {
        std::function<void(const Digest &digest, std::int64_t size)> appeared;
        std::function<void(const Digest &digest)> vanished;
        std::function<void(const Digest &manifest)> unread;
        /// Last of all, unless it was stopped.
        std::function<void()> finished;
    };

    /// All outlive it, and it outlives its tasks on the pool.
    Inventory(DiskPool &pool, const BlobStore &blobs, const Catalogue &catalogue, Events events);

    void start();

    /// Ends soon after. Thread-safe.
    void stop() { m_isStopped = true; }

private:
    enum class Part : std::uint8_t { Contents, Files, Manifests, End };

    /// A file that the catalogue does not know, on its way through the hasher.
    struct Candidate
    {
        Digest digest;
        BlobStore::StoredFile file;
        Hasher hasher;
        std::int64_t hashed = 0; ///< bytes
    };

    void step();
    void checkContents();
    void checkFiles();
    void consider(Digest::Algorithm algorithm, const std::string &name);
    void hashCandidate();
    void checkManifests();

    DiskPool &m_pool;
    const BlobStore &m_blobs;
    const Catalogue &m_catalogue;
    const Events m_events;
    std::atomic<bool> m_isStopped{false};

    // Of the task at work:
    Part m_part = Part::Contents;
    ContentNumber m_content = 0; ///< the next
    std::size_t m_folder = 0;    ///< whose files are next
    std::optional<FolderListing> m_listing;
    std::vector<std::string> m_names; ///< listed and not considered yet
    std::optional<Candidate> m_candidate;
    RepositoryId m_repository = 0; ///< the next
    std::vector<Digest> m_unread;
};

} // namespace lanyard::store
