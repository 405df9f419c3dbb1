// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobstore.h"

#include "core/limits.h"

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::store {

namespace {

// Only the owner: the content of private repositories lies here as plain files. The mode of a
// folder that is there already is its owner's decision, and stays.
constexpr unsigned int folderMode = 0700;

/// Corrupt when it cannot be read: asking the disk again would not help. A file that ends before
/// its size gives what is there.
Result<QByteArray> readWhole(const FileDescriptor &file, std::int64_t size, std::int64_t bytesMax)
{
    if (size > bytesMax)
        return failure(ErrorCode::Corrupt, QT_TRANSLATE_NOOP("engine", "the file is too large"));
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    qsizetype length = 0;
    while (length < bytes.size()) {
        const std::int64_t got =
            readSome(file, bytes.data() + length, bytes.size() - length, length);
        if (got < 0)
            return failure(ErrorCode::Corrupt, std::generic_category().message(errno));
        if (got == 0)
            break;
        length += got;
    }
    bytes.truncate(length);
    return bytes;
}

} // namespace

BlobStore::BlobStore(Layout layout, std::optional<FolderLock> lock, Folders folders,
                     std::optional<Error> readOnlyReason)
    : m_layout(std::move(layout))
    , m_lock(std::move(lock))
    , m_folders(std::move(folders))
    , m_readOnlyReason(std::move(readOnlyReason))
    , m_kept(m_folders.partial)
{
}

Result<std::unique_ptr<BlobStore>> BlobStore::open(const Layout &layout, std::int64_t nowMs)
{
    std::error_code ignored; // what is wrong shows when the folder itself is made
    std::filesystem::create_directories(std::filesystem::path(layout.data()).parent_path(),
                                        ignored);
    std::optional<FolderLock> lock;
    Result<Folders> folders =
        Folder::open(layout.data(), folderMode).and_then([&](Folder data) -> Result<Folders> {
            // Before anything is removed: it could be another process's.
            Result<FolderLock> acquired = FolderLock::acquire(layout.lockFile());
            if (!acquired)
                return tl::unexpected(acquired.error());
            lock.emplace(std::move(*acquired));
            return openFolders(layout, std::move(data));
        });
    if (folders) {
        std::unique_ptr<BlobStore> store(
            new BlobStore(layout, std::move(lock), std::move(*folders), std::nullopt));
        store->m_lastPartial = store->m_kept.takeStock(
            nowMs, [&store](const Digest &digest) { return !store->isStored(digest); });
        return store;
    }
    const Error &refusal = folders.error();
    if (refusal.code == ErrorCode::InUse)
        return tl::unexpected(refusal);
    std::unique_ptr<BlobStore> store(
        new BlobStore(layout, std::move(lock), openFoldersReadOnly(layout), refusal));
    if (!store->hasContent())
        return failure(ErrorCode::InvalidInput, refusal.message);
    return store;
}

Result<BlobStore::Folders> BlobStore::openFolders(const Layout &layout, Folder data)
{
    Result<Folder> partial = Folder::open(layout.partial(), folderMode);
    if (!partial)
        return tl::unexpected(partial.error());
    if (Result<Folder> blobs = Folder::open(layout.blobs(), folderMode); !blobs)
        return tl::unexpected(blobs.error());
    Result<Folder> sha256 = Folder::open(layout.blobs(Digest::Algorithm::Sha256), folderMode);
    if (!sha256)
        return tl::unexpected(sha256.error());
    Result<Folder> sha512 = Folder::open(layout.blobs(Digest::Algorithm::Sha512), folderMode);
    if (!sha512)
        return tl::unexpected(sha512.error());
    if (!data.contains(Layout::layoutName)) {
        const Result<void> written =
            partial->writeDurably(Layout::layoutName, Layout::layoutText, data, Layout::layoutName);
        if (!written)
            return tl::unexpected(written.error());
    }
    return Folders{.data = std::move(data),
                   .partial = std::move(*partial),
                   .sha256 = std::move(*sha256),
                   .sha512 = std::move(*sha512)};
}

BlobStore::Folders BlobStore::openFoldersReadOnly(const Layout &layout)
{
    return {.data = Folder::openReadOnly(layout.data()),
            .partial = Folder::openReadOnly(layout.partial()),
            .sha256 = Folder::openReadOnly(layout.blobs(Digest::Algorithm::Sha256)),
            .sha512 = Folder::openReadOnly(layout.blobs(Digest::Algorithm::Sha512))};
}

Result<void> BlobStore::checkWritable() const
{
    if (m_readOnlyReason)
        return tl::unexpected(*m_readOnlyReason);
    return {};
}

Result<BlobStore::StoredFile> BlobStore::openContent(const Digest &digest) const
{
    return folderOf(digest).openFile(Layout::blobName(digest)).map([](OpenFile &&file) {
        return StoredFile{.file =
                              std::make_shared<const FileDescriptor>(std::move(file.descriptor)),
                          .size = file.size};
    });
}

Result<FileStamp> BlobStore::contentStamp(const Digest &digest) const
{
    return folderOf(digest).stamp(Layout::blobName(digest));
}

bool BlobStore::hasContent() const
{
    return !listContent(Digest::Algorithm::Sha256).next(1).empty() ||
           !listContent(Digest::Algorithm::Sha512).next(1).empty();
}

FolderListing BlobStore::listContent(Digest::Algorithm algorithm) const
{
    return FolderListing(folderOf(algorithm).path());
}

Result<QByteArray> BlobStore::read(const Digest &digest, std::int64_t bytesMax) const
{
    const Result<StoredFile> file = openContent(digest);
    if (!file)
        return tl::unexpected(file.error());
    Result<QByteArray> bytes = readWhole(*file->file, file->size, bytesMax);
    if (!bytes)
        return failure(bytes.error().code, Message::at(digest.toString(), bytes.error().message));
    if (Digest::of(digest.algorithm(), *bytes) != digest)
        return failure(ErrorCode::Corrupt,
                       Message::at(digest.toString(),
                                   QT_TRANSLATE_NOOP("engine", "the file has other bytes")));
    return bytes;
}

Result<void> BlobStore::put(const Digest &digest, std::int64_t size, const ByteSource &next)
{
    if (const Result<void> writable = checkWritable(); !writable)
        return writable;
    const std::string name = Layout::newFileName(digest, ++m_lastPartial);
    return m_folders.partial.createFile(name).and_then(
        [&](const FileDescriptor &file) -> Result<void> {
            Result<void> stored =
                write(file, digest, size, next).and_then([&] { return place(file, name, digest); });
            if (!stored)
                m_folders.partial.remove(name);
            return stored;
        });
}

Result<void> BlobStore::write(const FileDescriptor &file, const Digest &digest, std::int64_t size,
                              const ByteSource &next) const
{
    Hasher hasher(digest.algorithm());
    std::int64_t written = 0;
    while (true) {
        const Result<QByteArray> bytes = next();
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (bytes->isEmpty())
            break;
        if (bytes->size() > size - written)
            return failure(
                ErrorCode::Corrupt,
                Message::at(digest.toString(), {QT_TRANSLATE_NOOP("engine", "more than %1 bytes"),
                                                {std::to_string(size)}}));
        if (!writeAll(file, *bytes, written))
            return failure(
                systemErrorCode(),
                Message::at(digest.toString(), {QT_TRANSLATE_NOOP("engine", "cannot write it: %1"),
                                                {std::generic_category().message(errno)}}));
        hasher.update(*bytes);
        written += bytes->size();
    }
    if (written != size)
        return failure(
            ErrorCode::Corrupt,
            Message::at(digest.toString(), {QT_TRANSLATE_NOOP("engine", "%1 bytes instead of %2"),
                                            {std::to_string(written), std::to_string(size)}}));
    if (hasher.finish() != digest)
        return failure(ErrorCode::Corrupt,
                       Message::at(digest.toString(),
                                   QT_TRANSLATE_NOOP("engine", "the bytes have another digest")));
    return {};
}

void BlobStore::quarantine(const Digest &digest) const
{
    const Folder &folder = folderOf(digest);
    const std::string name = Layout::blobName(digest);
    const Result<Folder> aside = Folder::open(m_layout.quarantine(), folderMode);
    if (!aside || !folder.move(name, *aside, Layout::quarantineName(digest)))
        folder.remove(name);
}

Result<BlobStore::Partial> BlobStore::openPartial(const Digest &digest)
{
    if (m_readOnlyReason)
        return tl::unexpected(*m_readOnlyReason);
    if (auto kept = m_kept.take(digest)) {
        Result<OpenFile> file = m_folders.partial.openForWriting(kept->name);
        if (file)
            return Partial{.name = std::move(kept->name),
                           .file =
                               std::make_shared<const FileDescriptor>(std::move(file->descriptor)),
                           .bytes = file->size};
    }
    std::string name = Layout::partialName(digest, ++m_lastPartial);
    Result<FileDescriptor> file = m_folders.partial.createFile(name);
    if (!file)
        return tl::unexpected(file.error());
    return Partial{.name = std::move(name),
                   .file = std::make_shared<const FileDescriptor>(std::move(*file))};
}

Result<void> BlobStore::commit(const Partial &partial, const Digest &digest)
{
    return place(*partial.file, partial.name, digest);
}

Result<void> BlobStore::place(const FileDescriptor &file, const std::string &name,
                              const Digest &digest)
{
    awaitRemoval(digest);
    Result<void> moved =
        m_folders.partial.moveDurably(file, name, folderOf(digest), Layout::blobName(digest));
    if (moved) {
        // A download that was given up, before this one or while it ran.
        if (const auto other = m_kept.take(digest))
            m_folders.partial.remove(other->name);
    }
    return moved;
}

void BlobStore::keep(const Partial &partial, const Digest &digest, std::int64_t bytes)
{
    // Beyond these bytes the file is not what the content has there.
    if (isStored(digest) || ftruncate(partial.file->get(), bytes) != 0)
        discard(partial);
    else
        m_kept.keep(digest, {.name = partial.name, .bytes = bytes});
}

void BlobStore::discard(const Partial &partial) const
{
    if (partial.file)
        m_folders.partial.remove(partial.name);
}

BlobStore::Removal::Removal(BlobStore &blobs, std::vector<Digest> contents)
    : m_blobs(blobs)
    , m_contents(std::move(contents))
{
    const std::lock_guard lock(m_blobs.m_mutex);
    m_blobs.m_removing.insert(m_contents.begin(), m_contents.end());
}

BlobStore::Removal::~Removal()
{
    {
        const std::lock_guard lock(m_blobs.m_mutex);
        for (const Digest &digest : m_contents)
            m_blobs.m_removing.erase(m_blobs.m_removing.find(digest));
    }
    m_blobs.m_removalEnded.notify_all();
}

bool BlobStore::Removal::remove(const Digest &digest) const
{
    return m_blobs.folderOf(digest).remove(Layout::blobName(digest));
}

void BlobStore::awaitRemoval(const Digest &digest)
{
    std::unique_lock lock(m_mutex);
    m_removalEnded.wait(lock, [&] { return !m_removing.contains(digest); });
}

Result<FileStamp> BlobStore::imageIndexStamp() const
{
    return m_folders.data.stamp(Layout::imageIndexName);
}

Result<QByteArray> BlobStore::readImageIndex() const
{
    const Result<OpenFile> file = m_folders.data.openFile(Layout::imageIndexName);
    if (!file)
        return tl::unexpected(file.error());
    return readWhole(file->descriptor, file->size, limits::imageIndexBytesMax);
}

Result<FileStamp> BlobStore::putImageIndex(const Folder::Source &next) const
{
    if (const Result<void> writable = checkWritable(); !writable)
        return tl::unexpected(writable.error());
    const Result<void> written = m_folders.partial.writeDurably(
        Layout::imageIndexName, next, m_folders.data, Layout::imageIndexName);
    if (!written)
        return tl::unexpected(written.error());
    return imageIndexStamp();
}

Result<QByteArray> BlobStore::readCheckMark() const
{
    const Result<OpenFile> file = m_folders.data.openFile(Layout::checkMarkName);
    if (!file)
        return tl::unexpected(file.error());
    return readWhole(file->descriptor, file->size, limits::checkMarkBytesMax);
}

Result<void> BlobStore::putCheckMark(QByteArrayView text) const
{
    if (const Result<void> writable = checkWritable(); !writable)
        return writable;
    return m_folders.partial.writeDurably(Layout::checkMarkName, text, m_folders.data,
                                          Layout::checkMarkName);
}

void BlobStore::removeCheckMark() const
{
    m_folders.data.remove(Layout::checkMarkName);
}

bool BlobStore::isStored(const Digest &digest) const
{
    return folderOf(digest).contains(Layout::blobName(digest));
}

const Folder &BlobStore::folderOf(const Digest &digest) const
{
    return folderOf(digest.algorithm());
}

const Folder &BlobStore::folderOf(Digest::Algorithm algorithm) const
{
    return algorithm == Digest::Algorithm::Sha256 ? m_folders.sha256 : m_folders.sha512;
}

} // namespace lanyard::store
