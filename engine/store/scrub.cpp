// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scrub.h"

#include "core/limits.h"

#include <algorithm>
#include <cerrno>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::store {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t readBytes = 1024 * 1024;

/// Who serves goes first, at the processor and at the disk.
void standBack()
{
#ifdef SYS_ioprio_set
    // ioprio_set(2): IOPRIO_WHO_PROCESS, this thread, IOPRIO_CLASS_IDLE. Where it is refused, the
    // pace is all there is.
    constexpr int whoProcess = 1;
    constexpr int classIdle = 3 << 13;
    (void)syscall(SYS_ioprio_set, whoProcess, 0, classIdle);
#endif
#ifdef __linux__
    // There it is of the thread, elsewhere of the whole process.
    constexpr int niceness = 10;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
#endif
}

} // namespace

Scrub::Scrub(BlobStore &blobs, Ledger &ledger, TaskQueue &tasks)
    : m_blobs(blobs)
    , m_ledger(ledger)
    , m_tasks(tasks)
{
}

Scrub::~Scrub()
{
    stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> Scrub::start(const ContentCheckRequest &request, Events events)
{
    if (m_events)
        return failure(ErrorCode::InUse, QT_TRANSLATE_NOOP("engine", "a check is running already"));
    if (request.isRepairing && m_blobs.readOnlyReason())
        return failure(ErrorCode::InvalidInput, m_blobs.readOnlyReason()->message);
    if (m_thread.joinable())
        m_thread.join();
    m_events = std::move(events);
    m_isStopped = false;
    m_request = request;
    m_pacer.begin(request.bytesPerSecond);
    m_thread = std::thread([this] { run(); });
    return {};
}

void Scrub::stop()
{
    m_isStopped = true;
    m_pacer.interrupt();
}

void Scrub::run()
{
    standBack();
    const Result<ContentCheckResult> result = checkAll();
    if (result)
        m_blobs.removeCheckMark();
    else
        leaveMark();
    m_tasks.post([this, result] {
        if (const auto events = std::exchange(m_events, std::nullopt))
            events->finished(result);
    });
}

Result<ContentCheckResult> Scrub::checkAll()
{
    m_mark = m_request.isFromStart ? CheckMark()
                                   : parseCheckMark(m_blobs.readCheckMark().value_or(QByteArray()));
    m_markedAt = Steady::now();
    m_toldAt = {};
    m_result = {.isContinued = m_mark.after.has_value()};
    m_progress = {};
    const std::vector<Piece> pieces = stored();
    m_progress.totalFiles = static_cast<std::int64_t>(pieces.size());
    for (const Piece &piece : pieces)
        m_progress.totalBytes += piece.size;
    for (const Piece &piece : pieces) {
        if (m_mark.isPassed(piece.digest)) {
            m_progress.bytes += piece.size;
        } else if (const Result<void> checked = check(piece); !checked) {
            return tl::unexpected(checked.error());
        }
        ++m_progress.files;
    }
    m_result.files = m_progress.files;
    m_result.bytes = m_progress.bytes;
    tellProgress();
    return std::move(m_result);
}

std::vector<Scrub::Piece> Scrub::stored() const
{
    const Catalogue &catalogue = m_ledger.catalogue();
    std::vector<Piece> pieces;
    pieces.reserve(catalogue.storedCount());
    ContentNumber next = 0;
    for (;;) {
        const std::vector<ContentEntry> entries =
            catalogue.contents(next, limits::catalogueStepMax);
        if (entries.empty())
            break;
        next += static_cast<ContentNumber>(entries.size());
        for (const ContentEntry &entry : entries) {
            if (entry.storedSize)
                pieces.push_back({.digest = entry.digest, .size = *entry.storedSize});
        }
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece &a, const Piece &b) { return a.digest < b.digest; });
    return pieces;
}

Result<void> Scrub::check(const Piece &piece)
{
    const std::int64_t before = m_progress.bytes;
    const Result<std::optional<Damage>> damage = damageOf(piece);
    if (!damage)
        return tl::unexpected(damage.error());
    m_progress.bytes = before + piece.size;
    if (*damage)
        report(piece, **damage);
    // One that was damaged before the mark is not where this check is.
    if (!m_mark.after || *m_mark.after < piece.digest)
        m_mark.after = piece.digest;
    if (Steady::now() - m_markedAt >= limits::checkMarkInterval)
        leaveMark();
    return {};
}

