// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "http/message.h"
#include "http/peer.h"
#include "http/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace lanyard::http {

/// A connection that was accepted and has no network thread yet.
struct AcceptedSocket
{
    FileDescriptor socket; ///< connected, non-blocking
    Peer peer;
    std::shared_ptr<const TransportFactory> transports = nullptr; ///< none: plain TCP
    bool isStranger = false; ///< it is not served: TransportFactory::makeForStranger()
    bool isExcess = false;   ///< beyond what ServerLimits let in: is told so, and closed
};

/// An answer that came from another thread.
struct PostedAnswer
{
    std::uint64_t connectionId = 0;
    std::uint64_t requestSerial = 0;
    Response response;
};

/// What other threads have for a network thread. Thread-safe. Its descriptor becomes readable when
/// something is posted, once until it is taken, however much that is: the thread watches it beside
/// its sockets. Shared with the wakers in growing files, which can outlive the thread: after
/// close() everything posted is dropped.
///
/// Bounded by what it carries: one answer a request and one wake a waiting transfer.
class Inbox
{
public:
    using Task = std::function<void()>;

    struct Content
    {
        std::vector<AcceptedSocket> sockets;
        std::vector<PostedAnswer> answers;
        std::vector<std::uint64_t> wokenConnections;
        std::vector<Task> tasks;
    };

    Inbox();

    /// Whether the system gave a descriptor; without one nothing that is posted is ever noticed.
    bool isValid() const { return m_readable.isValid(); }

    /// Readable when there is something; owned here, until close().
    int descriptor() const { return m_readable.get(); }

    void post(AcceptedSocket socket);
    void post(PostedAnswer answer);
    void postWake(std::uint64_t connectionId);
    /// Something to do on the network thread.
    void post(Task task);

    Content take();
    /// On the network thread.
    void close();

private:
    template <typename T>
    void add(std::vector<T> &list, T item);

    FileDescriptor m_readable;
    std::mutex m_mutex;
    FileDescriptor m_writable; // this and the rest: guarded by m_mutex
    Content m_content;
    bool m_isNotified = false;
};

} // namespace lanyard::http
