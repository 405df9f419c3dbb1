// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/contentcheck.h"
#include "core/result.h"
#include "core/taskqueue.h"
#include "store/blobstore.h"
#include "store/checkmark.h"
#include "store/ledger.h"
#include "store/pacer.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace lanyard::store {

/// Reads all stored content and verifies its digests, at the pace that was asked for and behind all
/// other work, on a thread of its own. One that is interrupted, by a kill too, is continued by the
/// next from the mark that it leaves in the folder. Content that is damaged is told; a repairing
/// check puts its file aside, so that it counts as not stored and is fetched anew on next use.
///
/// Lives on the thread of `tasks`. One check at a time.
class Scrub
{
public:
    struct Events
    {
        std::function<void(const ContentCheckProgress &)> progressed; ///< a few times a second
        /// The last. Cancelled after stop().
        std::function<void(const Result<ContentCheckResult> &)> finished;
    };

    /// All outlive it.
    Scrub(BlobStore &blobs, Ledger &ledger, TaskQueue &tasks);
    /// Ends the check that runs, soon.
    ~Scrub();
    Scrub(const Scrub &) = delete;
    Scrub &operator=(const Scrub &) = delete;

    /// InUse when a check runs; InvalidInput when it is to repair a folder that cannot be written.
    Result<void> start(const ContentCheckRequest &request, Events events);
    void stop();

private:
    struct Piece
    {
        Digest digest;
        std::int64_t size = 0; ///< bytes it should have
    };

    /// What is wrong with a file.
    struct Damage
    {
        Message reason;
        bool isCertain = true; ///< false: it could not be looked at
    };

    void run();
    Result<ContentCheckResult> checkAll();
    std::vector<Piece> stored() const;
    Result<void> check(const Piece &piece);
    Result<std::optional<Damage>> damageOf(const Piece &piece);
    void report(const Piece &piece, const Damage &damage);
    QByteArrayList repositoriesWith(const Digest &digest) const;
    void leaveMark();
    void tellProgress();

    BlobStore &m_blobs;
    Ledger &m_ledger;
    TaskQueue &m_tasks;
    std::optional<Events> m_events; ///< of the check that runs; used on the thread of m_tasks only
    std::atomic<bool> m_isStopped{false};
    std::thread m_thread;

    // Of the check that runs:
    ContentCheckRequest m_request;
    Pacer m_pacer;
    CheckMark m_mark;
    ContentCheckProgress m_progress;
    ContentCheckResult m_result;
    std::chrono::steady_clock::time_point m_markedAt;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace lanyard::store
