// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diskpool.h"
#include "core/result.h"
#include "core/taskqueue.h"
#include "store/eviction.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace lanyard::store {

/// Takes images out of the store: for room, or because somebody says so. It works on the disk pool,
/// a small step at a time, and holds no lock that who reads has to wait for longer than a look-up.
///
/// Lives on the engine thread.
class Evictor
{
public:
    struct Request
    {
        EvictionTerms terms; ///< without the time and what is in use
        bool isDryRun = false;
        // Called on the engine thread, later; not when it has been stopped or is gone by then.
        std::function<void(const EvictionPlan &)> planned; ///< once, before the end
        /// Io: nothing can be removed from this folder.
        std::function<void(const Result<EvictionOutcome> &)> finished;
    };

    /// All outlive it, and the tasks on the pool are over before it goes.
    Evictor(DiskPool &pool, const Eviction::Parts &parts);
    Evictor(const Evictor &) = delete;
    Evictor &operator=(const Evictor &) = delete;

    void start(Request request);
    /// Takes by last use until `bytes` are free, or nothing more may go; how many were. Blocks.
    /// Thread-safe.
    std::int64_t free(std::int64_t bytes);

    /// Whatever is at work ends soon. Thread-safe.
    void stop() { m_isStopped = true; }

private:
    struct Callbacks
    {
        std::function<void(const EvictionPlan &)> planned;
        std::function<void(const Result<EvictionOutcome> &)> finished;
    };

    struct Job
    {
        std::uint64_t id = 0;
        bool isDryRun = false;
        bool isPlanned = false;
        Eviction eviction;
    };

    void work(const std::shared_ptr<Job> &job);
    void tellPlan(std::uint64_t id, const EvictionPlan &plan);
    void tellEnd(std::uint64_t id, const Result<EvictionOutcome> &outcome);

    DiskPool &m_pool;
    const Eviction::Parts m_parts;
    std::atomic<bool> m_isStopped{false};
    // Of the engine thread: what they hold goes there, too.
    std::uint64_t m_lastId = 0;
    std::map<std::uint64_t, Callbacks> m_open;
    TaskQueue m_news;
};

} // namespace lanyard::store
