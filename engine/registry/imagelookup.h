// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imageref.h"
#include "core/result.h"
#include "store/catalogue.h"

#include <string>

namespace lanyard::registry {

/// An image that is stored.
struct FoundImage
{
    store::RepositoryId repository = 0;
    std::string tag; ///< empty: it has been found by its digest
    store::Descriptor manifest;
};

/// The image that a reference names; with a tag and a digest, the digest says which one is meant,
/// as when pulling. NotFound when the cache does not have it.
Result<FoundImage> findImage(const store::Catalogue &catalogue, const ImageRef &ref);

} // namespace lanyard::registry
