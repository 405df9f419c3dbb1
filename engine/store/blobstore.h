// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bytesource.h"
#include "core/digest.h"
#include "core/filedescriptor.h"
#include "core/folderlock.h"
#include "core/result.h"
#include "store/folder.h"
#include "store/folderlisting.h"
#include "store/keptpartials.h"
#include "store/layout.h"

#include <QByteArray>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace lanyard::store {

/// The files of the store, addressed by digest. It knows nothing of repositories. One at a time has
/// the folder: it holds the lock.
///
/// A folder that cannot be written is *read-only*: what is there is read, without a lock, and all
/// that writes fails with Io.
///
/// Thread-safe; every call may block on the disk. Errors are those of Folder.
class BlobStore
{
public:
    /// A file of partial/ that is being filled, or waits to be.
    struct Partial
    {
        std::string name;
        SharedFile file;
        std::int64_t bytes = 0; ///< that are in it
    };

    /// Makes the folders that are not there, and oci-layout. Of what an earlier process has left in
    /// partial/, downloads that are younger than limits::partialAgeMax at `nowMs` (since 1970-01-01
    /// UTC) are kept, to be resumed; the rest is removed. InvalidInput: a folder that cannot
    /// be written and has no content; InUse: one that another process has.
    static Result<std::unique_ptr<BlobStore>> open(const Layout &layout, std::int64_t nowMs);

    struct StoredFile
    {
        SharedFile file;
        std::int64_t size = 0; ///< bytes
    };

    /// Why nothing can be written; nullopt: it can.
    const std::optional<Error> &readOnlyReason() const { return m_readOnlyReason; }

    /// As of Folder, of the data folder.
    Message complaint() const { return m_folders.data.complaint(); }

    Result<StoredFile> openContent(const Digest &digest) const;
    Result<FileStamp> contentStamp(const Digest &digest) const;
    /// Whether there is any content.
    bool hasContent() const;
    /// The names of files; what is none of Layout::blobName() is not content.
    FolderListing listContent(Digest::Algorithm algorithm) const;
    /// All bytes of a file of at most `bytesMax`; Corrupt when they cannot be read or do not have
    /// the digest.
    Result<QByteArray> read(const Digest &digest, std::int64_t bytesMax) const;
    /// Durable when it returns. Corrupt: what came is not of this size or digest; or the error of
    /// `next`.
    Result<void> put(const Digest &digest, std::int64_t size, const ByteSource &next);
    /// Puts a file that is damaged where nobody takes it for content; where the disk does not even
    /// do that, it is removed.
    void quarantine(const Digest &digest) const;

    /// What an earlier download of this content has left, else an empty file. It is the caller's
    /// until commit(), keep() or discard().
    Result<Partial> openPartial(const Digest &digest);
    /// Gives a partial whose bytes have this digest its place, durably.
    Result<void> commit(const Partial &partial, const Digest &digest);
    /// Leaves the first `bytes` of it for the next openPartial(); discards it when there is no use
    /// for it.
    void keep(const Partial &partial, const Digest &digest, std::int64_t bytes);
    void discard(const Partial &partial) const;

    /// Of all that openPartial() would find.
    std::int64_t keptBytes() const { return m_kept.bytes(); }

    void dropKept() { m_kept.clear(); }

    Result<DiskSpace> space() const { return m_folders.data.space(); }

    /// Content on its way out. As long as it lives, what would bring the same content waits, so
    /// that no new file is removed for an old one.
    class Removal
    {
    public:
        Removal(BlobStore &blobs, std::vector<Digest> contents);
        ~Removal();
        Removal(const Removal &) = delete;
        Removal &operator=(const Removal &) = delete;

        /// The file of one of these; whether it is gone.
        bool remove(const Digest &digest) const;

    private:
        BlobStore &m_blobs;
        const std::vector<Digest> m_contents;
    };

    /// Blocks as long as there is a Removal of this content.
    void awaitRemoval(const Digest &digest);

    // index.json

    Result<FileStamp> imageIndexStamp() const;
    /// At most limits::imageIndexBytesMax.
    Result<QByteArray> readImageIndex() const;
    /// Replaces it; the stamp is that of the new one.
    Result<FileStamp> putImageIndex(const Folder::Source &next) const;

    // How far a check of all content has come.

    Result<QByteArray> readCheckMark() const;
    Result<void> putCheckMark(QByteArrayView text) const;
    void removeCheckMark() const;

private:
    struct Folders
    {
        Folder data;
        Folder partial;
        Folder sha256;
        Folder sha512;
    };

    BlobStore(Layout layout, std::optional<FolderLock> lock, Folders folders,
              std::optional<Error> readOnlyReason);

    static Result<Folders> openFolders(const Layout &layout, Folder data);
    static Folders openFoldersReadOnly(const Layout &layout);
    Result<void> checkWritable() const;
    bool isStored(const Digest &digest) const;
    Result<void> write(const FileDescriptor &file, const Digest &digest, std::int64_t size,
                       const ByteSource &next) const;
    Result<void> place(const FileDescriptor &file, const std::string &name, const Digest &digest);
    const Folder &folderOf(const Digest &digest) const;
    const Folder &folderOf(Digest::Algorithm algorithm) const;

    const Layout m_layout;
    const std::optional<FolderLock> m_lock;
    const Folders m_folders;
    const std::optional<Error> m_readOnlyReason;
    std::atomic<std::uint64_t> m_lastPartial{0};
    KeptPartials m_kept;
    std::mutex m_mutex;
    std::condition_variable m_removalEnded;
    std::unordered_multiset<Digest> m_removing; // guarded by m_mutex
};

} // namespace lanyard::store
