// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pacer.h"

namespace lanyard::store {

void Pacer::begin(std::int64_t bytesPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_isInterrupted = false;
    m_bytesPerSecond = bytesPerSecond;
    m_taken = 0;
    m_begun = std::chrono::steady_clock::now();
}

void Pacer::take(std::int64_t bytes)
{
    if (m_bytesPerSecond == 0)
        return;
    m_taken += bytes;
    const std::chrono::duration<double> due(static_cast<double>(m_taken) /
                                            static_cast<double>(m_bytesPerSecond));
    std::unique_lock lock(m_mutex);
    m_interrupted.wait_until(
        lock, m_begun + std::chrono::duration_cast<std::chrono::steady_clock::duration>(due),
        [this] { return m_isInterrupted; });
}

void Pacer::interrupt()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isInterrupted = true;
    }
    m_interrupted.notify_all();
}

} // namespace lanyard::store
