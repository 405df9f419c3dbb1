// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/diskpool.h"
#include "core/limits.h"
#include "core/taskqueue.h"
#include "store/blobstore.h"
#include "store/contentuse.h"
#include "store/evictor.h"
#include "store/filepartial.h"
#include "store/imageindexwriter.h"
#include "store/index.h"
#include "store/layout.h"
#include "store/ledger.h"
#include "store/room.h"
#include "store/scrub.h"
#include "store/stocktaking.h"
#include "store/uselog.h"

#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace lanyard::store {

/// The parts, in the order in which they come up; they go down in reverse: first nothing runs on
/// the disk pool any more, then the index has written what it was given, then the lock is released.
class Store::Private
{
public:
    Private(const Clock &theClock, const Layout &layout, std::unique_ptr<BlobStore> theBlobs,
            const DiskRules &theRules);

    void begin(OpenedIndex opened);
    Result<void> put(const Digest &digest, std::int64_t size, const ByteSource &next);
    void writeImageIndex();
    Result<Room::Usage> usage();
    void tell(const Message &message);

    TaskQueue tasks; ///< of the engine thread
    const Clock &clock;
    const DiskRules rules;
    const std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Ledger> ledger;
    Index index;
    UseLog uses;
    ContentUse inUse;
    std::unique_ptr<ImageIndexWriter> imageIndex;
    std::unique_ptr<StockTaking> stockTaking;
    std::unique_ptr<Evictor> evictor;
    std::atomic<bool> isImageIndexBehind{false}; ///< and the user was told
    Room room;
    DiskPool pool{limits::diskThreads};
    std::unique_ptr<Scrub> scrub;
    std::mutex spaceMutex;
    DiskSpace space;        ///< of the last look; guarded by spaceMutex
    Store *store = nullptr; ///< before the first change
};

Store::Private::Private(const Clock &theClock, const Layout &layout,
                        std::unique_ptr<BlobStore> theBlobs, const DiskRules &theRules)
    : clock(theClock)
    , rules(theRules)
    , blobs(std::move(theBlobs))
    , index(layout.databaseFile(), theClock, [this](const Message &message) { tell(message); })
    , room(rules, {.usage = [this] { return usage(); },
                   .dropUnfinished = [this] { blobs->dropKept(); },
                   .evict = [this](std::int64_t bytes) { evictor->free(bytes); },
                   .tell =
                       [this](const Message &message) {
                           tell(message);
                       }})
{
}

void Store::Private::begin(OpenedIndex opened)
{
    ledger = std::make_unique<Ledger>(index, std::move(opened.catalogue));
    stockTaking = std::make_unique<StockTaking>(pool, *blobs, *ledger, inUse);
    if (const Message loss = stockTaking->takeInImageIndex(opened); !loss.isEmpty())
        tell(loss);
    ledger->begin();
    imageIndex = std::make_unique<ImageIndexWriter>(*blobs, *ledger, clock);
    evictor = std::make_unique<Evictor>(
        pool,
        Eviction::Parts{
            .blobs = *blobs, .ledger = *ledger, .uses = uses, .inUse = inUse, .clock = clock});
    scrub = std::make_unique<Scrub>(*blobs, *ledger, tasks);
}

/// Any thread.
Result<void> Store::Private::put(const Digest &digest, std::int64_t size, const ByteSource &next)
{
    const Result<Room::Reservation> reserved = room.reserve(size);
    if (!reserved)
        return tl::unexpected(reserved.error());
    Result<void> stored = blobs->put(digest, size, next);
    if (stored)
        room.noteSuccess(size);
    else if (stored.error().code == ErrorCode::NoRoom)
        room.noteRefusal(size, stored.error());
    return stored;
}

/// Disk pool. It is tried again and again; the user is told once.
void Store::Private::writeImageIndex()
{
    const Result<void> written = imageIndex->write();
    if (!isImageIndexBehind.exchange(!written) && !written)
        tell(written.error().message);
}

/// Any thread.
Result<Room::Usage> Store::Private::usage()
{
    return blobs->space().map([this](const DiskSpace &now) {
        {
            const std::lock_guard lock(spaceMutex);
            space = now;
        }
        return Room::Usage{.content = ledger->catalogue().storedBytes(),
                           .unfinished = blobs->keptBytes(),
                           .diskFree = now.free,
                           .diskSize = now.size};
    });
}

/// Any thread.
void Store::Private::tell(const Message &message)
{
    // Signals are for the engine thread.
    tasks.post([this, message] { Q_EMIT store->warningRaised(message); });
}

