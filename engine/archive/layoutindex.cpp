// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/layoutindex.h"

#include "store/imageindex.h"

#include <string>
#include <utility>

namespace lanyard::archive {

namespace {

std::string nameOf(const store::LayoutEntry &entry)
{
    if (!entry.imageName.empty())
        return entry.imageName;
    if (entry.reference.find_first_of(":/@") != std::string::npos)
        return entry.reference;
    if (!entry.repository.empty())
        return entry.repository + '@' + entry.manifest.digest.toString();
    return {};
}

} // namespace

std::vector<ArchivedImage> imagesOfLayout(QByteArrayView indexJson)
{
    std::vector<ArchivedImage> images;
    for (store::LayoutEntry &entry : store::parseLayoutIndex(indexJson)) {
        std::string name = nameOf(entry);
        images.push_back({.name = std::move(name),
                          .manifest = std::move(entry.manifest),
                          .isPinned = entry.isPinned,
                          .isPrivate = entry.isPrivate});
    }
    return images;
}

} // namespace lanyard::archive
