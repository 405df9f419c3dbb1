// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <functional>
#include <mutex>

namespace lanyard::tls {

/// The way from a listener to who answers the challenges of an authority by TLS (RFC 8737), where
/// both have the same port. It is open while a certificate is ordered. Thread-safe.
class ChallengeDoor
{
public:
    /// Called on a network thread; does not block, and does not call back.
    using Receiver = std::function<void(FileDescriptor socket)>;

    /// From now on `receive` gets the connections of those who come for a challenge, of which
    /// nothing has been read.
    void open(Receiver receive);
    /// When it returns, the receiver is not called any more.
    void close();

    bool isOpen() const;
    /// Closes the socket where the door is closed.
    void bring(FileDescriptor socket) const;

private:
    mutable std::mutex m_mutex;
    Receiver m_receive; ///< guarded by m_mutex; none: closed
};

} // namespace lanyard::tls
