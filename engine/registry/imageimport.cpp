// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imageimport.h"

#include "archive/filecontent.h"
#include "core/limits.h"
#include "registry/imagename.h"

#include <algorithm>

namespace lanyard::registry {

namespace {

using Content = archive::ImageSource::Content;

// What a document is that does not say it: those of Docker all do.
constexpr std::string_view ociManifest = "application/vnd.oci.image.manifest.v1+json";
constexpr std::string_view ociIndex = "application/vnd.oci.image.index.v1+json";

/// All bytes of a manifest, verified.
Result<QByteArray> readManifest(const Content &content)
{
    if (content.size > limits::manifestBytesMax)
        return failure(ErrorCode::Corrupt, {QT_TRANSLATE_NOOP("engine", "it has %1 bytes"),
                                            {std::to_string(content.size)}});
    Result<QByteArray> whole = archive::readToEnd(content.next);
    if (whole && Digest::of(content.digest.algorithm(), *whole) != content.digest)
        return failure(ErrorCode::Corrupt, QT_TRANSLATE_NOOP("engine", "it has other bytes"));
    return whole;
}

Result<store::Manifest> parse(const QByteArray &document, const std::string &mediaType)
{
    Result<store::Manifest> manifest =
        store::parseManifest(document, mediaType.empty() ? ociManifest : mediaType);
    if (!manifest)
        return failure(ErrorCode::Corrupt, manifest.error().message);
    if (!manifest->isIndex && manifest->children.empty())
        return failure(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP("engine", "it is no manifest of an image that clients take today"));
    if (manifest->isIndex && manifest->mediaType == ociManifest)
        manifest->mediaType = ociIndex;
    return manifest;
}

/// Whether the rest of the archive can be taken in all the same.
bool isOfOneFile(const Error &error)
{
    return error.code == ErrorCode::Corrupt || error.code == ErrorCode::Io;
}

template <typename Map>
std::unordered_set<Digest> keysOf(const Map &map)
{
    std::unordered_set<Digest> keys;
    for (const auto &[key, value] : map)
        keys.insert(key);
    return keys;
}

} // namespace

ImageImport::ImageImport(store::Store &store, const upstream::Routes &routes, ImportRequest request,
                         ArchiveMeter::Told progressed)
    : m_store(store)
    , m_routes(routes)
    , m_request(std::move(request))
    , m_meter(std::move(progressed))
{
}

Result<ImportResult> ImageImport::run(archive::ImageSource &source)
{
    return source.images()
        .and_then([this](const auto &images) { return choose(images); })
        .and_then([&] { return takeManifests(source); })
        .and_then([&] { return takeBlobs(source); })
        .map([this] {
            setNames();
            return std::move(m_result);
        });
}

Result<void> ImageImport::choose(const std::vector<archive::ArchivedImage> &images)
{
    if (images.empty())
        return failure(ErrorCode::InvalidInput,
                       Message::at(m_request.path.toStdString(),
                                   QT_TRANSLATE_NOOP("engine", "no image is in it")));
    const bool isOne = std::all_of(images.begin(), images.end(), [&images](const auto &image) {
        return image.manifest.digest == images.front().manifest.digest;
    });
    if (!m_request.name.isEmpty() && !isOne)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(m_request.path.toStdString(),
                        QT_TRANSLATE_NOOP("engine", "a name is for one image, and it has more")));
    for (const archive::ArchivedImage &image : images) {
        const std::string name = image.name.empty() ? image.manifest.digest.toString() : image.name;
        const Result<ImageRef> ref = refOf(image);
        if (!ref) {
            // One that the user gave is what is wrong with all of it.
            if (!m_request.name.isEmpty())
                return tl::unexpected(ref.error());
            refuse(name, ref.error().message);
            continue;
        }
        const store::RepositoryId repository =
            m_store.ensureRepository(ref->registry, ref->repository);
        // Before any of it is there to be served. Who asks upstream for it finds out more.
        if (image.isPrivate &&
            m_store.catalogue().access(repository).visibility == Visibility::Unknown)
            m_store.setVisibility(repository, Visibility::Unproven);
        if (isTaken(repository, *ref, image.manifest.digest)) {
            if (m_result.keptTags++ < static_cast<std::int64_t>(limits::importNotesMax))
                m_result.kept.append(QByteArray::fromStdString(ref->toString()));
            continue;
        }
        m_targets.push_back({.sourceName = name,
                             .ref = *ref,
                             .repository = repository,
                             .manifest = image.manifest,
                             .isPinned = image.isPinned});
    }
    return {};
}

Result<ImageRef> ImageImport::refOf(const archive::ArchivedImage &image) const
{
    const std::string name = m_request.name.isEmpty() ? image.name : m_request.name.toStdString();
    if (name.empty())
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP(
                "engine", "the archive does not say of which repository it is: give it a name"));
    Result<ImageRef> ref = resolveImageName(name, m_routes);
    if (ref && !m_routes.byName(ref->registry))
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "%1 is not configured"), {ref->registry}});
    if (ref && ref->digest && *ref->digest != image.manifest.digest)
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "%1 is another image than %2"),
                        {ref->toString(), image.manifest.digest.toString()}});
    return ref;
}

/// Whether the tag names another image here, and shall go on to do so.
bool ImageImport::isTaken(store::RepositoryId repository, const ImageRef &ref,
                          const Digest &digest) const
{
    const auto tag = m_store.catalogue().tag(repository, ref.tag);
    if (m_request.isReplacing || !tag || tag->digest == digest)
        return false;
    const auto content = m_store.catalogue().content(repository, tag->digest);
    return content && content->isStored;
}

