// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lanyard {

/// Threads that may wait for the disk. A QThreadPool would do, but the locks in Debian's Qt are
/// invisible to ThreadSanitizer, and what the tests must see is who touches a download on which
/// thread.
///
/// Thread-safe. The queue has no bound of its own: each download, each manifest and each question
/// has one task at most.
class DiskPool
{
public:
    using Task = std::function<void()>;

    /// With so many threads.
    explicit DiskPool(int threads);
    /// Ends when all tasks have run, those too that a task starts.
    ~DiskPool();
    DiskPool(const DiskPool &) = delete;
    DiskPool &operator=(const DiskPool &) = delete;

    /// Runs `task` after those before it. It throws nothing.
    void start(Task task);
    /// Blocks until nothing runs and nothing waits.
    void drain();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::condition_variable m_isIdle;
    // Guarded by m_mutex:
    std::deque<Task> m_tasks;
    int m_running = 0;
    bool m_isClosing = false;

    std::vector<std::thread> m_threads;
};

} // namespace lanyard
