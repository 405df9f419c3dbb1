// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/imagesurvey.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Which images go, and what goes with them: a pure function of what there is.
namespace lanyard::store {

/// What a purge is about.
struct ImageChoice
{
    RepositoryId repository = 0;
    /// A tag, or the digest of an image as text; empty: all that the repository has.
    std::string name;
};

struct EvictionTerms
{
    std::int64_t wantedBytes = 0;    ///< at least so many go, by last use
    std::vector<ImageChoice> chosen; ///< these go, whatever is wanted
    bool takesUnlinked = false;      ///< with these, content that no repository has
    bool takesPinned = false;
    bool namesSharers = false; ///< who shares what stays is looked up
    std::int64_t nowMs = 0;    ///< since 1970-01-01 UTC
    std::function<bool(const Digest &)> isInUse;
};

struct EvictionPlan
{
    enum class Reason : std::uint8_t {
        NoImage,  ///< content that no stored manifest names
        LastUsed, ///< longer ago than the others
        Chosen,
    };

    struct Image
    {
        std::string name; ///< as imageName() has it; of NoImage the repository's, or empty
        Reason reason = Reason::LastUsed;
        std::int64_t usedAtMs = 0;              ///< since 1970-01-01 UTC; 0: never
        std::optional<RepositoryId> repository; ///< nullopt: content that none has
        std::uint64_t revision = 0;             ///< of the repository, in the survey
        std::vector<std::string> tags;          ///< that go
        std::vector<std::string> pins;          ///< that go
        std::vector<Digest> links; ///< content that the repository loses; the manifest comes first
        std::vector<Digest> files; ///< that nobody has then
        std::int64_t freedBytes = 0;
        std::int64_t sharedBytes = 0;        ///< of the image, that stay
        std::vector<std::string> sharedWith; ///< images; limits::imageSharersMax at most
    };

    enum class KeptBecause : std::uint8_t {
        Pinned,
        InUse,
        Unknown, ///< what its repository's manifests name is not read yet
    };

    struct Kept
    {
        std::string name;
        KeptBecause reason = KeptBecause::Pinned;
    };

    std::vector<Image> images; ///< in the order in which they go
    std::vector<Kept> kept;    ///< whose turn it was, or that were chosen
    std::int64_t freedBytes = 0;
};

/// By last use, content without an image goes first, unless it came within limits::orphanAgeMin
/// (its manifest may be on its way), then image after image. An image is used when one of its
/// manifests is. Never a pinned image, nor one of which a part that would go is in use; never what
/// another image has.
EvictionPlan planEviction(const ImageSurvey &survey, const EvictionTerms &terms);

} // namespace lanyard::store
