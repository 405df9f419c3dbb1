// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diskpool.h"

#include <pthread.h>
#include <utility>

namespace lanyard {

DiskPool::DiskPool(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

DiskPool::~DiskPool()
{
    drain();
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_hasWork.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void DiskPool::start(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_hasWork.notify_one();
}

void DiskPool::drain()
{
    std::unique_lock lock(m_mutex);
    m_isIdle.wait(lock, [this] { return m_tasks.empty() && m_running == 0; });
}

void DiskPool::work()
{
    pthread_setname_np(pthread_self(), "lanyard-disk");
    std::unique_lock lock(m_mutex);
    while (true) {
        m_hasWork.wait(lock, [this] { return !m_tasks.empty() || m_isClosing; });
        if (m_tasks.empty())
            return;
        {
            const Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            ++m_running;
            lock.unlock();
            task();
            // What the task holds goes before it counts as done: drain() promises that nothing is
            // left of it.
        }
        lock.lock();
        --m_running;
        if (m_tasks.empty() && m_running == 0)
            m_isIdle.notify_all();
    }
}

} // namespace lanyard
