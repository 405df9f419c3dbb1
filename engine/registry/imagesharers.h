// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"
#include "core/digest.h"
#include "store/catalogue.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace lanyard::registry {

/// Who else has the content of an image: the images, of whatever repository, below which it is
/// named. Walks through the whole catalogue, in small steps: made for one question.
class ImageSharers
{
public:
    /// The catalogue outlives it. The image `root` of `repository` is none of them, by whatever
    /// tag.
    ImageSharers(const store::Catalogue &catalogue, store::RepositoryId repository,
                 const Digest &root);

    /// Says of the config and the layers of each platform who shares them.
    void addTo(QList<ImagePlatform> &platforms);

private:
    /// A manifest that names something.
    struct Parent
    {
        std::vector<store::ContentNumber> children;
        std::vector<std::size_t> held; ///< of the contents that are asked about, below it
        bool isVisited = false;
    };

    void ask(ImageContent &content);
    void readCatalogue();
    const std::vector<std::size_t> &heldBy(store::ContentNumber manifest, int depth);
    void findSharers();
    void tell(const std::vector<std::size_t> &held, const QByteArray &name);

    const store::Catalogue &m_catalogue;
    const store::RepositoryId m_repository;
    const Digest m_root;
    std::vector<std::vector<ImageContent *>> m_contents; ///< each once, with all its places
    std::unordered_map<Digest, std::size_t> m_places;    ///< in m_contents
    std::unordered_map<store::ContentNumber, std::size_t> m_asked; ///< the same, by number
    std::unordered_map<store::ContentNumber, Parent> m_parents;
    std::unordered_map<Digest, store::ContentNumber> m_manifests;
};

} // namespace lanyard::registry