Result<void> ImageImport::takeManifests(archive::ImageSource &source)
{
    Level level;
    for (const Target &target : m_targets) {
        Wanted &wanted = level[target.manifest.digest];
        wanted.mediaType = target.manifest.mediaType;
        wanted.repositories.insert(target.repository);
    }
    while (!level.empty()) {
        Level next;
        Result<void> taken = source.read(keysOf(level), [&](const Content &content) {
            return takeManifest(content, level.at(content.digest), next);
        });
        if (!taken)
            return taken;
        level = std::move(next);
    }
    return {};
}

Result<void> ImageImport::takeManifest(const Content &content, const Wanted &wanted, Level &next)
{
    const Result<QByteArray> document = readManifest(content);
    const Result<store::Manifest> manifest =
        document ? parse(*document, wanted.mediaType) : tl::unexpected(document.error());
    if (!manifest && isOfOneFile(manifest.error())) {
        m_damaged.emplace(content.digest, manifest.error().message);
        return {};
    }
    if (!manifest)
        return tl::unexpected(manifest.error());
    Result<void> stored = store({.descriptor = {.digest = content.digest,
                                                .mediaType = manifest->mediaType,
                                                .size = document->size()},
                                 .bytes = *document,
                                 .children = manifest->children},
                                wanted);
    if (stored)
        want(*manifest, wanted, next);
    return stored;
}

Result<void> ImageImport::store(const store::ManifestRecord &manifest, const Wanted &wanted)
{
    const Digest &digest = manifest.descriptor.digest;
    for (const store::RepositoryId repository : wanted.repositories) {
        const auto known = m_store.catalogue().content(repository, digest);
        if (!known || !known->isManifest || !known->isStored) {
            if (Result<void> stored = m_store.storeManifest(repository, manifest); !stored)
                return stored;
            m_result.importedBytes += manifest.descriptor.size;
        }
        // What was just brought in is not what goes next.
        m_store.touch(repository, digest);
        m_manifests.emplace(repository, digest);
    }
    return {};
}

void ImageImport::want(const store::Manifest &manifest, const Wanted &parent, Level &next)
{
    const auto firstBlob =
        manifest.children.begin() + static_cast<std::ptrdiff_t>(manifest.manifestCount);
    std::for_each(manifest.children.begin(), firstBlob, [&](const store::Descriptor &child) {
        m_children.insert(child.digest);
        for (const store::RepositoryId repository : parent.repositories) {
            if (m_manifests.contains({repository, child.digest}))
                continue;
            Wanted &wanted = next[child.digest];
            wanted.mediaType = child.mediaType;
            wanted.repositories.insert(repository);
        }
    });
    std::for_each(firstBlob, manifest.children.end(), [&](const store::Descriptor &child) {
        if (!m_store.catalogue().storedSize(child.digest) &&
            m_blobs.emplace(child.digest, child.size).second)
            m_meter.addWanted(child.size);
    });
}

Result<void> ImageImport::takeBlobs(archive::ImageSource &source)
{
    Result<void> taken = source.read(keysOf(m_blobs), [this](const Content &content) {
        return takeBlob(content, m_blobs.at(content.digest));
    });
    m_result.missing = std::count_if(m_blobs.begin(), m_blobs.end(), [this](const auto &blob) {
        return !m_store.catalogue().storedSize(blob.first);
    });
    return taken;
}

Result<void> ImageImport::takeBlob(const Content &content, std::int64_t size)
{
    // A client may have pulled it meanwhile.
    if (m_store.catalogue().storedSize(content.digest))
        return {};
    Result<void> stored = m_store.storeBlob(content.digest, size, [&] {
        Result<QByteArray> bytes = content.next();
        if (bytes)
            m_meter.addDone(bytes->size());
        return bytes;
    });
    if (stored)
        m_result.importedBytes += size;
    if (stored || !isOfOneFile(stored.error()))
        return stored;
    refuse(content.digest.toString(), stored.error().message);
    return {};
}

/// What is not checked yet is asked for at its next use, unless upstream cannot be asked.
void ImageImport::setNames()
{
    for (const Target &target : m_targets) {
        const Digest &digest = target.manifest.digest;
        if (!m_manifests.contains({target.repository, digest})) {
            const auto damage = m_damaged.find(digest);
            refuse(target.sourceName,
                   damage == m_damaged.end()
                       ? Message(QT_TRANSLATE_NOOP("engine", "its manifest is not in the archive"))
                       : Message::at(QT_TRANSLATE_NOOP("engine", "its manifest"), damage->second));
            continue;
        }
        const std::string &tag = target.ref.tag;
        const auto known = m_store.catalogue().tag(target.repository, tag);
        if (!tag.empty() && (!known || known->digest != digest))
            m_store.setTag(target.repository, tag, {.digest = digest});
        if (target.isPinned)
            m_store.setPinned(target.repository, tag.empty() ? digest.toString() : tag, true);
        if (!tag.empty() || !m_children.contains(digest))
            ++m_result.images;
    }
    for (const Target &target : m_targets)
        m_damaged.erase(target.manifest.digest);
    for (const auto &[digest, damage] : m_damaged)
        refuse(digest.toString(), damage);
}

void ImageImport::refuse(const std::string &name, const Message &reason)
{
    if (m_result.refusedItems++ < static_cast<std::int64_t>(limits::importNotesMax))
        m_result.refused.append({.name = QByteArray::fromStdString(name), .reason = reason});
}

} // namespace lanyard::registry
