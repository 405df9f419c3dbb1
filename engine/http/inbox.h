// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "http/message.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace lanyard::http {

/// A connection that was accepted and has no network thread yet.
struct AcceptedSocket
{
    FileDescriptor socket; ///< connected, non-blocking
    QByteArray client;     ///< address as text
    bool isExcess = false; ///< beyond ServerLimits::connectionsMax: is told so, and closed
};

/// An answer that came from another thread.
struct PostedAnswer
{
    std::uint64_t connectionId = 0;
    std::uint64_t requestSerial = 0;
    Response response;
};

/// What other threads have for a network thread. Thread-safe. However much is posted before the
/// thread gets to it, it is called once. Shared with the wakers in growing files, which can outlive
/// the thread: after close() everything posted is dropped.
///
/// Bounded by what it carries: one answer a request and one wake a waiting transfer.
class Inbox
{
public:
    struct Content
    {
        std::vector<AcceptedSocket> sockets;
        std::vector<PostedAnswer> answers;
        std::vector<std::uint64_t> wokenConnections;
    };

    /// `notify` is called by the posting thread, never on two at once, and must not block: it makes
    /// the network thread call take().
    explicit Inbox(std::function<void()> notify);

    void post(AcceptedSocket socket);
    void post(PostedAnswer answer);
    void postWake(std::uint64_t connectionId);

    Content take();
    void close();

private:
    template <typename T>
    void add(std::vector<T> &list, T item);

    std::mutex m_mutex;
    std::function<void()> m_notify; // this and the rest: guarded by m_mutex
    Content m_content;
    bool m_isNotified = false;
};

} // namespace lanyard::http
