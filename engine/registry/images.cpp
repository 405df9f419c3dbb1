// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/images.h"

#include "core/limits.h"
#include "registry/imagelookup.h"
#include "registry/imagename.h"
#include "registry/imagesharers.h"
#include "registry/repositorytally.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::registry {

namespace {

/// A place in the list: after an image of a repository, or before its first.
struct Position
{
    std::string repository; ///< <registry>/<repository>
    std::string tag;
    std::optional<Digest> digest; ///< set: after all tags
};

Position positionAfter(std::string_view name)
{
    Position position;
    const std::size_t at = name.find('@');
    if (at != std::string_view::npos) {
        position.repository = name.substr(0, at);
        position.digest = Digest::parse(name.substr(at + 1));
        return position;
    }
    // A colon before the last slash belongs to a port.
    const std::size_t slash = name.rfind('/');
    const std::size_t colon = name.rfind(':');
    const bool hasTag =
        colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash);
    position.repository = name.substr(0, hasTag ? colon : name.size());
    if (hasTag)
        position.tag = name.substr(colon + 1);
    return position;
}

/// Walks the list from a position, until the page is full.
class PageBuilder
{
public:
    PageBuilder(store::Store &store, const ImageQuery &query)
        : m_store(store)
        , m_filter(query.contains.toStdString())
        , m_max(static_cast<qsizetype>(std::clamp<std::size_t>(
              query.max > 0 ? static_cast<std::size_t>(query.max) : 1, 1, limits::listPageMax)))
        , m_start(positionAfter(query.after.toStdString()))
    {
    }

    ImagePage build()
    {
        addRepository(m_start.repository, m_start);
        std::string last = m_start.repository;
        while (!m_page.hasMore) {
            const std::vector<std::string> names =
                m_store.catalogue().repositories(last, limits::catalogueStepMax);
            if (names.empty())
                break;
            last = names.back();
            for (const std::string &name : names)
                addRepository(name, {});
        }
        return std::move(m_page);
    }

private:
    void addRepository(const std::string &name, const Position &start)
    {
        const auto [registry, repository] = store::splitRepositoryName(name);
        const auto id = m_store.catalogue().find(registry, repository);
        if (!id || m_page.hasMore)
            return;
        ImageReader reader(m_store, *id);
        if (!start.digest)
            addTags(reader, *id, name, start.tag);
        if (!m_page.hasMore)
            addUntagged(reader, *id, name, start.digest);
    }

    void addTags(ImageReader &reader, store::RepositoryId id, const std::string &name,
                 std::string last)
    {
        while (!m_page.hasMore) {
            const std::vector<store::TagEntry> entries =
                m_store.catalogue().tagEntries(id, last, limits::catalogueStepMax);
            if (entries.empty())
                return;
            last = entries.back().tag;
            for (const store::TagEntry &entry : entries) {
                const auto manifest = storedManifest(id, entry.state.digest);
                if (manifest)
                    add(reader, name + ':' + entry.tag, entry.tag, *manifest);
            }
        }
    }

    void addUntagged(ImageReader &reader, store::RepositoryId id, const std::string &name,
                     const std::optional<Digest> &last)
    {
        std::vector<store::RootManifest> roots = m_store.catalogue().roots(id);
        std::erase_if(roots, [&last](const store::RootManifest &root) {
            return !root.tag.empty() || (last && root.manifest.digest <= *last);
        });
        std::sort(roots.begin(), roots.end(),
                  [](const store::RootManifest &left, const store::RootManifest &right) {
                      return left.manifest.digest < right.manifest.digest;
                  });
        for (const store::RootManifest &root : roots)
            add(reader, name + '@' + root.manifest.digest.toString(), {}, root.manifest);
    }

    std::optional<store::Descriptor> storedManifest(store::RepositoryId id,
                                                    const Digest &digest) const
    {
        const auto info = m_store.catalogue().content(id, digest);
        if (!info || !info->isManifest || !info->isStored)
            return std::nullopt;
        return store::Descriptor{
            .digest = digest, .mediaType = std::string(info->mediaType), .size = info->size};
    }

    bool matches(const std::string &name) const
    {
        return m_filter.empty() || name.find(m_filter) != std::string::npos;
    }

    void add(ImageReader &reader, const std::string &name, std::string_view tag,
             const store::Descriptor &manifest)
    {
        if (m_page.hasMore || !matches(name))
            return;
        if (m_page.images.size() == m_max)
            m_page.hasMore = true;
        else
            m_page.images.append(reader.summary(tag, manifest));
    }

    store::Store &m_store;
    const std::string m_filter;
    const qsizetype m_max;
    const Position m_start;
    ImagePage m_page;
};

} // namespace

Images::Images(store::Store &store, const upstream::Routes &routes)
    : m_store(store)
    , m_routes(routes)
{
}

ImagePage Images::list(const ImageQuery &query) const
{
    return PageBuilder(m_store, query).build();
}

Result<ImageDetails> Images::inspect(std::string_view reference) const
{
    const Result<FoundImage> found =
        resolveImageName(reference, m_routes).and_then([this](const ImageRef &ref) {
            return findImage(m_store.catalogue(), ref);
        });
    if (!found)
        return tl::unexpected<Error>(found.error());
    ImageDetails details =
        ImageReader(m_store, found->repository).details(found->tag, found->manifest);
    ImageSharers(m_store.catalogue(), found->repository, found->manifest.digest)
        .addTo(details.platforms);
    return details;
}

RepositorySizes Images::sizes() const
{
    return tallyRepositories(m_store.catalogue());
}

} // namespace lanyard::registry
