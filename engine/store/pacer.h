// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace lanyard::store {

/// Holds a thread that reads much to so many bytes a second.
///
/// take() on the thread that is held; interrupt() on any.
class Pacer
{
public:
    /// Begins anew. 0: as many as there are.
    void begin(std::int64_t bytesPerSecond);
    /// Returns when `bytes` more may have been taken, or at once after interrupt().
    void take(std::int64_t bytes);
    void interrupt();

private:
    std::mutex m_mutex;
    std::condition_variable m_interrupted;
    bool m_isInterrupted = false; ///< guarded by m_mutex
    std::int64_t m_bytesPerSecond = 0;
    std::int64_t m_taken = 0; ///< bytes since m_begun
    std::chrono::steady_clock::time_point m_begun;
};

} // namespace lanyard::store
