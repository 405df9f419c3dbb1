// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/limits.h"
#include "core/taskqueue.h"
#include "store/blobstore.h"
#include "store/diskpool.h"
#include "store/filepartial.h"
#include "store/imageindex.h"
#include "store/imageindexwriter.h"
#include "store/index.h"
#include "store/inventory.h"
#include "store/layout.h"
#include "store/manifest.h"
#include "store/rebuild.h"
#include "store/uselog.h"

#include <QTimer>

#include <utility>

namespace lanyard::store {

namespace {

/// What the children of a manifest are does not depend on its type.
constexpr std::string_view anyMediaType = "application/octet-stream";

/// What became of the index, when it is not what it was; empty: it is, or this is a first start.
QString lossOf(const OpenedIndex &opened, bool hasContent)
{
    switch (opened.origin) {
    case OpenedIndex::Origin::Read:
        break;
    case OpenedIndex::Origin::Made:
        if (hasContent)
            return QStringLiteral("the index was missing, and is rebuilt from the files");
        break;
    case OpenedIndex::Origin::Replaced:
        return QString::fromStdString(opened.damage) +
               QStringLiteral("; it is rebuilt from the files");
    }
    return {};
}

} // namespace

/// The parts, in the order in which they come up; they go down in reverse: first nothing runs on
/// the disk pool any more, then the index has written what it was given, then the lock is released.
class Store::Private
{
public:
    Private(const Clock &theClock, const Layout &layout, std::unique_ptr<BlobStore> theBlobs);

    void begin(OpenedIndex opened);
    void contentStored(const Digest &digest, std::int64_t size);
    Result<void> putManifest(RepositoryId repository, const ManifestRecord &manifest);
    void readChildren(const Digest &manifest);
    void forget(const Digest &digest);
    void forgetUnlessUnreadable(const Digest &digest, const Error &error);
    void tell(const QString &message);

    TaskQueue tasks; ///< of the engine thread
    const Clock &clock;
    const std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Catalogue> catalogue;
    Index index;
    UseLog uses;
    std::unique_ptr<ImageIndexWriter> imageIndex;
    std::unique_ptr<Inventory> inventory;
    DiskPool pool;
    Store *store = nullptr; ///< before the first change
};

Store::Private::Private(const Clock &theClock, const Layout &layout,
                        std::unique_ptr<BlobStore> theBlobs)
    : clock(theClock)
    , blobs(std::move(theBlobs))
    , index(layout.databaseFile(), theClock, [this](const QString &message) { tell(message); })
{
}

/// Takes in what index.json has and the index has not, before anything is changed.
void Store::Private::begin(OpenedIndex opened)
{
    const Result<FileStamp> stamp = blobs->imageIndexStamp();
    const bool agrees = stamp && opened.imageIndex == *stamp;
    bool hasChanged = false;
    if (!agrees) {
        const Result<QByteArray> text = blobs->readImageIndex();
        const std::vector<ImageRoot> roots =
            text ? parseImageIndex(*text) : std::vector<ImageRoot>();
        Rebuild rebuild(*blobs, *opened.catalogue);
        const std::size_t found = rebuild.takeIn(roots);
        hasChanged = rebuild.hasChanged();
        if (const QString loss = lossOf(opened, !roots.empty() || blobs->hasContent());
            !loss.isEmpty())
            tell(loss + QStringLiteral("; of %1 images in index.json, %2 are there")
                            .arg(roots.size())
                            .arg(found));
    }
    catalogue = std::make_unique<Catalogue>(std::move(opened.catalogue));
    index.begin(*catalogue, hasChanged);
    imageIndex = std::make_unique<ImageIndexWriter>(
        *blobs, *catalogue, clock,
        [this](const FileStamp &written) { index.post({ImageIndexWritten{.stamp = written}}); });
    if (!agrees)
        imageIndex->markStale();
    inventory = std::make_unique<Inventory>(
        pool, *blobs, *catalogue,
        Inventory::Events{
            .appeared = [this](const Digest &digest,
                               std::int64_t size) { contentStored(digest, size); },
            .vanished = [this](const Digest &digest) { forget(digest); },
            .unread = [this](const Digest &manifest) { readChildren(manifest); },
        });
}

/// Disk pool; the file is durable.
void Store::Private::contentStored(const Digest &digest, std::int64_t size)
{
    index.post({ContentStored{.digest = digest, .size = size}});
    catalogue->setStored(digest, size);
    imageIndex->markStale();
}

/// Disk pool.
Result<void> Store::Private::putManifest(RepositoryId repository, const ManifestRecord &manifest)
{
    const Digest &digest = manifest.descriptor.digest;
    Result<void> stored = blobs->put(digest, manifest.bytes);
    if (!stored)
        return stored;
    const std::vector<Digest> children = digestsOf(manifest.children);
    std::vector<IndexChange> changes;
    changes.reserve(manifest.children.size() + 3);
    changes.emplace_back(ContentStored{.digest = digest, .size = manifest.bytes.size()});
    for (const Descriptor &child : manifest.children)
        changes.emplace_back(
            ContentLinked{.repository = repository, .descriptor = child, .isManifest = false});
    changes.emplace_back(ManifestRead{.manifest = digest, .children = children});
    changes.emplace_back(ContentLinked{
        .repository = repository, .descriptor = manifest.descriptor, .isManifest = true});
    index.post(std::move(changes));

    // The manifest comes last: who sees it, sees its children.
    for (const Descriptor &child : manifest.children)
        catalogue->link(repository, child, false);
    catalogue->setStored(digest, manifest.bytes.size());
    catalogue->setChildren(digest, children);
    catalogue->link(repository, manifest.descriptor, true);
    imageIndex->markStale();
    return {};
}

/// Disk pool; a stored manifest of which it is not known what it names.
void Store::Private::readChildren(const Digest &manifest)
{
    const Result<QByteArray> bytes = blobs->read(manifest, limits::manifestBytesMax);
    if (!bytes) {
        forgetUnlessUnreadable(manifest, bytes.error());
        return;
    }
    const Result<Manifest> read = parseManifest(*bytes, anyMediaType);
    if (!read)
        return;
    const std::vector<Digest> children = digestsOf(read->children);
    index.post({ManifestRead{.manifest = manifest, .children = children}});
    catalogue->setChildren(manifest, children);
    imageIndex->markStale();
}

/// Any thread.
void Store::Private::forget(const Digest &digest)
{
    index.post({ContentMissing{.digest = digest}});
    catalogue->setMissing(digest);
    imageIndex->markStale();
}

/// Any thread.
void Store::Private::forgetUnlessUnreadable(const Digest &digest, const Error &error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Corrupt)
        forget(digest);
}

