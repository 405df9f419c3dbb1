// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/limits.h"
#include "core/taskqueue.h"
#include "store/blobstore.h"
#include "store/diskpool.h"
#include "store/filepartial.h"
#include "store/imageindex.h"
#include "store/index.h"
#include "store/layout.h"
#include "store/uselog.h"

#include <QTimer>

#include <atomic>
#include <utility>

namespace lanyard::store {

/// The parts, in the order in which they come up; they go down in reverse: first nothing runs on
/// the disk pool any more, then the index has written what it was given, then the lock is released.
class Store::Private
{
public:
    Private(const Clock &theClock, const Layout &layout, std::unique_ptr<BlobStore> theBlobs);

    void contentStored(const Digest &digest, std::int64_t size);
    Result<void> putManifest(RepositoryId repository, const ManifestRecord &manifest);
    void forgetUnlessUnreadable(const Digest &digest, const Error &error);
    Result<void> writeImageIndex();
    void tellFailure(const QString &message);

    TaskQueue tasks; ///< of the engine thread
    const Clock &clock;
    const std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Catalogue> catalogue;
    Index index;
    UseLog uses;
    /// Set on any thread after a change that index.json shows.
    std::atomic<bool> isImageIndexStale{true};
    DiskPool pool;
    Store *store = nullptr; ///< before the first change
};

Store::Private::Private(const Clock &theClock, const Layout &layout,
                        std::unique_ptr<BlobStore> theBlobs)
    : clock(theClock)
    , blobs(std::move(theBlobs))
    , index(layout.databaseFile(), [this](const QString &message) { tellFailure(message); })
{
}

/// Disk pool; the file is durable.
void Store::Private::contentStored(const Digest &digest, std::int64_t size)
{
    index.post({ContentStored{.digest = digest, .size = size}});
    catalogue->setStored(digest, size);
    isImageIndexStale = true;
}

/// Disk pool.
Result<void> Store::Private::putManifest(RepositoryId repository, const ManifestRecord &manifest)
{
    Result<void> stored = blobs->put(manifest.descriptor.digest, manifest.bytes);
    if (!stored)
        return stored;
    std::vector<IndexChange> changes;
    changes.reserve(manifest.children.size() + 2);
    changes.emplace_back(
        ContentStored{.digest = manifest.descriptor.digest, .size = manifest.bytes.size()});
    for (const Descriptor &child : manifest.children)
        changes.emplace_back(
            ContentLinked{.repository = repository, .descriptor = child, .isManifest = false});
    changes.emplace_back(ContentLinked{
        .repository = repository, .descriptor = manifest.descriptor, .isManifest = true});
    index.post(std::move(changes));

    // The manifest comes last: who sees it, sees its children.
    for (const Descriptor &child : manifest.children)
        catalogue->link(repository, child, false);
    catalogue->setStored(manifest.descriptor.digest, manifest.bytes.size());
    catalogue->link(repository, manifest.descriptor, true);
    isImageIndexStale = true;
    return {};
}

/// Any thread.
void Store::Private::forgetUnlessUnreadable(const Digest &digest, const Error &error)
{
    if (error.code != ErrorCode::NotFound && error.code != ErrorCode::Corrupt)
        return;
    index.post({ContentMissing{.digest = digest}});
    catalogue->setMissing(digest);
    isImageIndexStale = true;
}

/// Disk pool, or where nothing else runs.
Result<void> Store::Private::writeImageIndex()
{
    if (!isImageIndexStale.exchange(false))
        return {};
    Result<void> written = blobs->putImageIndex(imageIndexJson(taggedRepositories(*catalogue)));
    if (!written)
        isImageIndexStale = true;
    return written;
}

/// Any thread.
void Store::Private::tellFailure(const QString &message)
{
    // Signals are for the engine thread.
    tasks.post([this, message] { Q_EMIT store->indexFailed(message); });
}

Result<std::unique_ptr<Store>> Store::open(const QString &directory, const Clock &clock)
{
    const Layout layout(directory);
    Result<std::unique_ptr<BlobStore>> blobs = BlobStore::open(layout);
    if (!blobs)
        return tl::unexpected(blobs.error());
    auto parts = std::make_unique<Private>(clock, layout, std::move(*blobs));
    Result<std::unique_ptr<CatalogueData>> data = parts->index.open();
    if (!data)
        return tl::unexpected(data.error());
    parts->catalogue = std::make_unique<Catalogue>(std::move(*data));
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->store = this;
    auto *useTimer = new QTimer(this);
    useTimer->setTimerType(Qt::VeryCoarseTimer);
    connect(useTimer, &QTimer::timeout, this, [this] { d->index.post(d->uses.take()); });
    useTimer->start(limits::useFlushInterval);
    auto *imageIndexTimer = new QTimer(this);
    imageIndexTimer->setTimerType(Qt::VeryCoarseTimer);
    connect(imageIndexTimer, &QTimer::timeout, this, &Store::refreshImageIndex);
    imageIndexTimer->start(limits::imageIndexDelay);
}

Store::~Store()
{
    d->pool.drain();
    d->index.post(d->uses.take());
    // A failure was told before, or is found at the next start, which writes it anew.
    (void)d->writeImageIndex();
}

const Catalogue &Store::catalogue() const
{
    return *d->catalogue;
}

Result<SharedFile> Store::openContent(const Digest &digest)
{
    Result<SharedFile> file = d->blobs->openContent(digest);
    if (!file)
        d->forgetUnlessUnreadable(digest, file.error());
    return file;
}

Result<QByteArray> Store::readManifest(const Digest &digest)
{
    Result<QByteArray> bytes = d->blobs->read(digest, limits::manifestBytesMax);
    if (!bytes)
        d->forgetUnlessUnreadable(digest, bytes.error());
    return bytes;
}

void Store::touch(RepositoryId repository, const Digest &digest)
{
    d->uses.note(repository, digest, toEpochMs(d->clock.wallNow()));
}

RepositoryId Store::ensureRepository(std::string_view registry, std::string_view repository)
{
    if (const auto known = d->catalogue->find(registry, repository))
        return *known;
    const RepositoryId id = d->catalogue->ensureRepository(registry, repository);
    d->index.post({RepositoryAdded{
        .repository = id, .registry = std::string(registry), .name = std::string(repository)}});
    return id;
}

void Store::putManifest(RepositoryId repository, ManifestRecord manifest, Done done)
{
    d->pool.start([this, repository, manifest = std::move(manifest), done = std::move(done)] {
        const Result<void> result = d->putManifest(repository, manifest);
        d->tasks.post([done, result] { done(result); });
    });
}

void Store::link(RepositoryId repository, const Descriptor &descriptor, bool isManifest)
{
    d->index.post({ContentLinked{
        .repository = repository, .descriptor = descriptor, .isManifest = isManifest}});
    d->catalogue->link(repository, descriptor, isManifest);
    if (isManifest)
        d->isImageIndexStale = true;
}

void Store::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    // Most calls say that upstream still has it so: nothing that index.json shows.
    const auto known = d->catalogue->tag(repository, tag);
    if (!known || known->digest != state.digest)
        d->isImageIndexStale = true;
    d->index.post({TagSet{.repository = repository,
                          .tag = std::string(tag),
                          .digest = state.digest,
                          .checkedAtMs = state.checkedAtMs}});
    d->catalogue->setTag(repository, tag, state);
}

void Store::removeTag(RepositoryId repository, std::string_view tag)
{
    d->index.post({TagRemoved{.repository = repository, .tag = std::string(tag)}});
    d->catalogue->removeTag(repository, tag);
    d->isImageIndexStale = true;
}

Result<std::unique_ptr<PartialBlob>> Store::createPartial(const Digest &digest,
                                                          std::optional<std::int64_t> size)
{
    if (size && (*size < 0 || *size > limits::blobBytesMax))
        return failure(ErrorCode::InvalidInput,
                       digest.toString() + ": no size of a blob: " + std::to_string(*size));
    Result<BlobStore::Partial> partial = d->blobs->createPartial(digest);
    if (!partial)
        return tl::unexpected(partial.error());
    return std::make_unique<FilePartial>(
        d->pool, *d->blobs, digest, size, std::move(*partial),
        [parts = d.get()](const Digest &stored, std::int64_t bytes) {
            parts->contentStored(stored, bytes);
        });
}

void Store::refreshImageIndex()
{
    if (!d->isImageIndexStale)
        return;
    d->pool.start([this] {
        if (const Result<void> written = d->writeImageIndex(); !written)
            d->tellFailure(QString::fromStdString(written.error().message));
    });
}

} // namespace lanyard::store
