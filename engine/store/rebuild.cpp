// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rebuild.h"

#include "core/limits.h"
#include "store/manifest.h"

#include <algorithm>

namespace lanyard::store {

namespace {

constexpr std::int64_t nsPerMs = 1'000'000;

} // namespace

Rebuild::Rebuild(const BlobStore &blobs, Ledger &ledger, Trust trust)
    : m_blobs(blobs)
    , m_ledger(ledger)
    , m_catalogue(ledger.catalogue())
    , m_trust(trust)
{
}

std::size_t Rebuild::takeIn(const std::vector<ImageRoot> &roots)
{
    return static_cast<std::size_t>(std::count_if(
        roots.begin(), roots.end(), [this](const ImageRoot &root) { return takeInRoot(root); }));
}

bool Rebuild::takeInRoot(const ImageRoot &root)
{
    const Digest &digest = root.manifest.digest;
    auto repository = m_catalogue.find(root.registry, root.repository);
    if (!repository || !isWhole(*repository, digest)) {
        // Before anything names the repository: what is not there makes none.
        const Result<FileStamp> file = m_blobs.contentStamp(digest);
        if (!file)
            return false;
        repository = m_ledger.ensureRepository(root.registry, root.repository);
        if (!takeInManifest(*repository, root.manifest, 0))
            return false;
    }
    // Whether it still is will be found out anew.
    if (root.isPrivate && m_catalogue.access(*repository).visibility == Visibility::Unknown)
        m_ledger.setAccess(*repository, {.visibility = Visibility::Unproven, .sinceMs = 0});
    takeInPin(*repository, root);
    if (root.tag.empty())
        return true;
    const auto known = m_catalogue.tag(*repository, root.tag);
    if (known && known->digest == digest)
        return true;
    // When upstream said so is lost. It did when the manifest came, at the latest.
    const Result<FileStamp> file = m_blobs.contentStamp(digest);
    m_ledger.setTag(*repository, root.tag,
                    {.digest = digest,
                     .checkedAtMs = file ? file->modifiedAtNs / nsPerMs : 0,
                     .freshUntilMs = 0});
    return true;
}

/// A root that is pinned by its digest and has a tag is pinned by its tag from now on. While the
/// process runs, the user may have thought better of it: rows are believed then.
void Rebuild::takeInPin(RepositoryId repository, const ImageRoot &root)
{
    const std::string name = root.tag.empty() ? root.manifest.digest.toString() : root.tag;
    if (root.isPinned && m_trust == Trust::Rows && !m_catalogue.isPinned(repository, name))
        m_ledger.setPinned(repository, name, true);
}

/// False when it is not there, or not a manifest.
bool Rebuild::takeInManifest(RepositoryId repository, const Descriptor &descriptor, int depth)
{
    if (isWhole(repository, descriptor.digest))
        return true;
    const Result<QByteArray> bytes = m_blobs.read(descriptor.digest, limits::manifestBytesMax);
    if (!bytes)
        return false;
    const Result<Manifest> manifest = parseManifest(*bytes, descriptor.mediaType);
    if (!manifest)
        return false;
    m_read[repository].insert(descriptor.digest);
    for (const Descriptor &child : manifest->children)
        takeInFile(child);
    m_ledger.addManifest(
        repository,
        {.digest = descriptor.digest, .mediaType = manifest->mediaType, .size = bytes->size()},
        manifest->children);
    for (std::size_t at = 0; at < manifest->manifestCount && depth < limits::manifestDepthMax; ++at)
        takeInManifest(repository, manifest->children[at], depth + 1);
    return true;
}

void Rebuild::takeInFile(const Descriptor &child)
{
    if (m_catalogue.storedSize(child.digest))
        return;
    const Result<FileStamp> file = m_blobs.contentStamp(child.digest);
    if (file && file->size == child.size)
        m_ledger.setStored(child.digest, child.size);
}

/// Whether all that a manifest tells is known.
bool Rebuild::isWhole(RepositoryId repository, const Digest &manifest) const
{
    const auto read = m_read.find(repository);
    if (read != m_read.end() && read->second.contains(manifest))
        return true;
    const auto content = m_catalogue.content(repository, manifest);
    if (!content || !content->isManifest || !content->isStored)
        return false;
    const auto children = m_catalogue.children(manifest);
    if (!children)
        return false;
    return std::all_of(children->begin(), children->end(), [&](const Digest &child) {
        const auto info = m_catalogue.content(repository, child);
        return info && (info->isStored || m_trust == Trust::Rows);
    });
}

} // namespace lanyard::store
