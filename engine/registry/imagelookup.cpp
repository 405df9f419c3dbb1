// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagelookup.h"

#include <optional>

namespace lanyard::registry {

Result<FoundImage> findImage(const store::Catalogue &catalogue, const ImageRef &ref)
{
    const auto missing = [&ref] {
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "%1 is not in the cache"), {ref.toString()}});
    };
    const auto id = catalogue.find(ref.registry, ref.repository);
    if (!id)
        return missing();
    std::optional<Digest> digest = ref.digest;
    const auto state = ref.tag.empty() ? std::nullopt : catalogue.tag(*id, ref.tag);
    if (!digest && state)
        digest = state->digest;
    const auto info = digest ? catalogue.content(*id, *digest) : std::nullopt;
    if (!info || !info->isManifest || !info->isStored)
        return missing();
    const bool isTagged = state && state->digest == *digest;
    return FoundImage{.repository = *id,
                      .tag = isTagged ? ref.tag : std::string(),
                      .manifest = {.digest = *digest,
                                   .mediaType = std::string(info->mediaType),
                                   .size = info->size}};
}

} // namespace lanyard::registry
