// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace lanyard {

/// A file that one writer fills from its start while any number of readers follow, each at its own
/// offset and speed. It holds no bytes: readers read the file itself, up to published(). When the
/// disk takes no more, what follows is in a *window*: a file in memory that keeps the bytes between
/// its slowest reader and the writer only.
///
/// Thread-safe. The writer (a download) and the readers (connections) share it by
/// std::shared_ptr, on different threads.
class GrowingFile : public std::enable_shared_from_this<GrowingFile>
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

    class Reader;

    /// `size` is the length of the whole file in bytes, announced before its bytes are there.
    /// `file` may be empty when the writer begins with a window.
    GrowingFile(SharedFile file, std::int64_t size);

    std::int64_t size() const { return m_size; }

    /// How many bytes from the start may be read. Never decreases.
    std::int64_t published() const { return m_published.load(std::memory_order_acquire); }

    State state() const { return m_state.load(std::memory_order_acquire); }

    /// Begins to follow at `offset`; nullopt when the bytes there are gone.
    std::optional<Reader> follow(std::int64_t offset);
    int readers() const;

    // The writer's side. After the first of complete() and fail(), nothing changes any more.

    /// Makes the bytes before `offset` readable. They must be in the file already.
    void publish(std::int64_t offset);
    /// Publishes the rest; call when the digest of the whole file is right.
    void complete();
    void fail();

    /// Once, before anything from `offset` on is published: it is in `window`, at its own offset.
    void openWindow(std::int64_t offset, SharedFile window);
    /// The bytes of the window before the result are needed by no reader, and by none that may
    /// come.
    std::int64_t forgetPassed();
    /// Registers `waker` and returns true when a reader still needs bytes before `offset`: called
    /// once, on some reader's thread, when none does.
    bool awaitReaders(std::int64_t offset, Waker waker);
    /// Cuts the readers that need bytes before `offset`, if others do not.
    void dropBehind(std::int64_t offset);

private:
    /// Where a reader is. A dropped one holds nothing back, and finds out when it reads on.
    struct Place
    {
        explicit Place(std::int64_t at)
            : offset(at)
        {
        }

        std::atomic<std::int64_t> offset;
        std::atomic<bool> isDropped{false};
    };

    using Places = std::list<Place>;

    void change(std::int64_t offset, State state);
    bool await(const Place &place, Waker waker);
    void leave(Places::iterator place);
    void passed();
    std::int64_t slowest() const;

    const SharedFile m_file;
    const std::int64_t m_size;
    std::atomic<std::int64_t> m_published{0};
    std::atomic<State> m_state{State::Growing};
    std::atomic<std::int64_t> m_windowBegin; ///< m_size: there is no window
    SharedFile m_window;                     ///< fixed before m_windowBegin is

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    Places m_places;
    std::vector<Waker> m_wakers;
    std::int64_t m_forgotten = 0; ///< the window has nothing before it; 0: all is there
    Waker m_writerWaker;
    std::int64_t m_writerAwaits = 0;
};

/// One that follows a growing file from some offset on. Moved, never copied; used on one thread at
/// a time.
class GrowingFile::Reader
{
public:
    Reader(Reader &&other) noexcept;
    Reader &operator=(Reader &&other) noexcept;
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    /// One reader fewer.
    ~Reader();

    const GrowingFile &file() const { return *m_file; }

    /// Where the next bytes are: in `file` from the reader's offset up to `end`, of the whole.
    struct Stretch
    {
        const FileDescriptor *file = nullptr;
        std::int64_t end = 0;
    };

    /// Empty when nothing more is published; there may be more behind its end.
    Stretch readable() const;
    /// It needs nothing before `offset` any more.
    void advance(std::int64_t offset);
    /// That of the file; Failed for a reader that was dropped.
    State state() const;
    /// When all published bytes are read: registers `waker` and returns true, or returns false when
    /// there is more already, or nothing more will come.
    bool await(Waker waker);

private:
    friend class GrowingFile;
    Reader(std::shared_ptr<GrowingFile> file, Places::iterator place);

    std::shared_ptr<GrowingFile> m_file; ///< nullptr: moved away
    Places::iterator m_place;
};

} // namespace lanyard
