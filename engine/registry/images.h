// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"
#include "api/repositorysizes.h"
#include "core/result.h"
#include "registry/imagereader.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <string_view>

namespace lanyard::registry {

/// The images in the store: what catalogue and stored manifests come to. Asks no upstream.
/// Thread-safe; every call reads files.
class Images
{
public:
    /// Both outlive it.
    Images(store::Store &store, const upstream::Routes &routes);

    /// Reads the manifests of the images that it returns, and no others.
    ImagePage list(const ImageQuery &query) const;
    /// `reference` as people write it. InvalidInput when it is none, NotFound when the cache has no
    /// such image.
    Result<ImageDetails> inspect(std::string_view reference) const;

    /// What is stored of each repository; reads no file.
    RepositorySizes sizes() const;

private:
    store::Store &m_store;
    const upstream::Routes &m_routes;
};

} // namespace lanyard::registry
