// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"

#include <algorithm>
#include <utility>

namespace lanyard {

GrowingFile::GrowingFile(SharedFile file, std::int64_t size)
    : m_file(std::move(file))
    , m_size(size)
{
}

bool GrowingFile::await(std::int64_t offset, Waker waker)
{
    const std::lock_guard lock(m_mutex);
    if (published() > offset || state() != State::Growing)
        return false;
    m_wakers.push_back(std::move(waker));
    return true;
}

void GrowingFile::publish(std::int64_t offset)
{
    change(offset, State::Growing);
}

void GrowingFile::complete()
{
    change(m_size, State::Complete);
}

void GrowingFile::fail()
{
    change(0, State::Failed);
}

void GrowingFile::change(std::int64_t offset, State state)
{
    std::vector<Waker> wakers;
    {
        // The mutex of await(): a change that it does not see finds its waker here. And the first
        // end is the end: a download that is given up while its last bytes are verified ends once.
        const std::lock_guard lock(m_mutex);
        const bool isNews = offset > published() || state != State::Growing;
        if (m_state.load(std::memory_order_relaxed) != State::Growing || !isNews)
            return;
        m_published.store(std::max(offset, published()), std::memory_order_release);
        m_state.store(state, std::memory_order_release);
        wakers.swap(m_wakers);
    }
    for (const Waker &wake : wakers)
        wake();
}

} // namespace lanyard