Result<std::unique_ptr<Store>> Store::open(const QString &directory, const Clock &clock,
                                           const DiskRules &rules)
{
    const Layout layout(directory);
    Result<std::unique_ptr<BlobStore>> blobs = BlobStore::open(layout, toEpochMs(clock.wallNow()));
    if (!blobs)
        return tl::unexpected(blobs.error());
    auto parts = std::make_unique<Private>(clock, layout, std::move(*blobs), rules);
    if (const Message complaint = parts->blobs->complaint(); !complaint.isEmpty())
        parts->tell(complaint);
    const auto &readOnlyReason = parts->blobs->readOnlyReason();
    if (readOnlyReason)
        parts->tell(Message::both(
            readOnlyReason->message,
            QT_TRANSLATE_NOOP("engine", "what is there is served, and nothing is stored")));
    Result<OpenedIndex> opened =
        parts->index.open(readOnlyReason ? Index::Access::ReadOnly : Index::Access::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    parts->begin(std::move(*opened));
    (void)parts->usage(); // a disk that cannot say it is not known
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->store = this;
    startTimers();
    d->stockTaking->start();
}

void Store::startTimers()
{
    every(limits::useFlushInterval, &Store::flushUses);
    if (d->blobs->readOnlyReason())
        return;
    every(limits::imageIndexDelay, &Store::refreshImageIndex);
    every(limits::roomCheckInterval, &Store::lookAtDisk);
}

void Store::every(std::chrono::milliseconds interval, void (Store::*work)())
{
    auto *timer = new QTimer(this);
    timer->setTimerType(Qt::VeryCoarseTimer);
    connect(timer, &QTimer::timeout, this, work);
    timer->start(interval);
}

Store::~Store()
{
    d->scrub.reset();
    d->stockTaking->stop();
    d->evictor->stop();
    d->pool.drain();
    flushUses();
    // A failure was told before, or is found at the next start, which writes it anew. That start
    // needs what it says now, when this one was too short to take in what it had begun to find.
    if (!d->stockTaking->needsImageIndex())
        (void)d->imageIndex->write();
}

const Catalogue &Store::catalogue() const
{
    return d->ledger->catalogue();
}

Result<SharedFile> Store::openContent(const Digest &digest)
{
    // Before the look at the catalogue: what is found there stays until the file is closed.
    ContentUse::Hold hold = d->inUse.hold(digest);
    const auto size = d->ledger->catalogue().storedSize(digest);
    if (!size)
        return failure(ErrorCode::NotFound,
                       Message::at(digest.toString(), QT_TRANSLATE_NOOP("engine", "not stored")));
    Result<BlobStore::StoredFile> file = d->blobs->openContent(digest);
    if (file && file->size != *size)
        file = failure(ErrorCode::Corrupt,
                       Message::at(digest.toString(),
                                   QT_TRANSLATE_NOOP("engine", "the file has another size")));
    if (!file) {
        d->ledger->setMissingUnlessUnreadable(digest, file.error());
        return tl::unexpected(file.error());
    }
    return ContentUse::holding(std::move(hold), std::move(file->file));
}

Result<QByteArray> Store::readManifest(const Digest &digest)
{
    Result<QByteArray> bytes = d->blobs->read(digest, limits::manifestBytesMax);
    if (!bytes)
        d->ledger->setMissingUnlessUnreadable(digest, bytes.error());
    return bytes;
}

void Store::reportUnreadable(const Digest &digest)
{
    d->ledger->setMissing(digest);
}

void Store::touch(RepositoryId repository, const Digest &digest, Use use)
{
    d->uses.note(repository, digest, toEpochMs(d->clock.wallNow()), use == Use::Pull);
}

std::int64_t Store::lastUsedAtMs(RepositoryId repository, const Digest &digest) const
{
    if (const std::int64_t lastAtMs = d->uses.use(repository, digest).lastAtMs; lastAtMs > 0)
        return lastAtMs;
    const auto info = d->ledger->catalogue().content(repository, digest);
    return info ? info->usedAtMs : 0;
}

std::uint64_t Store::pulls(RepositoryId repository, const Digest &digest) const
{
    const auto info = d->ledger->catalogue().content(repository, digest);
    return std::uint64_t{info ? info->pulls : 0} + d->uses.use(repository, digest).pulls;
}

RepositoryId Store::ensureRepository(std::string_view registry, std::string_view repository)
{
    return d->ledger->ensureRepository(registry, repository);
}

Result<void> Store::storeManifest(RepositoryId repository, const ManifestRecord &manifest)
{
    // One that is here gets another name, for which a full disk has room.
    const Digest &digest = manifest.descriptor.digest;
    const ContentUse::Hold hold = d->inUse.hold(digest);
    d->blobs->awaitRemoval(digest);
    if (d->ledger->catalogue().storedSize(digest) &&
        d->blobs->read(digest, limits::manifestBytesMax)) {
        d->ledger->addManifest(repository, manifest.descriptor, manifest.children);
        return {};
    }
    return d->put(digest, manifest.bytes.size(), onePiece(manifest.bytes)).map([&] {
        d->ledger->addManifest(repository, manifest.descriptor, manifest.children);
    });
}

Result<void> Store::storeBlob(const Digest &digest, std::int64_t size, const ByteSource &next)
{
    return d->put(digest, size, next).map([&] { d->ledger->setStored(digest, size); });
}

void Store::putManifest(RepositoryId repository, ManifestRecord manifest, Done done)
{
    // In use until whoever asked for it can say that it was used: nothing would go sooner.
    auto hold = std::make_shared<ContentUse::Hold>(d->inUse.hold(manifest.descriptor.digest));
    d->pool.start([this, repository, hold = std::move(hold), manifest = std::move(manifest),
                   done = std::move(done)] {
        const Result<void> stored = storeManifest(repository, manifest);
        d->tasks.post([done, stored, hold] { done(stored); });
    });
}

void Store::link(RepositoryId repository, const Descriptor &descriptor, bool isManifest)
{
    d->ledger->link(repository, descriptor, isManifest);
    // Somebody asks for it: its first use.
    touch(repository, descriptor.digest);
}

void Store::setTag(RepositoryId repository, std::string_view tag, const TagState &state)
{
    d->ledger->setTag(repository, tag, state);
}

void Store::removeTag(RepositoryId repository, std::string_view tag)
{
    d->ledger->removeTag(repository, tag);
}

void Store::expireTags()
{
    d->ledger->expireTags();
}

void Store::setVisibility(RepositoryId repository, Visibility visibility)
{
    d->ledger->setAccess(repository,
                         {.visibility = visibility, .sinceMs = toEpochMs(d->clock.wallNow())});
}

void Store::setPinned(RepositoryId repository, const std::string &name, bool isPinned)
{
    d->ledger->setPinned(repository, name, isPinned);
}

void Store::setSeen(RepositoryId repository, const std::string &tag, const SeenTag &seen)
{
    d->ledger->setSeen(repository, tag, seen);
}

DiskUse Store::diskUse() const
{
    const DiskSpace space = [this] {
        const std::lock_guard lock(d->spaceMutex);
        return d->space;
    }();
    return {.contentBytes = d->ledger->catalogue().storedBytes(),
            .unfinishedBytes = d->blobs->keptBytes(),
            .capacityBytes = d->rules.capacity,
            .keepFreeBytes = floorOf(d->rules, space.size),
            .diskFreeBytes = space.free,
            .diskBytes = space.size,
            .refusal = d->room.refusal()};
}

Evictor &Store::evictor()
{
    return *d->evictor;
}

std::unique_ptr<PartialBlob> Store::openPartial(const Digest &digest)
{
    Result<BlobStore::Partial> file = d->blobs->openPartial(digest);
    // Who follows the file keeps it in use when the download has ended.
    if (file)
        file->file = ContentUse::holding(d->inUse.hold(digest), std::move(file->file));
    return std::make_unique<FilePartial>(
        PartialWriter::Environment{
            .pool = d->pool, .blobs = *d->blobs, .room = d->room, .clock = d->clock},
        digest, file, [parts = d.get()](const Digest &stored, std::int64_t bytes) {
            parts->ledger->setStored(stored, bytes);
        });
}

Scrub &Store::scrub()
{
    return *d->scrub;
}

void Store::flushUses()
{
    d->ledger->setUsed(d->uses.take());
}

void Store::refreshImageIndex()
{
    if (d->stockTaking->isFinished() && d->imageIndex->isDue())
        d->pool.start([this] { d->writeImageIndex(); });
}

/// Content goes before a download needs its room; what a full disk has kept out of the index goes
/// into it when there is room again.
void Store::lookAtDisk()
{
    d->pool.start([this] {
        d->room.check();
        const Result<DiskSpace> space = d->blobs->space();
        if (space && space->free >= floorOf({.capacity = {}, .keepFree = 0}, space->size))
            d->index.catchUp();
    });
}

} // namespace lanyard::store
