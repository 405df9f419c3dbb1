// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/imagesurvey.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace lanyard::store {

/// Counts who needs which content while images are taken away one after the other, on paper.
class ContentTally
{
public:
    /// `survey` outlives it.
    explicit ContentTally(const ImageSurvey &survey);

    /// Content that a repository would lose, and whose file would go for that.
    struct Loss
    {
        std::vector<ContentNumber> links;
        std::vector<ContentNumber> files;
    };

    /// What goes with a manifest that is not an image of this repository any more; the manifest
    /// comes first, when it goes. Nothing is counted by this.
    Loss lossOf(RepositoryId repository, ContentNumber manifest) const;
    /// What the repository has and no stored manifest of it names.
    Loss orphansOf(RepositoryId repository,
                   const std::function<bool(const NumberedLink &)> &isTaken) const;
    /// Stored content that no repository has.
    std::vector<ContentNumber> unlinked() const;

    /// `image` is none any more.
    void take(RepositoryId repository, ContentNumber manifest);
    void takeLinks(RepositoryId repository, const std::vector<ContentNumber> &links);

    /// Calls `visit` once for the manifest and for everything that it names, that the repository
    /// has.
    void walk(RepositoryId repository, ContentNumber manifest,
              const std::function<void(const NumberedLink &)> &visit) const;

private:
    std::optional<std::size_t> placeOf(RepositoryId repository, ContentNumber content) const;
    const std::vector<ContentNumber> *childrenOf(const NumberedLink &link) const;
    bool isLastLink(ContentNumber content) const;

    const ImageSurvey &m_survey;
    std::vector<std::uint32_t> m_linkCounts; ///< by content
    /// By repository and place of its link: how many stored manifests of the repository name it,
    /// and one more when it is an image.
    std::vector<std::vector<std::uint32_t>> m_needs;
};

} // namespace lanyard::store