/// What is wrong with it; nullopt: nothing, or it has gone by the ordinary way meanwhile.
Result<std::optional<Scrub::Damage>> Scrub::damageOf(const Piece &piece)
{
    const Result<BlobStore::StoredFile> file = m_blobs.openContent(piece.digest);
    if (!file) {
        if (!m_ledger.catalogue().storedSize(piece.digest))
            return std::nullopt;
        return Damage{.reason = file.error().message,
                      .isCertain = file.error().code != ErrorCode::Io};
    }
    if (file->size != piece.size)
        return Damage{.reason = {QT_TRANSLATE_NOOP("engine", "it has %1 bytes instead of %2"),
                                 {std::to_string(file->size), std::to_string(piece.size)}}};
    Hasher hasher(piece.digest.algorithm());
    QByteArray buffer(std::min(readBytes, std::max<std::int64_t>(piece.size, 1)),
                      Qt::Uninitialized);
    for (std::int64_t offset = 0;;) {
        if (m_isStopped)
            return failure(
                ErrorCode::Cancelled,
                QT_TRANSLATE_NOOP("engine", "the check was interrupted; the next continues it"));
        const std::int64_t got = readSome(*file->file, buffer.data(), buffer.size(), offset);
        if (got < 0)
            return Damage{.reason = {QT_TRANSLATE_NOOP("engine", "it cannot be read: %1"),
                                     {std::generic_category().message(errno)}}};
        if (got == 0)
            break;
        hasher.update(QByteArrayView(buffer).first(got));
        offset += got;
        m_progress.bytes += got;
        m_pacer.take(got);
        tellProgress();
    }
    if (hasher.finish() != piece.digest)
        return Damage{.reason = QT_TRANSLATE_NOOP("engine", "it has other bytes")};
    return std::nullopt;
}

void Scrub::report(const Piece &piece, const Damage &damage)
{
    ++m_progress.damaged;
    ++m_result.damagedFiles;
    DamagedContent damaged{.digest = QByteArray::fromStdString(piece.digest.toString()),
                           .size = piece.size,
                           .reason = damage.reason,
                           .repositories = repositoriesWith(piece.digest),
                           .isPutAside = m_request.isRepairing && damage.isCertain};
    if (damaged.isPutAside) {
        // The file first: what comes in its place meanwhile is right.
        m_blobs.quarantine(piece.digest);
        m_ledger.setMissing(piece.digest);
        m_mark.damaged.erase(piece.digest);
    } else if (m_mark.damaged.size() < limits::damagedListedMax) {
        m_mark.damaged.insert(piece.digest);
    }
    if (std::cmp_less(m_result.damaged.size(), limits::damagedListedMax))
        m_result.damaged.append(std::move(damaged));
}

QByteArrayList Scrub::repositoriesWith(const Digest &digest) const
{
    const Catalogue &catalogue = m_ledger.catalogue();
    QByteArrayList names;
    const std::size_t count = catalogue.repositoryCount();
    for (RepositoryId id = 0; id < count; ++id) {
        if (catalogue.content(id, digest))
            names.append(QByteArray::fromStdString(catalogue.repositoryName(id)));
        if (std::cmp_equal(names.size(), limits::damagedOwnersMax))
            break;
    }
    return names;
}

/// Where the folder cannot be written, the next check begins anew.
void Scrub::leaveMark()
{
    m_markedAt = Steady::now();
    (void)m_blobs.putCheckMark(toJson(m_mark));
}

void Scrub::tellProgress()
{
    const Steady::time_point now = Steady::now();
    if (now - m_toldAt < limits::checkProgressInterval && m_progress.files < m_progress.totalFiles)
        return;
    m_toldAt = now;
    m_tasks.post([this, progress = m_progress] {
        if (m_events)
            m_events->progressed(progress);
    });
}

} // namespace lanyard::store
