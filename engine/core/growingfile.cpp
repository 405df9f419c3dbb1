// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"

#include <algorithm>
#include <utility>

namespace lanyard {

GrowingFile::GrowingFile(SharedFile file, std::int64_t size)
    : m_file(std::move(file))
    , m_size(size)
    , m_windowBegin(size)
{
}

std::optional<GrowingFile::Reader> GrowingFile::follow(std::int64_t offset)
{
    const std::lock_guard lock(m_mutex);
    if (offset < m_forgotten)
        return std::nullopt;
    return Reader(shared_from_this(), m_places.emplace(m_places.end(), offset));
}

int GrowingFile::readers() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_places.size());
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

void GrowingFile::openWindow(std::int64_t offset, SharedFile window)
{
    m_window = std::move(window);
    m_windowBegin.store(offset, std::memory_order_release);
}

std::int64_t GrowingFile::forgetPassed()
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t passedBytes = std::min(slowest(), published());
    // What is in the file stays readable: as long as nothing of the window is gone, nothing is.
    if (passedBytes > m_windowBegin.load(std::memory_order_relaxed))
        m_forgotten = passedBytes;
    return passedBytes;
}

bool GrowingFile::awaitReaders(std::int64_t offset, Waker waker)
{
    const std::lock_guard lock(m_mutex);
    if (slowest() >= offset)
        return false;
    m_writerWaker = std::move(waker);
    m_writerAwaits = offset;
    return true;
}

void GrowingFile::dropBehind(std::int64_t offset)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto isBehind = [offset](const Place &place) {
            return place.offset < offset;
        };
        if (std::all_of(m_places.begin(), m_places.end(), isBehind))
            return;
        for (Place &place : m_places) {
            if (isBehind(place))
                place.isDropped = true;
        }
    }
    passed();
}

/// Of the readers that are not dropped; without one, the end of the file.
std::int64_t GrowingFile::slowest() const
{
    std::int64_t offset = m_size;
    for (const Place &place : m_places) {
        if (!place.isDropped)
            offset = std::min(offset, place.offset.load(std::memory_order_acquire));
    }
    return offset;
}

bool GrowingFile::await(const Place &place, Waker waker)
{
    const std::lock_guard lock(m_mutex);
    if (published() > place.offset || state() != State::Growing || place.isDropped)
        return false;
    m_wakers.push_back(std::move(waker));
    return true;
}

void GrowingFile::leave(Places::iterator place)
{
    {
        const std::lock_guard lock(m_mutex);
        m_places.erase(place);
    }
    passed();
}

/// A reader needs less: what the writer waits for may be true now.
void GrowingFile::passed()
{
    if (m_windowBegin.load(std::memory_order_acquire) == m_size)
        return;
    Waker wake;
    {
        const std::lock_guard lock(m_mutex);
        if (m_writerWaker && slowest() >= m_writerAwaits)
            wake = std::exchange(m_writerWaker, nullptr);
    }
    if (wake)
        wake();
}

GrowingFile::Reader::Reader(std::shared_ptr<GrowingFile> file, Places::iterator place)
    : m_file(std::move(file))
    , m_place(place)
{
}

GrowingFile::Reader::Reader(Reader &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_place(other.m_place)
{
}

GrowingFile::Reader &GrowingFile::Reader::operator=(Reader &&other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_place, other.m_place);
    return *this;
}

GrowingFile::Reader::~Reader()
{
    if (m_file)
        m_file->leave(m_place);
}

GrowingFile::Reader::Stretch GrowingFile::Reader::readable() const
{
    const std::int64_t published = m_file->published();
    const std::int64_t windowBegin = m_file->m_windowBegin.load(std::memory_order_acquire);
    if (m_place->offset < windowBegin || windowBegin == m_file->m_size)
        return {.file = m_file->m_file.get(), .end = std::min(published, windowBegin)};
    return {.file = m_file->m_window.get(), .end = published};
}

void GrowingFile::Reader::advance(std::int64_t offset)
{
    m_place->offset.store(offset, std::memory_order_release);
    m_file->passed();
}

GrowingFile::State GrowingFile::Reader::state() const
{
    return m_place->isDropped ? State::Failed : m_file->state();
}

bool GrowingFile::Reader::await(Waker waker)
{
    return m_file->await(*m_place, std::move(waker));
}

} // namespace lanyard
