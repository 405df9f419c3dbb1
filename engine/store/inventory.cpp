// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/inventory.h"

#include "core/limits.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace lanyard::store {

namespace {

constexpr std::array folders{Digest::Algorithm::Sha256, Digest::Algorithm::Sha512};
constexpr std::int64_t readBytes = 256 * 1024;

std::optional<Digest> digestOf(Digest::Algorithm algorithm, const std::string &name)
{
    const char *prefix = algorithm == Digest::Algorithm::Sha256 ? "sha256:" : "sha512:";
    return Digest::parse(prefix + name);
}

} // namespace

Inventory::Inventory(DiskPool &pool, const BlobStore &blobs, const Catalogue &catalogue,
                     Events events)
    : m_pool(pool)
    , m_blobs(blobs)
    , m_catalogue(catalogue)
    , m_events(std::move(events))
{
}

void Inventory::start()
{
    m_pool.start([this] { step(); });
}

void Inventory::step()
{
    if (m_isStopped)
        return;
    switch (m_part) {
    case Part::Contents:
        checkContents();
        break;
    case Part::Files:
        checkFiles();
        break;
    case Part::Manifests:
        checkManifests();
        break;
    case Part::End:
        m_events.finished();
        return;
    }
    start();
}

void Inventory::checkContents()
{
    const std::vector<ContentEntry> entries =
        m_catalogue.contents(m_content, limits::inventoryStepMax);
    m_content += static_cast<ContentNumber>(entries.size());
    for (const ContentEntry &entry : entries) {
        if (!entry.storedSize)
            continue;
        const Result<FileStamp> file = m_blobs.contentStamp(entry.digest);
        const bool isGone = !file && file.error().code != ErrorCode::Io;
        if (isGone || (file && file->size != *entry.storedSize))
            m_events.vanished(entry.digest);
    }
    if (entries.empty())
        m_part = Part::Files;
}

void Inventory::checkFiles()
{
    if (m_candidate) {
        hashCandidate();
        return;
    }
    if (m_folder == folders.size()) {
        m_part = Part::Manifests;
        return;
    }
    if (!m_listing)
        m_listing.emplace(m_blobs.listContent(folders.at(m_folder)));
    if (m_names.empty()) {
        m_names = m_listing->next(limits::inventoryStepMax);
        if (m_names.empty()) {
            m_listing.reset();
            ++m_folder;
        }
    }
    while (!m_names.empty() && !m_candidate) {
        consider(folders.at(m_folder), m_names.back());
        m_names.pop_back();
    }
}

void Inventory::consider(Digest::Algorithm algorithm, const std::string &name)
{
    const auto digest = digestOf(algorithm, name);
    if (!digest || m_catalogue.storedSize(*digest))
        return;
    Result<BlobStore::StoredFile> file = m_blobs.openContent(*digest);
    if (file)
        m_candidate.emplace(Candidate{
            .digest = *digest, .file = std::move(*file), .hasher = Hasher(algorithm), .hashed = 0});
}

void Inventory::hashCandidate()
{
    QByteArray buffer(readBytes, Qt::Uninitialized);
    const std::int64_t end = m_candidate->hashed + limits::inventoryStepBytes;
    ssize_t got = 0;
    while (m_candidate->hashed < end) {
        got = pread(m_candidate->file.file->get(), buffer.data(),
                    static_cast<std::size_t>(buffer.size()), m_candidate->hashed);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        m_candidate->hasher.update(QByteArrayView(buffer).first(got));
        m_candidate->hashed += got;
    }
    if (got > 0)
        return;
    // One that has other bytes stays what it is, unknown, until the right ones take its place.
    if (m_candidate->hasher.finish() == m_candidate->digest)
        m_events.appeared(m_candidate->digest, m_candidate->hashed);
    m_candidate.reset();
}

void Inventory::checkManifests()
{
    if (!m_unread.empty()) {
        m_events.unread(m_unread.back());
        m_unread.pop_back();
        return;
    }
    if (m_repository < m_catalogue.repositoryCount())
        m_unread = m_catalogue.unreadManifests(m_repository++);
    else
        m_part = Part::End;
}

} // namespace lanyard::store
