// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/imagelookup.h"
#include "store/manifest.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace lanyard::registry {

/// A whole image for one platform, as Docker runs it.
struct ExportedPlatform
{
    store::Platform platform; ///< as an index says it; empty where there is none
    Digest config;
    std::vector<Digest> layers; ///< from the lowest
};

/// What has to be copied so that somebody else has an image.
struct ExportPlan
{
    std::vector<Digest> manifests;
    std::vector<Digest> blobs;
    std::vector<ExportedPlatform> platforms;
    std::vector<std::string> leftOut; ///< platforms that are not whole here
};

/// Plans the export of an image: all of it that is complete, however deep its indexes are. NotFound
/// when no platform of it is. Reads files.
Result<ExportPlan> planExport(store::Store &store, const FoundImage &image);

} // namespace lanyard::registry
