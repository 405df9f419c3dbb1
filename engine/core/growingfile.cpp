// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"

#include <utility>

namespace lanyard {

GrowingFile::GrowingFile(SharedFile file, std::int64_t size)
    : m_file(std::move(file))
    , m_size(size)
{
}

bool GrowingFile::await(std::int64_t offset, Waker waker)
{
    // Checked under the mutex that wakeAll() takes after the change: a change that is not seen
    // here finds the waker there.
    const std::lock_guard lock(m_mutex);
    if (published() > offset || state() != State::Growing)
        return false;
    m_wakers.push_back(std::move(waker));
    return true;
}

void GrowingFile::publish(std::int64_t offset)
{
    if (offset <= published())
        return;
    m_published.store(offset, std::memory_order_release);
    wakeAll();
}

void GrowingFile::complete()
{
    m_published.store(m_size, std::memory_order_release);
    m_state.store(State::Complete, std::memory_order_release);
    wakeAll();
}

void GrowingFile::fail()
{
    m_state.store(State::Failed, std::memory_order_release);
    wakeAll();
}

void GrowingFile::wakeAll()
{
    std::vector<Waker> wakers;
    {
        const std::lock_guard lock(m_mutex);
        wakers.swap(m_wakers);
    }
    for (const Waker &wake : wakers)
        wake();
}

} // namespace lanyard
