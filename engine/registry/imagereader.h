// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"
#include "store/manifest.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lanyard::registry {

ImageKind kindOf(const store::Manifest &manifest);

/// What is stored of the images of one repository, as its manifests and the catalogue say. Reads
/// each manifest once and keeps what it says: made for one question, on one thread that may block
/// on the disk.
class ImageReader
{
public:
    /// The store outlives it; the repository is one of its catalogue.
    ImageReader(store::Store &store, store::RepositoryId repository);

    /// `tag` is empty for one that is known by its digest.
    ImageSummary summary(std::string_view tag, const store::Descriptor &manifest);
    /// The same and everything in it. Reads the config of a single image, too.
    ImageDetails details(std::string_view tag, const store::Descriptor &manifest);

private:
    std::vector<std::string> tagsOf(const Digest &digest) const;
    const QList<ImagePlatform> &platforms(const Digest &digest);
    ImagePlatform platform(const store::Descriptor &descriptor, const store::Platform &named);
    void addContents(ImagePlatform &platform, const store::Manifest &manifest) const;
    /// nullopt: not stored, or not to be read.
    const std::optional<store::Manifest> &manifest(const Digest &digest);
    ImageContent content(const store::Descriptor &descriptor) const;

    store::Store &m_store;
    const store::RepositoryId m_repository;
    std::unordered_map<Digest, std::optional<store::Manifest>> m_manifests;
    std::unordered_map<Digest, QList<ImagePlatform>> m_platforms;
};

} // namespace lanyard::registry
