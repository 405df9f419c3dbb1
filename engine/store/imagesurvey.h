// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lanyard::store {

/// All images of a store, what they consist of, and who shares it: values only, so that a decision
/// about them holds up nobody. Some 100 bytes for each piece of content and 16 for each link.
struct ImageSurvey
{
    struct Content
    {
        Digest digest;
        std::optional<std::int64_t> storedBytes; ///< nullopt: not stored
    };

    struct Tag
    {
        std::string name;
        bool isPinned = false;
    };

    /// A stored manifest with a tag, or that no other manifest of the repository names.
    struct Image
    {
        ContentNumber manifest = 0;
        std::vector<Tag> tags;
        bool isPinned = false; ///< by its digest
    };

    struct Repository
    {
        RepositoryId id = 0;
        std::string name;                    ///< <registry>/<repository>
        std::uint64_t revision = 0;          ///< Catalogue::linkRevision()
        std::vector<NumberedLink> links;     ///< ascending by content
        std::vector<Image> images;           ///< those with a tag first
        std::vector<std::string> brokenTags; ///< whose manifest is not stored
        /// Of each stored manifest it is known what it names.
        bool isKnown = true;
    };

    std::vector<Content> contents; ///< by number
    /// What stored manifests name.
    std::unordered_map<ContentNumber, std::vector<ContentNumber>> children;
    std::vector<Repository> repositories; ///< by id
};

/// Copies it out of the catalogue in small steps. What changes meanwhile may be in it or not; a
/// repository where that matters has another revision then.
ImageSurvey surveyImages(const Catalogue &catalogue);

/// "<registry>/<repository>:<tag>", or with a digest where there is no tag.
std::string imageName(const std::string &repository, const std::string &tag,
                      const Digest &manifest);

} // namespace lanyard::store
