// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagereader.h"

#include "core/limits.h"
#include "registry/freshness.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr std::array imageConfigTypes{
    std::string_view("application/vnd.oci.image.config.v1+json"),
    std::string_view("application/vnd.docker.container.image.v1+json"),
};

template <typename Array>
bool contains(const Array &array, std::string_view entry)
{
    return std::find(array.begin(), array.end(), entry) != array.end();
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Adds up contents, each digest once.
class Sizes
{
public:
    void add(const ImageContent &content)
    {
        if (content.digest.isEmpty() || m_known.contains(content.digest))
            return;
        m_known.insert(content.digest);
        m_total += content.bytes;
        if (content.isStored)
            m_stored += content.bytes;
    }

    void add(const ImagePlatform &platform)
    {
        // What a client never asked for is no part of what it got.
        if (!platform.manifest.isStored)
            return;
        add(platform.manifest);
        add(platform.config);
        for (const ImageContent &layer : platform.layers)
            add(layer);
    }

    std::int64_t total() const { return m_total; }

    std::int64_t stored() const { return m_stored; }

private:
    QSet<QByteArray> m_known;
    std::int64_t m_total = 0;
    std::int64_t m_stored = 0;
};

bool isWhole(const QList<ImagePlatform> &platforms)
{
    const auto isComplete = [](const ImagePlatform &platform) {
        return platform.isComplete;
    };
    const auto isForClients = [](const ImagePlatform &platform) {
        return !platform.isAttachment;
    };
    if (std::none_of(platforms.begin(), platforms.end(), isForClients))
        return std::all_of(platforms.begin(), platforms.end(), isComplete);
    return std::any_of(platforms.begin(), platforms.end(), [&](const ImagePlatform &platform) {
        return isForClients(platform) && isComplete(platform);
    });
}

} // namespace

ImageKind kindOf(const store::Manifest &manifest)
{
    if (manifest.isIndex)
        return ImageKind::Index;
    const bool isImage = manifest.artifactType.empty() && manifest.hasConfig &&
                         contains(imageConfigTypes, manifest.children.back().mediaType);
    return isImage ? ImageKind::Image : ImageKind::Artifact;
}

ImageReader::ImageReader(store::Store &store, store::RepositoryId repository)
    : m_store(store)
    , m_repository(repository)
{
}

ImageSummary ImageReader::summary(std::string_view tag, const store::Descriptor &descriptor)
{
    const std::string name = m_store.catalogue().repositoryName(m_repository);
    const store::RepositoryNames names = store::splitRepositoryName(name);
    const std::string digest = descriptor.digest.toString();
    ImageSummary summary{
        .registry = bytes(names.registry),
        .repository = bytes(names.repository),
        .tag = bytes(tag),
        .digest = bytes(digest),
        .mediaType = QByteArray::fromStdString(descriptor.mediaType),
        .isPinned = m_store.catalogue().isPinned(m_repository, tag.empty() ? digest : tag),
        .visibility = m_store.catalogue().access(m_repository).visibility,
        .pulls = m_store.pulls(m_repository, descriptor.digest),
        .lastUsedAtMs = m_store.lastUsedAtMs(m_repository, descriptor.digest),
    };
    const auto state = m_store.catalogue().tag(m_repository, tag);
    if (state)
        summary.checkedAtMs = state->checkedAtMs;
    if (const auto newer = newerUpstream(state, m_store.catalogue().seenTag(m_repository, tag)))
        summary.newerUpstream = bytes(newer->toString());
    const std::optional<store::Manifest> &root = manifest(descriptor.digest);
    if (!root)
        return summary;
    summary.kind = kindOf(*root);
    const QList<ImagePlatform> &all = platforms(descriptor.digest);
    Sizes sizes;
    sizes.add(content(descriptor));
    for (const ImagePlatform &platform : all)
        sizes.add(platform);
    summary.totalBytes = sizes.total();
    summary.storedBytes = sizes.stored();
    summary.isComplete = isWhole(all);
    return summary;
}

