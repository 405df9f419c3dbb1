// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace lanyard {

/// A file that one writer fills from its start while any number of readers follow, each at its own
/// offset and speed. It holds no bytes: readers read the file itself, up to published().
///
/// Thread-safe. The writer (a download) and the readers (connections) share it by
/// std::shared_ptr, on different threads.
class GrowingFile
{
public:
    enum class State {
        Growing,  ///< more may come
        Complete, ///< everything is published, and it has its digest
        Failed,   ///< nothing more will be published; readers cut their transfer
    };

    /// Called once, on the writer's thread, when something has changed. It must not block and not
    /// call back into this object: it posts to the reader's own thread.
    using Waker = std::function<void()>;

    /// `size` is the length of the whole file in bytes, announced before its bytes are there.
    GrowingFile(SharedFile file, std::int64_t size);

    const SharedFile &file() const { return m_file; }

    std::int64_t size() const { return m_size; }

    /// How many bytes from the start may be read. Never decreases.
    std::int64_t published() const { return m_published.load(std::memory_order_acquire); }

    State state() const { return m_state.load(std::memory_order_acquire); }

    /// For a reader that has read all up to `offset`: registers `waker` and returns true, or
    /// returns false when there is more already, or nothing more will come.
    bool await(std::int64_t offset, Waker waker);

    // The writer's side. After the first of complete() and fail(), nothing changes any more.

    /// Makes the bytes before `offset` readable. They must be in the file already.
    void publish(std::int64_t offset);
    /// Publishes the rest; call when the digest of the whole file is right.
    void complete();
    void fail();

private:
    void change(std::int64_t offset, State state);

    const SharedFile m_file;
    const std::int64_t m_size;
    std::atomic<std::int64_t> m_published{0};
    std::atomic<State> m_state{State::Growing};
    std::mutex m_mutex;
    std::vector<Waker> m_wakers; // guarded by m_mutex
};

} // namespace lanyard
