// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"
#include "archive/imagesource.h"
#include "core/imageref.h"
#include "core/result.h"
#include "registry/archivemeter.h"
#include "store/manifest.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace lanyard::registry {

/// Takes images into the store from where somebody has put them, without an upstream: manifests
/// first, so that nothing goes for want of an owner, then blobs, tags last. All is verified by its
/// digest. What the archive has not of an image stays to be fetched on its next use, and so does
/// what is damaged there.
///
/// Made for one import, on one thread, which it blocks.
class ImageImport
{
public:
    /// Both references outlive it.
    ImageImport(store::Store &store, const upstream::Routes &routes, ImportRequest request,
                ArchiveMeter::Told progressed);

    /// InvalidInput when the source is unreadable, has no image, or has not the only one that a
    /// name is for; NoRoom. What was taken in until then stays.
    Result<ImportResult> run(archive::ImageSource &source);

private:
    /// An image with the place that it will have.
    struct Target
    {
        std::string sourceName;
        ImageRef ref;
        store::RepositoryId repository = 0;
        store::Descriptor manifest;
        bool isPinned = false;
    };

    /// A manifest, as far as those say who name it, and who is to have it.
    struct Wanted
    {
        std::string mediaType;
        std::set<store::RepositoryId> repositories;
    };

    using Level = std::unordered_map<Digest, Wanted>;

    Result<void> choose(const std::vector<archive::ArchivedImage> &images);
    Result<ImageRef> refOf(const archive::ArchivedImage &image) const;
    bool isTaken(store::RepositoryId repository, const ImageRef &ref, const Digest &digest) const;
    Result<void> takeManifests(archive::ImageSource &source);
    Result<void> takeManifest(const archive::ImageSource::Content &content, const Wanted &wanted,
                              Level &next);
    Result<void> store(const store::ManifestRecord &manifest, const Wanted &wanted);
    void want(const store::Manifest &manifest, const Wanted &parent, Level &next);
    Result<void> takeBlobs(archive::ImageSource &source);
    Result<void> takeBlob(const archive::ImageSource::Content &content, std::int64_t size);
    void setNames();
    void refuse(const std::string &name, const Message &reason);

    store::Store &m_store;
    const upstream::Routes &m_routes;
    const ImportRequest m_request;
    std::vector<Target> m_targets;
    std::set<std::pair<store::RepositoryId, Digest>> m_manifests; ///< that are stored
    std::unordered_set<Digest> m_children;                        ///< manifests that others name
    std::unordered_map<Digest, Message> m_damaged;                ///< manifests: what is wrong
    std::unordered_map<Digest, std::int64_t> m_blobs;             ///< that are wanted: their sizes
    ArchiveMeter m_meter;
    ImportResult m_result;
};

} // namespace lanyard::registry
