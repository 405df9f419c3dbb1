// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/diskuse.h"
#include "core/bytesource.h"
#include "core/clock.h"
#include "core/filedescriptor.h"
#include "core/result.h"
#include "store/catalogue.h"
#include "store/diskrules.h"
#include "store/partialblob.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace lanyard::store {

class Evictor;

/// A manifest with what it names.
struct ManifestRecord
{
    Descriptor descriptor;
    QByteArray bytes;                 ///< verbatim; they have descriptor.digest already
    std::vector<Descriptor> children; ///< manifests of an index; config and layers of an image
};

class Scrub;

/// Content on disk as an OCI image layout, its SQLite index, and the catalogue in memory.
///
/// Lives on the engine thread; owns the index thread and the disk pool. What blocks is done there;
/// `done` functions are called on the engine thread, later, unless the store is gone by then.
/// Order of truth: partial, hash, fsync, rename, fsync of the folder, index row, catalogue. A short
/// while after a start, an inventory has brought catalogue and files to agree.
class Store final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)

public:
    /// Opens or makes the store in `directory`; blocks until the catalogue is loaded. A database
    /// that is lost or damaged is rebuilt from index.json and the files, with a warning; one that
    /// is behind them takes in what it lacks. A folder that cannot be written is read, with a
    /// warning; nothing is stored then. The error says which path and why: InUse by another process
    /// (lock file); InvalidInput when the folder cannot be used and has nothing to serve; Io.
    static Result<std::unique_ptr<Store>> open(const QString &directory, const Clock &clock,
                                               const DiskRules &rules = {});
    /// Writes what is queued, and index.json; blocks until that is done.
    ~Store() override;

    const Catalogue &catalogue() const;

    // From any thread.

    // What turns out not to be there, or not to be right, counts as not stored from then on, so
    // that it is fetched anew. It stays when only the process has no descriptor left.

    /// Opens the file of stored content. NotFound, Io; Corrupt when the file has another size.
    Result<SharedFile> openContent(const Digest &digest);
    /// Reads a stored manifest whole and checks its digest: Corrupt when it differs. NotFound, Io.
    Result<QByteArray> readManifest(const Digest &digest);
    /// Says that a file which was opened here could not be read to its end.
    void reportUnreadable(const Digest &digest);
    enum class Use { Pull, Other };

    /// Notes a use, for last use and the number of pulls; written in batches.
    void touch(RepositoryId repository, const Digest &digest, Use use = Use::Other);
    /// When linked content was used last, since 1970-01-01 UTC; 0: never, or too long ago to tell.
    std::int64_t lastUsedAtMs(RepositoryId repository, const Digest &digest) const;
    /// How often linked content was pulled.
    std::uint64_t pulls(RepositoryId repository, const Digest &digest) const;

    RepositoryId ensureRepository(std::string_view registry, std::string_view repository);
    /// Links content that upstream says this repository has.
    void link(RepositoryId repository, const Descriptor &descriptor, bool isManifest);
    void setTag(RepositoryId repository, std::string_view tag, const TagState &state);
    void removeTag(RepositoryId repository, std::string_view tag);
    /// Other rules count from now on: until when each tag holds is to be found out anew.
    void expireTags();
    /// Who can read it upstream, as of now.
    void setVisibility(RepositoryId repository, Visibility visibility);
    /// What is pinned is not evicted. `name`: a tag, or the digest of a manifest as text, which
    /// need not be there.
    void setPinned(RepositoryId repository, const std::string &name, bool isPinned);
    /// What upstream says of a pinned tag that does not follow it yet. Does nothing when it is not
    /// pinned.
    void setSeen(RepositoryId repository, const std::string &tag, const SeenTag &seen);

    // From any thread, which they block until it is durable. NoRoom: the user was told.

    /// Stores a manifest, links it and its children.
    Result<void> storeManifest(RepositoryId repository, const ManifestRecord &manifest);

    /// Stores a blob; it is not linked to a repository by this. Corrupt: what came is not of this
    /// size or digest; or the error of `next`.
    Result<void> storeBlob(const Digest &digest, std::int64_t size, const ByteSource &next);

    // From the engine thread.

    using Done = std::function<void(Result<void>)>;

    /// The same as storeManifest(), on the disk pool.
    void putManifest(RepositoryId repository, ManifestRecord manifest, Done done);
    /// As of the last look at the disk.
    DiskUse diskUse() const;
    /// What takes images out of the store. As long-lived as the store.
    Evictor &evictor();
    /// The place for a download, with what an earlier one has left; on a disk that gives none, one
    /// that passes. One at a time for a digest, beside those that pass. It must be gone before the
    /// store.
    std::unique_ptr<PartialBlob> openPartial(const Digest &digest);
    /// Verifies all that is stored; see Scrub.
    Scrub &scrub();

Q_SIGNALS:
    /// What the user should know: the index was damaged, or a write to it failed. Without secrets.
    /// What happened in open() is told when the event loop runs.
    void warningRaised(const lanyard::Message &message);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> parts);
    void startTimers();
    void every(std::chrono::milliseconds interval, void (Store::*work)());
    void flushUses();
    void refreshImageIndex();
    void lookAtDisk();
    std::unique_ptr<Private> d;
};

} // namespace lanyard::store
