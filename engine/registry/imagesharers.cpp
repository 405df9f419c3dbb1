// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagesharers.h"

#include "core/limits.h"
#include "store/imagesurvey.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

ImageSharers::ImageSharers(const store::Catalogue &catalogue, store::RepositoryId repository,
                           const Digest &root)
    : m_catalogue(catalogue)
    , m_repository(repository)
    , m_root(root)
{
}

void ImageSharers::addTo(QList<ImagePlatform> &platforms)
{
    for (ImagePlatform &platform : platforms) {
        ask(platform.config);
        for (ImageContent &layer : platform.layers)
            ask(layer);
    }
    readCatalogue();
    findSharers();
}

void ImageSharers::ask(ImageContent &content)
{
    const auto digest = Digest::parse(content.digest.toStdString());
    if (!digest)
        return;
    const auto [place, isNew] = m_places.try_emplace(*digest, m_contents.size());
    if (isNew)
        m_contents.emplace_back();
    m_contents[place->second].push_back(&content);
}

void ImageSharers::readCatalogue()
{
    store::ContentNumber next = 0;
    while (true) {
        std::vector<store::NumberedContent> entries =
            m_catalogue.numberedContents(next, limits::catalogueStepMax);
        if (entries.empty())
            return;
        for (store::NumberedContent &entry : entries) {
            if (const auto place = m_places.find(entry.digest); place != m_places.end())
                m_asked.emplace(next, place->second);
            if (entry.children) {
                m_manifests.emplace(entry.digest, next);
                m_parents[next].children = std::move(*entry.children);
            }
            ++next;
        }
    }
}

const std::vector<std::size_t> &ImageSharers::heldBy(store::ContentNumber manifest, int depth)
{
    Parent &parent = m_parents[manifest]; // stays where it is
    if (std::exchange(parent.isVisited, true) || depth > limits::manifestDepthMax)
        return parent.held;
    for (const store::ContentNumber child : parent.children) {
        if (const auto asked = m_asked.find(child); asked != m_asked.end())
            parent.held.push_back(asked->second);
        if (!m_parents.contains(child))
            continue;
        const std::vector<std::size_t> &below = heldBy(child, depth + 1);
        parent.held.insert(parent.held.end(), below.begin(), below.end());
    }
    std::sort(parent.held.begin(), parent.held.end());
    parent.held.erase(std::unique(parent.held.begin(), parent.held.end()), parent.held.end());
    return parent.held;
}

void ImageSharers::findSharers()
{
    const std::size_t count = m_catalogue.repositoryCount();
    for (store::RepositoryId id = 0; id < count; ++id) {
        for (const store::RootManifest &root : m_catalogue.roots(id)) {
            const auto manifest = m_manifests.find(root.manifest.digest);
            const bool isItself = id == m_repository && root.manifest.digest == m_root;
            if (manifest == m_manifests.end() || isItself)
                continue;
            const std::vector<std::size_t> &held = heldBy(manifest->second, 0);
            if (!held.empty())
                tell(held, QByteArray::fromStdString(store::imageName(
                               m_catalogue.repositoryName(id), root.tag, root.manifest.digest)));
        }
    }
}

void ImageSharers::tell(const std::vector<std::size_t> &held, const QByteArray &name)
{
    for (const std::size_t place : held) {
        for (ImageContent *content : m_contents[place]) {
            if (content->sharers++ < static_cast<std::int64_t>(limits::imageSharersMax))
                content->sharedWith.append(name);
        }
    }
}

} // namespace lanyard::registry