/// Any thread.
void Store::Private::tell(const QString &message)
{
    // Signals are for the engine thread.
    tasks.post([this, message] { Q_EMIT store->warningRaised(message); });
}

Result<std::unique_ptr<Store>> Store::open(const QString &directory, const Clock &clock)
{
    const Layout layout(directory);
    Result<std::unique_ptr<BlobStore>> blobs = BlobStore::open(layout);
    if (!blobs)
        return tl::unexpected(blobs.error());
    auto parts = std::make_unique<Private>(clock, layout, std::move(*blobs));
    Result<OpenedIndex> opened = parts->index.open();
    if (!opened)
        return tl::unexpected(opened.error());
    parts->begin(std::move(*opened));
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->store = this;
    startTimers();
    d->inventory->start();
}

void Store::startTimers()
{
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
    d->inventory->stop();
    d->pool.drain();
    d->index.post(d->uses.take());
    // A failure was told before, or is found at the next start, which writes it anew.
    (void)d->imageIndex->write();
}

const Catalogue &Store::catalogue() const
{
    return *d->catalogue;
}

Result<SharedFile> Store::openContent(const Digest &digest)
{
    const auto size = d->catalogue->storedSize(digest);
    if (!size)
        return failure(ErrorCode::NotFound, digest.toString() + ": not stored");
    Result<BlobStore::StoredFile> file = d->blobs->openContent(digest);
    if (file && file->size != *size)
        file = failure(ErrorCode::Corrupt, digest.toString() + ": the file has another size");
    if (!file) {
        d->forgetUnlessUnreadable(digest, file.error());
        return tl::unexpected(file.error());
    }
    return std::move(file->file);
}

Result<QByteArray> Store::readManifest(const Digest &digest)
{
    Result<QByteArray> bytes = d->blobs->read(digest, limits::manifestBytesMax);
    if (!bytes)
        d->forgetUnlessUnreadable(digest, bytes.error());
    return bytes;
}

void Store::reportUnreadable(const Digest &digest)
{
    d->forget(digest);
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
        d->imageIndex->markStale();
}

void Store::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    const auto known = d->catalogue->tag(repository, tag);
    d->index.post({TagSet{.repository = repository,
                          .tag = std::string(tag),
                          .digest = state.digest,
                          .checkedAtMs = state.checkedAtMs}});
    d->catalogue->setTag(repository, tag, state);
    // Most calls say that upstream still has it so: nothing that index.json shows.
    if (!known || known->digest != state.digest)
        d->imageIndex->markStale();
}

void Store::removeTag(RepositoryId repository, std::string_view tag)
{
    d->index.post({TagRemoved{.repository = repository, .tag = std::string(tag)}});
    d->catalogue->removeTag(repository, tag);
    d->imageIndex->markStale();
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
    if (!d->imageIndex->isDue())
        return;
    d->pool.start([this] {
        if (const Result<void> written = d->imageIndex->write(); !written)
            d->tell(QString::fromStdString(written.error().message));
    });
}

} // namespace lanyard::store