ImageDetails ImageReader::details(std::string_view tag, const store::Descriptor &descriptor)
{
    ImageDetails details{
        .summary = summary(tag, descriptor), .tags = {}, .platforms = platforms(descriptor.digest)};
    for (const std::string &name : tagsOf(descriptor.digest))
        details.tags.append(bytes(name));
    if (details.summary.kind != ImageKind::Image || details.platforms.isEmpty())
        return details;
    ImagePlatform &only = details.platforms.front();
    const Digest config = manifest(descriptor.digest)->children.back().digest;
    // A config is as small as a manifest; the store would take a larger one for damaged.
    const auto size = m_store.catalogue().storedSize(config);
    if (only.config.isStored && size && *size <= limits::manifestBytesMax) {
        if (const auto document = m_store.readManifest(config)) {
            const store::Platform platform = store::platformOfConfig(*document);
            only.os = bytes(platform.os);
            only.architecture = bytes(platform.architecture);
            only.variant = bytes(platform.variant);
        }
    }
    return details;
}

std::vector<std::string> ImageReader::tagsOf(const Digest &digest) const
{
    std::vector<std::string> tags;
    std::string last;
    while (true) {
        const std::vector<store::TagEntry> entries =
            m_store.catalogue().tagEntries(m_repository, last, limits::catalogueStepMax);
        if (entries.empty())
            return tags;
        for (const store::TagEntry &entry : entries) {
            if (entry.state.digest == digest)
                tags.push_back(entry.tag);
        }
        last = entries.back().tag;
    }
}

const QList<ImagePlatform> &ImageReader::platforms(const Digest &digest)
{
    const auto [known, isNew] = m_platforms.try_emplace(digest);
    const std::optional<store::Manifest> &root = manifest(digest);
    if (!isNew || !root)
        return known->second;
    QList<ImagePlatform> &list = known->second;
    if (!root->isIndex) {
        list.append(platform({.digest = digest,
                              .mediaType = root->mediaType,
                              .size = m_store.catalogue().storedSize(digest).value_or(0)},
                             {}));
        return list;
    }
    for (std::size_t i = 0; i < root->platforms.size(); ++i)
        list.append(platform(root->children[i], root->platforms[i]));
    return list;
}

ImagePlatform ImageReader::platform(const store::Descriptor &descriptor,
                                    const store::Platform &named)
{
    ImagePlatform platform{
        .os = bytes(named.os),
        .architecture = bytes(named.architecture),
        .variant = bytes(named.variant),
        .manifest = content(descriptor),
        .config = {},
        .layers = {},
        .isAttachment = store::isAttachment(named),
    };
    if (!platform.manifest.isStored)
        return platform;
    if (const std::optional<store::Manifest> &image = manifest(descriptor.digest))
        addContents(platform, *image);
    else
        platform.manifest.isStored = false;
    return platform;
}

void ImageReader::addContents(ImagePlatform &platform, const store::Manifest &manifest) const
{
    std::size_t layers = manifest.children.size();
    if (manifest.hasConfig)
        platform.config = content(manifest.children[--layers]);
    for (std::size_t i = 0; i < layers; ++i)
        platform.layers.append(content(manifest.children[i]));
    platform.isComplete = platform.missing().isEmpty();
}

const std::optional<store::Manifest> &ImageReader::manifest(const Digest &digest)
{
    const auto [known, isNew] = m_manifests.try_emplace(digest);
    if (!isNew)
        return known->second;
    const auto info = m_store.catalogue().content(m_repository, digest);
    if (!info || !info->isStored)
        return known->second;
    if (const Result<QByteArray> document = m_store.readManifest(digest)) {
        if (auto parsed = store::parseManifest(*document, info->mediaType))
            known->second = std::move(*parsed);
    }
    return known->second;
}

ImageContent ImageReader::content(const store::Descriptor &descriptor) const
{
    const auto info = m_store.catalogue().content(m_repository, descriptor.digest);
    return {.digest = QByteArray::fromStdString(descriptor.digest.toString()),
            .mediaType = QByteArray::fromStdString(descriptor.mediaType),
            .bytes = descriptor.size,
            .isStored = info && info->isStored};
}

} // namespace lanyard::registry
