// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/manifestaccept.h"

#include "core/asciitext.h"
#include "core/limits.h"
#include "store/manifest.h"

#include <algorithm>
#include <array>
#include <vector>

namespace lanyard::registry {

namespace {

constexpr std::array acceptedTypes{
    std::string_view("application/vnd.oci.image.index.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.list.v2+json"),
    std::string_view("application/vnd.oci.image.manifest.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.v2+json"),
    std::string_view("application/vnd.oci.artifact.manifest.v1+json"),
};

constexpr std::string_view anyType = "*/*";
constexpr std::string_view separator = ", ";

} // namespace

std::string upstreamAccept(std::string_view clientAccept)
{
    std::vector<std::string_view> types(acceptedTypes.begin(), acceptedTypes.end());
    std::size_t bytesLeft = limits::clientAcceptBytesMax;
    while (!clientAccept.empty()) {
        // Ranges of types are left out: any type is asked for at the end.
        const std::string_view type = store::mediaTypeOf(takeListElement(clientAccept));
        const bool isNew = std::find(types.begin(), types.end(), type) == types.end();
        const std::size_t size = type.size() + separator.size();
        if (type.empty() || !isNew || size > bytesLeft)
            continue;
        bytesLeft -= size;
        types.push_back(type);
    }
    std::string accept;
    for (const std::string_view type : types)
        accept.append(type).append(separator);
    return accept.append(anyType);
}

} // namespace lanyard::registry
