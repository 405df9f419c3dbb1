// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bytesource.h"
#include "core/digest.h"
#include "core/result.h"
#include "store/catalogue.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

namespace lanyard::archive {

/// An image as its archive names it.
struct ArchivedImage
{
    /// A reference as people write it; empty where the archive does not say more than a tag.
    std::string name;
    store::Descriptor manifest; ///< without a media type where the archive does not tell it
    bool isPinned = false;
    bool isPrivate = false; ///< not everybody may be able to read it upstream
};

/// Images that somebody has put on a disk: where they are, and their bytes as they are there, not
/// verified.
///
/// One thread, which it blocks. Errors say which file, and what is wrong with it.
class ImageSource
{
public:
    ImageSource() = default;
    virtual ~ImageSource() = default;
    ImageSource(const ImageSource &) = delete;
    ImageSource &operator=(const ImageSource &) = delete;

    virtual Result<std::vector<ArchivedImage>> images() = 0;

    struct Content
    {
        Digest digest;         ///< that it should have
        std::int64_t size = 0; ///< bytes
        /// Gives the next bytes; empty: that was all.
        ByteSource next;
    };

    using Take = std::function<Result<void>(const Content &content)>;

    /// Calls `take`, which need not read it, for each of `wanted` that is there, once, in any
    /// order. An error that it returns ends this, and is returned.
    virtual Result<void> read(const std::unordered_set<Digest> &wanted, const Take &take) = 0;
};

struct SourceOptions
{
    /// What the repositories of a registry's storage belong to: it does not say so itself.
    std::string registry;
    /// Ends everything as Cancelled.
    std::stop_token stop;
};

/// Opens what is at `path`: an OCI image layout, as a folder or as a tar file, compressed or not
/// (OCI image-spec 1.1, image-layout.md), or the storage of a registry (distribution's
/// registry/storage/paths.go). InvalidInput when it is none of these, NotFound, Io.
Result<std::unique_ptr<ImageSource>> openImageSource(const std::string &path,
                                                     const SourceOptions &options);

} // namespace lanyard::archive
