// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stocktaking.h"

#include "core/limits.h"
#include "store/manifest.h"
#include "store/rebuild.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace lanyard::store {

namespace {

/// What the children of a manifest are does not depend on its type.
constexpr std::string_view anyMediaType = "application/octet-stream";

/// What became of the index, when it is not what it was; empty: it is, or this is a first start.
Message lossOf(const OpenedIndex &opened, bool hasContent)
{
    switch (opened.origin) {
    case OpenedIndex::Origin::Read:
        break;
    case OpenedIndex::Origin::Made:
        if (hasContent)
            return QT_TRANSLATE_NOOP("engine",
                                     "the index was missing, and is rebuilt from the files");
        break;
    case OpenedIndex::Origin::Unread:
        return QT_TRANSLATE_NOOP(
            "engine", "the index cannot be read, and is rebuilt from the files in memory");
    case OpenedIndex::Origin::Replaced:
        return Message::both(opened.damage,
                             QT_TRANSLATE_NOOP("engine", "it is rebuilt from the files"));
    }
    return {};
}

} // namespace

StockTaking::StockTaking(DiskPool &pool, BlobStore &blobs, Ledger &ledger, ContentUse &inUse)
    : m_blobs(blobs)
    , m_ledger(ledger)
    , m_inUse(inUse)
    , m_inventory(pool, blobs, ledger.catalogue(),
                  Inventory::Events{
                      .appeared = [this](const Digest &digest,
                                         std::int64_t size) { appeared(digest, size); },
                      .vanished = [this](const Digest &digest) { m_ledger.setMissing(digest); },
                      .unread = [this](const Digest &manifest) { readChildren(manifest); },
                      .finished = [this] { finished(); },
                  })
{
}

Message StockTaking::takeInImageIndex(const OpenedIndex &opened)
{
    const Result<FileStamp> stamp = m_blobs.imageIndexStamp();
    if (stamp && opened.imageIndex == *stamp)
        return {};
    const std::vector<ImageRoot> roots = imageRoots();
    const std::size_t found = Rebuild(m_blobs, m_ledger, Trust::Rows).takeIn(roots);
    const Message loss = lossOf(opened, !roots.empty() || m_blobs.hasContent());
    if (loss.isEmpty())
        return {};
    //: %1: what became of the index; %2 and %3: numbers of images
    return {QT_TRANSLATE_NOOP("engine", "%1; of %2 images in index.json, %3 are there"),
            {loss, std::to_string(roots.size()), std::to_string(found)}};
}

std::vector<ImageRoot> StockTaking::imageRoots() const
{
    const Result<QByteArray> text = m_blobs.readImageIndex();
    return text ? parseImageIndex(*text) : std::vector<ImageRoot>();
}

/// Disk pool.
void StockTaking::appeared(const Digest &digest, std::int64_t size)
{
    // It may have been on its way out when it was found.
    const ContentUse::Hold hold = m_inUse.hold(digest);
    m_blobs.awaitRemoval(digest);
    if (!m_blobs.contentStamp(digest))
        return;
    m_isFileUnknown = true;
    m_ledger.setStored(digest, size);
}

/// Disk pool; a stored manifest of which it is not known what it names.
void StockTaking::readChildren(const Digest &manifest)
{
    const Result<QByteArray> bytes = m_blobs.read(manifest, limits::manifestBytesMax);
    if (!bytes) {
        m_ledger.setMissingUnlessUnreadable(manifest, bytes.error());
        return;
    }
    if (const Result<Manifest> read = parseManifest(*bytes, anyMediaType))
        m_ledger.setChildren(manifest, digestsOf(read->children));
}

/// Disk pool. Where a file was unknown, its manifest may be, or the link between them: rows can be
/// wrong in ways that do not show. index.json has not been written since the start.
void StockTaking::finished()
{
    if (m_isFileUnknown)
        Rebuild(m_blobs, m_ledger, Trust::Files).takeIn(imageRoots());
    m_isFinished = true;
}

} // namespace lanyard::store
